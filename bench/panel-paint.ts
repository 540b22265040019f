// The allowance panel's first useful paint in a real workbench, beside a webview that shows one paragraph: the floor under every
// extension. Run: node esbuild.js --production && npx tsx bench/panel-paint.ts [windows]
import { firstPaint, paintAgain } from '../test/ui/panel-paint.js';
import { Workbench } from '../test/ui/workbench.js';
import { emptyView, emptyViewExtension } from './empty-extensions';
import { median } from './measure';

/** In ms: since VS Code asked for the page, since the page began, and since it began when the view is shown again. */
export type Paint = Readonly<Record<'sinceAsked' | 'sincePage' | 'again', number>>;

/** Medians of several windows: for a window's first webview, for which VS Code has much to set up, and for its second. */
export type PaintFigures = Readonly<Record<'first' | 'second', Readonly<Record<'ours' | 'empty', Paint>>>>;

/** How often each view is shown again in a window. */
const times = 5;

/** Opens both views in fresh windows, in alternating order. */
export async function panelPaint(windows = 6): Promise<PaintFigures> {
  const install = [await emptyViewExtension()];
  const views = { ours: undefined, empty: emptyView };
  const samples = { first: { ours: [], empty: [] }, second: { ours: [], empty: [] } } as Record<
    keyof PaintFigures,
    Record<keyof typeof views, Paint[]>
  >;
  for (let window = 0; window < 2 * Math.ceil(windows / 2); window++) {
    const vscode = await Workbench.start({ install });
    try {
      // Both extensions run already, as they do wherever somebody has code open.
      await vscode.openFile('typescript/assistant.ts');
      await vscode.hoverAt('gpt-', /pool/);
      const order = window % 2 ? (['ours', 'empty'] as const) : (['empty', 'ours'] as const);
      for (const which of order) {
        const first = await firstPaint(vscode, views[which]);
        const again: number[] = [];
        while (again.length < times) again.push((await paintAgain(vscode, views[which])).sincePage);
        samples[which === order[0] ? 'first' : 'second'][which].push({ ...first, again: median(again) });
      }
    } finally {
      await vscode.stop();
    }
  }
  const middle = (all: readonly Paint[]): Paint => ({
    sinceAsked: median(all.map(({ sinceAsked }) => sinceAsked)),
    sincePage: median(all.map(({ sincePage }) => sincePage)),
    again: median(all.map(({ again }) => again)),
  });
  const both = ({ ours, empty }: (typeof samples)['first']) => ({ ours: middle(ours), empty: middle(empty) });
  return { first: both(samples.first), second: both(samples.second) };
}

if (require.main === module) void panelPaint(Number(process.argv[2] ?? 6)).then((figures) => console.log(figures));
