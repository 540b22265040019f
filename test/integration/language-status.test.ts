// What the language status says of the active editor's file, with settings and an item that the test holds.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { messages } from '../../src/core/messages';
import { Analysis } from '../../src/editor/analysis';
import * as engine from '../../src/editor/engine';
import { registerLanguageStatus } from '../../src/editor/language-status';
import type { Services } from '../../src/editor/services';
import { readSettings } from '../../src/editor/settings';
import { until } from './support';

suite('the language status', () => {
  const never = new vscode.EventEmitter<never>().event;
  const { settings } = readSettings(() => undefined);
  const services = {
    analysis: new Analysis(async () => engine.findIn),
    configuration: { settings: async () => settings, onDidChange: never },
    engine: async () => engine,
    secondPass: {
      refine: (_: unknown, references: unknown) => references,
      bindings: () => [],
      hasAnswered: () => true,
      onDidChange: never,
    },
    log: console,
  } as unknown as Services;
  teardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  test('follows the active editor, what is typed there, and its language', async () => {
    const item = { text: '', dispose() {} };
    const status = registerLanguageStatus(services, () => item as unknown as vscode.LanguageStatusItem);
    const open = async (language: string, content: string) =>
      vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }));
    await open('python', 'ask(model="gpt-5.5")\nask(model="gpt-5.4-mini")\n');
    await until(() => item.text === 'OpenAI: 2 covered');
    const { document, edit } = await open('plaintext', 'ask(model="gpt-5.5")\n');
    await vscode.languages.setTextDocumentLanguage(document, 'python');
    await until(() => item.text === 'OpenAI: 1 covered');
    await edit((builder) => builder.delete(new vscode.Range(0, 0, 1, 0)));
    await until(() => item.text !== 'OpenAI: 1 covered');
    status.dispose();
  });

  test('says that a document is too long for problems', async () => {
    const item = { text: '', detail: '', dispose() {} };
    const status = registerLanguageStatus(services, () => item as unknown as vscode.LanguageStatusItem);
    const content = `ask(model="gpt-5-pro")\n${'# as long as data\n'.repeat(120_000)}`;
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'python', content }));
    await until(() => item.text === messages.statusLong);
    assert.match(item.detail, /2,000,000/);
    status.dispose();
  });
});
