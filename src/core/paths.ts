// Paths with `/`, relative or absolute; the code here runs where there is no Node, too.

/** A folder's path with `/` at its end. */
export function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

/** A folder's path without a slash at its end; empty for the root. */
export function withoutSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}

/** The path of what lies below a folder, from there on. */
export function pathBelow(folder: string, path: string): string {
  return path.slice(withSlash(folder).length);
}

/** The folder around a folder; both paths end in `/`. */
export function parentOf(folder: string): string {
  return folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
}

/** Whether a path is one of these folders or lies below one, judged by the paths alone. */
export function isWithin(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => withSlash(path).startsWith(withSlash(folder)));
}

/** The innermost of the folders that a path is or lies below, if any. */
export function rootOf(path: string, folders: readonly string[]): string | undefined {
  const around = folders.filter((folder) => isWithin(path, [folder]));
  return around.sort((one, other) => other.length - one.length)[0];
}

/** The folder that a file or folder lies in: empty or `/` at the top. */
export function folderOf(path: string): string {
  const end = path.lastIndexOf('/');
  return end === 0 ? '/' : path.slice(0, Math.max(0, end));
}

/** The folders above a file, nearest first. */
export function ancestors(path: string): string[] {
  const found = [folderOf(path)];
  for (let folder = found[0] as string; folder !== folderOf(folder);) found.push((folder = folderOf(folder)));
  return found;
}

/** Joins two paths; nothing where the result would lie above the first path's root. */
export function join(folder: string, path: string): string | undefined {
  const parts = folder.split('/').filter(Boolean);
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return (folder.startsWith('/') ? '/' : '') + parts.join('/');
}

/** How a file would import what lies at an absolute path, with `../` up to the root. */
export function relativeTo(from: string, path: string): string {
  const depth = folderOf(from).split('/').filter(Boolean).length;
  return `${'../'.repeat(depth) || './'}${path.replace(/^\//, '')}`;
}
