import * as assert from 'node:assert/strict';
import { findReferences } from '../../../../src/core/find/find';
import type { Language, ModelReference } from '../../../../src/core/find/reference';

/** Finds the only reference of a text. */
export function only(text: string, language: Language): ModelReference {
  const references = findReferences(text, language);
  assert.equal(references.length, 1, `one reference in ${text}, found ${references.map((r) => r.text).join(', ')}`);
  return references[0] as ModelReference;
}
