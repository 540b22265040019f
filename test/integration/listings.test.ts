import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { programWith } from '../../src/core/program/program';
import type { Listing } from '../../src/core/program/schema';
import { chooseTwo, comparisonOf } from '../../src/editor/listings/compare';
import { OwnListings } from '../../src/editor/listings/own-listings';
import type { Settings } from '../../src/editor/settings';
import { link } from '../unit/workspace/temporary';
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

  test('come and go with the folder that they lie in', async () => {
    const moved = path.join(workspace.uri.fsPath, 'aside');
    const { document } = await show(source());
    write(usual, listing());
    await until(() => problems(document.uri).length === 0);
    renameSync(path.dirname(usual), moved);
    await until(() => codes(document.uri).join() === 'not-listed');
    renameSync(moved, path.dirname(usual));
    await until(() => problems(document.uri).length === 0);
    rmSync(path.dirname(usual), { recursive: true });
    await until(() => codes(document.uri).join() === 'not-listed');
    write(usual, listing());
    await until(() => problems(document.uri).length === 0);
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
    assert.match(problem!.message, /must be a calendar date/);
    await until(() => codes(document.uri).join() === 'not-listed');
    write(usual, listing());
    await until(() => problems(uri).every(({ severity }) => severity === vscode.DiagnosticSeverity.Warning));
    await until(() => problems(document.uri).length === 0);
  });

  test('what VS Code’s own check of JSON marks in an open file is not marked twice, and stands in it again once that is silent', async () => {
    const pools = { large: ['a*', 'gpt-9.9-next'], small: 'x' };
    const wrong = listing({ id: 'own', date: '2026-02-30', bands: 1, pools }).replace(
      '"bands"',
      '"title":"again","bands"',
    );
    const uri = write(usual, wrong);
    const marks = (ours: boolean) =>
      vscode.languages
        .getDiagnostics(uri)
        .filter(({ source }) => (source === 'Token Allowance') === ours)
        .map(({ range }) => wrong.slice(range.start.character).match(/^"[^"]*"|./)![0]);
    await until(() => marks(true).length === 7);
    const all = marks(true);
    await show(uri);
    // The schema says nothing of models that nobody knows.
    await until(() => marks(true).join() === '"gpt-9.9-next"');
    assert.ok(marks(false).length >= 6);
    const taken = vscode.languages.getDiagnostics(uri).find(({ message }) => message.startsWith('This id is taken'));
    assert.equal(wrong.slice(taken!.range.start.character).slice(0, 5), '"own"');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until(() => marks(true).join() === all.join());
  });

  test('what keeps one from counting is told in words, for the panel', async () => {
    const told = async () => {
      const own = new OwnListings();
      const { problems } = await own.of(workspace.uri);
      own.dispose();
      return problems.join();
    };
    write(usual, listing());
    assert.equal(await told(), '');
    for (const text of ['', '[]', listing({ date: '2026-02-30' })]) {
      write(usual, text);
      assert.match(await told(), /^The listing \.vscode\/token-allowance\.json is not used while it has errors/);
    }
    rmSync(usual);
    link('nowhere', usual);
    assert.equal(await told(), 'The listing .vscode/token-allowance.json was not read: there is no such file.');
    rmSync(usual);
    assert.equal(await told(), '');
    await set('listingFile', outside.file('listings/x.json', '').fsPath.replace('x.json', 'gone.json'));
    assert.match(
      await told(),
      /^The listing (.*gone\.json) was not read: there is no such file\. The setting tokenAllowance\.listingFile leads to \1\.$/,
    );
  });

  test('a user may name any file, a workspace only one inside itself', async () => {
    const file = outside.file('{my} [list].json', listing());
    const { document } = await show(source());
    await until(() => codes(document.uri).join() === 'not-listed');
    await configuration().update('listingFile', file.fsPath, vscode.ConfigurationTarget.Workspace);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.deepEqual(codes(document.uri), ['not-listed']);
    link(file.fsPath, made[2]!);
    await configuration().update('listingFile', 'link.json', vscode.ConfigurationTarget.Workspace);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.deepEqual(codes(document.uri), ['not-listed']);
    await configuration().update('listingFile', undefined, vscode.ConfigurationTarget.Workspace);
    await set('listingFile', file.fsPath);
    await until(() => problems(document.uri).length === 0);
    outside.file('{my} [list].json', listing({ pools: { large: [], small: [] } }));
    await until(() => codes(document.uri).join() === 'not-listed');
  });

  test('one is begun by a command, valid as it stands', async () => {
    await vscode.commands.executeCommand('tokenAllowance.createListing');
    const editor = vscode.window.activeTextEditor!;
    assert.equal(editor.document.uri.fsPath, usual);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.deepEqual(vscode.languages.getDiagnostics(editor.document.uri), []);
  });

  test('none is begun where it cannot be told whether there is one', async () => {
    link(usual, usual);
    const { showErrorMessage } = vscode.window;
    const said: string[] = [];
    vscode.window.showErrorMessage = async <T>(text: string) => said.push(text) as T;
    try {
      await vscode.commands.executeCommand('tokenAllowance.createListing');
    } finally {
      vscode.window.showErrorMessage = showErrorMessage;
    }
    assert.match(said.join(), /^The listing \.vscode\/token-allowance\.json was not read: .*(ELOOP|symbolic)/);
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

  test('two are chosen by what they are called, the older one first', async () => {
    const { showQuickPick } = vscode.window;
    const asked: string[][] = [];
    const picks = ['OpenAI Help', 'My *list*'];
    const pick = async (items: { label: string }[]) => {
      asked.push(items.map(({ label }) => label));
      const wanted = picks.shift();
      return items.find(({ label }) => label === wanted);
    };
    Object.assign(vscode.window, { showQuickPick: pick });
    try {
      const settings = { program: programWith([JSON.parse(listing()) as Listing]) } as Settings;
      const [first, second] = (await chooseTwo(settings))!;
      assert.deepEqual(
        [first, second, asked],
        [
          'openai-help',
          'mine',
          [
            ['MakerPerks', 'OpenAI Help', 'My *list*'],
            ['My *list*', 'MakerPerks'],
          ],
        ],
      );
      assert.match(comparisonOf(first, second, settings, new Date()), /^# From .*OpenAI Help.* to My /);
      assert.equal(comparisonOf(first, 'gone', settings, new Date()), 'One of the two listings no longer exists.\n');
    } finally {
      Object.assign(vscode.window, { showQuickPick });
    }
  });

  test('of two with one id the second does not count, and says so at that id', async () => {
    const file = outside.file('first.json', listing());
    await set('listingFile', file.fsPath);
    const uri = write(usual, listing({ title: 'Second' }));
    const isError = ({ severity }: vscode.Diagnostic) => severity === vscode.DiagnosticSeverity.Error;
    const problem = await until(() => problems(uri).find(isError));
    assert.equal((await vscode.workspace.openTextDocument(uri)).getText(problem.range), '"mine"');
    const message = `"id" is taken: "mine" is the id of ${file.fsPath} too. Give each listing its own.`;
    assert.equal(problem.message, message);
    const own = new OwnListings();
    const { program, problems: said } = await own.of(workspace.uri);
    own.dispose();
    assert.deepEqual(
      program?.listings.flatMap(({ id, title }) => (id === 'mine' ? [title] : [])),
      ['My *list*'],
    );
    assert.match(said.join(), /^The listing \.vscode\/token-allowance\.json is not used while it has errors/);
  });

  test('are read as the editor shows them, in UTF-16 with a byte order mark, too', async () => {
    const { document } = await show(source());
    await until(() => codes(document.uri).join() === 'not-listed');
    mkdirSync(path.dirname(usual), { recursive: true });
    writeFileSync(usual, `\uFEFF${listing()}`, 'utf16le');
    await until(() => problems(document.uri).length === 0);
  });
});
