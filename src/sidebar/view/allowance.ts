import { pools, usageTiers } from '../../core/program/allowance';
import type { Pool } from '../../core/program/schema';
import { isEstimate, type Used } from '../../core/program/used';
import type { Known, Snapshot } from '../protocol';
import { h, svg, type Action, type Markup } from './markup';
import { poolTitle } from '../../core/words/plan';
import { decidedText, speaker } from './words';

type Slice = Pick<Snapshot, 'tier' | 'folders' | 'allowance'> & {
  /** What is used today; absent where that is not known. */
  readonly used?: Pick<Used, Pool | 'basis'> | undefined;
};

/** The part of a snapshot that the allowance shows; not when OpenAI was last asked, since each repaint closes an open list of tiers. */
export function allowanceOf({ tier, folders, allowance, usage }: Known): Slice {
  const { used: told } = usage ?? {};
  const used = told && { large: told.large, small: told.small, basis: told.basis };
  return { tier, folders, allowance, used };
}

/** The usage tier with a control to change it, and what each pool holds a day. */
export function renderAllowance({ tier, folders, allowance, used }: Slice): Markup[] {
  const choose = h(
    'select',
    {
      id: 'tier',
      'data-key': 'tier',
      'aria-describedby': 'tier-note',
      onchange: ({ value }) => {
        const chosen = usageTiers.find((each) => String(each) === value);
        return chosen && { type: 'setTier', tier: chosen };
      },
    },
    usageTiers.map((each) =>
      h('option', { value: each, selected: each === tier.value }, speaker.say('panelTier', String(each))),
    ),
  );
  const link = (text: string, onclick: Action) =>
    h('button', { class: 'link', 'data-key': 'tier-setting', onclick }, text);
  // A list fires no event when its present option is chosen again.
  const confirm = speaker.say('panelConfirmTier', String(tier.value));
  return [
    ...folderChoice(folders),
    h('div', { class: 'tier' }, h('label', { for: 'tier' }, speaker.say('panelTierLabel')), choose),
    h(
      'p',
      { class: 'dim', id: 'tier-note' },
      tier.decidedBy === 'default'
        ? [decidedText(tier), ' ', link(confirm, { type: 'setTier', tier: tier.value })]
        : link(decidedText(tier), { type: 'openTierSetting' }),
    ),
    h(
      'dl',
      { class: 'pools' },
      pools.map((each) => pool(each, allowance[each], used)),
    ),
    h('p', {}, speaker.say('panelInAll', speaker.compact(allowance.total))),
  ];
}

/** A choice of folder, if the folders' tiers differ, with all tiers in sight. */
function folderChoice(folders: Snapshot['folders']): Markup[] {
  if (folders.length === 0) return [];
  const choose = h(
    'select',
    { id: 'folder', 'data-key': 'folder', onchange: ({ value }) => ({ type: 'chooseFolder', uri: value }) },
    folders.map(({ uri, name, tier, shown }) =>
      h('option', { value: uri, selected: shown }, speaker.say('panelFolderTier', name, String(tier))),
    ),
  );
  return [h('div', { class: 'tier' }, h('label', { for: 'folder' }, speaker.say('panelFolder')), choose)];
}

/** A pool's name, what it holds, a bar of what is left, and in words what is used and left where that is known; `≈` marks an estimate. */
function pool(kind: Pool, tokens: number, used: Slice['used']): Markup {
  const left = Math.max(0, tokens - (used?.[kind] ?? 0));
  const amount = speaker.number(tokens);
  const [before, after] = speaker.say('panelTokensADay', amount).split(amount);
  const usedLeft = used && speaker.say('panelUsedLeft', speaker.number(used[kind]), speaker.number(left));
  return h(
    'div',
    { class: `pool ${kind}` },
    h('dt', {}, poolTitle(kind)),
    h('dd', { class: 'dim' }, before, h('span', { class: 'tokens' }, amount), after),
    h(
      'dd',
      { class: 'dim' },
      svg(
        'svg',
        { class: 'bar', 'aria-hidden': 'true' },
        svg('rect', { class: 'track', width: '100%', height: '100%', rx: 2 }),
        svg('rect', { class: 'left', width: `${(100 * left) / tokens}%`, height: '100%', rx: 2 }),
      ),
      used && isEstimate(used, used[kind]) && '≈ ',
      usedLeft ?? speaker.say('panelUseUnknown'),
    ),
  );
}
