import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import { findReferences } from '../../src/core/find/find';
import type { Language } from '../../src/core/find/reference';
import { DiskWatch } from '../../src/workspace/disk-watch';
import { WorkspaceIndex } from '../../src/workspace/index';
import type { IndexedFile } from '../../src/workspace/scanner';

/** The bundle of the scanning thread. */
export const workerFile = join(process.cwd(), 'dist/scan-worker.js');

export const analyse = (document: vscode.TextDocument) =>
  Promise.resolve(findReferences(document.getText(), document.languageId as Language));

/** The folder that the tests run in. */
export function workspaceFolder(): vscode.WorkspaceFolder {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'the tests run in a folder');
  return folder;
}

/** Gives each test of a suite a folder of the workspace, a place for the cache and an index of its own. */
export class TestIndex {
  folder = '';
  storage = '';
  disk!: DiskWatch;
  index!: WorkspaceIndex;

  constructor() {
    setup(() => {
      this.folder = mkdtempSync(join(workspaceFolder().uri.fsPath, 'index-test-'));
      this.storage = realpathSync(mkdtempSync(join(tmpdir(), 'token-allowance-')));
      this.disk = new DiskWatch();
      this.restart();
    });
    teardown(async () => {
      this.index.dispose();
      this.disk.dispose();
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      for (const made of [this.folder, this.storage]) rmSync(made, { recursive: true, force: true });
    });
  }

  /** A new index in the old one's place, as in a window that is opened anew. */
  restart(): void {
    if (this.index) this.index.dispose();
    const { disk, storage } = this;
    this.index = new WorkspaceIndex({ workerFile, disk, storage: vscode.Uri.file(storage), analyse });
  }

  /** The path of what has that name in the test's own folder. */
  path(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, content: string): vscode.Uri {
    const file = this.path(name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return vscode.Uri.file(file);
  }

  /** `name:cell:line:column model` for everything found in the test's own folder, sorted. */
  found(files: Iterable<IndexedFile> = this.index.references()): string[] {
    const base = vscode.Uri.file(this.folder).path;
    return [...files]
      .filter(({ uri }) => uri.path.startsWith(`${base}/`))
      .flatMap(({ uri, cell, references }) =>
        references.map(({ line, column, model }) => {
          const place = [uri.path.slice(base.length + 1), cell, line, column].filter((part) => part !== undefined);
          return `${place.join(':')} ${model}`;
        }),
      )
      .sort();
  }

  /** Waits until that and no more is found; mocha's time limit ends a wait in vain. */
  async until(...expected: string[]): Promise<void> {
    for (let waited = 0; this.found().join() !== expected.join(); waited += 20) {
      if (waited > 20_000) assert.deepEqual(this.found(), expected);
      await delay(20);
    }
  }
}
