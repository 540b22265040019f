import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { set, settled } from './support';

/** The extension's hover at the first place of `mark` in the document. */
async function hoverAt(document: vscode.TextDocument, mark: string): Promise<vscode.Hover | undefined> {
  const position = document.positionAt(document.getText().indexOf(mark));
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers.find((hover) => /overed/.test(text(hover)));
}

const text = (hover: vscode.Hover | undefined): string =>
  (hover?.contents ?? []).map((content) => (content as vscode.MarkdownString).value).join('\n');

suite('hover', () => {
  suiteSetup(() => vscode.extensions.getExtension('token-allowance.token-allowance')!.activate());
  teardown(() => set('usageTier', undefined));

  const samples: [language: string, content: string][] = [
    ['typescript', 'await client.responses.create({ model: "gpt-4o", input });\n'],
    ['javascript', 'await client.responses.create({ model: `gpt-4o`, input });\n'],
    ['typescriptreact', 'const a = <Chat model="gpt-4o" />;\n'],
    ['python', 'client.responses.create(model="gpt-4o", input=text)\n'],
  ];
  for (const [language, content] of samples) {
    test(`gpt-4o in ${language} shows the large pool with the tier's tokens`, async () => {
      const document = await vscode.workspace.openTextDocument({ language, content });
      assert.match(text(await hoverAt(document, 'gpt-4o')), /large pool.*250,000 tokens a day/s);
      await set('usageTier', 3);
      assert.match(text(await hoverAt(document, 'gpt-4o')), /large pool.*1,000,000 tokens a day/s);
    });
  }

  test('it stands on the string alone, and is neither trusted nor HTML', async () => {
    const content = 'ask({ model: "gpt-4o" });\n';
    const document = await vscode.workspace.openTextDocument({ language: 'typescript', content });
    const hover = await hoverAt(document, 'gpt-4o');
    assert.equal(document.getText(hover!.range), 'gpt-4o');
    for (const each of hover!.contents as vscode.MarkdownString[]) {
      assert.ok(!each.isTrusted && !each.supportHtml);
      assert.doesNotMatch(each.value, /command:/);
    }
    assert.equal(await hoverAt(document, 'model'), undefined);
    assert.equal(await hoverAt(document, ');'), undefined);
  });

  test('half-typed code keeps its hovers', async () => {
    const content = 'const answer = await client.chat({ model: "gpt-4o", messages: [\n';
    const document = await vscode.workspace.openTextDocument({ language: 'typescript', content });
    assert.match(text(await hoverAt(document, 'gpt-4o')), /large pool/);
  });

  test('a notebook cell has hovers and problems of its own', async () => {
    const cell = (source: string, language: string) =>
      new vscode.NotebookCellData(vscode.NotebookCellKind.Code, source, language);
    const data = new vscode.NotebookData([
      cell('%pip install openai', 'python'),
      cell('ask(model="gpt-5-pro")', 'python'),
    ]);
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', data);
    const { document } = notebook.cellAt(1);
    assert.match(text(await hoverAt(document, 'gpt-5-pro')), /Not covered/);
    await settled();
    assert.equal(vscode.languages.getDiagnostics(document.uri).length, 1);
  });
});
