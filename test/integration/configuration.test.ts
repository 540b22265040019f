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

  suite('of folders', () => {
    const { getWorkspaceFolder, workspaceFolders } = vscode.workspace;
    const folder = (address: string) => ({ uri: vscode.Uri.parse(address), name: address, index: 0 });
    const all = [folder('file:///a'), folder('away:/b')];
    const use = (folders: readonly vscode.WorkspaceFolder[] | undefined) => {
      Object.defineProperty(vscode.workspace, 'workspaceFolders', { value: folders, configurable: true });
      vscode.workspace.getWorkspaceFolder = (uri) =>
        folders?.find((each) => `${uri.toString()}/`.startsWith(`${each.uri.toString()}/`));
    };
    teardown(() => {
      use(workspaceFolders);
      vscode.workspace.getWorkspaceFolder = getWorkspaceFolder;
    });
    /** @param of what is wrong with a folder's listings */
    const configurationWith = (of: (folder: string) => string[]) => {
      const onDidChange = new vscode.EventEmitter<void>().event;
      const own = { onDidChange, of: async (uri = '') => ({ files: [], problems: of(String(uri)) }) };
      return new Configuration({ warn() {} } as unknown as vscode.LogOutputChannel, own as unknown as OwnListings);
    };

    test('names those in which something is wrong, unless it is in all', async () => {
      use(all);
      const configuration = configurationWith((address) => ['Both.', `Only ${address}.`]);
      const expected = ['Both.', 'file:///a: Only file:///a.', 'away:/b: Only away:/b.'];
      assert.deepEqual(await configuration.problems(), expected);
      configuration.dispose();
    });

    test('reads again what could not be read', async () => {
      use(all.slice(0, 1));
      let fails = true;
      const configuration = configurationWith(() => {
        if (fails) throw new Error('Locked.');
        return ['Read.'];
      });
      await assert.rejects(configuration.problems(), /Locked/);
      fails = false;
      assert.deepEqual(await configuration.problems(), ['Read.']);
      configuration.dispose();
    });

    const cases: [what: string, folders: readonly vscode.WorkspaceFolder[], file: string, expected: string][] = [
      ['the one it lies in', all, 'file:///a/x.py', 'file:///a'],
      ['also where that is on another file system than the first', all, 'away:/b/x.py', 'away:/b'],
      ['the one an old version’s path tells', all, 'git:/a/x.py', 'file:///a'],
      ['the only one, of a file that tells none', all.slice(0, 1), 'untitled:Untitled-1', 'file:///a'],
      ['the window’s, where there are several', all, 'untitled:Untitled-1', ''],
      ['the window’s, of a file outside of all', all.slice(0, 1), 'file:///c/x.py', ''],
      ['the window’s, where there is none', [], 'file:///a/x.py', ''],
    ];
    for (const [what, folders, file, expected] of cases) {
      test(`holds for a file: ${what}`, async () => {
        use(folders);
        const asked: string[] = [];
        const configuration = configurationWith((address) => (asked.push(address), []));
        await configuration.settings(vscode.Uri.parse(file));
        configuration.dispose();
        assert.deepEqual(asked, [expected]);
      });
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
