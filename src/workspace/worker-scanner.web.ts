import type { AskExtraIds } from './scanner';
import { VirtualScanner } from './virtual-scanner';

/** A browser has threads, but none that reads files: a folder on the machine's disk is one more virtual folder to it. */
export class WorkerScanner extends VirtualScanner {
  constructor(_workerFile: string, _storage: string | undefined, extraIds?: AskExtraIds) {
    super(extraIds);
  }
}
