import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findReferences } from '../../src/core/find/find';
import { Analysis } from '../../src/editor/analysis';
import { DiagnosticManager } from '../../src/editor/diagnostics/manager';
import { codes, problems, set, settled, show, temporaryFolder, until } from './support';

const bad = 'await client.responses.create({ model: "gpt-3.5-turbo", input });\n';
const good = 'await client.responses.create({ model: "gpt-5.5", input });\n';

suite('diagnostics', () => {
  const folder = temporaryFolder();
  suiteTeardown(() => folder.remove());
  teardown(async () => {
    for (const name of ['diagnostics.enabled', 'diagnostics.inTests', 'severity.shut-down', 'listings'])
      await set(name, undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** Opens a file and waits for its diagnostics. */
  async function reported(name: string, content = bad): Promise<vscode.TextEditor> {
    const editor = await show(folder.file(name, content));
    await until(() => problems(editor.document.uri).length > 0);
    return editor;
  }

  test('gpt-3.5-turbo carries a warning on its text, with a code that links', async () => {
    const { document } = await reported('warning.ts');
    const [problem, ...more] = problems(document.uri);
    assert.deepEqual(more, []);
    assert.equal(problem!.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(document.getText(problem!.range), 'gpt-3.5-turbo');
    const code = problem!.code as { value: string; target: vscode.Uri };
    assert.equal(code.value, 'shut-down');
    assert.equal(code.target.scheme, 'https');
  });

  test('it goes as soon as the model is replaced, and comes back with it', async () => {
    const { document, edit } = await reported('edit.py', 'ask(model="gpt-3.5-turbo")\n');
    const replace = (to: string) =>
      edit((builder) => {
        const start = document.getText().indexOf('"') + 1;
        const end = document.getText().indexOf('"', start);
        builder.replace(new vscode.Range(document.positionAt(start), document.positionAt(end)), to);
      });
    await replace('gpt-5.5');
    await until(() => problems(document.uri).length === 0);
    await replace('gpt-5-pro');
    assert.deepEqual(await until(() => problems(document.uri).length > 0 && codes(document.uri)), ['not-listed']);
  });

  test('it goes when the file is closed', async () => {
    const { document } = await reported('close.ts');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await until(() => problems(document.uri).length === 0);
  });

  test('it goes when the file is deleted', async () => {
    const { document } = await reported('delete.ts');
    const edit = new vscode.WorkspaceEdit();
    edit.deleteFile(document.uri);
    await vscode.workspace.applyEdit(edit);
    await until(() => problems(document.uri).length === 0);
    await settled();
    assert.deepEqual(problems(document.uri), []);
  });

  test('it moves along when the file is renamed', async () => {
    const { document } = await reported('before.ts');
    const renamed = vscode.Uri.joinPath(document.uri, '../after.ts');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(document.uri, renamed);
    await vscode.workspace.applyEdit(edit);
    await until(() => problems(document.uri).length === 0 && problems(renamed).length === 1);
  });

  test('it goes with a language that is not read, and comes back with one that is', async () => {
    const { document } = await reported('language.ts');
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await until(() => problems(document.uri).length === 0);
    await vscode.languages.setTextDocumentLanguage(document, 'javascript');
    await until(() => problems(document.uri).length === 1);
  });

  test('settings take hold without a reload', async () => {
    const { document } = await reported('settings.ts', bad + good);
    await set('severity.shut-down', 'error');
    await until(() => problems(document.uri)[0]?.severity === vscode.DiagnosticSeverity.Error);
    await set('listings', 'makerperks');
    await until(() => problems(document.uri).length === 2);
    await set('diagnostics.enabled', false);
    await until(() => problems(document.uri).length === 0);
  });

  test('tests are left alone unless the settings say otherwise', async () => {
    const { document } = await show(folder.file('chat.test.ts', bad));
    await settled();
    assert.deepEqual(problems(document.uri), []);
    await set('diagnostics.inTests', true);
    await until(() => problems(document.uri).length === 1);
  });

  test('what a package brought along is left alone, and what is too long to be examined while one types', async () => {
    const installed = await show(folder.file('node_modules/a/index.ts', bad));
    const long = await show(folder.file('long.ts', bad + ' '.repeat(2_000_000)));
    await settled();
    assert.deepEqual([codes(installed.document.uri), codes(long.document.uri)], [[], []]);
  });

  test('a file outside the workspace is no test for the folders above it', async () => {
    const { document } = await reported('test/chat.ts');
    assert.deepEqual(codes(document.uri), ['shut-down']);
  });

  test('an unsaved file is read, a file that only shows something is not', async () => {
    const unsaved = await vscode.workspace.openTextDocument({ language: 'typescript', content: bad });
    const provider = vscode.workspace.registerTextDocumentContentProvider('shown', {
      provideTextDocumentContent: () => bad,
    });
    const shown = await vscode.workspace.openTextDocument(vscode.Uri.parse('shown:/old/chat.ts'));
    assert.equal(shown.languageId, 'typescript');
    await until(() => problems(unsaved.uri).length === 1);
    await settled();
    assert.deepEqual(problems(shown.uri), []);
    provider.dispose();
  });

  test('a notebook that only shows something is not read either', async () => {
    const cell = { cell_type: 'code', source: 'ask(model="gpt-3.5-turbo")', metadata: {}, outputs: [] };
    const notebook = { cells: [cell], metadata: { language_info: { name: 'python' } }, nbformat: 4, nbformat_minor: 4 };
    const nothing = () => undefined as never;
    const old: vscode.FileSystemProvider = {
      onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
      watch: () => new vscode.Disposable(nothing),
      stat: () => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: 1 }),
      readFile: () => new TextEncoder().encode(JSON.stringify(notebook)),
      ...{ readDirectory: nothing, createDirectory: nothing, writeFile: nothing, delete: nothing, rename: nothing },
    };
    const provider = vscode.workspace.registerFileSystemProvider('old', old, { isReadonly: true });
    const { document } = (await vscode.workspace.openNotebookDocument(vscode.Uri.parse('old:/chat.ipynb'))).cellAt(0);
    assert.equal(document.languageId, 'python');
    await settled();
    assert.deepEqual(problems(document.uri), []);
    provider.dispose();
  });

  test('ten edits in a row are examined once, in the last version, and found in once', async () => {
    const editor = await show(folder.file('typing.ts', bad));
    const { document } = editor;
    const found: string[] = [];
    const examined: number[] = [];
    const analysis = new Analysis(async () => (text, language) => {
      found.push(text);
      return findReferences(text, language);
    });
    const log = vscode.window.createOutputChannel('test', { log: true });
    const diagnose = async (each: vscode.TextDocument) => {
      if (each !== document) return [];
      const references = await Promise.all([analysis.references(each), analysis.references(each)]);
      examined.push(each.version);
      return references[0].map(() => new vscode.Diagnostic(new vscode.Range(0, 0, 0, 1), `version ${each.version}`));
    };
    const collection = vscode.languages.createDiagnosticCollection('test');
    const manager = new DiagnosticManager(collection, { onDidChange: () => log, diagnose }, log, 2000);
    try {
      for (let index = 0; index < 10; index++)
        await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), ' '));
      const diagnostic = await until(() => collection.get(document.uri)?.[0]);
      assert.equal(diagnostic.message, `version ${document.version}`);
      assert.deepEqual(examined, [document.version]);
      assert.deepEqual(found, [document.getText()]);
    } finally {
      manager.dispose();
      log.dispose();
    }
  });
});
