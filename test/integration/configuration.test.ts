// What is told when the settings, or what they mean, have changed.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Configuration } from '../../src/editor/configuration';
import type { OwnListings } from '../../src/editor/listings/own-listings';
import { until } from './support';

suite('the configuration', () => {
  test('tells of another day, since a model may be shut down with it', async () => {
    let now = new Date('2027-01-13T23:59:00Z');
    let [beats, changes] = [0, 0];
    const own = { onDidChange: new vscode.EventEmitter<void>().event } as Partial<OwnListings> as OwnListings;
    const clock = () => (beats++, now);
    const configuration = new Configuration({} as vscode.LogOutputChannel, own, clock, 5);
    configuration.onDidChange(() => changes++);
    try {
      await until(() => beats > 3);
      assert.equal(changes, 0);
      now = new Date('2027-01-14T00:00:00Z');
      await until(() => changes > 0);
      const passed = beats;
      await until(() => beats > passed + 3);
      assert.equal(changes, 1);
    } finally {
      configuration.dispose();
    }
  });

  test('writes what is wrong into the log once, however often it is read, and again when it comes back', async () => {
    const changed = new vscode.EventEmitter<void>();
    let problems = ['A listing is wrong.'];
    const own = { onDidChange: changed.event, of: async () => ({ files: [], problems }) } as unknown as OwnListings;
    const logged: string[] = [];
    const log = { warn: (text: string) => logged.push(text) } as unknown as vscode.LogOutputChannel;
    const configuration = new Configuration(log, own);
    const read = async (now: string[]) => {
      problems = now;
      changed.fire();
      await configuration.settings();
      changed.fire();
      await configuration.settings();
    };
    try {
      await read(['A listing is wrong.']);
      await read(['A listing is wrong.', 'Another is, too.']);
      await read([]);
      await read(['A listing is wrong.']);
      assert.deepEqual(logged, ['A listing is wrong.', 'Another is, too.', 'A listing is wrong.']);
    } finally {
      configuration.dispose();
    }
  });
});
