import { withSlash } from '../core/paths';
import { normalizePath } from './system';

/** A folder's path in the extension's own form (see `system.ts`), with `/` at its end. */
export function folderPath(path: string): string {
  return withSlash(normalizePath(path));
}

/** The path by which the extension knows a file: on disk the file system path with `/`, elsewhere the path of its URI. */
export function pathOf(uri: { readonly scheme: string; readonly path: string; readonly fsPath: string }): string {
  return uri.scheme === 'file' ? normalizePath(uri.fsPath) : uri.path;
}
