import { setTimeout } from 'node:timers/promises';
import { until } from './wait.js';
import type { Workbench } from './workbench.js';

/** How long until a webview's page was first seen, in ms. */
export interface PanelPaint {
  /** From VS Code's asking for the page to its first contents on the screen; VS Code's own making of the webview included. */
  readonly sinceAsked: number;
  /** From the beginning of the page's document to the same. */
  readonly sincePage: number;
}

/** A view with a webview in the side bar. */
export interface PaintedView {
  /** The view container's title. */
  readonly title: string;
  /** The id of the extension it belongs to; default this one's. */
  readonly extension?: string;
}

const panel: PaintedView = { title: 'Token Allowance' };

/**
 * Opens a view for the first time in this window and reads what the browser has noted of its page. The panel's allowance stands in the
 * page as text, so that its first contents are useful ones.
 */
export async function firstPaint(vscode: Workbench, { title, extension }: PaintedView = panel): Promise<PanelPaint> {
  await vscode.openView(title);
  // Looking into the page while it is made would delay it.
  await setTimeout(1000);
  const frame = await vscode.webviewFrame(/Large pool/, undefined, extension);
  return until('the first paint', async () => {
    const paint = (await frame.evaluate(`(() => {
      const [paint] = performance.getEntriesByName('first-contentful-paint');
      const sinceAsked = performance.timeOrigin - Number(document.documentElement.dataset.askedAt);
      return paint && { sinceAsked: sinceAsked + paint.startTime, sincePage: paint.startTime };
    })()`)) as PanelPaint | undefined;
    return paint && { sinceAsked: Math.round(paint.sinceAsked), sincePage: Math.round(paint.sincePage) };
  });
}

/** Hides the view, shows it again and reads the same of its page, which VS Code has to load anew; nobody asks for it then. */
export async function paintAgain(vscode: Workbench, view?: PaintedView): Promise<Pick<PanelPaint, 'sincePage'>> {
  await vscode.openView('Explorer');
  const { sincePage } = await firstPaint(vscode, view);
  return { sincePage };
}
