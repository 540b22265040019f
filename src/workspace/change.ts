import type { Uri } from 'vscode';
import { languageOf } from '../core/find/languages';
import { environmentMarker, foreignFolders } from './rules';

/** A change on disk that may concern the index. */
export type Change =
  /** A file or folder came, went or changed. */
  | { readonly kind: 'path'; readonly uri: Uri }
  /** The rules that decide which files are part of the workspace have changed. */
  | { readonly kind: 'rules' };

/** An event on disk: `modified` if the file or folder changed in place, rather than coming or going. */
export interface DiskChange {
  readonly uri: Uri;
  readonly modified: boolean;
}

/** Files that decide where imports lead; see `specifiers.ts`. */
const projectFile = /^(?:package|jsconfig|tsconfig[\w.-]*)\.json$|^pnpm-workspace\.yaml$/;

/** What an event means for the index, if anything. */
export function changeAt({ uri, modified }: DiskChange, folder: Uri): Change | undefined {
  const segments = uri.path.slice(folder.path.length).split('/');
  const name = segments.pop() ?? '';
  if (uri.path.endsWith('/.git/info/exclude')) return { kind: 'rules' };
  if (segments.some((segment) => foreignFolders.has(segment))) return undefined;
  // Where a repository begins or ends, other ignore rules apply.
  if (name === '.git' && !modified) return { kind: 'rules' };
  if (foreignFolders.has(name)) return undefined;
  if (name === '.gitignore' || name === environmentMarker) return { kind: 'rules' };
  // Anything that comes or goes may be a folder. So may a modified name without extension: a folder that replaces another is reported so.
  const counts = languageOf(name) || projectFile.test(name) || !modified || /^[^.]+$/.test(name);
  return counts ? { kind: 'path', uri } : undefined;
}
