import { createVSIX } from '@vscode/vsce';
import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type { PaintedView } from '../test/ui/panel-paint.js';
import { cached } from './paths';

/** Packs an extension of this code. @returns the VSIX */
async function pack(name: string, code: string, manifest: object, files: Record<string, string> = {}): Promise<string> {
  const folder = cached(name);
  const common = { publisher: 'bench', version: '1.0.0', license: 'MIT', repository: 'https://localhost/none' };
  const complete = { name, ...common, engines: { vscode: '^1.100.0' }, main: './main.js', ...manifest };
  const all = { 'package.json': JSON.stringify(complete), 'main.js': code, LICENSE: 'MIT', ...files };
  for (const [file, text] of Object.entries(all)) writeFileSync(path.join(folder, file), text);
  const packagePath = path.join(cached(), `${name}.vsix`);
  await createVSIX({ cwd: folder, packagePath, dependencies: false });
  return packagePath;
}

/** The extension that activation is compared with: it does nothing. @returns the VSIX */
export function emptyExtension(): Promise<string> {
  return pack('empty', 'exports.activate = () => undefined;\n', { activationEvents: ['onCommand:bench.empty'] });
}

/** The view that the panel is compared with: one paragraph, no script, so that all its time is VS Code's. */
export const emptyView: Required<PaintedView> = { title: 'Empty View', extension: 'bench.empty-view' };

const viewCode = `const { window } = require('vscode');
const resolveWebviewView = ({ webview }) => {
  webview.options = { enableScripts: true, localResourceRoots: [] };
  webview.html = '<!DOCTYPE html><html data-asked-at="' + Date.now() + '"><body><p>Large pool</p></body></html>';
};
exports.activate = () => window.registerWebviewViewProvider('bench.view', { resolveWebviewView });
`;

/** An extension with that view; it is active, as ours is, wherever somebody has code open. @returns the VSIX */
export function emptyViewExtension(): Promise<string> {
  const icon = 'icon.svg';
  const contributes = {
    viewsContainers: { activitybar: [{ id: 'bench', title: emptyView.title, icon }] },
    views: { bench: [{ type: 'webview', id: 'bench.view', name: 'Empty' }] },
  };
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M4 4h16v16H4z"/></svg>';
  return pack('empty-view', viewCode, { activationEvents: ['onLanguage:typescript'], contributes }, { [icon]: svg });
}
