import { written } from './system';

/** A folder's path with `/` at its end. */
export function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

/** A folder's path without a slash at its end; empty for the root. */
export function withoutSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}

/** A folder's path as all are written inside, with `/` at its end. */
export function folderPath(path: string): string {
  return withSlash(written(path));
}

/** The folder around a folder; both paths end in `/`. */
export function parentOf(folder: string): string {
  return folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
}

/** Whether a path is one of these folders or lies below one of them, by its name. */
export function isWithin(folders: readonly string[], path: string): boolean {
  return folders.some((folder) => withSlash(path).startsWith(withSlash(folder)));
}

/** The path by which a file is known inside: on the machine's disk its own with `/`, elsewhere its address's. */
export function pathOf(uri: { readonly scheme: string; readonly path: string; readonly fsPath: string }): string {
  return uri.scheme === 'file' ? written(uri.fsPath) : uri.path;
}
