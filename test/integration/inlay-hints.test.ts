import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { set } from './support';

suite('inlay hints', () => {
  suiteSetup(() => vscode.extensions.getExtension('token-allowance.token-allowance')!.activate());
  teardown(() => set('inlayHints.enabled', undefined));

  async function hints(content: string, language: string) {
    const document = await vscode.workspace.openTextDocument({ language, content });
    const all = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      new vscode.Range(0, 0, document.lineCount, 0),
    );
    return all
      .filter(({ label }) => / pool$/.test(String(label)))
      .map(({ label, position }) => [label, position.character]);
  }

  test('are off, and name the pool of covered models in use when they are on', async () => {
    const typescript = 'ask({ model: "gpt-5.5" }); ask({ model: "gpt-5-pro" }); type M = "gpt-5.5";';
    const python = 'ask(model="""gpt-5.4-mini""")';
    assert.deepEqual(await hints(typescript, 'typescript'), []);
    await set('inlayHints.enabled', true);
    assert.deepEqual(await hints(typescript, 'typescript'), [['large pool', typescript.indexOf(' }')]]);
    assert.deepEqual(await hints(python, 'python'), [['small pool', python.indexOf(')')]]);
    assert.deepEqual(await hints('ask(model="o1-preview")', 'python'), [], 'shut down');
  });
});
