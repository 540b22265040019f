import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { Analysis } from '../../src/editor/analysis';
import { findIn } from '../../src/editor/answers';
import { SecondPass } from '../../src/editor/second-pass/second-pass';
import { DiskWatch } from '../../src/workspace/disk-watch';
import { problems, show, temporaryFolder, until } from './support';

/** The text of all hovers at the last place of `mark`. */
async function hoverText(document: vscode.TextDocument, mark: string): Promise<string> {
  const position = document.positionAt(document.getText().lastIndexOf(mark) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value))
    .join('\n');
}

let disk: DiskWatch;

/** One beside the extension's. */
function secondPassAlone(): SecondPass {
  const { extensionUri } = vscode.extensions.getExtension('token-allowance.token-allowance')!;
  const parserFile = vscode.Uri.joinPath(extensionUri, 'dist/parser-process.js').fsPath;
  const log = { info() {}, warn: assert.fail } as unknown as vscode.LogOutputChannel;
  return new SecondPass(new Analysis(async () => findIn), disk, parserFile, log);
}

suite('the second pass', () => {
  const folder = temporaryFolder();
  teardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));
  suiteSetup(() => (disk = new DiskWatch()));
  suiteTeardown(() => {
    disk.dispose();
    folder.remove();
  });

  const samples: [name: string, content: string][] = [
    ['a.py', 'MODEL = "gpt-5-pro"\n\ndef ask():\n    return client.responses.create(model=MODEL)\n'],
    ['a.ts', 'const MODEL = "gpt-5-pro";\nclient.responses.create({ model: MODEL });\n'],
  ];
  for (const [name, content] of samples) {
    test(`a name that holds a model has its hover, and a problem that says where the value is set (${name})`, async () => {
      const { document } = await show(folder.file(name, content));
      const found = await until(() => {
        const all = problems(document.uri);
        return all.length === 2 && all;
      });
      const use = found.find(({ message }) => message.includes('MODEL holds gpt-5-pro, set on line 1.'));
      assert.equal(use && document.getText(use.range), 'MODEL');
      assert.equal(use?.relatedInformation?.[0]?.location.range.start.line, 0);
      assert.match(await hoverText(document, 'MODEL'), /`MODEL` holds `gpt-5-pro`, set on line 1.*Not covered/s);
    });
  }

  test('the client a call goes through decides its route', async () => {
    const content =
      'import { AzureOpenAI } from "openai";\nconst client = new AzureOpenAI();\nclient.responses.create({ model: "gpt-4o" });\n';
    const { document } = await show(folder.file('client.ts', content));
    await until(() => problems(document.uri).some(({ message }) => message.includes('Azure')));
    assert.match(await hoverText(document, 'gpt-4o'), /goes to Azure/);
  });

  test('a notebook’s cells are one program: names and clients hold from cell to cell', async () => {
    const sources = [
      'MODEL = "gpt-5-pro"\n',
      'from openai import AzureOpenAI\nclient = AzureOpenAI()\nkey = <your key>',
      'from openai import AzureOpenAI\nazure = AzureOpenAI()',
      '%time\nask(model=MODEL)\nazure.responses.create(model="gpt-4o")',
    ];
    const cells = sources.map((source) => new vscode.NotebookCellData(vscode.NotebookCellKind.Code, source, 'python'));
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', new vscode.NotebookData(cells));
    const { document } = notebook.cellAt(3);
    const said = 'MODEL holds gpt-5-pro, set on line 1 of cell 1.';
    const found = await until(() => problems(document.uri).find(({ message }) => message.includes(said)));
    assert.equal(document.getText(found.range), 'MODEL');
    assert.equal(found.relatedInformation?.[0]?.location.uri.toString(), notebook.cellAt(0).document.uri.toString());
    assert.match(await hoverText(document, 'MODEL'), /set on line 1 of cell 1/);
    assert.match(await hoverText(document, 'gpt-4o'), /goes to Azure/);

    const edit = new vscode.WorkspaceEdit();
    edit.replace(notebook.cellAt(0).document.uri, new vscode.Range(0, 0, 0, 100), 'MODEL = "o1-pro"');
    await vscode.workspace.applyEdit(edit);
    await until(() => problems(document.uri).some(({ message }) => message.includes('MODEL holds o1-pro')));

    const holds = () => problems(document.uri).some(({ message }) => message.includes('MODEL holds'));
    await vscode.languages.setTextDocumentLanguage(notebook.cellAt(0).document, 'sql');
    await until(() => !holds());
    await vscode.languages.setTextDocumentLanguage(notebook.cellAt(0).document, 'python');
    await until(holds);
    const removal = new vscode.WorkspaceEdit();
    removal.set(notebook.uri, [vscode.NotebookEdit.deleteCells(new vscode.NotebookRange(0, 1))]);
    await vscode.workspace.applyEdit(removal);
    await until(() => !holds());
  });

  test('a notebook’s cells of each language are a program by themselves', async () => {
    const cell = (source: string, language: string) =>
      new vscode.NotebookCellData(vscode.NotebookCellKind.Code, source, language);
    const cells = [
      cell('const MODEL = "gpt-5-pro"', 'typescript'),
      cell('MODEL = "o1-pro"\n', 'python'),
      cell('(() => ask({ model: MODEL }))();\n', 'typescript'),
      cell('ask(model=MODEL)\n', 'python'),
    ];
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', new vscode.NotebookData(cells));
    const holds = (index: number, said: string) =>
      until(() => problems(notebook.cellAt(index).document.uri).some(({ message }) => message.includes(said)));
    await holds(2, 'MODEL holds gpt-5-pro, set on line 1 of cell 1.');
    await holds(3, 'MODEL holds o1-pro, set on line 1 of cell 2.');
  });

  test('a name whose value is no model any more has no problem any more', async () => {
    const editor = await show(folder.file('gone.py', 'MODEL = "gpt-5-pro"\nask(model=MODEL)\n'));
    const { document } = editor;
    await until(() => problems(document.uri).length === 2);
    await editor.edit((edit) => edit.replace(new vscode.Range(0, 9, 0, 18), 'claude-3-opus'));
    await until(() => problems(document.uri).length === 0);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  test('a name that is imported follows the file that sets it', async () => {
    const workspaceFolder = vscode.workspace.workspaceFolders![0]!.uri.fsPath;
    const own = mkdtempSync(join(workspaceFolder, 'imports-test-'));
    try {
      const set = (model: string) => writeFileSync(join(own, 'config.py'), `# ours\r\nMODEL = "${model}"\r\n`);
      set('gpt-5-pro');
      writeFileSync(join(own, 'use.py'), 'from .config import MODEL\nask(model=MODEL)\n');
      const { document } = await show(vscode.Uri.file(join(own, 'use.py')));
      const says = (model: string) =>
        until(() => problems(document.uri).some(({ message }) => message.includes(`MODEL holds ${model}`)));
      await says('gpt-5-pro');
      set('o1-pro');
      await says('o1-pro');
      const [{ location }] = problems(document.uri)[0]!.relatedInformation as [vscode.DiagnosticRelatedInformation];
      assert.match(location.uri.path, /config\.py$/);
      assert.equal((await vscode.workspace.openTextDocument(location.uri)).getText(location.range), 'o1-pro');

      const editor = await show(location.uri);
      await editor.edit((edit) => edit.replace(location.range, 'gpt-5-pro'));
      await says('gpt-5-pro');
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await says('o1-pro');

      writeFileSync(join(own, 'shared.py'), 'MODEL = "gpt-5-pro"\n');
      writeFileSync(join(own, 'long.py'), 'from .shared import (\n    MODEL,\n)\nask(model=MODEL)\n');
      const { document: long } = await show(vscode.Uri.file(join(own, 'long.py')));
      await until(() => problems(long.uri).some(({ message }) => message.includes('MODEL holds gpt-5-pro')));
    } finally {
      rmSync(own, { recursive: true, force: true });
    }
  });

  test('a client that is imported follows the file that makes it', async () => {
    const own = mkdtempSync(join(vscode.workspace.workspaceFolders![0]!.uri.fsPath, 'imports-test-'));
    try {
      const make = (made: string) => writeFileSync(join(own, 'openai.ts'), `export const openai = ${made};\n`);
      make('new AzureOpenAI()');
      writeFileSync(
        join(own, 'use.ts'),
        'import { openai } from "./openai";\nopenai.responses.create({ model: "gpt-4o" });\n',
      );
      const { document } = await show(vscode.Uri.file(join(own, 'use.ts')));
      await until(() => problems(document.uri).some(({ message }) => message.includes('./openai: AzureOpenAI(…)')));
      assert.match(await hoverText(document, 'gpt-4o'), /goes to Azure \(`\.\/openai`: `AzureOpenAI\(…\)`\)/);
      make('new OpenAI()');
      await until(() => problems(document.uri).every(({ message }) => !message.includes('Azure')));
    } finally {
      rmSync(own, { recursive: true, force: true });
    }
  });

  test('names and clients of other packages of a monorepo follow these, and what says where they are', async () => {
    const own = mkdtempSync(join(vscode.workspace.workspaceFolders![0]!.uri.fsPath, 'imports-test-'));
    const write = (path: string, content: string): void => {
      mkdirSync(dirname(join(own, path)), { recursive: true });
      writeFileSync(join(own, path), content);
    };
    try {
      write('package.json', '{ "workspaces": ["packages/*"] }');
      write('packages/ai/package.json', '{ "name": "@acme/ai", "main": "./dist/index.js" }');
      write(
        'packages/ai/src/index.ts',
        'export const openai = new AzureOpenAI();\nexport const MODEL = "gpt-5-pro";\n',
      );
      write(
        'apps/web/use.ts',
        'import { MODEL, openai } from "@acme/ai";\nopenai.responses.create({ model: MODEL });\n',
      );
      const { document } = await show(vscode.Uri.file(join(own, 'apps/web/use.ts')));
      await until(() => problems(document.uri).some(({ message }) => message.includes('@acme/ai: AzureOpenAI(…)')));
      assert.match(await hoverText(document, 'MODEL'), /`MODEL` holds `gpt-5-pro`, imported from `@acme\/ai`/);

      write('packages/ai/src/index.ts', 'export const MODEL = "o1-pro";\n');
      const says = (model: string) =>
        until(() => problems(document.uri).some(({ message }) => message.includes(`MODEL holds ${model}`)));
      await says('o1-pro');
      write('tsconfig.json', '{ "compilerOptions": { "paths": { "@acme/*": ["./other/*"] } } }');
      write('other/ai.ts', 'export const MODEL = "gpt-5-pro";\n');
      await says('gpt-5-pro');
      write('tsconfig.json', '{}');
      await says('o1-pro');
    } finally {
      rmSync(own, { recursive: true, force: true });
    }
  });

  test('a client that is imported follows a file that comes later, whatever it is called', async () => {
    const own = mkdtempSync(join(vscode.workspace.workspaceFolders![0]!.uri.fsPath, 'imports-test-'));
    try {
      writeFileSync(join(own, 'use.ts'), 'import { it } from "./own";\nit.responses.create({ model: "gpt-4o" });\n');
      const { document } = await show(vscode.Uri.file(join(own, 'use.ts')));
      await until(() => problems(document.uri).length > 0);
      await new Promise((resolve) => setTimeout(resolve, 2_000)); // The second pass has answered.
      writeFileSync(join(own, 'own.ts'), 'export const it = new AzureOpenAI();\n');
      await until(() => problems(document.uri).some(({ message }) => message.includes('./own: AzureOpenAI(…)')));
    } finally {
      rmSync(own, { recursive: true, force: true });
    }
  });

  test('a name that is imported is followed into a folder that joins the workspace', async () => {
    folder.file('joined/config.py', 'MODEL = "gpt-5-pro"\n');
    const { document } = await show(folder.file('joined/use.py', 'from .config import MODEL\nask(model=MODEL)\n'));
    const { workspace } = vscode;
    const [before, joined] = [
      workspace.workspaceFolders,
      new vscode.EventEmitter<vscode.WorkspaceFoldersChangeEvent>(),
    ];
    const stand = (folders: unknown, onDidChangeWorkspaceFolders: unknown) => {
      Object.defineProperty(workspace, 'workspaceFolders', { value: folders, configurable: true });
      Object.assign(workspace, { onDidChangeWorkspaceFolders });
    };
    const { onDidChangeWorkspaceFolders } = workspace;
    stand(before, joined.event);
    const secondPass = secondPassAlone();
    try {
      await secondPass.ensure(document);
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      assert.deepEqual(secondPass.bindings(document), []);
      const uri = vscode.Uri.joinPath(document.uri, '..');
      const added = [{ uri, name: 'joined', index: 1 }];
      stand([...(before ?? []), ...added], joined.event);
      joined.fire({ added, removed: [] });
      await until(() => secondPass.bindings(document).length > 0);
    } finally {
      secondPass.dispose();
      stand(before, onDidChangeWorkspaceFolders);
    }
  });

  test('a name that is imported from a folder follows that folder as it goes and comes', async () => {
    const own = mkdtempSync(join(vscode.workspace.workspaceFolders![0]!.uri.fsPath, 'imports-test-'));
    const move = (from: string, to: string) => renameSync(join(own, from), join(own, to));
    try {
      mkdirSync(join(own, 'config'));
      writeFileSync(join(own, 'config/__init__.py'), 'MODEL = "gpt-5-pro"\n');
      writeFileSync(join(own, 'use.py'), 'from .config import MODEL\nask(model=MODEL)\n');
      const { document } = await show(vscode.Uri.file(join(own, 'use.py')));
      const follows = () => problems(document.uri).some(({ message }) => message.includes('MODEL holds gpt-5-pro'));
      await until(follows);
      move('config', 'elsewhere');
      await until(() => !follows());
      move('elsewhere', 'config');
      await until(follows);
    } finally {
      rmSync(own, { recursive: true, force: true });
    }
  });

  for (const [name, content, tells] of [
    ['nothing.py', 'print("no model")\n', false],
    ['same.py', 'client.responses.create(model="gpt-4o")\n', false],
    ['waits.py', 'print("no model") # token-allowance: ignore\n', true],
    ['new.py', 'client = AzureOpenAI()\n', true],
  ] as const) {
    test(`tells of a document only where an answer says something new, or a comment has waited for it (${name})`, async () => {
      const secondPass = secondPassAlone();
      const editor = await show(folder.file(name, content));
      const { document } = editor;
      try {
        await secondPass.ensure(document);
        let told = false;
        secondPass.onDidChange((documents) => (told ||= documents.includes(document)));
        const asked = name === 'new.py' ? 'client.responses.create(model="gpt-4o")\n' : '\n';
        await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), asked));
        await secondPass.ensure(document);
        assert.equal(told, tells);
        assert.ok(secondPass.hasAnswered(document));
      } finally {
        secondPass.dispose();
        await vscode.commands.executeCommand('workbench.action.files.revert');
      }
    });
  }

  for (const [name, answered] of [
    ['asked.py', false],
    ['answered.py', true],
  ] as const) {
    test(`keeps no answer for a language that the document has no more (${name})`, async () => {
      const { document } = await show(folder.file(name, 'client = AzureOpenAI()\nask(model="gpt-4o")\n'));
      const secondPass = secondPassAlone();
      try {
        const asked = secondPass.ensure(document);
        if (answered) await asked;
        await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
        await asked;
        assert.ok(!secondPass.hasAnswered(document));
      } finally {
        secondPass.dispose();
      }
    });
  }

  test('writes into the log what keeps it from examining a document', async () => {
    const errors: string[] = [];
    const log = { error: (text: string) => errors.push(text) } as unknown as vscode.LogOutputChannel;
    const analysis = new Analysis(() => Promise.reject(new Error('no finder')));
    const { document } = await show(folder.file('log.py', 'model = "gpt-4o"\n'));
    const secondPass = new SecondPass(analysis, disk, '', log);
    try {
      await until(() => errors.some((text) => text.includes(document.uri.toString(true))));
    } finally {
      secondPass.dispose();
    }
  });

  test('while the code does not parse, what was known stays with its place', async () => {
    const content =
      'client = AzureOpenAI()\nclient.responses.create(model="gpt-4o")\nMODEL = "gpt-5-pro"\nask(model=MODEL)\n';
    const editor = await show(folder.file('half.py', content));
    const { document } = editor;
    await until(() => problems(document.uri).some(({ message }) => message.includes('Azure')));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'def broken(:\n    x = [(\n'));
    await until(() =>
      problems(document.uri).some(({ range, message }) => range.start.line === 3 && message.includes('Azure')),
    );
    const held = problems(document.uri).find(({ message }) =>
      message.includes('MODEL holds gpt-5-pro, set on line 5.'),
    );
    assert.deepEqual(held?.range, new vscode.Range(5, 10, 5, 15));
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
