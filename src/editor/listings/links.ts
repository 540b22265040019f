import { realpath } from 'node:fs/promises';
import { isAbsolute, relative } from 'node:path';
import type { Uri } from 'vscode';

/** Whether a file on disk still lies in a folder once all links are followed. */
export async function isInside(file: Uri, folder: Uri): Promise<boolean> {
  const way = relative(await realpath(folder.fsPath), await realpath(file.fsPath));
  return !isAbsolute(way) && !/^\.\.(?:[\\/]|$)/.test(way);
}
