import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { findReferences } from '../../../src/core/find/find';
import { bundledProgram } from '../../../src/core/program/program';
import { BytePrefilter } from '../../../src/workspace/byte-prefilter';
import { ByteSearch } from '../../../src/workspace/byte-search';

const prefilter = new BytePrefilter(1 << 20);

function mayHold(text: string): boolean {
  return prefilter.mayHoldModel(prefilter.buffer.write(text, 'utf8'));
}

suite('The quick look at bytes', () => {
  test('lets every known id through, in all quotes, behind prefixes, wherever it stands', () => {
    const ids = [
      ...bundledProgram().models.keys(),
      'ft:gpt-4o-2024-08-06:org::id',
      'curie:ft-acme-2021',
      'gpt-35-turbo',
    ];
    assert.ok(ids.length > 50);
    ids.forEach((id, index) => {
      for (const quote of ['"', "'", '`']) {
        for (const prefix of ['', 'openai/', 'azure:', 'openrouter/openai/']) {
          const text = `${' '.repeat(index % 17)}model=${quote}${prefix}${id}${quote}`;
          assert.ok(mayHold(text), text);
          assert.ok(mayHold(`${text}${'x'.repeat(index % 19)}`), text);
        }
      }
    });
  });

  test('turns ordinary code away', () => {
    assert.equal(mayHold(''), false);
    assert.equal(mayHold('const o1 = a - b; // see the gpt docs, "o2", co1"'), false);
    assert.equal(mayHold(readFileSync('esbuild.js', 'utf8')), false);
  });

  test('never turns away a text in which something is found', () => {
    const pieces = fc.constantFrom(
      '"',
      "'",
      '`',
      'gpt-4o',
      'o1',
      'o3-mini',
      'ada',
      '-',
      '/',
      ':',
      'ft:',
      'model=',
      '\n',
      ' ',
      'ä',
      '(',
      ')',
    );
    const texts = fc
      .array(fc.oneof(pieces, fc.string({ maxLength: 20 })), { maxLength: 40 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(texts, (text) => findReferences(text, 'python').length === 0 || mayHold(text)),
      { numRuns: 2_000 },
    );
  });

  test('forgets what an earlier file left behind', () => {
    assert.equal(mayHold('x'.repeat(100) + '"gpt-4o"'), true);
    assert.equal(mayHold('x'.repeat(100) + '"gpt'), false);
  });
});

suite('Searching bytes for windows', () => {
  test('finds every window exactly where it stands, as a plain search does', () => {
    const search = new ByteSearch([[['a', 'b', 'c', 'd']], [['xy', 'x', '12', '"']]], 4_096);
    const expected = /abcd|[xy]x[12]"/g;
    fc.assert(
      fc.property(fc.stringMatching(/^[abcdxy12"Q]{0,80}$/), fc.nat(40), (core, padding) => {
        const text = ' '.repeat(padding) + core + 'abc'.slice(padding % 4);
        const length = search.buffer.write(text);
        const found: number[] = [];
        for (let at = search.next(0, length); at >= 0; at = search.next(at + 1, length)) found.push(at);
        expected.lastIndex = 0;
        const wanted: number[] = [];
        for (let match = expected.exec(text); match; match = expected.exec(text)) {
          wanted.push(match.index);
          expected.lastIndex = match.index + 1;
        }
        assert.deepEqual(found, wanted);
      }),
    );
  });

  test('searches up to the last byte its capacity allows', () => {
    const capacity = 65_536;
    const search = new ByteSearch([[['a', 'b', 'c', 'd']]], capacity);
    search.buffer.fill('.');
    search.buffer.write('abcd', capacity - 4);
    assert.equal(search.next(0, capacity), capacity - 4);
    assert.equal(search.next(0, capacity - 1), -1);
  });
});
