import assert from 'node:assert/strict';
import { readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { onDisk } from '../../../src/workspace/disk-modules';
import { Refinements } from '../../../src/workspace/refinements';
import { scanText, type FileReferences } from '../../../src/workspace/scan-text';
import { pythonTable } from './table';
import { folderWith, inTenSeconds, removeFolders } from './temporary';

const source = 'from openai import AzureOpenAI\nclient = AzureOpenAI()\nclient.responses.create(model="gpt-4o")\n';
const past = new Date(Date.now() - 60_000);

const nowhere = onDisk([]);

suite('Refining files on disk', () => {
  suiteTeardown(removeFolders);

  const foundIn = (path: string) => scanText(path, readFileSync(path, 'utf8'), 'python');
  const routes = (files: readonly FileReferences[]) =>
    files.flatMap(({ references }) => references.map(({ route }) => route.kind));

  test('adds the route that the client takes, and keeps it for the next start', async () => {
    const path = `${folderWith({ 'a.py': source })}/a.py`;
    utimesSync(path, past, past);
    const found = foundIn(path);
    assert.deepEqual(routes(found), ['unknown']);
    const cacheFile = `${folderWith({})}/refined.json`;
    const first = await inTenSeconds(() => new Refinements(cacheFile, '1'));
    assert.deepEqual(routes(await first.of(found, nowhere)), ['azure']);
    first.keep();

    // Only from here can it have this: whoever reads the file finds Azure.
    writeFileSync(cacheFile, readFileSync(cacheFile, 'utf8').replaceAll('"azure"', '"gateway"'));
    assert.deepEqual(routes(await new Refinements(cacheFile, '1').of(found, nowhere)), ['gateway']);
    assert.deepEqual(routes(await new Refinements(cacheFile, '2').of(found, nowhere)), ['azure'], 'another version');
    const other = found.map((file) => ({ ...file, references: [...file.references, ...file.references] }));
    assert.deepEqual(
      routes(await new Refinements(cacheFile, '1').of(other, nowhere)),
      ['azure', 'azure'],
      'found more',
    );
  });

  test('keeps a route that an imported file tells, until that file changes', async () => {
    const folder = folderWith({
      'main.py': 'from .clients import client\nclient.responses.create(model="gpt-4o")\n',
      'clients.py': 'client = AzureOpenAI()\n',
    });
    const [main, clients] = [`${folder}/main.py`, `${folder}/clients.py`];
    for (const path of [main, clients]) utimesSync(path, past, past);
    const found = foundIn(main);
    const cacheFile = `${folderWith({})}/refined.json`;
    const disk = onDisk([folder]);
    const first = await inTenSeconds(() => new Refinements(cacheFile, '1'));
    const said = await first.of(found, disk);
    assert.deepEqual(routes(said), ['azure']);
    assert.deepEqual(said[0]?.reads, [clients]);
    first.keep();

    writeFileSync(cacheFile, readFileSync(cacheFile, 'utf8').replaceAll('"azure"', '"gateway"'));
    const kept = await new Refinements(cacheFile, '1').of(found, disk);
    assert.deepEqual([routes(kept), kept[0]?.reads], [['gateway'], [clients]], 'from the cache');

    writeFileSync(clients, 'client = OpenAI()\n');
    assert.deepEqual(routes(await new Refinements(cacheFile, '1').of(found, disk)), ['openai']);
    rmSync(clients);
    const without = await new Refinements(cacheFile, '1').of(found, disk);
    assert.deepEqual([routes(without), without[0]?.reads], [['unknown'], undefined]);
  });

  test('looks again where a file was missing and has come', async () => {
    const folder = folderWith({ 'main.py': 'from .clients import client\nclient.responses.create(model="gpt-4o")\n' });
    const main = `${folder}/main.py`;
    utimesSync(main, past, past);
    const found = foundIn(main);
    const cacheFile = `${folderWith({})}/refined.json`;
    const disk = onDisk([folder]);
    const first = await inTenSeconds(() => new Refinements(cacheFile, '1'));
    const said = await first.of(found, disk);
    assert.deepEqual(
      [routes(said), said[0]?.lacks],
      [['unknown'], [{ specifier: '.clients', exported: 'client.responses.create', from: main }]],
    );
    first.keep();
    writeFileSync(cacheFile, readFileSync(cacheFile, 'utf8').replaceAll('"unknown"', '"gateway"'));
    assert.deepEqual(routes(await new Refinements(cacheFile, '1').of(found, disk)), ['gateway'], 'from the cache');
    writeFileSync(`${folder}/clients.py`, 'client = AzureOpenAI()\n');
    const now = await new Refinements(cacheFile, '1').of(found, disk);
    assert.deepEqual([routes(now), now[0]?.lacks], [['azure'], undefined]);
  });

  test('searches anew at each start what other files ask of a table', async () => {
    const folder = folderWith({ 'models.py': pythonTable, 'a.py': '' });
    const [path, reader] = [`${folder}/models.py`, `${folder}/a.py`];
    utimesSync(path, past, past);
    const found = foundIn(path);
    const cacheFile = `${folderWith({})}/refined.json`;
    const asked = async (by: Refinements) =>
      (await by.of(found, onDisk([folder])))[0]?.references.flatMap(({ role, model }) => (role === 'use' ? model : []));
    const first = await inTenSeconds(() => new Refinements(cacheFile, '1'));
    assert.deepEqual(await asked(first), []);
    first.keep();
    writeFileSync(reader, 'from models import Models\nask(model=Models.M4)\n');
    // A start takes place in another process, which remembers no search.
    assert.deepEqual(await inTenSeconds(() => asked(new Refinements(cacheFile, '1'))), ['gpt-5']);
  });

  test('leaves what does not parse as it was found', async () => {
    const path = `${folderWith({ 'a.py': `${source}def (:\n` })}/a.py`;
    const found = foundIn(path);
    assert.deepEqual(await new Refinements(undefined, '1').of(found, nowhere), found);
  });
});
