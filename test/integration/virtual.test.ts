import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { lookupFrom, VirtualFiles } from '../../src/workspace/lookup';
import { Refiner } from '../../src/workspace/refiner';
import type { IndexedFile, IndexNote } from '../../src/workspace/scanner';
import { VirtualScanner } from '../../src/workspace/virtual-scanner';

/** A file system as an extension provides one: readable, and nobody offers to search it. */
class MemoryFiles implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  /** By path; `undefined` for a folder that may not be listed, a number for what is no plain file or folder. */
  readonly entries = new Map<string, string | undefined | vscode.FileType>();

  watch() {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const entry = this.entries.get(uri.path);
    return { type: this.#typeOf(uri.path), ctime: 0, mtime: 0, size: typeof entry === 'string' ? entry.length : 0 };
  }

  /** What has been listed and read, in order. */
  readonly asked: string[] = [];

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    this.asked.push(path);
    if (this.entries.has(path)) throw vscode.FileSystemError.NoPermissions(path);
    const below = path === '/' ? '/' : `${path}/`;
    const names = [...this.entries.keys()].filter((key) => key.startsWith(below));
    const own = new Set(names.map((key) => key.slice(below.length).split('/', 1)[0] as string));
    return [...own].map((name) => [name, this.#typeOf(below + name)]);
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    this.asked.push(path);
    const text = this.entries.get(path);
    if (typeof text !== 'string') throw vscode.FileSystemError.FileNotFound(path);
    return new TextEncoder().encode(text);
  }

  #typeOf(path: string): vscode.FileType {
    const entry = this.entries.get(path);
    if (typeof entry === 'number') return entry;
    return typeof entry === 'string' ? vscode.FileType.File : vscode.FileType.Directory;
  }

  readonly createDirectory = () => assert.fail();
  readonly writeFile = () => assert.fail();
  readonly delete = () => assert.fail();
  readonly rename = () => assert.fail();
}

suite('the scanner for folders on no disk', () => {
  const scheme = 'token-allowance-test';
  const hit = 'model = "gpt-4o"\n';
  const files = new MemoryFiles();
  const folder = (path: string, index = 0): vscode.WorkspaceFolder => ({
    uri: vscode.Uri.from({ scheme, path }),
    name: path,
    index,
  });
  const uri = (path: string) => folder(path).uri;
  let registration: vscode.Disposable;
  suiteSetup(() => (registration = vscode.workspace.registerFileSystemProvider(scheme, files)));
  suiteTeardown(() => void registration.dispose());
  setup(() => files.entries.clear());

  const put = (entries: Record<string, string | undefined | vscode.FileType>) => {
    for (const [path, entry] of Object.entries(entries)) files.entries.set(path, entry);
  };

  /** Everything, or single paths, with those that are no part. */
  async function scan(
    folders: readonly vscode.WorkspaceFolder[],
    paths?: readonly string[],
    source = new vscode.CancellationTokenSource(),
  ) {
    const found: IndexedFile[] = [];
    const notes: IndexNote[] = [];
    const progress: string[] = [];
    files.asked.length = 0;
    const sink = {
      remembered: () => undefined,
      found: (more: readonly IndexedFile[]) => void found.push(...more),
      gone: () => undefined,
      progress: (done: number, total: number) => {
        progress.push(`${done}/${total}`);
        if (done) source.cancel();
      },
      note: (note: IndexNote) => void notes.push(note),
    };
    const scanner = new VirtualScanner();
    const outside = paths
      ? await scanner.paths(folders, paths.map(uri), sink)
      : await scanner.scan(folders, sink, source.token);
    return {
      files: found,
      found: found.map((one) => one.uri.path).sort(),
      outside: outside?.map(({ path }) => path),
      notes,
      progress,
    };
  }

  test('reads what can be listed, though nobody offers to search it', async () => {
    put({
      '/p/a.py': hit,
      '/p/deep/er/100%#.ts': 'f("gpt-4o")',
      '/p/.gitignore': 'out\n',
      '/p/out/b.py': hit,
      '/p/deep/out/b.py': hit,
      '/p/own/.git/HEAD': '',
      '/p/own/out/c.py': hit,
      '/p/node_modules/d.js': 'f("gpt-4o")',
      '/p/env/pyvenv.cfg': '',
      '/p/env/e.py': hit,
      '/p/link.py': vscode.FileType.File | vscode.FileType.SymbolicLink,
      '/p/ring': vscode.FileType.Directory | vscode.FileType.SymbolicLink,
      '/p/locked': undefined,
      '/p/gone.py': vscode.FileType.File,
      '/p/note.txt': hit,
      '/p/large.py': hit + ' '.repeat(5 * 1024 * 1024),
      '/p/all.ipynb': JSON.stringify({ cells: [{ cell_type: 'code', source: `# @generated\n${hit}` }] }),
    });
    const { found, notes, progress } = await scan([folder('/p')]);
    assert.deepEqual(found, ['/p/a.py', '/p/all.ipynb', '/p/deep/er/100%#.ts', '/p/own/out/c.py']);
    assert.deepEqual(progress, ['0/6', '6/6']);
    assert.deepEqual(
      notes.map(({ uri, message }) => [uri?.path, message]),
      [
        ['/p/locked', 'Folder not read: permission denied; grant read access to it.'],
        ['/p/gone.py', 'Not read: no such file or folder; check the spelling.'],
      ],
    );
  });

  test('breaks off when told to, be it on the way', async () => {
    put(Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`/p/${index}.py`, hit])));
    const { found, progress } = await scan([folder('/p')]);
    assert.deepEqual([found.length, progress], [16, ['0/40', '16/40']]);
    const cancelled = new vscode.CancellationTokenSource();
    cancelled.cancel();
    assert.deepEqual((await scan([folder('/p')], undefined, cancelled)).found, []);
    assert.deepEqual(files.asked, []);
  });

  test('imports are looked up there, and only what is there is asked for', async () => {
    put({ '/p/a.py': hit, '/p/sub/b.py': 'B = 1\n', '/p/big.py': ' '.repeat(1_000_001), '/p/locked': undefined });
    const { path, roots } = lookupFrom(uri('/p/a.py'));
    assert.deepEqual([path, roots], ['/p/a.py', []], 'it is no folder of this workspace');
    const virtual = new VirtualFiles(uri('/p/a.py'), ['/p']);
    files.asked.length = 0;
    const paths = ['/p/sub/b.py', '/p/sub/none.py', '/p/none/deep/c.py', '/p/sub', '/p/big.py', '/p/locked/d.py'];
    const texts: unknown[] = [];
    for (const each of [...paths, '/q/a.py']) texts.push(await virtual.read(each));
    assert.deepEqual(texts, ['B = 1\n', ...Array.from({ length: 6 })]);
    assert.deepEqual(files.asked, ['/p', '/p/sub', '/p/sub/b.py', '/p/locked']);
    assert.equal(lookupFrom(vscode.Uri.parse('untitled:Untitled-1')).path, undefined);
  });

  test('what is found there has its routes by the files’ text', async () => {
    put({ '/p/a.py': 'client = AzureOpenAI()\nclient.responses.create(model="gpt-4o")\n' });
    const { files: entries } = await scan([folder('/p')]);
    assert.equal(entries[0]?.references[0]?.route.kind, 'unknown');
    let refiner: Refiner | undefined;
    const after = await new Promise<readonly IndexedFile[]>((resolve) => {
      const parserFile = join(process.cwd(), 'dist/parser-process.js');
      refiner = new Refiner({ parserFile, onRefined: (_, refined) => resolve(refined), complain: assert.fail });
      refiner.add([entries]);
    });
    refiner?.dispose();
    assert.deepEqual([after[0]?.uri.path, after[0]?.references[0]?.route.kind], ['/p/a.py', 'azure']);
  });

  test('reads single paths by the same rules, and names those that are no part', async () => {
    put({
      '/p/.gitignore': 'out\n',
      '/p/a.py': hit,
      '/p/ab.py': hit,
      '/p/out/b.py': hit,
      '/p/sub/deep/c.py': hit,
      '/p/sub/empty.py': '',
      '/p/other/d.py': hit,
      '/p/other/bare.py': '# @generated',
      '/p/gen.py': `# @generated\n${hit}`,
      '/p/x.min.js': 'f("gpt-4o")',
      '/p/large.py': hit + ' '.repeat(5 * 1024 * 1024),
    });
    const asked = ['a.py', 'out/b.py', 'sub', 'sub/empty.py', 'gen.py', 'x.min.js', 'large.py', 'gone', 'a'];
    const folders = [folder('/p')];
    const { found, outside } = await scan(
      folders,
      asked.map((name) => `/p/${name}`),
    );
    assert.deepEqual(found, ['/p/a.py', '/p/sub/deep/c.py']);
    assert.deepEqual(outside, ['/p/out/b.py', '/p/gen.py', '/p/x.min.js', '/p/large.py', '/p/gone', '/p/a']);
    assert.ok(!files.asked.includes('/p/other'), 'where nothing is wanted nobody looks');
    assert.deepEqual((await scan(folders, ['/p/sub/deep/c.py'])).found, ['/p/sub/deep/c.py']);
    assert.deepEqual(
      (await scan(folders, ['/p/other/bare.py'])).outside,
      [],
      'what names no model is left out by name alone',
    );
  });

  test('leaves out what settings leave out where a sibling is', async () => {
    put({ '/p/a.js': 'f("gpt-4o")', '/p/a.ts': 'f("gpt-4o")', '/p/b.js': 'f("gpt-4o")' });
    const settings = vscode.workspace.getConfiguration('files');
    await settings.update('exclude', { '**/*.js': { when: '$(basename).ts' } }, vscode.ConfigurationTarget.Global);
    try {
      assert.deepEqual((await scan([folder('/p')])).found, ['/p/a.ts', '/p/b.js']);
    } finally {
      await settings.update('exclude', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  test('reads a file once, however its folders lie in each other', async () => {
    put({ '/a.py': hit, '/p/b.py': hit, '/p/q/c.py': hit });
    const folders = [folder('/'), folder('/p', 1), folder('/p/q', 2)];
    const all = ['/a.py', '/p/b.py', '/p/q/c.py'];
    assert.deepEqual((await scan(folders)).found, all);
    assert.deepEqual((await scan(folders, ['/a.py', '/p'])).found, all);
    assert.deepEqual((await scan(folders, ['/p/q/c.py'])).found, ['/p/q/c.py']);
    const elsewhere = { ...folder('/p/q', 1), uri: uri('/p/q').with({ authority: 'other' }) };
    assert.deepEqual((await scan([folder('/p'), elsewhere])).found, ['/p/b.py', '/p/q/c.py', '/p/q/c.py']);
  });
});
