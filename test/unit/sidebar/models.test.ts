import assert from 'node:assert/strict';
import type { GroupName } from '../../../src/core/groups';
import type { Place, Row } from '../../../src/sidebar/protocol';
import { renderModels } from '../../../src/sidebar/view/models';
import { toHtml } from '../../../src/sidebar/view/text';
import { lines } from './lines';

const place: Place = {
  ...{ uri: 'file:///w/src/chat.ts', path: 'src/chat.ts', line: 6, column: 3, length: 6 },
  ...{ role: 'use', inTest: false },
};

const row = (model: string, more: Partial<Row> = {}): Row => ({
  ...{ model, uses: 1, mentions: 0, tests: 0, endsSoon: false, places: [place] },
  ...more,
});

const render = (...groups: [group: GroupName, ...rows: Row[]][]) =>
  renderModels(groups.map(([group, ...rows]) => ({ group, rows })));
const html = (...groups: Parameters<typeof render>) => toHtml(render(...groups));

suite('the panel’s models', () => {
  test('stand in groups: what fails now, the pools, what ends soon or is billed, then the rest; none where nothing is', () => {
    const soon = { endsSoon: true, shutdown: '2027-01-14' };
    const shown = html(
      ['unknown', row('a')],
      ['elsewhere', row('b')],
      ['billed', row('c', soon)],
      ['failing', row('d', soon)],
      ['small', row('e', soon), row('f')],
      ['large', row('g', soon), row('h', { ...soon, uses: 0, tests: 1 })],
    );
    const sections = shown.split('<section ').slice(1);
    assert.deepEqual(
      sections.map((each) => [
        /^class="group (\w+)" aria-labelledby="group-\1"><h3 id="group-\1">/.exec(each)?.[1],
        ...Array.from(each.matchAll(/<code>(\w)<\/code>/g), ([, model]) => model),
      ]),
      [
        ['failing', 'd'],
        ['large', 'g', 'h'],
        ['small', 'e', 'f'],
        ['soon', 'e', 'g'],
        ['billed', 'c'],
        ['elsewhere', 'b'],
        ['unknown', 'a'],
      ],
    );
    const unused = html(['large', row('a')], ['failing', row('b', { uses: 0, mentions: 1 })]);
    assert.ok(unused.indexOf('group-large') < unused.indexOf('group-failing'), 'what no code uses does not press');
    assert.equal(html(), '');
    assert.equal(html(['large']), '');
  });

  test('that the code only names, or uses in tests, are folded away and not counted', () => {
    const idle = { uses: 0, mentions: 2 };
    const both = render(['large', row('a', { uses: 2 }), row('b'), row('c', idle)]);
    assert.match(lines(both)[1]!, /^2 models, 3 uses\./);
    assert.match(toHtml(both), /<details data-fold="large\/"><summary class="dim" data-key="large\/">1 /);
    assert.doesNotMatch(html(['large', row('a')]), /data-fold="large\/"/);
    const none = render(['large', row('c', idle)]);
    assert.doesNotMatch(lines(none)[1]!, /\d/);
    assert.equal(toHtml(none).split('<ul class="rows">').length, 2);
  });

  test('tell the way out in sight: a link where it is another model, in the pools not at all', () => {
    const advised = (group: GroupName) =>
      /<p class="advice">.*?<\/p>/.exec(html([group, row('a', { advice: 'Use b', note: 'Too bad.' })]))?.[0];
    const link = '<p class="advice"><button class="link" data-key="billed/a#advice">Use b</button></p>';
    assert.deepEqual(
      [advised('large'), advised('small'), advised('billed'), advised('elsewhere')],
      [undefined, undefined, link, '<p class="advice">Use b</p>'],
    );
    assert.doesNotMatch(html(['billed', row('a')]), /advice/);
  });

  test('say that the settings ignore them', () => {
    assert.match(html(['billed', row('a', { ignored: true })]), /<span class="tag">ignored<\/span>/);
    assert.doesNotMatch(html(['billed', row('a')]), /ignored/);
  });

  test('say since when they fail or until when they answer', () => {
    const tag = (group: GroupName) =>
      /<span class="tag">(.*?)<\/span>/.exec(html([group, row('a', { shutdown: 'D' })]))?.[1];
    assert.deepEqual([tag('failing'), tag('billed')], ['since D', 'until D']);
  });

  test('unfold to what they stand for, what is wrong, and their places', () => {
    const places: Place[] = [
      place,
      { ...place, path: 'a.ipynb', cell: 2, role: 'mention' },
      { ...place, path: 'test/deep/a.test.ts', inTest: true, role: 'mention' },
    ];
    const shown = render([
      'large',
      row('a', { snapshot: 's', note: 'Too bad.', uses: 3, mentions: 1, tests: 1, places }),
    ]);
    assert.deepEqual(lines(shown).slice(2), [
      'a 3 uses · 1 mention · 1 in tests',
      'Stands for s',
      'Too bad.',
      'chat.ts:7 src',
      'a.ipynb, cell 3:7mention',
      'a.test.ts:7test test/deep',
      'Show 2 more…',
    ]);
    assert.match(toHtml(shown), /data-key="large\/a#1" title="a\.ipynb, cell 3:7"/);
    assert.deepEqual(lines(render(['large', row('a', { uses: 2 })])).slice(2), [
      'a 2 uses',
      'chat.ts:7 src',
      'Show 1 more…',
    ]);
    assert.deepEqual(lines(render(['large', row('a')])).slice(2), ['a 1 use', 'chat.ts:7 src']);
  });
});
