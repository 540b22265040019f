import assert from 'node:assert/strict';
import { firstPaint } from '../../../src/sidebar/view/first-paint';
import { full } from '../../ui/panel-snapshot';

const { tier, folders, allowance, restricted } = full;
const essentials = { tier, folders, allowance, restricted };
const now = new Date('2026-11-22T09:30:00Z');

suite('the panel’s first paint', () => {
  test('says the tier, what the pools hold and when they fill up, before anything else is known', () => {
    const html = firstPaint({ ...essentials, scan: { state: 'idle' } }, now);
    for (const words of ['<option value="1" selected="">', '250,000', '2,500,000', '2.75M', '14 h 30 min', '00:00 UTC'])
      assert.ok(html.includes(words), `${words} is missing in:\n${html}`);
    assert.match(html, /^<main aria-busy="true">/, 'a page that cannot be used yet says so');
  });

  test('does not say that there are no models before it is known', () => {
    const ready = { ...essentials, scan: { state: 'ready', files: 0 } } as const;
    assert.doesNotMatch(firstPaint(ready, now), /No OpenAI model/);
    assert.match(firstPaint({ ...ready, groups: [] }, now), /No OpenAI model/);
  });

  test('of a whole snapshot it has what is in sight: the models without their places', () => {
    const html = firstPaint(full, now);
    assert.match(html, /From the large pool.*gpt-4o.*Not covered.*ft:gpt-4o-mini/s);
    assert.match(html, /tokenAllowance\.<wbr>usageTier is &#34;3&#34;/);
    assert.doesNotMatch(html, /completions\.ts|<img|Evals/);
  });

  test('groups that are out of sight are left to the script, whole, and without a word that they are none', () => {
    const [large, billed] = full.groups;
    const many = Array.from({ length: 5 }, (_, index) => ({ ...large!.rows[0]!, model: `gpt-4.1-${index}` }));
    const fits = firstPaint({ ...full, groups: [{ ...large!, rows: many }, billed!] });
    assert.match(fits, /5 models, 10 uses/);
    assert.doesNotMatch(fits, /Not covered/);
    const nothing = firstPaint({ ...full, groups: [{ ...large!, rows: [...many, large!.rows[0]!] }] });
    assert.doesNotMatch(nothing, /gpt-4|No OpenAI model/);
  });

  test('made for a moment that nobody knows, it does not count down', () => {
    const html = firstPaint(full);
    assert.match(html, /Resets in <strong>…<\/strong>.*00:00 UTC/);
  });
});
