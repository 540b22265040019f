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
});
