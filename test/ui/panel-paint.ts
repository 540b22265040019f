import { until } from './wait.js';
import type { Workbench } from './workbench.js';

/** How long the panel's page took, in ms. */
export interface PanelPaint {
  /** From VS Code's asking for the page to the allowance on the screen; VS Code's own making of the webview included. */
  readonly sinceAsked: number;
  /** From the beginning of the page's document to the allowance on the screen. */
  readonly sincePage: number;
}

/** Opens the allowance panel for the first time in this window and reads what its page has measured. */
export async function firstPaint(vscode: Workbench): Promise<PanelPaint> {
  await vscode.openView('Token Allowance');
  const frame = await vscode.webviewFrame(/Large pool/);
  return until('the mark of the first useful paint', async () => {
    const paint = (await frame.evaluate(`(() => {
      const [mark] = performance.getEntriesByName('token-allowance: first useful paint');
      return mark && { sinceAsked: mark.detail.sinceAsked, sincePage: mark.startTime };
    })()`)) as PanelPaint | undefined;
    return paint && { sinceAsked: Math.round(paint.sinceAsked), sincePage: Math.round(paint.sincePage) };
  });
}

/** Hides the panel, shows it again and reads the same of its page, which VS Code has to load anew; nobody asks for it then. */
export async function paintAgain(vscode: Workbench): Promise<Pick<PanelPaint, 'sincePage'>> {
  await vscode.openView('Explorer');
  const { sincePage } = await firstPaint(vscode);
  return { sincePage };
}
