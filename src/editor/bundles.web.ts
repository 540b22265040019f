import { Uri } from 'vscode';
import type { Bundles } from './bundles';

/** In a browser only the parser runs outside the extension host. */
export function bundlesIn(dist: Uri): Bundles {
  return { parserFile: Uri.joinPath(dist, 'understand-web.js').toString(), workerFile: '' };
}
