import { homedir } from 'node:os';
import type { Uri } from 'vscode';
import { withSlash } from '../../core/paths';
import { realPathOf } from '../../workspace/stat';

/** The home folder, for `~`, on the machine whose files are read; in a container the user may be a bare number without one. */
export function homeFolder(): string | undefined {
  try {
    return homedir();
  } catch {
    return undefined;
  }
}

/** Whether a file on disk still lies in a folder once all links are followed; undefined where one of them leads nowhere. */
export function isInside(file: Uri, folder: Uri): boolean | undefined {
  const [inner, outer] = [realPathOf(file.fsPath), realPathOf(folder.fsPath)];
  return inner === undefined || outer === undefined ? undefined : inner.startsWith(withSlash(outer));
}
