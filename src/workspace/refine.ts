import { readFileSync } from 'node:fs';
import { decode } from './decode';
import type { Workspace } from './modules';
import type { Note } from './notes';
import { refineText } from './refine-text';
import type { FileReferences } from './scan-text';

/** Runs the second pass over a file on disk; `found` is everything found in it (see `refineText`). Throws if it cannot be read. */
export async function refineFile(
  found: readonly FileReferences[],
  workspace: Workspace,
  onNote?: (note: Note) => void,
): Promise<readonly FileReferences[]> {
  return refineText(decode(readFileSync(found[0]?.path ?? '')).text, found, workspace, onNote);
}
