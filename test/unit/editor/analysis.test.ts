import assert from 'node:assert/strict';
import type { TextDocument } from 'vscode';
import { findReferences } from '../../../src/core/find/find';
import { Analysis } from '../../../src/editor/analysis';

/** As much of a document as the analysis reads; version and language may be set. */
function document(text: string) {
  return { version: 1, languageId: 'typescript', uri: { scheme: 'file' }, getText: () => text };
}

suite('the analysis of documents', () => {
  let runs: number;
  let analysis: Analysis;
  setup(() => {
    runs = 0;
    analysis = new Analysis(async () => (text, language) => {
      runs++;
      return findReferences(text, language);
    });
  });
  const references = (of: ReturnType<typeof document>) => analysis.references(of as unknown as TextDocument);

  test('finds once for a version, however many ask at once', async () => {
    const one = document('ask({ model: "gpt-4o" })');
    const answers = await Promise.all([references(one), references(one), references(one)]);
    answers.push(await references(one));
    assert.equal(runs, 1);
    for (const answer of answers) assert.equal(answer, answers[0]);
    assert.equal(answers[0]![0]!.model, 'gpt-4o');
  });

  test('finds anew for a new version and for another language', async () => {
    const one = document('ask({ model: "gpt-4o" })');
    await references(one);
    one.version++;
    await references(one);
    assert.equal(runs, 2);
    one.languageId = 'python';
    await references(one);
    assert.equal(runs, 3);
  });

  test('finds anew where the listings name other ids', async () => {
    let ids = new Set(['mine']);
    const found: unknown[] = [];
    analysis = new Analysis(
      async () => (_text, _language, _isCell, extraIds) => (found.push(extraIds), []),
      async () => ids,
    );
    const one = document('');
    await references(one);
    await references(one);
    const before = ids;
    ids = new Set(['other']);
    await references(one);
    assert.deepEqual(found, [before, ids]);
  });

  test('who asked before an edit gets the text after it', async () => {
    let text = 'ask({ model: "gpt-4o" })';
    const one = { ...document(''), getText: () => text };
    const asked = references(one);
    text = 'ask({ model: "gpt-4.1" })';
    one.version++;
    assert.equal((await asked)[0]!.model, 'gpt-4.1');
    assert.equal(runs, 1);
  });

  test('knows a notebook cell from a file', async () => {
    const cells: boolean[] = [];
    analysis = new Analysis(async () => (_text, _language, isCell) => {
      cells.push(isCell);
      return [];
    });
    await references(document(''));
    await references({ ...document(''), uri: { scheme: 'vscode-notebook-cell' } });
    assert.deepEqual(cells, [false, true]);
  });

  test('documents do not share entries', async () => {
    await references(document('a'));
    await references(document('b'));
    assert.equal(runs, 2);
  });
});
