import { readFileSync } from 'node:fs';
import { decode } from './decode';
import type { Workspace } from './modules';
import { reasonOf, type Note } from './notes';
import { refineText, unparsed } from './refine-text';
import type { FileReferences } from './scan-text';

/**
 * Runs the second pass over the files whose text speaks of other clients and hosts, so that each reference has the route its call takes;
 * see `refineText`.
 */
export async function refine(
  found: readonly FileReferences[],
  workspace: Workspace,
  onNote: (note: Note) => void,
): Promise<FileReferences[]> {
  const byPath = new Map<string, FileReferences[]>();
  for (const part of found) {
    const parts = byPath.get(part.path);
    if (parts) parts.push(part);
    else byPath.set(part.path, [part]);
  }
  const refined: FileReferences[] = [];
  for (const [path, parts] of byPath) {
    try {
      refined.push(...(await refineFile(path, parts, workspace, onNote)));
    } catch (error) {
      // It may have gone since the first pass, whose answer stays.
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
