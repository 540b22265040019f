import type { Snapshot } from '../protocol';
import { h } from './dom';
import { send } from './host';
import { compact, count, decidedBy } from './texts';

type Slice = Pick<Snapshot, 'tier' | 'allowance'>;

const tiers = [1, 2, 3, 4, 5] as const;

/** The usage tier with a control to change it, and what each pool holds a day. */
export function renderAllowance({ tier, allowance }: Slice): Node[] {
  const choose = h(
    'select',
    {
      id: 'tier',
      'data-key': 'tier',
      'aria-describedby': 'tier-note',
      onchange: () => {
        const value = tiers.find((each) => String(each) === choose.value);
        if (value) send({ type: 'setTier', tier: value });
      },
    },
    tiers.map((each) => h('option', { value: each, selected: each === tier.value }, `Tier ${each}`)),
  );
  return [
    h('div', { class: 'tier' }, h('label', { for: 'tier' }, 'Usage tier'), choose),
    h('p', { class: 'dim', id: 'tier-note' }, decidedBy(tier)),
    h(
      'dl',
      { class: 'pools' },
      pool('large', 'Large pool', allowance.large),
      pool('small', 'Small pool', allowance.small),
    ),
    h('p', {}, `${compact(allowance.total)} tokens a day in all, input and output together.`),
  ];
}

function pool(kind: 'large' | 'small', name: string, tokens: number): HTMLElement {
  return h(
    'div',
    { class: `pool ${kind}` },
    h('dt', {}, name),
    h('dd', {}, h('span', { class: 'tokens' }, count(tokens)), h('span', { class: 'dim' }, ' tokens a day')),
  );
}
