// The panel's page by itself in a browser, with what VS Code gives to it.
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { root } from '../../scripts/lib/run.js';
import { firstPaint } from '../../src/sidebar/view/first-paint';
import { full } from './panel-snapshot';

/** Where the page is served. */
export const origin = 'http://panel.test';

const built = (file: string) => readFileSync(path.join(root, 'dist', file), 'utf8');

/** The page as the host makes it when VS Code asks for it, and only the essentials are known. */
export function opened() {
  const { tier, folders, allowance, restricted } = full;
  const known = { tier, folders, allowance, restricted, scan: { state: 'idle' } } as const;
  const given = { locale: 'en-US', texts: {}, known };
  return {
    starter: built('panel-starter.js'),
    script: built('panel.js'),
    // VS Code gives each webview its own font, in Linux's size, its colours, and links that only theirs tells from text.
    style: `body { font: 13px system-ui, sans-serif; color: #3b3b3b }\na { color: #005fb8; text-decoration: none }\n${built('panel.css')}`,
    nonce: 'n',
    askedAt: 0,
    body: firstPaint(known, new Date()),
    given,
  };
}

/** What VS Code gives to a webview's page; the state outlives a reload as it does there. */
export const host = `globalThis.acquireVsCodeApi = () => ({
  postMessage: (message) => send(message),
  getState: () => JSON.parse(sessionStorage.state ?? 'null') ?? undefined,
  setState: (state) => void (sessionStorage.state = JSON.stringify(state)),
})`;

/** A script that posts a message to the page, and is over when the page has heard it: the page's own listener comes first. */
export const posting = (message: unknown): string => `new Promise((heard) => {
  addEventListener('message', () => heard(), { once: true });
  window.postMessage(${JSON.stringify(message)});
})`;
