import assert from 'node:assert/strict';
import { importsModel } from '../../../../src/editor/second-pass/imports-model';

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
      assert.ok(!importsModel(unit.repeat(1_000_000 / unit.length)));
  });
});
