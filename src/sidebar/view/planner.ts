import type { MessageKey } from '../../core/messages';
import { planDay } from '../../core/planner';
import { pools, utcDay } from '../../core/program/allowance';
import type { Pool } from '../../core/program/schema';
import { planMarkdown, poolTitle, verdict, type PlannedModel } from '../../core/words/plan';
import { poolText } from '../../core/words/status';
import type { Known } from '../protocol';
import { create } from './dom';
import { save, saved } from './host';
import { fold, h, type Markup } from './markup';
import { plot } from './plot';
import { speaker } from './words';

/** What the plan is made for. */
export interface PlannerInput {
  readonly tier: number;
  readonly allowance: Known['allowance'];
  /** The models in use that draw on a pool, the most used first. */
  readonly models: readonly { readonly model: string; readonly pool: Pool }[];
}

type Quantity = 'tokensPerCall' | 'callsPerDay';

const quantities: Record<Quantity, { label: MessageKey; steps: readonly number[]; start: number }> = {
  tokensPerCall: { label: 'panelTokensPerCall', steps: oneTwoFive(2, 6), start: 2_000 },
  callsPerDay: { label: 'panelCallsADay', steps: [0, ...oneTwoFive(0, 6)], start: 50 },
};

/** How many models are in sight and planned with; the others are folded away, with no calls. */
const open = 5;

/** The models that a plan can be made with. */
export function plannerInput({ tier, allowance, groups = [] }: Known): PlannerInput {
  const models = groups.flatMap(({ group, rows }) =>
    group === 'large' || group === 'small'
      ? rows.filter((row) => row.uses > 0).map(({ model, uses }) => ({ model, pool: group, uses }))
      : [],
  );
  models.sort((a, b) => b.uses - a.uses);
  return { tier: tier.value, allowance, models: models.map(({ model, pool }) => ({ model, pool })) };
}

/** Sliders for each model, and what the day comes to. */
export function renderPlanner({ tier, allowance, models }: PlannerInput): Markup[] {
  if (models.length === 0) return [];
  const planned = (): PlannedModel[] =>
    models.map(({ model, pool }, index) => ({ model, pool, ...starts(index), ...saved.plan[model] }));
  const result = create(h('div', { class: 'result' }));
  const show = (): void => result.replaceChildren(...renderResult(planned(), allowance).map(create));
  const set = (index: number, quantity: Quantity, value: number): void => {
    const { model, tokensPerCall, callsPerDay } = planned()[index]!;
    saved.plan[model] = { tokensPerCall, callsPerDay, [quantity]: value };
    save();
    show();
  };
  const fields = planned().map((each, index) =>
    h(
      'li',
      {},
      field(each, (...change) => set(index, ...change)),
    ),
  );
  show();
  return [
    fold(
      'planner',
      [speaker.say('panelPlan')],
      [
        h('p', { class: 'dim' }, speaker.say('planExample')),
        h('ul', { class: 'plain' }, fields.slice(0, open)),
        ...foldedAway(fields.slice(open)),
        result,
        h('p', { class: 'dim' }, speaker.say('planAssumptions')),
        copyButton(() => planMarkdown(planned(), planDay(planned(), allowance), tier, lastReset())),
      ],
    ),
  ];
}

/** What the planned day comes to: a verdict for each pool, and a plot of both. */
function renderResult(planned: readonly PlannedModel[], allowance: PlannerInput['allowance']): Markup[] {
  const plans = planDay(planned, allowance);
  const verdicts = pools.map((pool) => ({ pool, text: verdict(plans[pool], lastReset()) }));
  const spoken = verdicts.map(({ pool, text }) => `${poolTitle(pool)}: ${text}`).join(' ');
  return [
    ...verdicts.map(({ pool, text }) =>
      h('p', { class: `verdict ${pool}`, id: `verdict-${pool}` }, h('strong', {}, poolTitle(pool)), ` ${text}`),
    ),
    plot(plans, spoken),
  ];
}

/** The beginning of today, UTC. */
function lastReset(): Date {
  return new Date(utcDay(new Date()));
}

/** The models beyond those in sight. */
function foldedAway(rest: readonly Markup[]): Markup[] {
  if (rest.length === 0) return [];
  const key = 'planner/rest';
  const summary = speaker.counted(rest.length, 'panelMoreModel', 'panelMoreModels');
  return [
    h('details', { 'data-fold': key }, h('summary', { 'data-key': key }, summary), h('ul', { class: 'plain' }, rest)),
  ];
}

/** A button that copies a text, and says so for a moment. */
function copyButton(text: () => string): Markup {
  const copied = create(h('span', { class: 'dim', role: 'status' }));
  const onclick = () => {
    copied.textContent = speaker.say('panelCopied');
    setTimeout(() => (copied.textContent = ''), 3000);
    return { type: 'copy', text: text() } as const;
  };
  const button = h('button', { class: 'secondary', 'data-key': 'copy', onclick }, speaker.say('panelCopy'));
  return h('p', {}, button, ' ', copied);
}

function starts(index: number): Record<Quantity, number> {
  return {
    tokensPerCall: quantities.tokensPerCall.start,
    callsPerDay: index < open ? quantities.callsPerDay.start : 0,
  };
}

function field(planned: PlannedModel, set: (quantity: Quantity, value: number) => void): Markup {
  const { model, pool } = planned;
  return h(
    'fieldset',
    { class: `planned ${pool}` },
    h('legend', {}, h('code', {}, model), ' ', h('span', { class: 'dim' }, poolText(pool))),
    h('div', { class: 'sliders' }, slider('tokensPerCall', planned, set), slider('callsPerDay', planned, set)),
  );
}

/** A slider over round numbers, and a field for any other. */
function slider(quantity: Quantity, planned: PlannedModel, set: (quantity: Quantity, value: number) => void): Markup {
  const { steps } = quantities[quantity];
  const label = speaker.say(quantities[quantity].label);
  const key = `plan ${planned.model} ${quantity}`;
  const nearest = (value: number) => steps.findLastIndex((step) => step <= value);
  const max = steps.at(-1)!;
  const range: HTMLInputElement = create(
    h('input', {
      type: 'range',
      min: 0,
      max: steps.length - 1,
      value: Math.max(0, nearest(planned[quantity])),
      'aria-label': label,
      'aria-describedby': `verdict-${planned.pool}`,
      'data-key': `${key} range`,
      oninput: () => {
        const value = steps[Number(range.value)]!;
        exact.value = String(value);
        speak(value);
        set(quantity, value);
      },
    }),
  );
  // A slider's value is the number of a step; a screen reader should say what the step stands for.
  const speak = (value: number) => range.setAttribute('aria-valuetext', speaker.number(value));
  speak(planned[quantity]);
  const exact: HTMLInputElement = create(
    h('input', {
      type: 'number',
      min: quantity === 'callsPerDay' ? 0 : 1,
      max,
      step: 1,
      required: true,
      value: planned[quantity],
      'data-key': key,
      onchange: () => {
        if (!exact.reportValidity()) return;
        const value = Number(exact.value);
        range.value = String(Math.max(0, nearest(value)));
        speak(value);
        set(quantity, value);
      },
    }),
  );
  return h('div', { class: 'slider' }, h('label', {}, h('span', {}, label), exact), range);
}

/** 1, 2, 5, 10, 20, 50 … between powers of ten, both included. */
function oneTwoFive(from: number, to: number): number[] {
  const steps: number[] = [];
  for (let power = from; power < to; power++) steps.push(...[1, 2, 5].map((step) => step * 10 ** power));
  return [...steps, 10 ** to];
}
