import * as assert from 'node:assert/strict';
import { findReferences } from '../../../../src/core/find/find';
import { contexts, type Context, type Language, type ModelReference } from '../../../../src/core/find/reference';

/** Finds the only reference of a text. */
export function only(text: string, language: Language): ModelReference {
  const references = findReferences(text, language);
  assert.equal(references.length, 1, `one reference in ${text}, found ${references.map((r) => r.text).join(', ')}`);
  return references[0] as ModelReference;
}

/** Tests that the only reference of each code has a context. */
export function contextTable(language: Language, rows: readonly (readonly [code: string, context: Context])[]): void {
  for (const [code, context] of rows) {
    test(`${code.replace(/\s+/g, ' ')} → ${context}`, () => {
      const reference = only(code, language);
      assert.equal(reference.context, context);
      assert.equal(reference.role, contexts[context]);
      assert.equal(code.slice(reference.start, reference.end), reference.text);
    });
  }
}
