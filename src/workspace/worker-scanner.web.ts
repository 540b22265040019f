import type { AskExtraIds } from './scanner';
import { VirtualScanner } from './virtual-scanner';

/** In a browser no thread can read files, so that a folder on disk is read like a virtual one. */
export class WorkerScanner extends VirtualScanner {
  constructor(_workerFile: string, _storage: string | undefined, extraIds?: AskExtraIds) {
    super(extraIds);
  }
}
