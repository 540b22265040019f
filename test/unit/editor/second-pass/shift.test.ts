import assert from 'node:assert/strict';
import type { ModelBinding } from '../../../../src/core/understand/understanding';
import { shift, shiftBindings, type Change } from '../../../../src/editor/second-pass/shift';

const change = (rangeOffset: number, rangeLength: number, text: string): Change => ({ rangeOffset, rangeLength, text });

suite('Places behind an edit', () => {
  const item = { start: 10, end: 20 };
  const cases: [name: string, change: Change, after: { start: number; end: number } | undefined][] = [
    ['stay where the edit comes later', change(21, 3, ''), item],
    ['move with what is put before them', change(0, 0, 'four'), { start: 14, end: 24 }],
    ['move with what is taken away before them', change(2, 5, ''), { start: 5, end: 15 }],
    ['go where the edit touches their beginning', change(10, 0, 'x'), undefined],
    ['go where the edit touches their end', change(20, 0, 'x'), undefined],
    ['go where the edit is within', change(15, 1, ''), undefined],
    ['go where the edit reaches into them', change(5, 6, ''), undefined],
  ];
  for (const [name, edit, after] of cases) {
    test(name, () => assert.deepEqual(shift([item], edit), after ? [after] : []));
  }

  const binding = (origin: ModelBinding['origin']): ModelBinding => ({
    start: 50,
    end: 55,
    name: 'MODEL',
    text: 'gpt-4o',
    model: 'gpt-4o',
    role: 'use',
    context: 'model',
    route: { kind: 'unknown' },
    origin,
  });
  const afterLine = (origin: ModelBinding['origin']) => shiftBindings([binding(origin)], change(0, 0, 'line\n'));

  test('a name’s value moves as the name does', () => {
    assert.deepEqual(afterLine({ start: 10, end: 16 }), [{ ...binding({ start: 15, end: 21 }), start: 55, end: 60 }]);
  });

  test('the value stays that stands in another file or cell', () => {
    const elsewhere = { specifier: './a', exported: 'MODEL', path: '/a.py', start: 10, end: 16 };
    for (const origin of [elsewhere, { start: 10, end: 16, cell: 2 }])
      assert.deepEqual(afterLine(origin)[0]?.origin, origin);
  });

  test('a name goes whose value the edit touches', () => {
    assert.deepEqual(shiftBindings([binding({ start: 10, end: 16 })], change(12, 1, 'x')), []);
  });
});
