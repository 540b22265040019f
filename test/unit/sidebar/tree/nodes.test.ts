import assert from 'node:assert/strict';
import type { Route } from '../../../../src/core/find/reference';
import { bundledProgram } from '../../../../src/core/program/program';
import type { Found } from '../../../../src/sidebar/groups';
import { buildTree, type Filter, type TreeNode } from '../../../../src/sidebar/tree/nodes';

const everything: Filter = { uses: true, mentions: true, tests: true };

type Spot = {
  path?: string;
  line?: number;
  role?: 'use' | 'mention';
  inTest?: boolean;
  route?: Route;
  isIgnored?: boolean;
};

function found(model: string, spot: Spot = {}): Found {
  const { path = 'src/app.ts', line = 0, role = 'use', inTest = false, route = { kind: 'unknown' } } = spot;
  const { isIgnored = false } = spot;
  return {
    reference: {
      start: 0,
      end: model.length,
      text: model,
      model,
      context: role === 'use' ? 'model' : 'list',
      role,
      route,
    },
    place: { uri: `file:///${path}`, path, line, column: 0, length: model.length, role, inTest },
    basis: { asOf: '2026-11-22', listings: 'all', horizonDays: 90 },
    program: bundledProgram(),
    isIgnored,
  };
}

/** A node and all below it, a line each: ids, and counts where there are any. */
function lines(nodes: readonly TreeNode[]): string[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'place') return [node.id];
    const { uses, mentions, tests } = node.counts;
    return [`${node.id} ${uses}/${mentions}/${tests}`, ...lines(node.children)];
  });
}

suite('the model tree', () => {
  const places = [
    found('gpt-5.5', { line: 4 }),
    found('gpt-5.5', { line: 2, role: 'mention' }),
    found('gpt-5.5', { path: 'src/a.ts' }),
    found('gpt-5.5', { path: 'test/a.test.ts', inTest: true }),
    found('gpt-5.5', { route: { kind: 'azure', evidence: 'azure/' } }),
    found('gpt-4', { role: 'mention' }),
  ];

  test('goes from what becomes of the tokens to models, files and places, what is used first', () => {
    assert.deepEqual(lines(buildTree(places, everything)), [
      'large 2/1/1',
      'large/gpt-5.5 2/1/1',
      'large/gpt-5.5/file:///src/a.ts 1/0/0',
      'large/gpt-5.5/file:///src/a.ts#0',
      'large/gpt-5.5/file:///src/app.ts 1/1/0',
      'large/gpt-5.5/file:///src/app.ts#0',
      'large/gpt-5.5/file:///src/app.ts#1',
      'large/gpt-5.5/file:///test/a.test.ts 0/0/1',
      'large/gpt-5.5/file:///test/a.test.ts#0',
      'failing 0/1/0',
      'failing/gpt-4 0/1/0',
      'failing/gpt-4/file:///src/app.ts 0/1/0',
      'failing/gpt-4/file:///src/app.ts#0',
      'elsewhere 1/0/0',
      'elsewhere/gpt-5.5 1/0/0',
      'elsewhere/gpt-5.5/file:///src/app.ts 1/0/0',
      'elsewhere/gpt-5.5/file:///src/app.ts#0',
    ]);
  });

  test('begins with what the code uses and OpenAI has shut down, as the panel does', () => {
    const groups = (spot: Spot) =>
      buildTree([found('gpt-5.5'), found('gpt-5-pro'), found('gpt-4', spot)], everything).map(({ id }) => id);
    assert.deepEqual(groups({}), ['failing', 'large', 'billed']);
    assert.deepEqual(groups({ role: 'mention' }), ['large', 'failing', 'billed']);
    assert.deepEqual(groups({ inTest: true }), ['large', 'failing', 'billed']);
  });

  test('a model is ignored where every folder that names it ignores it', () => {
    const ignored = (...spots: Spot[]) =>
      buildTree(
        spots.map((spot) => found('gpt-5-pro', spot)),
        everything,
      )[0]!.children[0]!.gathered.isIgnored;
    assert.equal(ignored({ isIgnored: true }, { path: 'b.py', isIgnored: true }), true);
    assert.equal(ignored({ isIgnored: true }, { path: 'b.py' }), false);
  });

  test('leaves out what the filter does', () => {
    const groups = (filter: Partial<Filter>) =>
      buildTree(places, { ...everything, ...filter }).map(
        ({ id, counts: { uses, mentions, tests } }) => `${id} ${uses}/${mentions}/${tests}`,
      );
    assert.deepEqual(groups({ mentions: false, tests: false }), ['large 2/0/0', 'elsewhere 1/0/0']);
    assert.deepEqual(groups({ uses: false }), ['large 0/1/1', 'failing 0/1/0']);
    assert.deepEqual(groups({ uses: false, mentions: false }), ['large 0/0/1']);
    assert.deepEqual(groups({ uses: false, mentions: false, tests: false }), []);
  });

  test('is empty where nothing is found', () => assert.deepEqual(buildTree([], everything), []));
});
