import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { completionProvider } from '../../src/editor/completion';
import { completionBehind } from '../../src/editor/registration';
import type { Features } from '../../src/features';
import type { Configuration } from '../../src/editor/configuration';
import { readSettings } from '../../src/editor/settings';
import { set } from './support';

const engine = () => import('../../src/editor/engine');

suite('completion', () => {
  suiteSetup(() => vscode.extensions.getExtension('token-allowance.token-allowance')!.activate());
  teardown(() => set('listings', undefined));

  /** What is offered at the `|` of a content. */
  async function offered(content: string, language = 'typescript', resolve = 0) {
    const at = content.indexOf('|');
    const document = await vscode.workspace.openTextDocument({ language, content: content.replace('|', '') });
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      document.positionAt(at),
      undefined,
      resolve,
    );
    const own = items.filter(({ label, kind }) =>
      kind === vscode.CompletionItemKind.Keyword
        ? String(labelOf(label)).startsWith('token-allowance:')
        : typeof label === 'object' && /covered|shut down|pool/.test(label.description ?? ''),
    );
    return { document, items: own };
  }

  const labelOf = (label: string | vscode.CompletionItemLabel) => (typeof label === 'string' ? label : label.label);
  const rangeOf = ({ range }: vscode.CompletionItem) => (range instanceof vscode.Range ? range : range!.replacing);

  const places: [language: string, content: string, replaced: string][] = [
    ['typescript', 'ask({ model: "gp|" });', 'gp'],
    ['typescript', 'ask({ model: "gp|t-4" });', 'gpt-4'],
    ['javascript', "const answer = await ask({ model: '|', messages: [", ''],
    ['typescriptreact', 'const a = <Chat model="|" />;', ''],
    ['python', 'ask(model="|")', ''],
    ['python', 'ask(model="openai/gpt|", input=', 'openai/gpt'],
    ['typescript', 'ask({ model: "gpt-|\n});', 'gpt-'],
    ['python', 'ask(model="gpt-|', 'gpt-'],
  ];
  for (const [language, content, replaced] of places) {
    test(`${content} in ${language} offers models in place of ${JSON.stringify(replaced)}`, async () => {
      const { document, items } = await offered(content, language);
      const prefix = /^.*\//.exec(replaced)?.[0] ?? '';
      assert.deepEqual([labelOf(items[0]!.label), items[0]!.insertText], ['gpt-6-astra', `${prefix}gpt-6-astra`]);
      for (const item of items) assert.equal(document.getText(rangeOf(item)), replaced);
    });
  }

  test('covered models come first, shut-down ones last and struck through', async () => {
    const { items } = await offered('ask({ model: "|" });', 'typescript', 1);
    assert.deepEqual(
      items.map(({ sortText }) => sortText),
      items.map(({ sortText }) => sortText).sort(),
    );
    const struck = items.map(({ tags }) => tags?.includes(vscode.CompletionItemTag.Deprecated) ?? false);
    assert.ok(struck.includes(true));
    assert.equal(struck.lastIndexOf(false), struck.indexOf(true) - 1);
    const described = items.map(({ label }) => (label as vscode.CompletionItemLabel).description!);
    const firstBilled = described.findIndex((each) => each.startsWith('not covered'));
    assert.ok(described.slice(0, firstBilled).every((each) => /^(large|small) pool/.test(each)));
    const alias = items.find(({ label }) => labelOf(label) === 'gpt-4o')!;
    assert.equal(alias.detail, 'gpt-4o-2024-08-06');
    assert.match((alias.label as vscode.CompletionItemLabel).description!, /^large pool; ends 2027-01-14$/);
    const documentation = items[0]!.documentation as vscode.MarkdownString;
    assert.match(documentation.value, /Covered: large pool/);
    assert.ok(!documentation.isTrusted && !documentation.supportHtml);
  });

  test('the settings decide what is covered', async () => {
    await set('listings', 'makerperks');
    const { items } = await offered('ask({ model: "|" });');
    const astra = items.find(({ label }) => labelOf(label) === 'gpt-6-astra')!;
    assert.match((astra.label as vscode.CompletionItemLabel).description!, /^not covered/);
  });

  for (const content of ['ask({ role: "|" });', 'ask({ model| });', '// model: "gpt|"', 'import a from "gpt|";']) {
    test(`nothing in ${content}`, async () => assert.deepEqual((await offered(content)).items, []));
  }

  for (const slow of ['features', 'settings']) {
    test(`what is typed while the ${slow} load is not taken for part of the string asked about`, async () => {
      const content = 'ask({ model: "gpt-" });';
      const document = await vscode.workspace.openTextDocument({ language: 'typescript', content });
      const position = new vscode.Position(0, content.indexOf('" }'));
      const typing = async (meanwhile: string) => {
        if (meanwhile !== slow) return;
        const edit = new vscode.WorkspaceEdit();
        edit.insert(document.uri, position, '5.4');
        await vscode.workspace.applyEdit(edit);
      };
      const { settings } = readSettings(() => undefined);
      const configuration = {
        async settings() {
          await typing('settings');
          return settings;
        },
      };
      const completion = completionProvider({ configuration: configuration as unknown as Configuration, engine });
      const provider = completionBehind(async () => {
        await typing('features');
        return { completion } as Features;
      });
      const { token } = new vscode.CancellationTokenSource();
      const context = { triggerKind: vscode.CompletionTriggerKind.Invoke, triggerCharacter: undefined };
      const items = await provider.provideCompletionItems(document, position, token, context);
      assert.match(document.getText(), /"gpt-5\.4"/);
      const { start, end } = rangeOf((items as vscode.CompletionItem[])[0]!);
      assert.deepEqual([start.character, end.character], [position.character - 4, position.character]);
    });
  }

  test('ignore comments in comments', async () => {
    const { document, items } = await offered('ask(model="gpt-4")  # token-|', 'python');
    assert.deepEqual(
      items.map(({ label }) => labelOf(label)),
      ['token-allowance: ignore', 'token-allowance: ignore-next-line', 'token-allowance: ignore-file'],
    );
    for (const item of items) assert.equal(document.getText(rangeOf(item)), 'token-');
  });
});
