import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { Excludes, IgnoreScope } from '../../../src/workspace/ignore-rules';
import { withoutBlanks } from '../../../src/workspace/rule-pattern';
import { RuleTable } from '../../../src/workspace/rule-table';
import { Tree } from '../../../src/workspace/walk';
import { folderWith, removeFolders } from './temporary';

const folders = ['', 'a/', 'b/', 'ab/', 'a.b/', 'a/a/', 'a/b/', 'a/b/a/b/', 'b/a/b/', '-/'];
const plainNames = [
  'a.py',
  'b.py',
  'ab.py',
  'ba.js',
  'a.b.py',
  '[a].py',
  'a b.py',
  ']b.py',
  '-.py',
  '.py',
  '.a.py',
  '!a.py',
  '#b.py',
];
// Windows allows no file such names.
const oddNames = process.platform === 'win32' ? [] : ['a\\.py', '*.py', '?.js'];
const paths = folders.flatMap((folder) => [...plainNames, ...oddNames, 'aXb.py', 'a1.py'].map((name) => folder + name));

const literal = fc.constantFrom('a', 'b', 'ab', '.py', '.js', '.', '-', ' ', '!', '#', '1', 'X');
const wild = fc.constantFrom('*', '*', '?', '\\a', '\\*', '\\[', '\\\\', '\\ ', '\\', '\\/');
const classes = [
  'ab',
  '!a',
  '^b',
  'a-b',
  ']ab',
  '!]a',
  'a-',
  '-a',
  '\\]a',
  'X1',
  'b-a',
  'a/b',
  '[:alpha:]',
  '![:punct:]',
  '[:digit:]-z',
];
const broken = ['[[:nothing:]]', '[[:alphabetic:]]', '[[:]', '[[::]]', '[[:a]', '[a'];
const unit = fc.oneof(literal, wild, fc.constantFrom(...classes.map((inside) => `[${inside}]`), ...broken));
const segment = fc.oneof(
  fc.constantFrom('a', 'b', 'ab', 'a.py', '*.py', '*.js', 'a.b', '**'),
  fc.array(unit, { minLength: 1, maxLength: 4 }).map((units) => units.join('')),
);
const line = fc
  .tuple(
    fc.constantFrom('', '', '', '!', '#'),
    fc.constantFrom('', '', '/'),
    fc.array(segment, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', '', '/', ' ', '  ', '/ ', '\r', '//'),
  )
  .map(([start, slash, segments, end]) => start + slash + segments.join('/') + end);
const text = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => lines.join('\n'));

/** One of each kind, since chance says some of them seldom. */
const kinds = [
  // Classes.
  ...['[ab1].py', '[^b].py', '[!a]a.py', '[]a]b.py', '[!]a]b.py', '[\\]a]b.py', '[a-].py', '[-a].py', '[b-a].py', '[a'],
  ...[
    '[[:alpha:]].py',
    '[-[:alpha:]].py',
    '[[:digit:]]a.py',
    '[[:digit:]-z].py',
    '[a[:digit:]-z].py',
    '[[:punct:]]a.py',
  ],
  ...[
    '[[:nothing:]].py',
    '*[[:alphabetic:]].py',
    '*[[:a:b:]].py',
    '[[:valueOf:]].py',
    '[[:]a.py',
    '[[::]]a.py',
    'a[b/x].py',
    '[a/b].py',
    '*[ab].py',
    '[ab]*',
    '[ab1X][ab1X][ab1X].py',
    '*/[ab].py',
    'b/[ab]*',
    '**/[ab]',
    'a/[!a]*',
  ],
  // Stars and question marks.
  ...['*', '?', '*.py', '?.py', '*?.py', '*a*', 'a*', '*1.py', '*X*', '.*', '.?*.py', '*.b.py', '*.*.py', 'a*b*.py'],
  ...['*a*b*', '*b*a*', 'a*a.py', 'a**b.py', '**a', '**', '**/', '**/*.py', '**/a/**', 'a/**', 'a/**/b', 'a/**/a/*.py'],
  ...['**/b/a/b.py', '**/a/b/*.py', '**/b/**/b.py'],
  // Slashes.
  ...['/', '//a', 'a//b.py', '/a', '/a.py', 'a/', 'a.py/', '*.py/', '/*', '/*/', '*/', '*/b/', '/*/b', '*/a.py'],
  ...['a/*/b.py', 'a/b/*', 'a/b/**'],
  // What is itself behind a backslash, and blanks.
  ...[
    '\\a.py',
    '\\!a.py',
    '\\#b.py',
    '*\\',
    'a\\',
    'a\\*.py',
    '\\?.js',
    'a b.py',
    'a\\ b.py',
    'a.py  ',
    'a.py\\ ',
    ' ',
  ],
  // The last one that matches decides.
  ...[
    '!a.py',
    '#b.py',
    '*.py\n!a.py',
    '!a.py\n*.py',
    '*\n!a.py\n!b/',
    'a.py\n!a*\na.py',
    'a.[pq]y\n!a.py',
    '*.py\n!/a/b/*',
  ],
];

suite('Ignore rules', () => {
  suiteTeardown(removeFolders);

  test('say of random rules, in two folders, what git says', function () {
    const root = folderWith(Object.fromEntries(paths.map((path) => [path, ''])));
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', root, '-c', 'core.excludesFile=', ...args], { encoding: 'utf8' });
    git('init', '-q');
    fc.assert(
      fc.property(text, fc.option(text), (outer, inner) => {
        writeFileSync(`${root}/.gitignore`, outer);
        if (inner === null) rmSync(`${root}/a/.gitignore`, { force: true });
        else writeFileSync(`${root}/a/.gitignore`, inner);
        const listed = git('ls-files', '-z', '--others', '--exclude-standard').split('\0');
        const walked: string[] = [];
        new Tree(root).walk(
          (path) => walked.push(path.slice(root.length + 1)),
          ({ message }) => assert.fail(message),
        );
        assert.deepEqual(walked.sort(), listed.filter((name) => /\.(py|js)$/.test(name)).sort());
      }),
      { numRuns: kinds.length + 100, examples: kinds.map((rules) => [rules, null]) },
    );
  });

  test('lose the blanks at their end, save one that a backslash keeps', () => {
    for (const [line, expected] of [
      ['a  ', 'a'],
      ['a\\  ', 'a\\ '],
      ['a\\\\ ', 'a\\\\'],
      ['a b', 'a b'],
      ['  ', ''],
    ] as const)
      assert.equal(withoutBlanks(line), expected);
  });

  test('take capitals for small letters where the file system does', () => {
    const table = new RuleTable(['Build/', '*.LOG', '/Docs/**/[A-C]?.py', '**/X/y.py'], true);
    const verdict = (path: string, isFolder = false) => {
      const [name = '', parent = ''] = path.split('/').reverse();
      return table.verdict(`/R/${path}`, 3, parent, name, isFolder);
    };
    assert.ok(verdict('src/bUILD', true));
    assert.ok(verdict('a.Log'));
    assert.ok(verdict('docs/deep/B1.PY'));
    assert.ok(verdict('x/Y.py'));
    assert.equal(verdict('docs/deep/d1.py'), undefined);

    fc.assert(
      fc.property(text, fc.constantFrom(...paths), (rules, path) => {
        const [name = '', parent = ''] = path.split('/').reverse();
        const lines = rules.split('\n');
        const small = new RuleTable(
          lines.map((rule) => rule.toLowerCase()),
          false,
        );
        const any = new RuleTable(
          lines.map((rule) => rule.toUpperCase()),
          true,
        );
        // Names of classes have no capitals.
        fc.pre(!rules.includes('[:'));
        assert.equal(
          any.verdict(`/R/${path.toUpperCase()}`, 3, parent.toUpperCase(), name.toUpperCase(), false),
          small.verdict(path.toLowerCase(), 0, parent.toLowerCase(), name.toLowerCase(), false),
        );
      }),
    );
  });

  test('begin behind a byte order mark and end in any kind of line end', () => {
    const scope = new IgnoreScope('/r/', '\ufeffa.py\r\nb.py\r');
    for (const name of ['a.py', 'b.py']) assert.ok(scope.ignores(`/r/${name}`, 'r', name, false), name);
  });

  test('answer though they are made to take forever', () => {
    const hostile = [
      '*a'.repeat(5_000),
      `${'**/'.repeat(5_000)}x.py`,
      '[a]'.repeat(50_000),
      '[[:'.repeat(50_000),
      `${'[[:'.repeat(50_000)}]`,
      '*?'.repeat(5_000),
    ];
    const scope = new IgnoreScope('/r/', hostile.join('\n'));
    const deep = `${'a/'.repeat(100)}${'a'.repeat(250)}`;
    assert.equal(scope.ignores(`/r/${deep}`, 'a', 'a'.repeat(250), false), false);
    // A thousand million globs in one, of which the first thousand count.
    const excludes = new Excludes('/r/', [{ pattern: '{a,b}'.repeat(30) }]);
    const matches = (name: string) => excludes.matches(`/r/${name}`, 'r', name, false, () => false);
    assert.deepEqual(
      ['a', 'b'].map((letter) => matches(letter.repeat(30))),
      [true, false],
    );
  });

  test('of settings hold where a sibling is, if they say so', () => {
    const excludes = new Excludes('/r/', [
      { pattern: '**/{.git,node_modules}' },
      { pattern: './top.py' },
      { pattern: '**/*.js', when: '$(basename).ts' },
    ]);
    const matches = (path: string, isFolder: boolean, siblings: string[] = []) => {
      const [name = '', parent = ''] = path.split('/').reverse();
      return excludes.matches(path, parent, name, isFolder, (sibling) => siblings.includes(sibling));
    };
    assert.ok(matches('/r/deep/node_modules', true));
    assert.ok(matches('/r/.git', true));
    assert.deepEqual([matches('/r/top.py', false), matches('/r/deep/top.py', false)], [true, false]);
    assert.deepEqual([matches('/r/a.b.js', false), matches('/r/a.b.js', false, ['a.b.ts'])], [false, true]);
  });
});
