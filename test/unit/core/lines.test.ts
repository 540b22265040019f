import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lineAt, lineStarts, placeAt } from '../../../src/core/lines';

suite('lines', () => {
  test('begin behind LF, CRLF and CR', () => {
    assert.deepEqual(lineStarts(''), [0]);
    assert.deepEqual(lineStarts('a\nb\r\nc\rd\n'), [0, 2, 5, 7, 9]);
  });

  test('an offset’s column counts UTF-16 units from its line’s beginning', () => {
    const starts = lineStarts('a\r\n😀b\n');
    assert.deepEqual(
      [0, 3, 5, 7].map((offset) => Object.values(placeAt(starts, offset))),
      [
        [0, 0],
        [1, 0],
        [1, 2],
        [2, 0],
      ],
    );
  });

  test('an offset’s line is that of the text before it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\n', '\r\n', '\r', '😀')), fc.nat(), (pieces, at) => {
        const text = pieces.join('');
        const offset = at % (text.length + 1);
        // Between CR and LF one still stands at the end of the line.
        const before = text.slice(0, offset).replace(text[offset] === '\n' ? /\r$/ : /$^/, '');
        assert.equal(lineAt(lineStarts(text), offset), before.split(/\r\n?|\n/).length - 1);
      }),
    );
  });
});
