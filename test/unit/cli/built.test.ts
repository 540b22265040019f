import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { folder, useFolder, write, type Report } from './support';

suite('the built command line', () => {
  useFolder();

  test('has threads, pipes, exit codes', () => {
    const bundle = join(folder, 'dist');
    const mainFields = ['module', 'main']; // as in esbuild.js
    const options = { bundle: true, platform: 'node', target: 'node20', outdir: bundle, logLevel: 'error' } as const;
    buildSync({
      ...options,
      mainFields,
      entryPoints: {
        cli: 'src/cli/index.ts',
        'helper-worker': 'src/workspace/helper-worker.ts',
        'understand-worker': 'src/workspace/understand-worker.ts',
      },
    });
    const files = Array.from({ length: 1_200 }, (_, index) => [`many/${index}.py`, 'f(model="gpt-5-pro")\n'.repeat(5)]);
    write(Object.fromEntries(files) as Record<string, string>);
    write({ 'many/client.py': 'client = AzureOpenAI()\nclient.responses.create(model="gpt-5-pro")\n' });
    const script = join(bundle, 'cli.js');
    const cli = (...args: string[]) => node('pipe', script, ...args);
    const node = (stdout: 'pipe' | number, ...args: string[]) =>
      spawnSync(process.execPath, args, {
        stdio: ['ignore', stdout, 'pipe'],
        cwd: folder,
        // In a desktop VS Code's extension host the executable is VS Code itself.
        env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      });
    const { status, stdout, stderr } = cli(
      'scan',
      'many',
      '--format',
      'json',
      '--fail-on',
      'not-listed',
      '--as-of',
      '2026-11-22',
    );
    assert.deepEqual([status, stderr], [1, '']);
    const { findings, notes } = JSON.parse(stdout) as Report;
    assert.deepEqual([findings.length, notes], [6_001, []]);
    assert.equal(findings.find(({ path }) => path === 'many/client.py')?.route, 'azure', 'parsed in a thread');
    assert.equal(cli('scan', 'many').status, 0);
    assert.equal(cli('scan', 'nowhere').status, 2);
    // A reader that has seen enough is no error, whatever the system calls it.
    const refuse = "process.stdout.emit('error', Object.assign(new Error('write EOF'), { code: 'EOF' }))";
    write({ 'closed.cjs': `process.stdout.write = () => process.nextTick(() => ${refuse})` });
    const closed = node('pipe', '--require', './closed.cjs', script, 'scan', 'many');
    assert.deepEqual([closed.status, closed.stderr], [0, '']);
    // A report that cannot be written is no finding that matched.
    if (!existsSync('/dev/full')) return;
    const full = openSync('/dev/full', 'w');
    const failed = node(full, script, 'scan', 'many');
    closeSync(full);
    assert.match(failed.stderr, /^The report could not be written: ENOSPC.*Make room/);
    assert.equal(failed.status, 2);
    write({ 'leave.cjs': "process.chdir('left'); require('node:fs').rmdirSync('../left')" });
    mkdirSync(join(folder, 'left'));
    const left = node('pipe', '--require', './leave.cjs', script, 'scan');
    assert.deepEqual(
      [left.status, left.stderr],
      [2, 'The current folder is no longer there; change to another one.\n'],
    );
  }).timeout(300_000);
});
