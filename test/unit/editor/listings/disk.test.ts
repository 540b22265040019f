import assert from 'node:assert/strict';
import os, { userInfo } from 'node:os';
import type { Uri } from 'vscode';
import { homeFolder, isInside } from '../../../../src/editor/listings/disk';
import { folderWith, link, removeFolders } from '../../workspace/temporary';

suite('listing files on disk', () => {
  teardown(removeFolders);
  const at = (fsPath: string) => ({ fsPath }) as Uri;

  test('`~` is the user’s own folder, whether or not the environment names it', () => {
    const { HOME } = process.env;
    delete process.env['HOME'];
    try {
      assert.equal(homeFolder(), userInfo().homedir);
    } finally {
      if (HOME !== undefined) process.env['HOME'] = HOME;
    }
  });

  test('`~` is nothing where the user has no folder, as in containers', () => {
    const { homedir } = os;
    os.homedir = () => {
      throw new Error('A system error occurred: uv_os_homedir returned ENOENT');
    };
    try {
      assert.equal(homeFolder(), undefined);
    } finally {
      os.homedir = homedir;
    }
  });

  test('lie in a folder if they do so once links are followed', () => {
    const outside = folderWith({ 'a.json': '' });
    const folder = `${folderWith({ 'w/lists/a.json': '', 'w-beside/a.json': '' })}/w`;
    link(outside, `${folder}/out`);
    link(`${folder}/lists`, `${folder}/in`);
    link(folder, `${outside}/workspace`);
    const cases = { 'lists/a.json': true, 'in/a.json': true, 'out/a.json': false, 'gone.json': undefined };
    for (const [path, expected] of Object.entries(cases)) {
      assert.equal(isInside(at(`${folder}/${path}`), at(folder)), expected, path);
      // The folder may be opened by a link.
      assert.equal(isInside(at(`${outside}/workspace/${path}`), at(`${outside}/workspace`)), expected, path);
    }
    assert.equal(isInside(at(`${folder}-beside/a.json`), at(folder)), false);
  });
});
