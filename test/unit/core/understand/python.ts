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

/** Each read as `line name=model context`, in the text's order. */
export function reads(text: string): string[] {
  const understanding = understandPython(text, findReferences(text, 'python'));
  assert.ok(understanding, 'the text parses');
  return understanding.bindings.map(({ start, end, name, model, context, origin }) => {
    assert.equal(text.slice(start, end), name);
    assert.ok('start' in origin && parse(text, origin.start) !== undefined);
    return `${text.slice(0, start).split('\n').length} ${name}=${model} ${context}`;
  });
}

const parse = (text: string, start?: number): string | undefined =>
  start === undefined ? undefined : /^[\w.:/-]+/.exec(text.slice(start))?.[0];

/** A request through `client`. */
export const ask = 'client.chat.completions.create(model="gpt-4o")';
export const imports = 'import openai\nfrom openai import OpenAI, AsyncOpenAI, AzureOpenAI, AsyncAzureOpenAI\n';
