import assert from 'node:assert/strict';
import { decode, markLength } from '../../../src/workspace/decode';

suite('Decoding a file', () => {
  const utf16 = (text: string) => [...Buffer.from(`\ufeff${text}`, 'utf16le')];
  const swapped = (bytes: number[]) => [...Buffer.from(bytes).swap16()];

  const cases: [what: string, bytes: readonly number[], text: string, lossy?: 'UTF-8' | 'UTF-16'][] = [
    ['nothing', [], ''],
    ['ASCII', [0x61, 0x0a], 'a\n'],
    ['UTF-8', [0x61, 0xc3, 0xbc], 'aü'],
    ['UTF-8 behind its mark', [0xef, 0xbb, 0xbf, 0x61, 0xc3, 0xbc], 'aü'],
    ['two marks, of which the second is a character', [0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], '\ufeff'],
    ['a mark without its end', [0xef, 0xbb, 0x61], '\ufffda', 'UTF-8'],
    ['a mark without its middle', [0xef, 0x61, 0xbf], '\ufffda\ufffd', 'UTF-8'],
    ['a mark without its beginning', [0x61, 0xbb, 0xbf], 'a\ufffd\ufffd', 'UTF-8'],
    ['Latin-1', [0x61, 0xfc, 0x62], 'a\ufffdb', 'UTF-8'],
    ['what stands for a loss, but is written so', [0xef, 0xbf, 0xbd], '\ufffd'],
    ['UTF-16', utf16('aü𝒳'), 'aü𝒳'],
    ['UTF-16, the other way round', swapped(utf16('aü𝒳')), 'aü𝒳'],
    ['half of UTF-16’s mark', [0xff, 0x61], '\ufffda', 'UTF-8'],
    ['the other half of it', [0x61, 0xfe], 'a\ufffd', 'UTF-8'],
    ['half of its mark the other way round', [0xfe, 0x61], '\ufffda', 'UTF-8'],
    ['the other half of that', [0x61, 0xff], 'a\ufffd', 'UTF-8'],
    ['UTF-16 with half a character at its end', [...utf16('a'), 0x62], 'a\ufffd', 'UTF-16'],
    ['UTF-16 with half a pair', [...utf16('a'), 0x35, 0xd8, 0x62, 0x00], 'a\ufffdb', 'UTF-16'],
  ];
  for (const [what, bytes, text, lossy] of cases)
    test(what, () => assert.deepEqual(decode(Buffer.from(bytes)), lossy ? { text, lossy } : { text }));

  test('where the text begins behind UTF-8’s mark', () => {
    const lengths = cases.map(([, bytes]) => markLength(Uint8Array.from(bytes)));
    assert.deepEqual(lengths, [0, 0, 0, 3, 3, ...Array.from({ length: cases.length - 5 }, () => 0)]);
  });
});
