import type { Snapshot } from '../protocol';
import { fold, h } from './dom';
import { compact, count, poolNames } from './texts';

type Band = Snapshot['bands'][number];
type Slice = Pick<Snapshot, 'bands' | 'worth'> & { tier: number };

/** What the usage tiers give side by side, and what the higher ones give more. */
export function renderTiers({ bands, worth, tier }: Slice): Node[] {
  const [low, high] = bands;
  if (!low || !high) return [];
  const head = (band: Band) =>
    h(
      'th',
      { scope: 'col' },
      `Tiers ${band.tiers[0]}–${band.tiers.at(-1)}`,
      band.tiers.includes(tier) && h('span', { class: 'dim' }, ' yours'),
    );
  const row = (name: string, of: (band: Band) => number, text = compact) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, name),
      h('td', {}, text(of(low))),
      h('td', {}, text(of(high))),
      h('td', {}, `+${text(of(high) - of(low))}`),
    );
  const usd = ({ upToUsd = 0 }: Band) => upToUsd;
  return [
    fold(
      'tiers',
      ['Usage tiers side by side'],
      [
        h(
          'table',
          {},
          h('caption', { class: 'dim' }, 'Tokens a day, by usage tier'),
          h('thead', {}, h('tr', {}, h('td'), head(low), head(high), h('th', { scope: 'col' }, 'Gain'))),
          h(
            'tbody',
            {},
            row(poolNames.large, (band) => band.large),
            row(poolNames.small, (band) => band.small),
            row('Together', (band) => band.large + band.small),
            worth && usd(low) > 0 && usd(high) > 0 && row('Worth up to', usd, (value) => `$${count(value)}`),
          ),
        ),
        ...(worth
          ? [
              h(
                'p',
                { class: 'dim' },
                'Worth by ',
                worth.url ? h('a', { href: worth.url, 'data-key': 'worth' }, worth.title) : worth.title,
                `, as of ${worth.date}. `,
                h(
                  'a',
                  { href: 'https://platform.openai.com/settings/organization/limits', 'data-key': 'limits' },
                  'Your organization’s tier',
                ),
              ),
            ]
          : []),
      ],
    ),
  ];
}
