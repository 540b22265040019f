import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs, { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Tree } from '../../../src/workspace/walk';
import type { Exclude } from '../../../src/workspace/ignore-rules';
import type { Note } from '../../../src/workspace/notes';
import { folderWith, link, pipe, removeFolders } from './temporary';

/** The paths a walk hands out, relative and sorted; proves on the way that `admits` agrees. */
function walk(root: string, excludes: readonly Exclude[] = [], notes: Note[] = []): string[] {
  const found: string[] = [];
  new Tree(root, excludes).walk(
    (path) => found.push(path),
    (note) => notes.push(note),
  );
  const fresh = new Tree(root, excludes);
  for (const path of found) assert.ok(fresh.admits(path), `admits ${path}`);
  return found.map((path) => path.slice(root.length + 1)).sort();
}

function git(folder: string, ...args: string[]): string {
  return execFileSync('git', ['-C', folder, '-c', 'core.excludesFile=', '-c', 'core.quotePath=off', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

suite('Walking a folder', () => {
  teardown(removeFolders);

  test('hands out the files of the languages it reads, and no others', () => {
    const root = folderWith({
      'a.ts': '',
      'b.TSX': '',
      'c/d.py': '',
      'c/e.ipynb': '',
      'f.md': '',
      'g.d.ts': '',
      ts: '',
      '.h.js': '',
    });
    assert.deepEqual(walk(root), ['.h.js', 'a.ts', 'b.TSX', 'c/d.py', 'c/e.ipynb', 'g.d.ts']);
  });

  test('reads .gitignore files as git does: nested, negated, anchored, with classes and double stars', () => {
    const names = [
      'a.py',
      'b.py',
      'keep.py',
      'gen/x.py',
      'gen/keep.py',
      'deep/gen/y.py',
      'deep/er/log1.py',
      'deep/er/log2.py',
    ];
    const more = [
      'out/a.py',
      'out/sub/b.py',
      'sub/out/a.py',
      'sub/a.py',
      'sub/keep.py',
      'sub/inner/b.py',
      'x y.py',
      'ü/ä.py',
      '#a.py',
    ];
    const root = folderWith({
      ...Object.fromEntries([...names, ...more].map((name) => [name, ''])),
      '.gitignore': '# comment\n\n/a.py\ngen/*\n!gen/keep.py\n**/er/log[0-1].py\nout/\n*keep.py\nx\\ y.py\n\\#a.py\r\n',
      'sub/.gitignore': '!keep.py\n!out/\nb.py\n',
      'sub/out/.gitignore': '',
      'deep/.gitignore': 'gen/\n!gen/\n',
    });
    git(root, 'init', '-q');
    const byGit = git(root, 'ls-files', '--others', '--exclude-standard').split('\n');
    assert.deepEqual(walk(root), byGit.filter((name) => name.endsWith('.py')).sort());
    const tree = new Tree(root);
    for (const name of [...names, ...more]) assert.equal(tree.admits(`${root}/${name}`), byGit.includes(name), name);
  });

  test('applies the rules of the folders above, up to the repository, and its own exclude file', () => {
    const root = folderWith({
      '.gitignore': 'never.py',
      'repo/.gitignore': 'one.py\n/app/two.py\nfour.py/\n', // A slash at the end: folders only.
      'repo/.git/info/exclude': 'three.py\n',
      ...Object.fromEntries(['one', 'two', 'three', 'four', 'never'].map((name) => [`repo/app/${name}.py`, ''])),
    });
    assert.deepEqual(walk(`${root}/repo/app`), ['four.py', 'never.py']);
    assert.deepEqual(walk(`${root}/repo`), ['app/four.py', 'app/never.py']);
    assert.deepEqual(walk(root), ['repo/app/four.py', 'repo/app/never.py']);
  });

  test('a repository in another knows nothing of the one around it', () => {
    const root = folderWith({
      '.git/HEAD': '',
      '.gitignore': 'a.py',
      'app/a.py': '',
      'app/deep/a.py': '',
      'app/deep/er/b.py': '',
      'app/deep/er/.gitignore': 'b.py',
      'in/a.py': '',
      'in/.git': 'gitdir: ../.git/modules/in\n',
      '.git/modules/in/info/exclude': 'b.py\n',
      'in/b.py': '',
      'in/c/b.py': '',
      'odd/.git': 'see gitdir: ../.git/modules/in\n',
      'odd/b.py': '',
    });
    assert.deepEqual(walk(root), ['in/a.py', 'odd/b.py']);
    for (const [folder, expected] of Object.entries({
      app: [],
      'app/deep': [],
      'app/deep/er': [],
      in: ['a.py'],
      'in/c': [],
      odd: ['b.py'],
    }))
      assert.deepEqual(walk(`${root}/${folder}`), expected, folder);
  });

  test("finds the exclude file of a work tree's repository", () => {
    const root = folderWith({
      'main/.git/info/exclude': 'secret.py\n',
      'main/.git/worktrees/w/commondir': '../..\n',
      'w/secret.py': '',
      'w/a.py': '',
    });
    mkdirSync(`${root}/w/src`);
    const linked = folderWith({ '.git': `gitdir: ${root}/main/.git/worktrees/w\n`, 'secret.py': '', 'a.py': '' });
    assert.deepEqual(walk(linked), ['a.py']);
    writeFileSync(`${linked}/.git`, `gitdir: ${root}/main/.git/worktrees/w\r\n`);
    writeFileSync(`${root}/main/.git/worktrees/w/commondir`, '../..\r\n');
    assert.deepEqual(walk(linked), ['a.py']);
  });

  test('takes capitals for small letters where the repository does: its disk may be another system’s', () => {
    const root = folderWith({
      ...{ '.gitignore': 'BUILD/\n', 'build/a.py': '', 'src/.gitignore': 'B.PY\n', 'src/b.py': '', 'src/c.py': '' },
    });
    git(root, 'init', '-q');
    appendFileSync(`${root}/.git/config`, '# ignorecase = true\n');
    for (const value of ['true', 'false', 'on']) {
      git(root, 'config', 'core.ignoreCase', value);
      const byGit = git(root, 'ls-files', '--others', '--exclude-standard').split('\n');
      assert.deepEqual(walk(root), byGit.filter((name) => name.endsWith('.py')).sort(), value);
    }
  });

  test('walks a folder that is named, even if it is ignored or foreign', () => {
    const root = folderWith({
      '.git/HEAD': '',
      '.gitignore': 'dist/',
      'dist/a.ts': '',
      'node_modules/p/i.js': '',
    });
    assert.deepEqual(walk(root), []);
    assert.deepEqual(walk(`${root}/dist`), ['a.ts']);
    assert.deepEqual(walk(`${root}/node_modules`), ['p/i.js']);
  });

  test('stays out of installed packages, Python environments and version control', () => {
    const files = [
      '.git/hooks/a.py',
      'node_modules/a.js',
      'b/node_modules/a.js',
      'env/pyvenv.cfg',
      'env/lib/a.py',
      'a/__pycache__/x.py',
      '.history/a/x_20241229204012.py',
    ];
    const root = folderWith(Object.fromEntries([...files, 'a/x.py'].map((name) => [name, ''])));
    assert.deepEqual(walk(root), ['a/x.py']);
    assert.equal(new Tree(root).admits(`${root}/env/lib/a.py`), false);
    assert.equal(new Tree(root).admits(`${root}/b/node_modules/a.js`), false);
  });

  test('obeys the globs of settings, with braces, and with a sibling as condition', () => {
    const files = ['a.ts', 'a.js', 'b.js', 'c/a.ts', 'c/out/d.ts', 'out/e.ts', 'f.gen.py', 'g.tmp.py', 'c/f.gen.py'];
    const root = folderWith(Object.fromEntries(files.map((name) => [name, ''])));
    const excludes = [
      { pattern: 'out' },
      { pattern: '**/*.{gen,tmp}.py' },
      { pattern: '**/*.js', when: '$(basename).ts' },
    ];
    assert.deepEqual(walk(root, excludes), ['a.ts', 'b.js', 'c/a.ts', 'c/out/d.ts']);
    const tree = new Tree(root, excludes);
    assert.deepEqual(
      files.filter((name) => tree.admits(`${root}/${name}`)),
      ['a.ts', 'b.js', 'c/a.ts', 'c/out/d.ts'],
    );
  });

  test('follows no symbolic link, so a loop ends', () => {
    const root = folderWith({ 'a/b.py': '', 'other.txt': '' });
    link(root, `${root}/a/loop`);
    link(`${root}/a/b.py`, `${root}/link.py`);
    assert.deepEqual(walk(root), ['a/b.py']);
  });

  test('takes for a file or folder what Windows calls a link that leads nowhere else', () => {
    const root = folderWith({ 'a.py': '', 'lib/b.py': '' });
    link(`${root}/a.py`, `${root}/link.py`);
    const { readdirSync } = fs;
    const isLink = { isFile: () => false, isDirectory: () => false, isSymbolicLink: () => true };
    fs.readdirSync = ((folder: string) =>
      readdirSync(folder, { withFileTypes: true }).map(({ name }) => ({ name, ...isLink }))) as never;
    try {
      assert.deepEqual(walk(root), ['a.py', 'lib/b.py']);
    } finally {
      fs.readdirSync = readdirSync;
    }
  });

  test('a .git that cannot be followed or read costs no file', () => {
    const root = folderWith({ 'a.py': '', '.gitignore': 'b.py', 'b.py': '' });
    link('.git', `${root}/.git`);
    assert.deepEqual(walk(root), ['a.py']);
  });

  if (process.platform !== 'win32') {
    for (const name of ['.gitignore', '.git', '.git/config', '.git/info/exclude']) {
      test(`waits for nobody to write into a pipe at ${name}`, () => {
        const root = folderWith({ 'a.py': '' });
        mkdirSync(dirname(`${root}/${name}`), { recursive: true });
        pipe(`${root}/${name}`, 'a.py\n');
        assert.deepEqual(walk(root), ['a.py']);
      });
    }
  }

  test('follows a link in place of an ignore file no more than git does, save of a repository’s own', () => {
    const root = folderWith({ 'rules.py': 'b.py\n', 'b.py': '' });
    git(root, 'init', '-q');
    for (const [place, target] of [
      ['.gitignore', 'rules.py'],
      ['.git/info/exclude', '../../rules.py'],
    ] as const) {
      rmSync(`${root}/${place}`, { force: true });
      link(target, `${root}/${place}`);
      const byGit = git(root, 'ls-files', '--others', '--exclude-standard').split('\n');
      assert.deepEqual(walk(root), byGit.filter((name) => name.endsWith('.py')).sort(), place);
    }
  });

  test('names a folder it cannot list and goes on', () => {
    const notes: Note[] = [];
    const root = folderWith({ 'a.py': '' });
    new Tree(`${root}/gone`).walk(
      () => assert.fail('no file there'),
      (note) => notes.push(note),
    );
    assert.equal(notes[0]?.path, `${root}/gone/`);
    assert.match(notes[0]?.message ?? '', /no such file or folder/);
  });

  test('says nothing of a folder that goes while the one around it is walked', () => {
    const root = folderWith({ 'a.py': '', 'b/c.py': '', 'd/e.py': '' });
    const found: string[] = [];
    new Tree(root).walk(
      (path) => {
        found.push(path.slice(root.length + 1));
        for (const name of ['b', 'd']) rmSync(`${root}/${name}`, { recursive: true });
        // A file in its place.
        writeFileSync(`${root}/d`, '');
      },
      ({ message }) => assert.fail(message),
    );
    assert.deepEqual(found, ['a.py']);
  });

  test('admits nothing outside its root', () => {
    const root = folderWith({ 'a/b.py': '' });
    assert.equal(new Tree(`${root}/a`).admits(`${root}/b.py`), false);
  });
});
