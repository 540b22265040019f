// What stands in the status bar of the tokens used today, with a meter and a panel's memory that the test holds.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import * as engine from '../../src/editor/engine';
import { readSettings } from '../../src/editor/settings';
import type { Services } from '../../src/editor/services';
import { registerUsageStatus } from '../../src/usage/status-bar';
import { until } from './support';

suite('the tokens used today in the status bar', () => {
  const changed = new vscode.EventEmitter<void>();
  const tiers: Record<string, number> = { a: 1, b: 3 };
  const at = new Date('2026-11-22T14:05:00Z');
  const rows = (free: boolean) => [{ model: 'gpt-4o-2024-08-06', tokens: 125_000, free }];
  const usage = { isConnected: true, answer: { rows: rows(true), at }, onDidChange: changed.event };
  const memory = { folder: vscode.Uri.file('/a'), onDidChange: changed.event };
  const services = {
    usage,
    engine: async () => engine,
    configuration: {
      settings: async ({ path }: vscode.Uri) =>
        readSettings((name) => (name === 'usageTier' ? tiers[path.slice(1)] : undefined)).settings,
      onDidChange: changed.event,
    },
    log: console,
  } as unknown as Services;

  test('is of the tier that the panel shows, marks an estimate, and goes with the key', async () => {
    const item = {
      text: '',
      shown: false,
      show: () => (item.shown = true),
      hide: () => (item.shown = false),
      dispose() {},
    };
    const status = registerUsageStatus(services, memory, () => item as unknown as vscode.StatusBarItem);
    changed.fire();
    await until(() => item.shown && item.text === '$(dashboard) 50% · 0%');
    memory.folder = vscode.Uri.file('/b');
    changed.fire();
    await until(() => item.text === '$(dashboard) 12% · 0%');
    usage.answer = { rows: rows(false), at };
    changed.fire();
    await until(() => item.text === '$(dashboard) ≈ 12% · 0%');
    usage.isConnected = false;
    changed.fire();
    assert.equal(item.shown, false);
    status.dispose();
  });
});
