import type { Uri } from 'vscode';
import { languageOf } from '../core/find/languages';
import { environmentMarker, foreignFolders } from './rules';

/** What has happened on disk that may concern the index. */
export type Change =
  /** A file or folder is there, is gone or is another one now. */
  | { readonly kind: 'path'; readonly uri: Uri }
  /** The rules have changed by which files are part of the workspace. */
  | { readonly kind: 'rules' };

/** What was heard of the disk: `modified` tells a file that is still there from one that came or went. */
export interface DiskChange {
  readonly uri: Uri;
  readonly modified: boolean;
}

/** Files that say where imports lead; see `specifiers.ts`. */
const projectFile = /^(?:package|jsconfig|tsconfig[\w.-]*)\.json$|^pnpm-workspace\.yaml$/;

/** What an event means for the index, if anything. */
export function changeAt({ uri, modified }: DiskChange, folder: Uri): Change | undefined {
  const segments = uri.path.slice(folder.path.length).split('/');
  const name = segments.pop() ?? '';
  if (uri.path.endsWith('/.git/info/exclude')) return { kind: 'rules' };
  if (segments.some((segment) => foreignFolders.has(segment))) return undefined;
  // Where a repository begins or ends, other rules reach into the folder.
  if (name === '.git' && !modified) return { kind: 'rules' };
  if (foreignFolders.has(name)) return undefined;
  if (name === '.gitignore' || name === environmentMarker) return { kind: 'rules' };
  // What has another ending and comes or goes may be a folder. So may what has none: one that takes another's place comes as modified.
  const counts = languageOf(name) || projectFile.test(name) || !modified || /^[^.]+$/.test(name);
  return counts ? { kind: 'path', uri } : undefined;
}
