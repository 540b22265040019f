import type { PoolPlan } from '../../core/planner';
import { pools } from '../../core/program/allowance';
import type { Pool } from '../../core/program/schema';
import { svg, type Markup } from './markup';
import { speaker } from './words';

const width = 240;
const height = 96;
/** Room for the words at the axes. */
const left = 34;
const bottom = 16;
const top = 6;
const right = 6;

const x = (hour: number): number => left + (hour / 24) * (width - left - right);
const y = (share: number): number => top + (1 - share) * (height - top - bottom);

/** The day from reset to reset: how much of each pool is used by which hour, with a mark where one runs dry. */
export function plot(plans: Readonly<Record<Pool, PoolPlan>>, description: string): Markup {
  const lines = pools.flatMap((pool) => line(pool, plans[pool]));
  return svg(
    'svg',
    {
      class: 'plot',
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': 'plot-title',
      'aria-describedby': 'plot-text',
    },
    svg('title', { id: 'plot-title' }, speaker.say('panelPlot')),
    svg('desc', { id: 'plot-text' }, description),
    [0, 0.5, 1].map((share) => rule(left, y(share), width - right, y(share))),
    [0, 0.5, 1].map((share) => label(left - 4, y(share) + 3, 'end', speaker.percent(share))),
    [0, 6, 12, 18, 24].map((hour) => rule(x(hour), y(0), x(hour), y(0) + 3)),
    [0, 6, 12, 18].map((hour) =>
      label(x(hour), height - 3, 'middle', hour === 0 ? speaker.say('panelPlotStart', '0') : String(hour)),
    ),
    label(x(24), height - 3, 'end', '24'),
    lines,
  );
}

function line(pool: Pool, { allowance, calls, course, dryAt }: PoolPlan): Markup[] {
  if (calls === 0) return [];
  const corners = course.map(({ hour, tokens }) => ({ hour, cx: round(x(hour)), cy: round(y(tokens / allowance)) }));
  const path = svg('polyline', { class: pool, points: corners.map(({ cx, cy }) => `${cx},${cy}`).join(' ') });
  const dry = corners.find(({ hour }) => hour === dryAt);
  return dry ? [path, svg('circle', { class: pool, cx: dry.cx, cy: dry.cy, r: 3 })] : [path];
}

const round = (value: number): number => Math.round(value * 10) / 10;

function rule(x1: number, y1: number, x2: number, y2: number): Markup {
  return svg('line', { x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2) });
}

function label(at: number, base: number, anchor: string, text: string): Markup {
  return svg('text', { x: round(at), y: round(base), 'text-anchor': anchor }, text);
}
