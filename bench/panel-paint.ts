// The allowance panel's first useful paint in a real workbench, beside a webview that shows one paragraph: the floor under every
// extension. Run: node esbuild.js --production && npx tsx bench/panel-paint.ts [windows]
import { firstPaint, paintAgain } from '../test/ui/panel-paint.js';
import { Workbench } from '../test/ui/workbench.js';
import { emptyView, emptyViewExtension } from './empty-view';
import { median } from './measure';

/** In ms: from VS Code's asking for the page, from the page's beginning, and from that when the view is shown again. */
export type Paint = Readonly<Record<'sinceAsked' | 'sincePage' | 'again', number>>;

/** Medians of several windows, and the least. */
export interface PaintFigures {
  readonly ours: Paint;
  readonly empty: Paint;
  readonly least: { readonly ours: Paint; readonly empty: Paint };
}

/** So often is each view shown again in a window. */
const times = 5;

/** Opens both views in fresh windows, in alternating order: whichever is opened first meets a busier workbench. */
export async function panelPaint(windows = 6): Promise<PaintFigures> {
  const install = [await emptyViewExtension()];
  const views = { ours: undefined, empty: emptyView };
  const samples: Record<keyof typeof views, Paint[]> = { ours: [], empty: [] };
  for (let window = 0; window < windows; window++) {
    const vscode = await Workbench.start({ install });
    try {
      // Both extensions run already, as they do wherever somebody has code open.
      await vscode.openFile('typescript/assistant.ts');
      await vscode.hoverAt('gpt-', /pool/);
      for (const which of window % 2 ? (['ours', 'empty'] as const) : (['empty', 'ours'] as const)) {
        const first = await firstPaint(vscode, views[which]);
        const again: number[] = [];
        while (again.length < times) again.push((await paintAgain(vscode, views[which])).sincePage);
        samples[which].push({ ...first, again: median(again) });
      }
    } finally {
      await vscode.stop();
    }
  }
  const pick = (of: (values: number[]) => number, all: readonly Paint[]): Paint => ({
    sinceAsked: of(all.map(({ sinceAsked }) => sinceAsked)),
    sincePage: of(all.map(({ sincePage }) => sincePage)),
    again: of(all.map(({ again }) => again)),
  });
  const both = (of: (values: number[]) => number) => ({ ours: pick(of, samples.ours), empty: pick(of, samples.empty) });
  return { ...both(median), least: both((values) => Math.min(...values)) };
}

if (require.main === module) void panelPaint(Number(process.argv[2] ?? 6)).then((figures) => console.log(figures));
