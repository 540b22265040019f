import assert from 'node:assert/strict';
import { flag, onPath } from '../../../scripts/lib/run.js';

suite('scripts: command line', () => {
  const cases: [string[], string | true | undefined][] = [
    [[], undefined],
    [['--only', 'unit'], 'unit'],
    [['--only=unit'], 'unit'],
    [['--only=a=b'], 'a=b'],
    [['--only'], true],
    [['--only', '--grep', 'x'], true],
    [['--onlyish', 'unit'], undefined],
  ];
  for (const [args, value] of cases) {
    test(`--only of [${args.join(' ')}] is ${value}`, () => assert.equal(flag('only', args), value));
  }

  test('the PATH is searched in the order of the names', () => {
    assert.match(onPath('no-such-program', 'node', 'npm') ?? '', /node/);
    assert.equal(onPath('no-such-program'), undefined);
  });
});
