import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../src/editor/ids';
import { registerScan } from '../../src/editor/scan';
import type { Services } from '../../src/editor/services';

suite('scanning anew where other listings hold', () => {
  const changed = new vscode.EventEmitter<void>();
  let ids: string[];
  let scans: number;
  let index: { state: string; notes: []; scan: () => Promise<void> };
  let scan: ReturnType<typeof registerScan>;
  /** Ends the scan under way. */
  let end: (state: 'ready' | 'idle') => void;

  setup(() => {
    [ids, scans] = [['mine'], 0];
    let running: Promise<void> | undefined;
    const begin = () => {
      scans++;
      index.state = 'scanning';
      return new Promise<void>((resolve) => {
        end = (state) => {
          [index.state, running] = [state, undefined];
          resolve();
        };
      });
    };
    index = { state: 'idle', notes: [], scan: () => (running ??= begin()) };
    const configuration = { extraIds: async () => new Set(ids), onDidChange: changed.event };
    scan = registerScan({ configuration, index, log: {} } as unknown as Services);
  });
  teardown(() => scan.dispose());

  const soon = () => new Promise((resolve) => setTimeout(resolve, 50));
  const change = async (...now: string[]) => {
    ids = now;
    changed.fire();
    await soon();
  };
  const scanWhole = async () => {
    void scan.commands[commands.scanWorkspace]();
    await soon();
  };

  test('only where their ids are others, and never before the first scan', async () => {
    await change('other');
    assert.equal(scans, 0);
    await scanWhole();
    end('ready');
    await change('other');
    assert.equal(scans, 1);
    await change('mine');
    assert.equal(scans, 2);
  });

  test('not for the first setting that changes after a scan, where it is another', async () => {
    await scanWhole();
    end('ready');
    await change('mine');
    assert.equal(scans, 1);
  });

  test('once the scan under way has ended, which may have begun without them', async () => {
    await scanWhole();
    await change('other');
    assert.equal(scans, 1);
    end('ready');
    await soon();
    assert.equal(scans, 2);
  });

  test('not once the scan under way is cancelled', async () => {
    await scanWhole();
    await change('other');
    end('idle');
    await soon();
    assert.equal(scans, 1);
  });
});
