import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { secondPass } from '../../../src/cli/second-pass';
import type { Note } from '../../../src/workspace/notes';
import { scanText } from '../../../src/workspace/scan-text';
import { pythonTable, tableIds } from '../workspace/table';
import { folderWith, removeFolders } from '../workspace/temporary';

const azure = 'from openai import AzureOpenAI\nclient = AzureOpenAI()\nclient.responses.create(model="gpt-4o")\n';

/** Says of a file’s models that they go to Azure, or does what the file is called. */
const thread = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', ({ id, found }) => {
    const { path, references } = found[0];
    if (path.endsWith('end.py')) process.exit(3);
    if (path.endsWith('break.py')) throw new Error('out of order');
    if (path.endsWith('refuse.py')) return parentPort.postMessage({ id, error: 'unheard of' });
    const notes = path.endsWith('broken.py') ? [{ severity: 'info', path, message: 'Broken.' }] : [];
    const refined = [{ path, references: references.map((each) => ({ ...each, route: { kind: 'azure' } })) }];
    parentPort.postMessage({ id, refined, notes });
  });`;

suite('the command line’s second pass', () => {
  suiteTeardown(removeFolders);

  const found = (folder: string, names: readonly string[]) =>
    names.flatMap((name) => scanText(`${folder}/${name}`, readFileSync(join(folder, name), 'utf8'), 'python'));

  /** What becomes of files, by their names: their route and what is noted. */
  async function run(folder: string, names: readonly string[], before: () => void, parserFile?: string) {
    const first = found(folder, names);
    before();
    const notes: Note[] = [];
    const files = await secondPass(first, [folder], (note) => notes.push(note), parserFile);
    const routes = files.map(({ path, references }) => `${basename(path)} ${references[0]?.route.kind ?? ''}`);
    const said = notes.map(({ severity, path, message }) => `${severity} ${basename(path ?? '')}: ${message}`);
    return { routes, said };
  }
  const nothing = () => undefined;
  const kept = 'models are found, but not where clients held in variables send their requests.';

  test('a file that cannot be read any more is noted, one that has gone is not; both keep what was found and cost no other its route', async () => {
    const folder = folderWith({ 'a.py': azure, 'b.py': azure, 'c.py': azure });
    const { routes, said } = await run(folder, ['a.py', 'b.py', 'c.py'], () => {
      for (const name of ['a.py', 'b.py']) rmSync(`${folder}/${name}`);
      mkdirSync(`${folder}/b.py`);
    });
    assert.deepEqual(routes, ['a.py unknown', 'b.py unknown', 'c.py azure']);
    assert.deepEqual(said, [`warning b.py: Not parsed, since parsing failed (it is a folder): ${kept}`]);
  });

  test('a thread that breaks at a file costs no other file its route, and what it notes is told', async () => {
    const names = ['a.py', 'end.py', 'b.py', 'break.py', 'broken.py', 'refuse.py', 'c.py'];
    const folder = folderWith(Object.fromEntries(names.map((name) => [name, azure])));
    const parserFile = join(folderWith({ 'thread.js': thread }), 'thread.js');
    const { routes, said } = await run(folder, names, nothing, parserFile);
    const broken = ['end.py', 'break.py', 'refuse.py'];
    assert.deepEqual(
      routes,
      names.map((name) => `${name} ${broken.includes(name) ? 'unknown' : 'azure'}`),
    );
    assert.deepEqual(said, [
      `warning end.py: Not parsed, since parsing stopped unexpectedly (3): ${kept}`,
      `warning break.py: Not parsed, since parsing stopped unexpectedly (out of order): ${kept}`,
      'info broken.py: Broken.',
      `warning refuse.py: Not parsed, since parsing failed (unheard of): ${kept}`,
    ]);
  });

  test('the rows of a table that other files ask are uses', async () => {
    const reader = azure.replace('"gpt-4o"', 'Models.M4').replace('\n', '\nfrom models import Models\n');
    const folder = folderWith({ 'models.py': pythonTable, 'a.py': reader });
    const [file] = await secondPass(found(folder, ['models.py']), [folder], () => undefined);
    const told = file?.references.map(({ context, route }) => `${context} ${route.kind}`);
    assert.deepEqual(
      told,
      tableIds.map((id) => (id === 'gpt-5' ? 'tried azure' : 'list unknown')),
    );
  });

  test('where nothing has to be parsed, no thread starts', async () => {
    const folder = folderWith({ 'a.py': 'if model == "gpt-4o": pass\n' });
    const { routes, said } = await run(folder, ['a.py'], nothing, join(folder, 'missing.js'));
    assert.deepEqual([routes, said], [['a.py unknown'], []]);
  });
});
