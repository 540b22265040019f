import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import * as path from 'node:path';
import { launchBrowser } from '../scripts/lib/chromium.js';
import { runTests, startServer } from '../scripts/lib/vscode-web.js';
import { emptyExtension } from './empty-extensions';
import type { HostFigures, HostTask } from './programs/in-host';
import { cache, cached, root } from './paths';

const timeLimit = 300_000;

/**
 * What stays the same through several starts of VS Code: the folder of its user data, and its port. VS Code identifies a workspace by its
 * address, port included; on another port an extension would find nothing of what it has stored.
 */
export interface Home {
  readonly dataDir: string;
  readonly port: number;
}

/** A new home, with nothing stored yet. */
export async function newHome(): Promise<Home> {
  return { dataDir: mkdtempSync(path.join(cached(), 'user-data-')), port: await freePort() };
}

/** Removes what `newHome` has created. */
export function removeHome({ dataDir }: Home): void {
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Starts VS Code on a folder, measures inside its extension host, and stops it. */
export async function measureInHost(
  folder: string,
  { dataDir, port }: Home,
  task: Omit<HostTask, 'out'>,
): Promise<HostFigures & { readonly version: string }> {
  const out = path.join(dataDir, 'figures.json');
  rmSync(out, { force: true });
  process.env['TOKEN_ALLOWANCE_BENCH'] = JSON.stringify({ ...task, out });
  const server = await startServer({ dataDir, port, install: [await emptyExtension()] });
  const browser = await launchBrowser();
  try {
    const said: string[] = [];
    const url = server.url({ folder, extension: root, tests: path.join(cache, 'in-host.js') });
    const code = await runTests(browser, url, timeLimit, (_, args) => said.push(args.join(' ')));
    if (code !== 0) throw new Error(`Measuring in VS Code failed:\n${said.slice(-3).join('\n')}`);
  } finally {
    await browser.close();
    await server.stop();
  }
  return { ...(JSON.parse(readFileSync(out, 'utf8')) as HostFigures), version: server.version };
}
