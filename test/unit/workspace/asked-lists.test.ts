import * as assert from 'node:assert/strict';
import { findReferences } from '../../../src/core/find/find';
import type { Language } from '../../../src/core/find/reference';
import { understandFile } from '../../../src/workspace/understand-file';
import type { Files } from './client-routes';

const answers =
  'client = OpenAI()\ndef ask(model, text):\n    return client.responses.create(model=model, input=text)\n';
const counts =
  'client = OpenAI()\ndef ask(text, by):\n    client.responses.create(model=by, input=text)\n    return 1\ndef judge(by, texts):\n    return sum(ask(text, by=by) for text in texts)\nclass Panel:\n    def vote(self, model, text):\n        self.votes = client.responses.create(model=model, input=text)\n';
const script =
  'const client = new OpenAI();\nexport const ask = (model, input) => client.responses.create({ model, input });\n';

suite('Lists of models that a loop hands to a function of another file', () => {
  const table: readonly (readonly [
    title: string,
    language: Language,
    text: string,
    files: Files,
    ...roles: string[],
  ])[] = [
    [
      'a function that returns the answer',
      'python',
      'from llm import ask\nfor m in ["gpt-5", "gpt-4o"]:\n    ask(m, text)\n',
      { '/w/src/llm.py': answers },
      'use',
      'use',
    ],
    [
      'one that returns something else',
      'python',
      'from llm import ask\nfor m in ["gpt-5"]:\n    ask(text, m)\n',
      { '/w/src/llm.py': counts },
      'use',
    ],
    [
      'one that passes it to another one, however the parameter is called',
      'python',
      'import llm\nfor m in ["gpt-5"]:\n    llm.judge(by=m, texts=texts)\n',
      { '/w/src/llm.py': counts },
      'use',
    ],
    [
      'a method, through a package',
      'python',
      'from panels import Panel\npanel = Panel()\nfor m in ["gpt-5"]:\n    panel.vote(m, text)\n',
      { '/w/src/panels/__init__.py': 'from .llm import Panel\n', '/w/src/panels/llm.py': counts },
      'use',
    ],
    [
      'a function of this file between them',
      'python',
      'from llm import judge\ndef run(by):\n    return judge(by, texts)\nfor m in ["gpt-5"]:\n    run(m)\n',
      { '/w/src/llm.py': counts },
      'use',
    ],
    [
      'no other argument',
      'python',
      'from llm import ask, judge\nfor m in ["gpt-5"]:\n    ask(m, judge)\nfor m in ["gpt-4o"]:\n    judge(by=judge, texts=m)\n',
      { '/w/src/llm.py': counts },
      'mention',
      'mention',
    ],
    [
      'no function that sends nothing',
      'python',
      'from llm import tell\nfor m in ["gpt-5"]:\n    tell(m)\n',
      { '/w/src/llm.py': 'client = OpenAI()\ndef tell(model):\n    rows.append(dict(model=model))\n' },
      'mention',
    ],
    [
      'a function in JavaScript that returns the answer',
      'javascript',
      "import { ask } from './llm';\nPromise.all(['gpt-5'].map((m) => ask(m, text)));\n",
      { '/w/src/llm.js': script },
      'use',
    ],
  ];
  for (const [title, language, text, files, ...roles] of table)
    test(title, async () => {
      const path = `/w/src/main.${language === 'python' ? 'py' : 'js'}`;
      const source = { path, text, language, references: findReferences(text, language) };
      const known = await understandFile(source, { roots: ['/w'], read: (file) => files[file] });
      assert.deepEqual(
        known?.references.map(({ role }) => role),
        roles,
      );
    });
});
