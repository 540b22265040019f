import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ModelReference } from '../../../src/core/find/reference';
import { locate } from '../../../src/workspace/locate';

/** A reference as far as its place goes. */
const at = (start: number) => ({ start }) as ModelReference;

suite('Locating references', () => {
  test('lines end with LF, CRLF or CR, as editors have it', () => {
    const text = 'a\nbc\r\nd\re\n\r\rf';
    const places = locate(
      text,
      [...text].map((_, offset) => at(offset)),
    );
    const letters = Object.fromEntries(places.map(({ start, line, column }) => [text[start], `${line}:${column}`]));
    assert.deepEqual(
      { ...letters, '\n': undefined, '\r': undefined },
      { a: '0:0', b: '1:0', c: '1:1', d: '2:0', e: '3:0', f: '6:0', '\n': undefined, '\r': undefined },
    );
  });

  test('any text: as counting the lines before does', () => {
    const texts = fc
      .array(fc.constantFrom('a', 'ä', '😀', '\n', '\r', '\r\n', ' '), { maxLength: 40 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(texts, fc.array(fc.nat(60), { maxLength: 6 }), (text, starts) => {
        // No reference begins between a CR and its LF.
        const sorted = starts
          .filter((start) => start <= text.length && text.slice(start - 1, start + 1) !== '\r\n')
          .sort((a, b) => a - b);
        const expected = sorted.map((start) => {
          const lines = text.slice(0, start).split(/\r\n?|\n/);
          return [lines.length - 1, lines.at(-1)?.length];
        });
        assert.deepEqual(
          locate(text, sorted.map(at)).map(({ line, column }) => [line, column]),
          expected,
        );
      }),
    );
  });

  test('a million lines take a moment', () => {
    const text = 'x\n'.repeat(1_000_000);
    const started = performance.now();
    assert.equal(locate(text, [at(text.length - 2)])[0]?.line, 999_999);
    assert.ok(performance.now() - started < 1_000);
  });
});
