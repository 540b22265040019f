import { poolTitle } from '../../core/words/plan';
import type { Snapshot } from '../protocol';
import { fold, h, type Markup } from './markup';
import { phrase, speaker } from './words';

type Band = Snapshot['bands'][number];
type Slice = Pick<Snapshot, 'bands' | 'worth'> & { tier: number };

/** What the usage tiers give, side by side, and what the higher ones add. */
export function renderTiers({ bands, worth, tier }: Slice): Markup[] {
  const [low, high] = bands;
  if (!low || !high) return [];
  const head = (band: Band) =>
    h(
      'th',
      { scope: 'col' },
      speaker.say('panelTierRange', String(band.tiers[0]), String(band.tiers.at(-1))),
      ' ',
      band.tiers.includes(tier) && h('span', { class: 'dim' }, speaker.say('panelYours')),
    );
  /** The style sheet decides whether a number and its unit may be parted. */
  const cell = (number: string) => h('td', {}, number.replaceAll(/\s/g, ' '));
  const row = (name: string, of: (band: Band) => number, text = (value: number) => speaker.compact(value)) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, name),
      cell(text(of(low))),
      cell(text(of(high))),
      cell(`+${text(of(high) - of(low))}`),
    );
  const usd = ({ upToUsd = 0 }: Band) => upToUsd;
  return [
    fold(
      'tiers',
      [speaker.say('panelSideBySide')],
      [
        h(
          'table',
          {},
          h('caption', { class: 'dim' }, speaker.say('panelTiersCaption')),
          h(
            'thead',
            {},
            h('tr', {}, h('td'), head(low), head(high), h('th', { scope: 'col' }, speaker.say('panelGain'))),
          ),
          h(
            'tbody',
            {},
            row(poolTitle('large'), (band) => band.large),
            row(poolTitle('small'), (band) => band.small),
            row(speaker.say('panelTogether'), (band) => band.large + band.small),
            worth &&
              usd(low) > 0 &&
              usd(high) > 0 &&
              row(speaker.say('panelWorth'), usd, (value) => speaker.dollars(value)),
          ),
        ),
        ...(worth
          ? [
              h(
                'p',
                { class: 'dim' },
                phrase(
                  'panelWorthBy',
                  worth.url ? h('a', { href: worth.url, 'data-key': 'worth' }, worth.title) : worth.title,
                  worth.date,
                ),
                ' ',
                h(
                  'a',
                  { href: 'https://platform.openai.com/settings/organization/limits', 'data-key': 'limits' },
                  speaker.say('panelLimits'),
                ),
              ),
            ]
          : []),
      ],
    ),
  ];
}
