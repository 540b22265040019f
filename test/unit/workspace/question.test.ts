import assert from 'node:assert/strict';
import { requestHandler, type ParserAnswer, type Question } from '../../../src/workspace/question';

suite('What a parser is asked', () => {
  const keep = (id: number): Question => ({ kind: 'keep', id });
  const settled = () => new Promise(setImmediate);

  test('is answered by its number, and a refusal with what stood in the way', async () => {
    const said: ParserAnswer[] = [];
    const hear = requestHandler(
      (answer) => said.push(answer),
      async ({ id }) => {
        if (id === 2) throw new Error('out of order');
        return { refined: [] };
      },
    );
    for (const id of [1, 2, 3]) {
      hear(keep(id));
      await settled();
    }
    assert.deepEqual(said, [
      { id: 1, refined: [] },
      { id: 2, error: 'out of order' },
      { id: 3, refined: [] },
    ]);
  });

  test('may take the texts of files, which are asked for one after the other', async () => {
    const said: ParserAnswer[] = [];
    const hear = requestHandler(
      (answer) => said.push(answer),
      async (_, remote) => {
        const { roots, read } = remote(['/w']);
        return { error: [...roots, await read('/w/a.py'), await read('/w/b.py')].join() };
      },
    );
    hear({ kind: 'text', text: 'nobody has asked for' });
    hear(keep(7));
    for (const text of ['A = 1', undefined]) {
      await settled();
      hear({ kind: 'text', text });
    }
    await settled();
    assert.deepEqual(said, [
      { id: 7, wants: '/w/a.py' },
      { id: 7, wants: '/w/b.py' },
      { id: 7, error: '/w,A = 1,' },
    ]);
  });
});
