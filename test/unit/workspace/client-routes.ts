import * as assert from 'node:assert/strict';
import { findReferences } from '../../../src/core/find/find';
import type { Language } from '../../../src/core/find/reference';
import { understandFile } from '../../../src/workspace/understand-file';

/** Texts by path. */
export type Files = Readonly<Record<string, string>>;

/** The routes of the models in `/w/src/main.…`, as `kind: evidence (module)`. */
export async function clientRoutes(text: string, language: Language, files: Files): Promise<string[]> {
  const path = `/w/src/main.${language === 'python' ? 'py' : 'ts'}`;
  const source = { path, text, language, references: findReferences(text, language) };
  const known = await understandFile(source, { roots: ['/w'], read: (file) => files[file] });
  assert.ok(known);
  return known.references.map(({ route: { kind, evidence, from } }) =>
    [kind, evidence && `: ${evidence}`, from && ` (${from})`].filter(Boolean).join(''),
  );
}
