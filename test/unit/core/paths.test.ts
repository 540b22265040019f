import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { ancestors, folderOf, isWithin, join, parentOf, pathBelow, relativeTo, rootOf } from '../../../src/core/paths';

suite('Paths', () => {
  test('folders and those above them', () => {
    assert.deepEqual(['/a/b.ts', '/b.ts', 'a/b.ts', 'b.ts', ''].map(folderOf), ['/a', '/', 'a', '', '']);
    assert.deepEqual(ancestors('/a/b/c.ts'), ['/a/b', '/a', '/']);
    assert.deepEqual(ancestors('C:/a/b.ts'), ['C:/a', 'C:', '']);
    assert.deepEqual(ancestors('b.ts'), ['']);
  });

  test('folders by paths with a slash at the end', () => {
    assert.deepEqual(['/a/b/', '/a/', '/'].map(parentOf), ['/a/', '/', '/']);
    const within = (path: string) => isWithin(path, ['/a/b', '/c/']);
    assert.ok(['/a/b', '/a/b/', '/a/b/d.ts', '/c/d', '/c'].every(within));
    assert.deepEqual(['/a', '/a/bc', '/d/a/b', 'c/d', ''].filter(within), []);
    assert.equal(isWithin('/a', ['/']), true);
    assert.deepEqual(
      ['/a/b', '/a/b/'].map((folder) => pathBelow(folder, '/a/b/c/d.ts')),
      ['c/d.ts', 'c/d.ts'],
    );
    const root = (path: string) => rootOf(path, ['/a', '/a/b/c/', '/a/b']);
    assert.deepEqual(['/a/d', '/a/b/d', '/a/b/c', '/d'].map(root), ['/a', '/a/b', '/a/b/c/', undefined]);
  });

  const joined: [folder: string, path: string, expected: string | undefined][] = [
    ['/a', './b/../c//d.ts', '/a/c/d.ts'],
    ['/a', '..', '/'],
    ['/', 'a', '/a'],
    ['/', '..', undefined],
    ['/a', '../..', undefined],
    ['a', '../b', 'b'],
    ['a', '../../b', undefined],
    ['', 'a', 'a'],
    ['/a', '', '/a'],
  ];
  for (const [folder, path, expected] of joined)
    test(`${path || 'nothing'} in ${folder || 'the top'}`, () => assert.equal(join(folder, path), expected));

  test('what a file would import leads where it shall', () => {
    const name = fc.constantFrom('a', 'b', '@c', 'd.e', '..f');
    const path = fc.array(name, { minLength: 1, maxLength: 5 }).map((names) => names.join('/'));
    const root = fc.constantFrom('/', 'C:/');
    fc.assert(
      fc.property(root, path, path, (at, from, to) => {
        assert.equal(join(folderOf(at + from), relativeTo(at + from, at + to)), at + to);
        assert.match(relativeTo(at + from, at + to), /^\.\.?\//);
      }),
    );
  });
});
