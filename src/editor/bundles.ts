import { Uri } from 'vscode';

/** Where the bundles are that run apart from the extension host: absolute paths, or in a browser URIs. */
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
