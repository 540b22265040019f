import assert from 'node:assert/strict';
import { importsClient, importsModel } from '../../../../src/core/understand/imports';

suite('a file that may read a model it imports', () => {
  const yes = [
    'import { MODEL } from "./a";',
    'import a from "./config";',
    'import {\n  a,\n  CHAT_MODEL,\n} from "./shared";',
    'import {\n  a,\n  b,\n} from "../constants";',
    'from .settings import NAME',
    'from app import (\n    NAME,\n    DEFAULT_LLM,\n)',
    'const { MODEL } = require("./a");',
    'const a = require("./config");',
    'const {\n  MODEL,\n} = require("./a");',
    'export { MODEL } from "./a";',
  ];
  for (const text of yes) test(JSON.stringify(text), () => assert.ok(importsModel(text)));

  const no = [
    'import { a } from "./b";\nconst model = a;',
    'import {\n  a,\n} from "./b";\nconst model = a;',
    'from a import (\n  b,\n)\nmodel = b',
    'import os\nmodel = os.environ["x"]',
    'const a = b;\nrequire("./b");\nconst model = 1;',
    'export function f(\n  model: string,\n) {}',
  ];
  for (const text of no) test(`not ${JSON.stringify(text)}`, () => assert.ok(!importsModel(text)));

  const clients: readonly [language: 'typescript' | 'python', text: string, may: boolean][] = [
    ['typescript', `import { openai } from './lib';`, true],
    ['typescript', `import make from '@/services/llm';`, true],
    ['typescript', `import {\n  a,\n  getClient,\n} from '../shared';`, true],
    ['typescript', `const { ai } = require('./lib');`, true],
    ['typescript', `import OpenAI from 'openai';`, false],
    ['typescript', `import { createClient } from '@supabase/supabase-js';`, false],
    ['typescript', `import { format } from './dates';\nconst client = format();`, false],
    ['python', 'from app.core import get_client', true],
    ['python', 'from .llm import (\n    call,\n)', true],
    ['python', 'import clients', true],
    ['python', 'from openai import OpenAI', false],
    ['python', 'from langchain_openai import ChatOpenAI', false],
    ['python', 'import os\nclient = os.x', false],
  ];
  for (const [language, text, may] of clients)
    test(`${JSON.stringify(text)} ${may ? 'may' : 'does not'} import a client`, () =>
      assert.equal(importsClient(text, language), may));

  const words =
    'client azure gpt llm model provider gateway proxy chat complete assistant agent embed image speech api ai ai2 my_ai openAI';
  for (const word of words.split(' '))
    test(`a name that tells of a client: ${word}`, () =>
      assert.ok(importsClient(`from lib.x import ${word}`, 'python')));
  for (const word of ['apis', 'rapid', 'mail', 'plain', 'paint', 'utils'])
    test(`a name that does not: ${word}`, () => assert.ok(!importsClient(`from lib.x import ${word}`, 'python')));

  test('a megabyte of beginnings is read through', () => {
    for (const unit of [
      'import {',
      'import\n',
      'const a\n',
      'const a ',
      'const {\n',
      'const a = require(\n',
      'from x import (\n',
    ])
      for (const imports of [importsModel, importsClient])
        assert.ok(!imports(unit.repeat(1_000_000 / unit.length), 'typescript'));
  });
});
