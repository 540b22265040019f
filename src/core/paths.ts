// Paths with `/`, relative or absolute; the code here runs where there is no Node, too.

/** The folder that a file or folder lies in; empty at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The folders above a file, nearest first. */
export function ancestors(path: string): string[] {
  const found: string[] = [];
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    found.push(folder);
    if (folder === '' || folder === folderOf(folder)) return found;
  }
}

/** Joins two paths; nothing where the result would lie above the first path's root. */
export function join(folder: string, path: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  const root = folder.startsWith('/') ? 1 : 0;
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length <= root) return undefined;
    else parts.pop();
  }
  return parts.join('/');
}

/** How a file would import what lies at an absolute path, with `../` up to the root. */
export function relativeTo(from: string, path: string): string {
  const depth = folderOf(from).split('/').length - (from.startsWith('/') ? 1 : 0);
  return `${'../'.repeat(depth) || './'}${path.replace(/^\//, '')}`;
}
