import { createVSIX } from '@vscode/vsce';
import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type { PaintedView } from '../test/ui/panel-paint.js';
import { cached } from './paths';

/** The view that the panel is held against: one paragraph, no script, so that all its time is VS Code's. */
export const emptyView: Required<PaintedView> = { title: 'Empty View', extension: 'bench.empty-view' };

const main = `const { window } = require('vscode');
const resolveWebviewView = ({ webview }) => {
  webview.options = { enableScripts: true, localResourceRoots: [] };
  webview.html = '<!DOCTYPE html><html data-asked-at="' + Date.now() + '"><body><p>Large pool</p></body></html>';
};
exports.activate = () => window.registerWebviewViewProvider('bench.view', { resolveWebviewView });
`;

/** Packs an extension with that view; it is active, as ours is, wherever somebody has code open. @returns the VSIX */
export async function emptyViewExtension(): Promise<string> {
  const folder = cached('empty-view');
  const icon = 'icon.svg';
  const manifest = {
    ...{ name: 'empty-view', publisher: 'bench', version: '1.0.0', license: 'MIT', engines: { vscode: '^1.100.0' } },
    ...{ main: './main.js', activationEvents: ['onLanguage:typescript'], repository: 'https://localhost/none' },
    contributes: {
      viewsContainers: { activitybar: [{ id: 'bench', title: emptyView.title, icon }] },
      views: { bench: [{ type: 'webview', id: 'bench.view', name: 'Empty' }] },
    },
  };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(path.join(folder, 'main.js'), main);
  writeFileSync(
    path.join(folder, icon),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M4 4h16v16H4z"/></svg>',
  );
  writeFileSync(path.join(folder, 'LICENSE'), 'MIT');
  const packagePath = path.join(cached(), 'empty-view.vsix');
  await createVSIX({ cwd: folder, packagePath, dependencies: false });
  return packagePath;
}
