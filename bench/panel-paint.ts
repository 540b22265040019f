// The allowance panel's first useful paint in a real workbench. Run: node esbuild.js --production && npx tsx bench/panel-paint.ts
import { firstPaint, paintAgain } from '../test/ui/panel-paint.js';
import { Workbench } from '../test/ui/workbench.js';

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** Medians of several fresh windows, in ms: from VS Code's asking, from the page's beginning, and from that when shown again. */
export async function panelPaint(windows = 5): Promise<{ sinceAsked: number; sincePage: number; again: number }> {
  const samples: { sinceAsked: number; sincePage: number; again: number }[] = [];
  for (let window = 0; window < windows; window++) {
    const vscode = await Workbench.start();
    try {
      // The extension runs already, as it does wherever somebody has code open.
      await vscode.openFile('typescript/assistant.ts');
      await vscode.hoverAt('gpt-', /pool/);
      samples.push({ ...(await firstPaint(vscode)), again: (await paintAgain(vscode)).sincePage });
    } finally {
      await vscode.stop();
    }
  }
  const of = (key: keyof (typeof samples)[0]) => median(samples.map((sample) => sample[key]));
  return { sinceAsked: of('sinceAsked'), sincePage: of('sincePage'), again: of('again') };
}

if (require.main === module) void panelPaint().then((row) => console.log(row));
