import * as assert from 'node:assert/strict';
import { findReferences } from '../../../../src/core/find/find';
import { understandPython } from '../../../../src/core/understand/python';

/** Where the models named in `code` are seen to go, one entry for each literal and each name that is read. */
export function routes(code: string): string[] {
  const understanding = understandPython(code, findReferences(code, 'python'));
  assert.ok(understanding, 'the text parses');
  return [...understanding.references, ...understanding.bindings].map(
    ({ route: { kind, evidence } }) => kind + (evidence === undefined ? '' : ` ${evidence}`),
  );
}

/** A request through `client`. */
export const ask = 'client.chat.completions.create(model="gpt-4o")';
export const imports = 'import openai\nfrom openai import OpenAI, AsyncOpenAI, AzureOpenAI, AsyncAzureOpenAI\n';
