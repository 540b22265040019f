import assert from 'node:assert/strict';
import { readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import type { Note } from '../../../src/workspace/notes';
import { refine } from '../../../src/workspace/refine';
import { Refinements } from '../../../src/workspace/refinements';
import { scanText, type FileReferences } from '../../../src/workspace/scan-text';
import { folderWith, removeFolders } from './temporary';

const source = 'from openai import AzureOpenAI\nclient = AzureOpenAI()\nclient.responses.create(model="gpt-4o")\n';
const past = new Date(Date.now() - 60_000);

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
    // A file that has just been made changed too lately to be kept, unless the clock of the cache is ahead.
    const ahead = Date.now;
    Date.now = () => ahead() + 10_000;
    const first = new Refinements(cacheFile, '1');
    Date.now = ahead;
    assert.deepEqual(routes(await first.of(found)), ['azure']);
    first.keep();

    // Only from here can it have this: whoever reads the file finds Azure.
    writeFileSync(cacheFile, readFileSync(cacheFile, 'utf8').replaceAll('"azure"', '"gateway"'));
    assert.deepEqual(routes(await new Refinements(cacheFile, '1').of(found)), ['gateway']);
    assert.deepEqual(routes(await new Refinements(cacheFile, '2').of(found)), ['azure'], 'another version');
    const other = found.map((file) => ({ ...file, references: [...file.references, ...file.references] }));
    assert.deepEqual(routes(await new Refinements(cacheFile, '1').of(other)), ['azure', 'azure'], 'found more');
  });

  test('leaves what does not parse as it was found', async () => {
    const path = `${folderWith({ 'a.py': `${source}def (:\n` })}/a.py`;
    const found = foundIn(path);
    assert.deepEqual(await new Refinements(undefined, '1').of(found), found);
  });

  test('a file that has gone since it was scanned is noted, keeps what was found and costs no other its route', async () => {
    const folder = folderWith({ 'a.py': source, 'b.py': source });
    const found = ['a.py', 'b.py'].flatMap((name) => foundIn(`${folder}/${name}`));
    rmSync(`${folder}/a.py`);
    const notes: Note[] = [];
    assert.deepEqual(routes(await refine(found, (note) => notes.push(note))), ['unknown', 'azure']);
    assert.deepEqual(
      notes.map(({ severity, path }) => [severity, path]),
      [['error', `${folder}/a.py`]],
    );
    assert.match(notes[0]?.message ?? '', /^Not parsed, since that failed \(no such file/);
  });
});
