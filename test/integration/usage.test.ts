// The meter of today's tokens, with a secret storage and an OpenAI that the test holds.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { UsageRow, UsageTrouble } from '../../src/core/program/used';
import type { Services } from '../../src/editor/services';
import type { Memory } from '../../src/sidebar/memory';
import { UsageMeter, type MeterParts } from '../../src/usage/meter';
import { registerUsage } from '../../src/usage/register';
import { until } from './support';

const minute = 60_000;
const rows: UsageRow[] = [{ model: 'gpt-4o-2024-08-06', tokens: 10, free: true }];

suite('the tokens used today', () => {
  let kept: string | undefined;
  let stored: vscode.EventEmitter<vscode.SecretStorageChangeEvent>;
  let now: Date;
  let asked: [key: string, day: string][];
  /** What OpenAI says: rows, or why not. */
  let answer: UsageRow[] | (UsageTrouble & { retryAfter?: number });
  let warnings: string[];
  let meter: UsageMeter;
  let changes: number;
  let store: (value: string) => Promise<void>;

  const secrets = {
    get: async () => kept,
    store: (_: string, value: string) => store(value),
    delete: async () => void (kept = undefined),
  };
  const ask = async (key: string, day: string) => {
    asked.push([key, day]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (!Array.isArray(answer)) throw answer;
    return answer;
  };
  const newMeter = (parts: Partial<MeterParts> = {}) => {
    const log = { warn: (text: string) => warnings.push(text), error: (text: string) => warnings.push(text) };
    const made = new UsageMeter({
      secrets: { ...secrets, onDidChange: stored.event },
      ask,
      log: log as unknown as vscode.LogOutputChannel,
      now: () => now,
      ...parts,
    });
    made.onDidChange(() => changes++);
    return made;
  };

  setup(() => {
    stored = new vscode.EventEmitter();
    store = async (value) => void (kept = value);
    [kept, asked, answer, warnings, changes] = [undefined, [], rows, [], 0];
    now = new Date('2026-11-22T14:00:00Z');
    meter = newMeter();
  });
  teardown(() => meter.dispose());

  test('without a key nothing is asked, and that there is none is told once', async () => {
    assert.equal(meter.isKnown, false);
    await meter.start();
    meter.refreshIfDue();
    await meter.refresh();
    await meter.start();
    assert.deepEqual([meter.isKnown, meter.isConnected, asked, changes], [true, false, [], 1]);
  });

  test('a key is kept once OpenAI answers to it, and asked with from then on', async () => {
    await meter.connect('sk-admin-1');
    assert.equal(kept, 'sk-admin-1');
    assert.deepEqual(meter.answer, { rows, at: now });
    const later = newMeter();
    await later.start();
    assert.deepEqual(later.answer?.rows, rows);
    later.dispose();
    assert.deepEqual(asked, [
      ['sk-admin-1', '2026-11-22'],
      ['sk-admin-1', '2026-11-22'],
    ]);
  });

  test('a key that OpenAI refuses is not kept, and the one before it stays', async () => {
    await meter.connect('sk-admin-1');
    answer = { kind: 'refused', detail: '401' };
    await assert.rejects(meter.connect('sk-admin-2'), { kind: 'refused' });
    assert.equal(kept, 'sk-admin-1');
    assert.deepEqual(meter.answer?.rows, rows);
    assert.equal(meter.trouble, undefined);
  });

  test('a key whose asker has given up waiting is not kept, whatever OpenAI says then', async () => {
    for (const then of [rows, { kind: 'unreachable', detail: 'ETIMEDOUT' }] as const) {
      answer = then as typeof answer;
      const waiting = new vscode.CancellationTokenSource();
      const connecting = meter.connect('sk-admin-1', waiting.token);
      waiting.cancel();
      await assert.rejects(connecting, vscode.CancellationError);
      assert.deepEqual([kept, meter.isConnected], [undefined, false]);
    }
  });

  test('what cannot be loaded here is not laid to the network', async () => {
    const missing = Object.assign(new Error('Cannot find module'), { code: 'MODULE_NOT_FOUND' });
    let ask: MeterParts['ask'] = async () => rows;
    const broken = newMeter({ ask: (...asked) => ask(...asked) });
    try {
      await broken.connect('k');
      ask = () => Promise.reject(missing);
      await broken.refresh();
      const trouble = { kind: 'broken', detail: 'MODULE_NOT_FOUND' };
      assert.deepEqual(broken.trouble, trouble);
      await assert.rejects(broken.connect('another'), trouble);
    } finally {
      broken.dispose();
    }
  });

  test('a key that cannot be kept is not used either', async () => {
    store = () => Promise.reject(new Error('locked'));
    await assert.rejects(meter.connect('sk-admin-1'), /locked/);
    assert.deepEqual([meter.isConnected, meter.answer], [false, undefined]);
  });

  test('is asked for every five minutes, and at midnight, UTC', async () => {
    await meter.connect('k');
    now = new Date(now.getTime() + 4 * minute);
    meter.refreshIfDue();
    assert.equal(asked.length, 1);
    now = new Date('2026-11-22T23:59:00Z');
    meter.refreshIfDue();
    await until(() => !meter.isAsking);
    assert.equal(asked.length, 2);
    now = new Date('2026-11-23T00:00:01Z');
    assert.equal(meter.answer, undefined, 'yesterday’s tokens are not today’s');
    meter.refreshIfDue();
    await until(() => meter.answer);
    assert.deepEqual(asked.at(-1), ['k', '2026-11-23']);
  });

  test('tells when the day is over, also where it does not ask', async () => {
    const beating = newMeter({ beat: 5 });
    try {
      await beating.connect('k');
      answer = { kind: 'refused', detail: '401' };
      await beating.refresh();
      assert.deepEqual(beating.answer?.rows, rows);
      changes = 0;
      now = new Date('2026-11-23T00:00:01Z');
      await until(() => changes > 0);
      assert.deepEqual([beating.answer, beating.isAsking], [undefined, false]);
    } finally {
      beating.dispose();
    }
  });

  test('two who want to know ask once', async () => {
    await meter.connect('k');
    await Promise.all([meter.refresh(), meter.refresh()]);
    assert.equal(asked.length, 2);
  });

  test('trouble is said beside what is known, and goes with the next answer', async () => {
    await meter.connect('k');
    answer = { kind: 'limited', detail: '429', retryAfter: 1200 };
    await meter.refresh();
    assert.deepEqual([meter.trouble?.kind, meter.answer?.rows], ['limited', rows]);
    answer = rows;
    now = new Date(now.getTime() + 19 * minute);
    meter.refreshIfDue();
    assert.equal(meter.isAsking, false, 'OpenAI wants to be left alone for 20 minutes');
    now = new Date(now.getTime() + minute);
    meter.refreshIfDue();
    await until(() => !meter.isAsking);
    assert.equal(meter.trouble, undefined);
  });

  test('a key that is refused later is not tried again by itself', async () => {
    await meter.connect('k');
    answer = { kind: 'forbidden', detail: '403' };
    await meter.refresh();
    now = new Date(now.getTime() + 600 * minute);
    meter.refreshIfDue();
    assert.equal(asked.length, 2);
    await meter.refresh();
    assert.equal(asked.length, 3, 'but where a person asks for it');
  });

  test('forgets the key and all that it was told, while OpenAI is answering too', async () => {
    await meter.connect('k');
    const answering = meter.refresh();
    await meter.disconnect();
    await answering;
    assert.deepEqual([kept, meter.isConnected, meter.isAsking, meter.answer], [undefined, false, false, undefined]);
  });

  test('a key that cannot be taken away stays', async () => {
    const locked = () => Promise.reject(new Error('locked'));
    const stuck = newMeter({ secrets: { ...secrets, delete: locked, onDidChange: stored.event } });
    await stuck.connect('k');
    await assert.rejects(stuck.disconnect(), /locked/);
    assert.deepEqual([stuck.isConnected, stuck.answer?.rows], [true, rows]);
    stuck.dispose();
  });

  test('the command that asks takes up the key that is kept first', async () => {
    kept = 'k';
    const [engine, configuration] = [async () => assert.fail('asks for a key'), { onDidChange: stored.event }];
    const services = { usage: meter, engine, configuration, log: { error() {} } } as unknown as Services;
    const memory = { onDidChange: stored.event } as unknown as Memory;
    const { commands, dispose } = registerUsage(services, memory);
    await commands['tokenAllowance.refreshUsage']();
    assert.deepEqual(asked, [['k', '2026-11-22']]);
    dispose();
  });

  test('follows what other windows connect and take away', async () => {
    kept = 'theirs';
    stored.fire({ key: 'tokenAllowance.adminKey' });
    await until(() => meter.answer);
    kept = undefined;
    stored.fire({ key: 'something else' });
    assert.ok(meter.isConnected);
    stored.fire({ key: 'tokenAllowance.adminKey' });
    await until(() => !meter.isConnected);
  });

  test('a secret storage that cannot be read is a line in the log', async () => {
    const broken = new UsageMeter({
      secrets: { ...secrets, get: () => Promise.reject(new Error('locked')), onDidChange: stored.event },
      ask,
      log: { warn: () => {}, error: (text: string) => warnings.push(text) } as unknown as vscode.LogOutputChannel,
    });
    await broken.start();
    assert.deepEqual([broken.isKnown, broken.isConnected], [true, false], 'another one may be connected');
    broken.dispose();
    assert.deepEqual(warnings, ["VS Code's secret storage could not be read."]);
  });
});
