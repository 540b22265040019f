import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { LocatedReference } from '../../src/core/find/reference';
import { createServices } from '../../src/editor/services';
import { DiskWatch } from '../../src/workspace/disk-watch';
import { WorkspaceIndex } from '../../src/workspace/index';
import { Parser } from '../../src/workspace/parser';
import { Refiner } from '../../src/workspace/refiner';
import { pythonTable } from '../unit/workspace/table';
import { settled, show, until } from './support';

suite('the second pass behind a scan', () => {
  const workspaceFolder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(workspaceFolder, 'the tests run in a folder');
  const folder = join(workspaceFolder.uri.fsPath, `refining-test-${process.pid}`);
  let storage: string;
  let disk: DiskWatch;
  let index: WorkspaceIndex;
  // Not before: of suites that are left out, nothing would clean up.
  suiteSetup(() => {
    mkdirSync(folder);
    storage = realpathSync(mkdtempSync(join(tmpdir(), 'token-allowance-')));
    disk = new DiskWatch();
    index = new WorkspaceIndex({
      workerFile: join(process.cwd(), 'dist/scan-worker.js'),
      parserFile: join(process.cwd(), 'dist/parser-process.js'),
      disk,
      storage: vscode.Uri.file(storage),
      analyse: () => Promise.resolve([]),
    });
  });
  suiteTeardown(() => {
    index.dispose();
    disk.dispose();
    for (const made of [folder, storage]) rmSync(made, { recursive: true, force: true });
  });

  const file = vscode.Uri.file(join(folder, 'client.py'));
  const write = (made: string) =>
    writeFileSync(file.fsPath, `client = ${made}\nclient.responses.create(model="gpt-4o")\n`);
  const entries = (of: WorkspaceIndex) => {
    const [found] = [...of.references()].filter(({ uri }) => uri.toString() === file.toString());
    return found?.references ?? [];
  };
  const entry = (of: WorkspaceIndex) => entries(of)[0];
  const route = () => entry(index)?.route.kind;

  test('files that are not open have their routes a moment later, and again when they change', async () => {
    write('AzureOpenAI()');
    await index.scan();
    assert.deepEqual([index.state, index.isRefining], ['ready', true]);
    let heard: boolean | undefined;
    index.onDidChange(() => (heard = index.isRefining));
    await until(() => route() === 'azure' && heard === false);
    await until(() => existsSync(join(storage, 'refined.json')));
    write('OpenAI(base_url="https://openrouter.ai/api/v1")');
    await until(() => route() === 'gateway');
  });

  test('files that import a client follow the file that makes it, also past a whole scan', async () => {
    const clients = join(folder, 'clients.py');
    const make = (made: string) => writeFileSync(clients, `client = ${made}\n`);
    make('AzureOpenAI()');
    writeFileSync(file.fsPath, 'from .clients import client\nclient.responses.create(model="gpt-4o")\n');
    await index.scan();
    await until(() => route() === 'azure');
    assert.equal(entry(index)?.route.from, '.clients');
    // The second look at new folders is over then: it would read all that is in them.
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    make('OpenAI(base_url="https://openrouter.ai/api/v1")');
    await until(() => route() === 'gateway');
    await index.scan();
    rmSync(clients);
    await until(() => route() === 'unknown');
    make('AzureOpenAI()');
    await until(() => route() === 'azure');
  });

  test('a list that a loop asks is a use, also in a file without another', async () => {
    const ask = 'for model in ["gpt-4o"]:\n    client.responses.create(model=model)\n';
    writeFileSync(file.fsPath, `client = OpenAI()\n${ask}`);
    await index.scan();
    await until(() => entry(index)?.context === 'tried');
  });

  test('a row of a table is a use while another file asks it', async () => {
    writeFileSync(file.fsPath, pythonTable);
    const ask = (row: number) =>
      writeFileSync(join(folder, 'reader.py'), `from .client import Models\nask(model=Models.M${row})\n`);
    const asked = () => entries(index).flatMap(({ role, model }) => (role === 'use' ? model : []));
    ask(0);
    await index.scan();
    await until(() => asked().join() === 'gpt-4');
    ask(5);
    await until(() => asked().join() === 'o3');
  });

  test('what keeps files from it is told: it would look as if nothing were amiss', async () => {
    write('AzureOpenAI()');
    const told: string[] = [];
    const broken = new WorkspaceIndex({
      workerFile: join(process.cwd(), 'dist/scan-worker.js'),
      parserFile: join(folder, 'missing.js'),
      disk,
      complain: (message) => told.push(message),
      analyse: () => Promise.resolve([]),
    });
    try {
      await broken.scan();
      await until(() => told.length > 0);
      assert.match(told[0] ?? '', /^Parsing .* stopped unexpectedly \(1\)\.$/);
      assert.equal(entry(broken)?.route.kind, 'unknown');
    } finally {
      broken.dispose();
    }
  });

  test('a file that has gone is no fault, and one that cannot be read is told by its name', async () => {
    const told: string[] = [];
    const parser = new Parser(join(process.cwd(), 'dist/parser-process.js'), (name, fate) =>
      told.push(`${name} ${fate}`),
    );
    const refine = async (path: string) =>
      (await parser.refine([{ path, references: [] }], { cacheFile: undefined }, { path, roots: [] }))?.refined;
    try {
      assert.equal(await refine(join(folder, 'gone.py')), undefined);
      assert.deepEqual(told, []);
      assert.equal(await refine(folder), undefined);
      assert.deepEqual(told, [`${folder} failed (it is a folder)`]);
    } finally {
      parser.dispose();
    }
  });

  /** The bundle of a process that says of all files that they go to Azure, of `client.py` after a while, and writes down what it was asked. */
  const standIn = () => {
    const [bundle, asked] = [join(folder, 'stand-in.js'), join(storage, 'asked')];
    const says = '{ ...each, references: each.references.map((one) => ({ ...one, route: { kind: "azure" } })) }';
    writeFileSync(asked, '');
    writeFileSync(
      bundle,
      `process.on('message', ({ id, kind, found = [] }) => {
        require('node:fs').appendFileSync(${JSON.stringify(asked)}, kind + ' ');
        const after = found[0]?.path.endsWith('client.py') ? 1_500 : 0;
        setTimeout(() => process.send({ id, refined: found.map((each) => (${says})) }), after);
      });`,
    );
    return { parserFile: bundle, asked: () => readFileSync(asked, 'utf8').trim() };
  };

  test('what is said of a file that has changed meanwhile counts for nothing', async () => {
    write('OpenAI()');
    const { parserFile } = standIn();
    const workerFile = join(process.cwd(), 'dist/scan-worker.js');
    const slow = new WorkspaceIndex({ workerFile, parserFile, disk, analyse: () => Promise.resolve([]) });
    try {
      await slow.scan();
      writeFileSync(file.fsPath, 'ask(model="o3-mini")\n');
      await until(() => entry(slow)?.model === 'o3-mini');
      const seen = new Set<string | undefined>();
      slow.onDidChange(() => seen.add(entry(slow)?.model));
      await until(() => entry(slow)?.route.kind === 'azure' && seen.size > 0);
      assert.deepEqual([...seen], ['o3-mini']);
    } finally {
      slow.dispose();
    }
  });

  test('answers are kept for the next start once all files have been asked about, and nothing is asked that is forgotten', async () => {
    const { parserFile, asked } = standIn();
    const refiner = new Refiner({ parserFile, onRefined: () => undefined, complain: assert.fail });
    const reference = { role: 'use' } as LocatedReference;
    const entries = (name: string) => [{ uri: vscode.Uri.file(join(folder, name)), references: [reference] }];
    try {
      refiner.add([entries('a.py'), entries('b.py')], true);
      await until(() => asked() === 'refine refine keep');
      refiner.add([entries('a.py')]);
      await until(() => asked() === 'refine refine keep refine');
      refiner.add([entries('b.py')], true);
      refiner.clear();
      await settled();
      assert.equal(asked(), 'refine refine keep refine');
    } finally {
      refiner.dispose();
    }
  });

  test('files that are open have theirs as the editor shows them', async () => {
    write('AzureOpenAI()');
    const subscriptions: vscode.Disposable[] = [];
    const extensionUri = vscode.Uri.file(process.cwd());
    const secrets = { onDidChange: new vscode.EventEmitter().event };
    const services = createServices({ extensionUri, subscriptions, secrets } as unknown as vscode.ExtensionContext);
    try {
      await services.index.scan();
      const editor = await show(file);
      // What the index says of line 3 it can only have from the editor.
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n'));
      await until(() => entry(services.index)?.line === 2 && entry(services.index)?.route.kind === 'azure');
    } finally {
      // All but the log: VS Code gives the same one to whoever asks for that name, and the extension under test goes on.
      vscode.Disposable.from(...subscriptions.filter((each) => each !== services.log)).dispose();
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });
});
