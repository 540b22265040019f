import * as assert from 'node:assert/strict';
import { findReferences } from '../../../../src/core/find/find';
import type { Context, Language } from '../../../../src/core/find/reference';

/** Tests how many of the models in a code are uses. */
function testUses(title: string, language: Language, code: string, uses: number): void {
  test(`${title}: ${String(uses)} of them are uses`, () => {
    const found = findReferences(code, language);
    assert.ok(found.length >= 5, 'the code is about several models');
    assert.equal(found.filter(({ role }) => role === 'use').length, uses);
    assert.ok(found.every(({ role, context }) => role === 'use' || /^(?:list|label|key|comparison)$/.test(context)));
  });
}

const models = ['gpt-4', 'gpt-4-0613', 'gpt-4o', 'gpt-4o-mini', 'o1', 'o3-mini'];
const nameOf = (model: string) => model.replace(/-/g, '_').toUpperCase();

/** Rows with a model each, such as `GPT_4 = "gpt-4",`. */
function rows(assigns: string, end: string, named: readonly string[] = models, name = nameOf): string {
  return named.map((model) => `  ${name(model)}${assigns}"${model}"${end}\n`).join('');
}

suite('find: tables of models', () => {
  testUses('an enumeration', 'typescript', `export enum Model {\n${rows(' = ', ',')}}`, 0);
  testUses('an enumeration of five', 'typescript', `enum Model {\n${rows(' = ', ',', models.slice(1))}}`, 5);
  testUses(
    'five models in six rows',
    'typescript',
    `enum Model {\n${rows(' = ', ',', models.slice(1))}  O4 = "o1",\n}`,
    6,
  );
  testUses('one line', 'typescript', `enum Model { ${rows(' = ', ',').replace(/\n/g, '')} }`, 0);
  testUses('an object', 'typescript', `const MODELS = {\n${rows(': ', ',')}} as const;`, 0);
  testUses('fields of a class', 'typescript', `class Models {\n${rows(' = ', ';')}}`, 0);
  testUses('constants', 'javascript', rows(' = ', ';').replace(/^ +/gm, 'const '), 0);
  testUses('a class in Python', 'python', `class Model(Enum):\n${rows(' = ', '')}`, 0);
  testUses('constants in Python', 'python', rows(' = ', '').replace(/^ +/gm, ''), 0);
  testUses('with comments', 'python', `class Model(Enum):\n${rows(' = ', '\n  # Older\n')}`, 0);
  testUses('far apart', 'python', `class Model(Enum):\n${rows(' = ', '\n\n\n\n')}`, 6);
  testUses('with a word among the names', 'typescript', `const MODELS = {\n  best: "gpt-5",\n${rows(': ', ',')}}`, 0);
  const tasks = ['chat', 'fast', 'vision', 'speech', 'draft', 'judge'];
  const byTask = (model: string) => tasks[models.indexOf(model)] ?? '';
  testUses('settings by task', 'typescript', `const MODELS = {\n${rows(': ', ',', models, byTask)}}`, 6);
  const halfByTask = (model: string) => (models.indexOf(model) % 2 ? byTask(model) : nameOf(model));
  testUses('half of them by task', 'typescript', `enum Model {\n${rows(' = ', ',', models, halfByTask)}}`, 0);
  testUses('calls', 'python', models.map((model) => `llm.ask(model="${model}")`).join('\n'), 6);
  testUses(
    'settings of several agents',
    'typescript',
    `[${models.map((m) => `{ model: "${m}", temperature: 1 }`).join(',\n')}]`,
    6,
  );
  testUses('defaults', 'python', `def ask(\n${rows('=', ',')}): pass`, 6);
  testUses(
    'the default behind it',
    'typescript',
    `enum Model {\n${rows(' = ', ',')}}\nconst defaultModel = "gpt-5";`,
    1,
  );
  testUses(
    'the default among them',
    'python',
    `class Settings:\n${rows(' = ', '')}  MODEL = "gpt-5"\n${rows(' = ', '')}`,
    1,
  );
  const asModel = (model: string) => `${nameOf(model)}_MODEL`;
  testUses('rows that are called models', 'python', rows(' = ', '', models, asModel).replace(/^ +/gm, ''), 0);
  testUses('a call behind it', 'typescript', `enum Model {\n${rows(' = ', ',')}}\nask("gpt-5");`, 1);
  const quoted = (model: string) => `'${model}'`;
  testUses('names in quotes', 'typescript', `enum Model {\n${rows(' = ', ',', models, quoted)}}`, 0);
  const further = rows(' = ', ',', ['gpt-5', 'gpt-5.5']);
  testUses('a few more below', 'typescript', `enum A {\n${rows(' = ', ',')}}\n\n\n\nenum B {\n${further}}`, 0);
  testUses(
    'two enumerations',
    'typescript',
    `enum A {\n${rows(' = ', ',')}}\nask("gpt-5");\nenum B {\n${rows(' = ', ',')}}`,
    1,
  );
});

suite('find: tables from one name of a model to another', () => {
  const contextsOf = (code: string, language: Language): Context[] =>
    findReferences(code, language).map(({ context }) => context);

  test('map names: asking them asks no model', () => {
    assert.deepEqual(contextsOf('MODEL_POINTERS = {"gpt-4o": "gpt-4o-2024-08-06"}', 'python'), ['key', 'label']);
    assert.deepEqual(contextsOf('const MODELS = { "gpt-4o": "openai/gpt-4o" };', 'typescript'), ['key', 'label']);
    assert.deepEqual(contextsOf('E = {"text-embedding-3-small": "text-embedding-3-small"}', 'python'), [
      'key',
      'label',
    ]);
  });
  test('members named after their model are constants as in an enumeration', () => {
    const models = 'const MODELS = { GPT4: "gpt-4", gpt4o: "gpt-4o", gpt4oMini: "gpt-4o-mini" };';
    assert.deepEqual(contextsOf(models, 'typescript'), ['model', 'model', 'model']);
    assert.deepEqual(contextsOf('MODELS = {"gpt4o": "gpt-4o"}', 'python'), ['label']);
  });
  test('what a model’s own entry says is asked for may be', () => {
    assert.deepEqual(contextsOf('x = {"gpt-4o": {"fallback_model": "gpt-4o-mini"}}', 'python'), ['key', 'model']);
  });
});
