import { normalizePath } from './system';

/** A folder's path with `/` at its end. */
export function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

/** A folder's path without a slash at its end; empty for the root. */
export function withoutSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}

/** A folder's path in the extension's own form (see `system.ts`), with `/` at its end. */
export function folderPath(path: string): string {
  return withSlash(normalizePath(path));
}

/** The folder around a folder; both paths end in `/`. */
export function parentOf(folder: string): string {
  return folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
}

/** Whether a path is one of these folders or lies below one, judged by the paths alone. */
export function isWithin(folders: readonly string[], path: string): boolean {
  return folders.some((folder) => withSlash(path).startsWith(withSlash(folder)));
}

/** The path by which the extension knows a file: on disk the file system path with `/`, elsewhere the path of its URI. */
export function pathOf(uri: { readonly scheme: string; readonly path: string; readonly fsPath: string }): string {
  return uri.scheme === 'file' ? normalizePath(uri.fsPath) : uri.path;
}
