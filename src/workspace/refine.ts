import { readFileSync } from 'node:fs';
import { groupBy } from '../core/group-by';
import { decode } from './decode';
import type { Workspace } from './modules';
import { hasGone, reasonOf, type Note } from './notes';
import { refineText, unparsed } from './refine-text';
import type { FileReferences } from './scan-text';

/**
 * Runs the second pass over the files with uses, so that each of these has the route that its call takes; see `refineText`.
 */
export async function refine(
  found: readonly FileReferences[],
  workspace: Workspace,
  onNote: (note: Note) => void,
): Promise<FileReferences[]> {
  const refined: FileReferences[] = [];
  for (const [path, parts] of groupBy(found, (part) => part.path)) {
    try {
      refined.push(...(await refineFile(path, parts, workspace, onNote)));
    } catch (error) {
      // The first pass's answer stays.
      if (!hasGone(error, path))
        onNote({ severity: 'error', path, message: unparsed(`that failed (${reasonOf(error)})`) });
      refined.push(...parts);
    }
  }
  return refined;
}

/** The same for one file, of which `found` is all. */
export async function refineFile(
  path: string,
  found: readonly FileReferences[],
  workspace: Workspace,
  onNote?: (note: Note) => void,
): Promise<readonly FileReferences[]> {
  return refineText(decode(readFileSync(path)).text, found, workspace, onNote);
}
