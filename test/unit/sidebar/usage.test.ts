import assert from 'node:assert/strict';
import type { Usage } from '../../../src/sidebar/protocol';
import { toHtml } from '../../../src/sidebar/view/text';
import { firstParts } from '../../../src/sidebar/view/layout';
import { full } from '../../ui/panel-snapshot';

const used: Usage['used'] = {
  large: 100_000,
  small: 3_000_000,
  basis: 'counted',
  billed: 0,
  unplaced: 0,
  at: Date.UTC(2026, 10, 22, 14, 5),
};

suite('today’s use in the panel', () => {
  /** What is read, the buttons in brackets. */
  const said = (usage?: Usage) =>
    [firstParts.allowance, firstParts.usage, firstParts.usageActs]
      .map(({ slice, render }) => toHtml(render(slice({ ...full, ...(usage && { usage }) }))))
      .join(' ')
      .replace(/<button[^>]*>(.*?)<\/button>/g, ' [$1] ')
      .replace(/<[^>]+>/g, ' ')
      .replace(/ \(\d\d:\d\d here\)/, '')
      .replace(/\s+/g, ' ');

  const cases: [name: string, usage: Usage | undefined, there: RegExp, gone: RegExp][] = [
    ['is not offered where OpenAI may not be asked', undefined, /usage is not known here/, /\[(See|Ask)/],
    [
      'can be had',
      { connected: false, asking: false },
      /usage is not known here.*\[See how much is used today…\]/,
      /\[(Ask again|Disconnect)\]/,
    ],
    [
      'is waited for',
      { connected: true, asking: true },
      /\[Asking OpenAI…\] \[Disconnect\]/,
      /\[Ask again\]|See how much/,
    ],
    [
      'stands beside what is left',
      { connected: true, asking: false, used },
      /100,000 used · 150,000 left.*3,000,000 used · 0 left.*free by OpenAI as of 14:05 UTC;.*\[Ask again\] \[Disconnect\]/,
      /not known here|Asking/,
    ],
    [
      'is marked where it is an estimate, but not what is unused in any case',
      { connected: true, asking: false, used: { ...used, small: 0, basis: 'estimated' } },
      /≈ 100,000 used · 150,000 left.* 0 used · 2,500,000 left.*An estimate as of 14:05 UTC/,
      /≈ 0/,
    ],
    [
      'stays while it is asked for again',
      { connected: true, asking: true, used },
      /100,000 used.*\[Asking OpenAI…\] \[Disconnect\]/,
      /\[Ask again\]/,
    ],
    [
      'stays when OpenAI does not answer, with the reason',
      { connected: true, asking: false, used, trouble: 'No network.' },
      /100,000 used.*free by OpenAI as of 14:05 UTC;.*No network\. \[Ask again\]/,
      /not known here/,
    ],
    [
      'is missing with the reason',
      { connected: true, asking: false, trouble: 'A wrong key.', refused: true },
      /not known here.*A wrong key\. \[Connect another key…\] \[Disconnect\]/,
      /Asking|Ask again/,
    ],
  ];
  for (const [name, usage, there, gone] of cases)
    test(name, () => {
      assert.match(said(usage), there);
      assert.doesNotMatch(said(usage), gone);
    });
});
