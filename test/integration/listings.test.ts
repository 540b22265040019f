import assert from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { codes, problems, set, show, temporaryFolder, until } from './support';

suite('listings of the user’s own', function () {
  this.timeout(60_000);
  const workspace = vscode.workspace.workspaceFolders?.[0];
  assert.ok(workspace, 'the tests run in a folder');
  const usual = path.join(workspace.uri.fsPath, '.vscode/token-allowance.json');
  const outside = temporaryFolder();
  suiteSetup(() => vscode.extensions.getExtension('token-allowance.token-allowance')!.activate());
  const made = [usual, path.join(workspace.uri.fsPath, 'own.py'), path.join(workspace.uri.fsPath, 'link.json')];
  const configuration = () => vscode.workspace.getConfiguration('tokenAllowance');

  const listing = (changes: object = {}) =>
    JSON.stringify({
      id: 'mine',
      title: 'My *list*',
      date: '2026-11-01',
      pools: { large: ['next-model'], small: ['gpt-4o-transcribe'] },
      ...changes,
    });
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return vscode.Uri.file(file);
  };
  const source = () => write(made[1]!, 'ask(model="next-model")\nask(model="gpt-4o-transcribe")\n');

  teardown(async () => {
    await configuration().update('listingFile', undefined, vscode.ConfigurationTarget.Workspace);
    await set('listingFile', undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const file of made) rmSync(file, { force: true });
  });
  suiteTeardown(() => outside.remove());

  async function hoverAt(document: vscode.TextDocument, mark: string): Promise<string> {
    const position = document.positionAt(document.getText().indexOf(mark) + 1);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    );
    return hovers.flatMap(({ contents }) => contents.map((each) => (each as vscode.MarkdownString).value)).join('\n');
  }

  test('come, change and go while files are open', async () => {
    const { document } = await show(source());
    await until(() => codes(document.uri).join() === 'not-listed');
    assert.equal(await hoverAt(document, 'next-model'), '');

    write(usual, listing());
    await until(() => problems(document.uri).length === 0);
    assert.match(
      await hoverAt(document, 'next-model'),
      /Covered: large pool.*Listed by My \\\*list\\\* \(2026-11-01, own listing\)/s,
    );
    assert.match(await hoverAt(document, 'gpt-4o-transcribe'), /Covered: small pool/);

    write(usual, listing({ pools: { large: [], small: ['next-model'] } }));
    await until(() => codes(document.uri).join() === 'not-listed');
    assert.match(await hoverAt(document, 'next-model'), /Covered: small pool/);

    rmSync(usual);
    await until(async () => (await hoverAt(document, 'next-model')) === '');
  });

  test('hold for what is not saved yet, and for old versions of files', async () => {
    write(usual, listing());
    const content = 'ask(model="next-model")\n';
    const provider = vscode.workspace.registerTextDocumentContentProvider('old-text', {
      provideTextDocumentContent: () => content,
    });
    const old = vscode.Uri.file(made[1]!).with({ scheme: 'old-text', query: 'HEAD' });
    const documents = [
      await vscode.workspace.openTextDocument({ content, language: 'python' }),
      await vscode.workspace.openTextDocument(old),
    ];
    for (const document of documents)
      await until(async () => (await hoverAt(document, 'next-model')).includes('Covered: large pool'));
    rmSync(usual);
    for (const document of documents) await until(async () => (await hoverAt(document, 'next-model')) === '');
    provider.dispose();
  });

  test('errors stand in the file at their place, and the bundled listings stay', async () => {
    const { document } = await show(source());
    const uri = write(usual, listing({ date: '2026-02-30' }));
    const [problem] = await until(() => (problems(uri).length ? problems(uri) : undefined));
    assert.equal((await vscode.workspace.openTextDocument(uri)).getText(problem!.range), '"2026-02-30"');
    assert.match(problem!.message, /must be a day of the calendar/);
    await until(() => codes(document.uri).join() === 'not-listed');
    write(usual, listing());
    await until(() => problems(uri).every(({ severity }) => severity === vscode.DiagnosticSeverity.Warning));
    await until(() => problems(document.uri).length === 0);
  });

  test('a user may name any file, a workspace only one inside itself', async () => {
    const file = outside.file('mine.json', listing());
    const { document } = await show(source());
    await until(() => codes(document.uri).join() === 'not-listed');
    await configuration().update('listingFile', file.fsPath, vscode.ConfigurationTarget.Workspace);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.deepEqual(codes(document.uri), ['not-listed']);
    symlinkSync(file.fsPath, made[2]!);
    await configuration().update('listingFile', 'link.json', vscode.ConfigurationTarget.Workspace);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.deepEqual(codes(document.uri), ['not-listed']);
    await configuration().update('listingFile', undefined, vscode.ConfigurationTarget.Workspace);
    await set('listingFile', file.fsPath);
    await until(() => problems(document.uri).length === 0);
    outside.file('mine.json', listing({ pools: { large: [], small: [] } }));
    await until(() => codes(document.uri).join() === 'not-listed');
  });

  test('one is begun by a command, valid as it stands', async () => {
    await vscode.commands.executeCommand('tokenAllowance.createListing');
    const editor = vscode.window.activeTextEditor!;
    assert.equal(editor.document.uri.fsPath, usual);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.deepEqual(vscode.languages.getDiagnostics(editor.document.uri), []);
  });

  test('two are compared in a document that follows changes', async () => {
    const query = new URLSearchParams({ first: 'openai-help', second: 'mine' }).toString();
    const uri = vscode.Uri.from({ scheme: 'token-allowance', path: '/a.md', query });
    write(usual, listing());
    const comparison = await vscode.workspace.openTextDocument(uri);
    await until(() => comparison.getText().includes('- `next-model`, large pool'));
    assert.match(comparison.getText(), /# From \[OpenAI Help.*to My \\\*list\\\* \(2026-11-01\)/);
    write(usual, listing({ pools: { large: [], small: ['next-model'] } }));
    await until(() => comparison.getText().includes('- `next-model`, small pool'));
  });
});
