import { Uri } from 'vscode';

/** Where the bundles lie that run outside the extension host: absolute paths, or URIs in a browser. */
export interface Bundles {
  readonly parserFile: string;
  readonly workerFile: string;
}

/** @param dist the folder of all bundles */
export function bundlesIn(dist: Uri): Bundles {
  return {
    parserFile: Uri.joinPath(dist, 'parser-process.js').fsPath,
    workerFile: Uri.joinPath(dist, 'scan-worker.js').fsPath,
  };
}
