import assert from 'node:assert/strict';
import { buildSync } from 'esbuild';
import { join } from 'node:path';
import { Parser } from '../../../src/workspace/parser';
import { folderWith, removeFolders } from './temporary';

/** Answers with its process's id, sets and maps as they came, and does what the text says. */
const thread = `
  const { parentPort } = require('node:worker_threads');
  let first = 0;
  parentPort.on('message', ({ kind, id, text, extraIds, remote }) => {
    if (kind === 'text') parentPort.postMessage({ id: first, understanding: { references: [text], bindings: [] } });
    if (kind === 'text') return;
    first = id;
    if (text === 'read') return parentPort.postMessage({ id, wants: '/a/' + remote });
    if (text === 'stall') for (;;);
    if (text === 'slow') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 800);
    if (text === 'end') process.exit(3);
    if (text === 'break') throw new Error('out of order');
    if (text === 'refuse') parentPort.postMessage({ id, error: 'unheard of' });
    else parentPort.postMessage({ id, understanding: { references: [process.pid, extraIds.has('a')], bindings: [] } });
  });`;

suite('the process that parses', () => {
  const complaints: string[] = [];
  const complain = (name: string, fate: string) => complaints.push(`${name} ${fate}`);
  let file = '';
  let parser: Parser;
  suiteSetup(() => {
    const folder = folderWith({ 'understand-worker.js': thread });
    file = join(folder, 'parser-process.js');
    const entryPoints = ['src/workspace/parser-process.ts'];
    buildSync({ entryPoints, outfile: file, bundle: true, platform: 'node', target: 'node20', logLevel: 'error' });
  });
  suiteTeardown(removeFolders);
  setup(() => {
    complaints.length = 0;
    parser = new Parser(file, complain, { idle: 100 });
  });
  teardown(() => parser.dispose());

  const ask = async (text: string) => {
    const source = { text, language: 'python', references: [], extraIds: new Set(['a']) } as const;
    return (await parser.ask(source, { roots: [] }))?.references as unknown as
      [pid: number, hasId: boolean] | undefined;
  };
  const isRunning = (pid: number) => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  const gone = async (pid: number) => {
    while (isRunning(pid)) await new Promise((resolve) => setTimeout(resolve, 20)); // mocha's time limit ends a wait in vain
  };

  test('is another one, which understands sets and answers many questions', async () => {
    const [[one, hasId], [other]] = (await Promise.all([ask('a'), ask('b')])) as [[number, boolean], [number, boolean]];
    assert.notEqual(one, process.pid);
    assert.deepEqual([other, hasId, complaints], [one, true, []]);
  });

  test('asks for the files that it cannot read itself', async () => {
    const source = { text: 'read', language: 'python', references: [] } as const;
    const read = (path: string) => Promise.resolve(path === '/a/true' ? 'its text' : undefined);
    assert.deepEqual((await parser.ask(source, { path: '/b', roots: [], read }))?.references, ['its text']);
    assert.equal((await ask('a'))?.length, 2);
  });

  test('ends when there is nothing to do, and another one begins when there is', async () => {
    const [first = 0] = (await ask('a')) ?? [];
    await gone(first);
    const [second] = (await ask('a')) ?? [];
    assert.notEqual(second, first);
    assert.deepEqual(complaints, []);
  });

  test('ends with whoever asks', async () => {
    const [pid = 0] = (await ask('a')) ?? [];
    parser.dispose();
    await gone(pid);
    assert.deepEqual(complaints, []);
  });

  for (const [text, complaint] of [
    ['break', /^a text failed \(out of order\)$/],
    ['end', /^a text stopped unexpectedly \(1\)$/],
    ['refuse', /^a text failed \(unheard of\)$/],
  ] as const) {
    test(`gives no answer where a text makes it ${text}, says so once, and answers the next question`, async () => {
      assert.equal(await ask(text), undefined);
      assert.match(complaints[0] ?? '', complaint);
      assert.equal((await ask('a'))?.length, 2);
      assert.equal(complaints.length, 1);
    });
  }

  for (const text of ['break', 'end', 'refuse', 'stall']) {
    test(`costs nobody else an answer where a text makes it ${text}`, async () => {
      parser.dispose();
      parser = new Parser(file, complain, { idle: 100, timeout: 3000 });
      const answers = await Promise.all(['a', text, 'b', 'c'].map(ask));
      assert.deepEqual(
        answers.map((answer) => answer?.length),
        [2, undefined, 2, 2],
      );
      if (text === 'stall') assert.deepEqual(complaints, ['a text took too long and was stopped']);
    });
  }

  test('is given as long for a question as if no other one waited', async () => {
    parser.dispose();
    parser = new Parser(file, complain, { idle: 100, timeout: 2500 });
    const answers = await Promise.all(['slow', 'slow', 'slow', 'slow'].map(ask));
    assert.ok(answers.every((answer) => answer !== undefined));
    assert.deepEqual(complaints, []);
  });

  test('leaves no question open, and answers none, once nobody is there to hear it', async () => {
    const answers = Promise.all(['stall', 'a'].map(ask));
    await new Promise((resolve) => setTimeout(resolve, 50));
    parser.dispose();
    assert.deepEqual([...(await answers), await ask('a')], [undefined, undefined, undefined]);
    assert.deepEqual(complaints, []);
  });

  for (const [name, complaint] of [
    ['missing.js', /^a text stopped unexpectedly \(1\)$/],
    ['no path\0', /^a text could not start, because no process could be started \(/],
  ] as const) {
    test(`that cannot be started answers nothing (${complaint})`, async () => {
      parser.dispose();
      parser = new Parser(join(file, name), complain);
      assert.equal(await ask('a'), undefined);
      assert.match(complaints[0] ?? '', complaint);
    });
  }
});
