import assert from 'node:assert/strict';
import { run, useFolder } from './support';

suite('command line, its options', () => {
  useFolder();

  const wrong: [args: string[], says: RegExp][] = [
    [['check'], /Unknown command "check"/],
    [['scan', '--format', 'xml'], /^--format is "xml"; it takes text, json, sarif\.\nSee token-allowance --help\.\n$/],
    [['scan', '--usage-tier', '6'], /--usage-tier is "6"/],
    [['scan', '--listings', 'mine'], /--listings is "mine"; it takes all, /],
    [['scan', '--listings', 'own'], /--listings is "own"; add --listing FILE\./],
    [['scan', '--as-of', '2026-02-30'], /--as-of is "2026-02-30"/],
    [['scan', '--as-of', '2026-13-01'], /--as-of is "2026-13-01"/],
    [['scan', '--as-of', '2026-11'], /--as-of is "2026-11"/],
    [['scan', '--as-of=-000001-01'], /--as-of is "-000001-01"/],
    [['scan', '--as-of', '+010000-01'], /--as-of is "\+010000-01"/],
    [['scan', '--as-of', 'today'], /--as-of is "today"; it takes a day as YYYY-MM-DD/],
    [['scan', '--fail-on', 'covered'], /--fail-on is "covered"/],
    [['scan', '--colour'], /^Unknown option '--colour'\.$/m],
    [['scan', '--a.b'], /^Unknown option '--a\.b'\.$/m],
    [['scan', '--format'], /^Option '--format <value>' argument missing\.\n/],
    [['scan', '--format', '--usage-tier', '3'], /^Option '--format' argument is ambiguous\.\nSee /],
    [['scan', '--include-tests=yes'], /^Option '--include-tests' does not take an argument\.\n/],
    [['scan', '--listing', ''], /^--listing is ""; it takes a file\.\n/],
    [['scan', ''], /^A path is empty; the current folder is "\."\.$/m],
    [['--format', 'json'], /^A command is missing: the only one is "scan"\.$/m],
  ];
  for (const [args, says] of wrong) {
    test(`wrong usage: ${args.join(' ')}`, async () => {
      const { code, out, err } = await run(...args);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, says);
    });
  }

  test('--help and --version', async () => {
    assert.match((await run('--help')).out, /Usage: token-allowance scan/);
    for (const args of [[], ['help']]) assert.equal((await run(...args)).out, (await run('--help')).out);
    const { code, out } = await run('--version');
    assert.match(out, /^\d+\.\d+\.\d+\n$/);
    assert.equal(code, 0);
  });
});
