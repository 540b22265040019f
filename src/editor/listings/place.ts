import { join } from '../../core/paths';

/** Where a folder's own listing lies, besides what the setting names. */
export const usualPlace = '.vscode/token-allowance.json';

/** What a setting's value names: a file below the folder, one anywhere, nothing, or something that it may not name. */
export type Place =
  | { readonly kind: 'none' | 'refused' }
  /** Relative to the folder, `/` between its parts. */
  | { readonly kind: 'inside'; readonly path: string }
  | { readonly kind: 'anywhere'; readonly path: string };

/**
 * Reads a value of `tokenAllowance.listingFile`. A user may name any file by its absolute path; a workspace, whose settings come with other
 * people's code, only one inside itself. Relative paths lie inside the folder for both.
 * @param home the user's own folder, for `~`
 */
export function placeOf(value: string, byUser: boolean, home?: string): Place {
  const path = value.trim().replaceAll('\\', '/');
  if (!path) return { kind: 'none' };
  const atHome = path.startsWith('~/');
  if (atHome || path.startsWith('/') || /^[A-Za-z]:/.test(path)) {
    if (!byUser || (atHome && !home)) return { kind: 'refused' };
    return { kind: 'anywhere', path: atHome ? `${home}${path.slice(1)}` : path };
  }
  const inside = join('', path);
  return inside ? { kind: 'inside', path: inside } : { kind: 'refused' };
}
