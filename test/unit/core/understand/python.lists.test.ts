import * as assert from 'node:assert/strict';
import { findReferences } from '../../../../src/core/find/find';
import { understandPython } from '../../../../src/core/understand/python';

const create = 'c.responses.create';
/** A table of models, of which the first is that which code behind it may read by name. */
const enumeration = ['gpt-5', 'gpt-4', 'gpt-4-0613', 'gpt-4o', 'gpt-4.1', 'o3-mini']
  .map((model, i) => `    M${String(i)} = "${model}"\n`)
  .join('');
const others = ['mention', 'mention', 'mention', 'mention', 'mention'] as const;

/** A source behind a client, and of each reference, in their order, whether it is used. */
const table: readonly (readonly [source: string, ...roles: ('use' | 'mention')[]])[] = [
  [`for m in ["gpt-5", "gpt-4o"]:\n    ${create}(model=m)`, 'use', 'use'],
  [`M = ("gpt-5", "gpt-4o")\nfor m in M:\n    print(m)\n    ${create}(model=m, input=x)`, 'use', 'use'],
  [`M = ["gpt-5"]\nall = [${create}(model=m) for m in M]`, 'use'],
  [`M = {"gpt-5"}\nall = {m: ${create}(model=m) for m in M}`, 'use'],
  [`async def f():\n    async for m in ["gpt-5", "gpt-4o"]:\n        await ${create}(model=m)`, 'use', 'use'],
  [`def ask(model):\n    ${create}(model=model)\nfor m in ["gpt-5", "gpt-4o"]:\n    ask(m)`, 'use', 'use'],
  [
    `class A:\n    M = ["gpt-5", "gpt-4o"]\n    def f(self):\n        for m in self.M:\n            ${create}(model=m)`,
    'use',
    'use',
  ],
  [`for m in ["gpt-5", "gpt-4o"]:\n    llm = ChatOpenAI(model=m)`, 'use', 'use'],
  [`for m in ["gpt-5", "gpt-4o"]:\n    llm = ChatOpenAI(m)`, 'use', 'use'],
  [`for i, m in enumerate(["gpt-5", "gpt-4o"], 1):\n    ${create}(model=m)`, 'use', 'use'],
  [`M = ["gpt-5", "gpt-4o"]\nfor m in sorted(set(M)):\n    ${create}(model=m)`, 'use', 'use'],
  [`M = ["gpt-5", "gpt-4o"]\nall = [${create}(model=m) for i in x if i for j, m in enumerate(M) if m]`, 'use', 'use'],
  [`for m in "gpt-5", "gpt-4o":\n    ${create}(model=m)`, 'mention', 'mention'],
  [`M = ["gpt-5", "gpt-4o"]\nif x:\n    M = list(M)\nfor m in M:\n    ${create}(model=m)`, 'use', 'use'],
  [`M = list(M)\nN = [m for m in M]\nfor m in N:\n    ${create}(model=m or "gpt-4o")`, 'use'],
  // Joined lists, or some of a list's models.
  [`M = ["gpt-5"]\nfor m in [own] + M:\n    ${create}(model=m)`, 'use'],
  [`M = ["gpt-5"]\nN = [own, *M]\nfor m in N:\n    ${create}(model=m)`, 'use'],
  [`M = ["gpt-5"]\nN = [own] + [m for m in M if m != own]\nfor m in N:\n    ${create}(model=m)`, 'use'],
  [`M = ["gpt-5"]\nfor m in list(dict.fromkeys([own, *M])):\n    ${create}(model=m)`, 'use'],
  [`M = ["gpt-5"]\ndef all():\n    return [own] + M\nfor m in all():\n    ${create}(model=m)`, 'use'],
  [`for m in [m for m in ["gpt-5", "gpt-4o"]]:\n    ${create}(model=m)`, 'use', 'use'],
  [`M = ["gpt-5"]\nN = [own]\nfor m in M:\n    N.append(m)\nfor m in N:\n    ${create}(model=m)`, 'use'],
  [`for m in ["gpt-5"]:\n    body = {"model": m, "input": x}\n    ${create}(**body)`, 'use'],
  [
    `for m in ["gpt-5"]:\n    body = {"model": m}\n    requests.post("https://api.openai.com/v1/responses", json=body)`,
    'use',
  ],
  [`def ask(m):\n    return ${create}(model=m)\nasyncio.gather(*(ask(m) for m in ["gpt-5"]))`, 'use'],
  [`class M(Enum):\n${enumeration}${create}(model=M.M0.value)`, 'use', ...others],
  // What is offered, compared, told of or asked about is not.
  [`class M(Enum):\n${enumeration}if m == M.M0.value:\n    ${create}(model=m)`, 'mention', ...others],
  [`for m in ["gpt-5", "gpt-4o"]:\n    st.button(m)\n${create}(model=model)`, 'mention', 'mention'],
  [`for m in ["gpt-5", "gpt-4o"]:\n    if m == model:\n        ${create}(model=model)`, 'mention', 'mention'],
  [`if model in ["gpt-5", "gpt-4o"]:\n    ${create}(model=model)`, 'mention', 'mention'],
  [`for m in ["gpt-5", "gpt-4o"]:\n    c.models.retrieve(m)`, 'mention', 'mention'],
  [`for m in ["gpt-5", "gpt-4o"]:\n    rows.append({"model": m})`, 'mention', 'mention'],
  [`M = ["gpt-5"]\nfor m in [own] * len(M):\n    ${create}(model=m)`, 'mention'],
  [`M = ["gpt-5"]\nfor m in [name(m) for m in M]:\n    ${create}(model=m)`, 'mention'],
  [`for m in ["gpt-5"]:\n    row = {"model": m}\n    rows.append(row)`, 'mention'],
  [`for m, i in enumerate(["gpt-5", "gpt-4o"]):\n    ${create}(model=m)`, 'mention', 'mention'],
  [`for m, n in ["gpt-5", "gpt-4o"]:\n    ${create}(model=n)`, 'mention', 'mention'],
  [
    `for m in ["gpt-5", "gpt-4o"]:\n    info = ModelInfo(id=m, name=titled(m), provider="openai")`,
    'mention',
    'mention',
  ],
  [`for m in pick(["gpt-5", "gpt-4o"]):\n    ${create}(model=m)`, 'mention', 'mention'],
  [`M = ["gpt-5", "gpt-4o"]\n${create}(model=M)`, 'mention', 'mention'],
];

suite('models of lists that Python goes through', () => {
  for (const [source, ...roles] of table) {
    test(source.replace(/\s+/g, ' '), () => {
      const text = `c = OpenAI()\n${source}`;
      const understanding = understandPython(text, findReferences(text, 'python'));
      assert.deepEqual(
        understanding?.references.map(({ role }) => role),
        roles,
      );
    });
  }
});
