import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { findReferences } from '../../../../src/core/find/find';
import { withoutGaps } from '../../../../src/core/understand/python/gaps';
import { understandPython } from '../../../../src/core/understand/python';
import { limits, type Understanding } from '../../../../src/core/understand/understanding';
import { repeated } from './repeated';

const understand = (text: string): Understanding | undefined => understandPython(text, findReferences(text, 'python'));

/** Pieces of which random programs are made: they define, read and shadow a few names in every way. */
const pieces = [
  'M = "gpt-4o"\n',
  'M = N or "gpt-5"\n',
  'N = M\n',
  'N = {"model": M, **N}\n',
  'N["model"] = "gpt-4o"\n',
  'N = N["model"]\n',
  'N = [N, M][0]\n',
  'N = f(N, N, model=M)\n',
  'f(**N)\n',
  'client = OpenAI(base_url=N)\n',
  'client = wrap(client, client)\n',
  'client.chat.create(model=M, tools=[N, N])\n',
  'def f(M=M, *a, N="gpt-4o", **k):\n',
  '    return f(M) or N\n',
  '    global M\n',
  '    self.M = M\n',
  'if M:\n    N = OpenAI(base_url=N)\n    client = N\n    M = f() or "gpt-4o"\n',
  'class C(C):\n',
  '    provider = "openai"\n',
  '    M = M\n',
  '    def g(self): return self.g().M\n',
  'with f() as M, (g() as N): pass\n',
  'for M in [N]: f(M)\n',
  'N = [*N, M] + N\n',
  'N.append(M)\n',
  'for M in list(N): f(model=M)\n',
  'x = [M for M in N if M]\n',
  'x = lambda M="gpt-4o": M\n',
  'from a import (M, b as N)\n',
  'import a.b.c\n',
  'match M:\n    case C(): f(M)\n',
  'N = C(M=M).M.value\n',
  'print f"{M!r:{N}}"\n',
  '@f(M)\n',
  '🎈 = "gpt-4o"\r\n',
  '"""',
  '(',
  ')',
  'as (',
  'with (',
  '1.',
  'yield',
  '\\',
];

suite('understanding Python: any text', () => {
  test('never throws; every range is what it says', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 25 }), (chosen) => {
        const text = chosen.join('');
        const references = findReferences(text, 'python');
        const known = understandPython(text, references);
        if (!known) return;
        assert.deepEqual(
          known.references.map(({ start, end, text: value, context }) => [start, end, value, context]),
          references.map(({ start, end, text: value, context }) => [start, end, value, context]),
        );
        const literals = new Set(references.map(({ start }) => start));
        for (const { start, end, name, origin } of known.bindings) {
          assert.equal(text.slice(start, end), name);
          assert.ok('specifier' in origin || literals.has(origin.start));
        }
        for (const { start, end, text: value } of known.exports) assert.equal(text.slice(start, end), value);
      }),
      { numRuns: 400 },
    );
  });

  test('what the grammar lacks is written anew in the same length', () => {
    const more = ['as (a, b):', 'for *_, x in y', 't"{x}"', '#'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces, ...more), { maxLength: 20 }), (chosen) => {
        const text = chosen.join(' ');
        assert.equal(withoutGaps(text).length, text.length);
      }),
    );
  });

  // To the parser these are operators that nest to the left without end, which it gives up on.
  const statements = [
    'x = 1\n',
    'x = 1\n\n',
    'f(x)\n  \n',
    'x = 1\n# y\n',
    'def f(): pass\n    # y\n',
    'f(\n    x,\n)\n\n',
  ];
  for (const statement of statements)
    for (const end of ['\n', '\r\n'])
      test(`many statements in a row: ${JSON.stringify(statement.replaceAll('\n', end))}`, () => {
        const text = `M = "gpt-4o"\n${statement.repeat(1000)}ask(model=M)`.replaceAll('\n', end);
        assert.equal(understand(text)?.bindings.length, 1);
      });

  const broken = [
    'M = "gpt-4o"\nask(model=M',
    'def f(:\n  M = "gpt-4o"',
    'M = "gpt-4o\nask(M)',
    '<<<<<<< HEAD\nM = "gpt-4o"\n=======\n>>>>>>> b',
    'class',
  ];
  for (const text of broken)
    test(`no answer while it does not parse: ${JSON.stringify(text)}`, () => assert.equal(understand(text), undefined));

  test('a script with a notebook’s magics is read without them', () => {
    const text =
      '!pip install -q "openai"\n%load_ext x\n# %%\nM = "gpt-4o"\nif colab:\n    %cd /content\nask(model=M)\n';
    assert.equal(understand(text)?.bindings.length, 1);
    assert.equal(understand(`${text}if :`), undefined);
  });

  test('no answer beyond the limit of depth', () => {
    const deep = (depth: number): string => `M = "gpt-4o"\nx = ${'('.repeat(depth)}M${')'.repeat(depth)}`;
    assert.equal(understand(deep(limits.depth))?.bindings.length, 1);
    assert.equal(understand(deep(limits.depth + 1)), undefined);
  });

  const many = 3000;
  const hostile: readonly (readonly [title: string, text: string])[] = [
    ['a chain of names', repeated(many, (i) => `a${i + 1} = a${i}`)],
    [
      'lists made of each other',
      `${repeated(many / 10, (i) => `a${i + 1} = [${`*a${i}, `.repeat(20)}] + a${i} + [m for m in a${i}]`)}\nfor M in a${many / 10}: f(model=M)`,
    ],
    [
      'a list that holds itself',
      `L = ["gpt-4o"]\n${'L.append(L)\nL = [*L, *L] + L\n'.repeat(many / 10)}for M in L: f(model=M)`,
    ],
    ['dictionaries made of each other', 'd = {**d, **d}\nf(**d)\n'.repeat(many / 4)],
    ['functions that call each other', repeated(many, (i) => `def f${i}(): return f${i + 1}() or f${i + 1}()`)],
    ['a name set over and over', 'M = "gpt-4o"\nf(M)\n'.repeat(many)],
    ['an attribute set over and over', `class C:\n def f(self):\n${'  self.m = M\n  g(self.m)\n'.repeat(many)}`],
    ['calls of calls', `x = c${'.a()'.repeat(many)}\nx.create(model=M)`],
    ['calls of what calls give', `x = c\n${'x = x.a().b().c().d()\n'.repeat(many / 10)}x.create(model=M)`],
    ['calls in calls', `${'f('.repeat(150)}M${')'.repeat(150)}\n`.repeat(20)],
    ['one call with everything', `f(${repeated(many, (i) => `k${i}=M`, ', ')})`],
    ['one dictionary with everything', `d = {${repeated(many, (i) => `"k${i}": M`, ', ')}}\nf(**d)`],
    ['lists of lists of tools', 't = [t, t]\nf(model=M, tools=t)\n'.repeat(many / 10)],
    ['many clients in a branch', `if x:\n${' client = OpenAI()\n model = "gpt-4o"\n'.repeat(3 * many)}`],
    [
      'many providers in a class',
      `class C:\n${repeated(many, (i) => ` provider${i} = "openai"\n${' model = "gpt-4o"\n'.repeat(5)}`, '')}`,
    ],
    ['operators', `x = M${' or M'.repeat(many)}\nf(x)`],
    ['a chain of attributes', `f(M${'.a'.repeat(many)})`],
    ['headers in a docstring that never close', `"""\n${'with (\n'.repeat(100_000)}"""`],
    ['headers in a docstring in each other', `"""\n${`${'with (\n'.repeat(600)}${')'.repeat(600)}\n`.repeat(190)}"""`],
    ['escaped quotes in headers that never close', `"""\n${`with (${'\\"'.repeat(2400)}\n`.repeat(190)}"""`],
    ['an import in a docstring that never ends', `"""\nfrom .${' '.repeat(500_000)}x\n"""`],
    ['an import with many blanks', `from .${' '.repeat(500_000)}import*`],
    ['an annotation of one long word', `x: "${'a'.repeat(200_000)}" | b = f()\ng(model=M, client=x)`],
    ['an annotation with many blanks', `x: (a${' '.repeat(200_000)}+ b) = f()\ng(model=M, client=x)`],
    ['a callee with a long word in it', `f("${'a'.repeat(400_000)}").create(model=M)`],
    [
      'addresses put together over and over',
      `${'if x: u = u.strip() + f"{u}"\n'.repeat(20)}OpenAI(base_url=u).create(model=M)`,
    ],
    [
      'rows taken of rows in a loop',
      `def f(a):\n for x in y:\n${'  if x: a = a[a.k == x]\n'.repeat(9)} return a\nf(M)`,
    ],
    ['fields without end', `u = "${'{'.repeat(400_000)}".format(a)\nOpenAI(base_url=u).create(model=M)`],
    [
      'an attribute of many classes',
      repeated(
        8000,
        (i) => `class A${i}:\n def __init__(self, c=None): self.c = c\n def f(self): self.c.create(model="gpt-4o")`,
      ),
    ],
    [
      'clients whose addresses are set',
      repeated(10_000, (i) => `c${i} = OpenAI()\nc${i}.base_url = u\nc${i}.create(model="gpt-4o")`),
    ],
    [
      'an address in the environment set over and over',
      repeated(8000, (i) => `os.environ["OPENAI_BASE_URL"] = u\nc${i} = OpenAI()\nc${i}.create(model="gpt-4o")`),
    ],
    [
      'an option that is defined over and over',
      repeated(10_000, (i) => `p.add_argument("--m", default="gpt-4o")\na${i} = p.parse_args()\nf(model=a${i}.m)`),
    ],
    ['many functions', repeated(20_000, (i) => `def f${i}(c): c.create(model="gpt-4o")`)],
    ['an import with many dots', `from ${'.'.repeat(500_000)}import*`],
  ];
  for (const [title, text] of hostile)
    test(`${title} cost seconds at most`, function () {
      this.timeout(20_000);
      understand(`M = "gpt-4o"\n${text}`);
    });
});
