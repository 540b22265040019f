import * as assert from 'node:assert/strict';
import { findReferences } from '../../../../src/core/find/find';
import { understandPython } from '../../../../src/core/understand/python';
import { reads } from './python';

const cases: readonly (readonly [title: string, code: string, expected: readonly string[]])[] = [
  ['a module’s constant', 'MODEL = "gpt-4o"\nask(model=MODEL)', ['2 MODEL=gpt-4o model']],
  ['an annotated constant', 'MODEL: Final[str] = "gpt-4o"\nask(MODEL)', ['2 MODEL=gpt-4o argument']],
  ['a constant that a function reads', 'MODEL = "gpt-4o"\ndef f():\n    return MODEL', ['3 MODEL=gpt-4o return']],
  ['a constant set behind its reader', 'def f():\n    ask(model=MODEL)\nMODEL = "gpt-4o"', ['2 MODEL=gpt-4o model']],
  ['several targets', 'a = b = "gpt-4o"\nask(model=b)', ['2 b=gpt-4o model']],
  ['unpacked pairs', 'a, b = "gpt-4o", "gpt-5"\nask(model=b)', ['2 b=gpt-5 model']],
  ['unpacked pairs in parentheses', '(a, b) = ("gpt-4o", "gpt-5")\nask(model=a)', ['2 a=gpt-4o model']],
  ['parentheses and an assignment expression', 'if (m := ("gpt-4o")):\n    ask(model=m)', ['2 m=gpt-4o model']],
  ['an alias', 'A = "gpt-4o"\nB = A\nask(model=B)', ['2 A=gpt-4o constant', '3 B=gpt-4o model']],
  ['the environment’s default', 'M = os.getenv("M", "gpt-4o")\nask(model=M)', ['2 M=gpt-4o model']],
  ['the environment as a dictionary', 'M = os.environ.get("M", default="gpt-4o")\nask(model=M)', ['2 M=gpt-4o model']],
  ['or', 'M = os.getenv("M") or "gpt-4o"\nask(model=M)', ['2 M=gpt-4o model']],
  ['what the file puts there', 'environ["M"] = "gpt-4o"\nask(model=environ["M"])', ['2 environ["M"]=gpt-4o model']],
  ['nothing known of the environment alone', 'M = os.environ["M"]\nask(model=M)\nx = "gpt-4o"', []],
  ['a class attribute by its class', 'class C:\n    M = "gpt-4o"\nask(model=C.M)', ['3 M=gpt-4o model']],
  [
    'a class attribute by its object',
    'class C:\n    M = "gpt-4o"\n    def f(self):\n        ask(model=self.M)',
    ['4 M=gpt-4o model'],
  ],
  [
    'an attribute set in a method',
    'class C:\n    def __init__(self):\n        self.m = "gpt-4o"\n    def f(self):\n        ask(model=self.m)',
    ['5 m=gpt-4o model'],
  ],
  [
    'an attribute set from a parameter',
    'class C:\n    def __init__(self, model="gpt-4o"):\n        self.m = model\n    def f(self):\n        ask(model=self.m)',
    ['3 model=gpt-4o constant', '5 m=gpt-4o model'],
  ],
  [
    'an inherited attribute',
    'class B:\n    m = "gpt-4o"\nclass C(B):\n    def f(self):\n        ask(model=self.m)',
    ['5 m=gpt-4o model'],
  ],
  [
    'a property',
    'class C:\n    @property\n    def m(self):\n        return "gpt-4o"\n    def f(self):\n        ask(model=self.m)',
    ['6 m=gpt-4o model'],
  ],
  [
    'a class method',
    'class C:\n    M = "gpt-4o"\n    @classmethod\n    def f(cls):\n        ask(model=cls.M)',
    ['5 M=gpt-4o model'],
  ],
  ['a class’s name hides from its methods', 'class C:\n    M = "gpt-4o"\n    def f(self):\n        ask(model=M)', []],
  [
    'a dataclass’s field, by default and as given',
    '@dataclass\nclass C:\n    m: str = "gpt-4o"\na = C()\nb = C(m="gpt-5")\nask(model=a.m)\nask(model=b.m)',
    ['6 m=gpt-4o model', '7 m=gpt-5 model'],
  ],
  [
    'pydantic fields',
    'class S(BaseSettings):\n    a: str = Field("gpt-4o", env="A")\n    b: str = Field(default="gpt-5")\n    c: str = Field(default_factory=lambda: os.getenv("C", "o3-mini"))\ns = S()\nask(s.a, s.b, s.c)',
    ['6 a=gpt-4o argument', '6 b=gpt-5 argument', '6 c=o3-mini argument'],
  ],
  [
    'enum members',
    'class M(str, Enum):\n    FAST = "gpt-4o-mini"\nask(model=M.FAST)\nask(model=M.FAST.value)',
    ['3 FAST=gpt-4o-mini model', '4 FAST=gpt-4o-mini model'],
  ],
  ['a parameter’s default', 'def f(m="gpt-4o"):\n    ask(model=m)', ['2 m=gpt-4o model']],
  [
    'a default that is a name',
    'M = "gpt-4o"\ndef f(m: str = M):\n    ask(model=m)',
    ['2 M=gpt-4o default', '3 m=gpt-4o model'],
  ],
  [
    'a default that is missing',
    'def f(m: str | None = None):\n    m = m or "gpt-4o"\n    ask(model=m)',
    ['3 m=gpt-4o model'],
  ],
  [
    'a default set by a condition',
    'def f(m=None):\n    if m is None:\n        m = "gpt-4o"\n    ask(model=m)',
    ['4 m=gpt-4o model'],
  ],
  ['a lambda’s default', 'f = lambda m="gpt-4o": ask(model=m)', ['1 m=gpt-4o model']],
  ['a parameter hides the module’s name', 'M = "gpt-4o"\ndef f(M):\n    ask(model=M)', []],
  ['a loop’s name hides too', 'M = "gpt-4o"\ndef f():\n    for M in all():\n        ask(model=M)', []],
  ['a comprehension’s too', 'M = "gpt-4o"\nx = [ask(model=M) for M in all()]', []],
  ['and an exception’s', 'M = "gpt-4o"\ntry:\n    pass\nexcept E as M:\n    ask(model=M)', []],
  ['two values in a condition', 'if x:\n    M = "gpt-4o"\nelse:\n    M = "gpt-5"\nask(model=M)', []],
  ['the same value twice', 'if x:\n    M = "gpt-4o"\nelse:\n    M = "gpt-4o"\nask(model=M)', ['5 M=gpt-4o model']],
  ['two arms', 'M = "gpt-4o" if x else "gpt-5"\nask(model=M)', []],
  ['set anew', 'M = "gpt-4o"\nask(model=M)\nM = "gpt-5"\nask(model=M)', ['2 M=gpt-4o model', '4 M=gpt-5 model']],
  ['set anew in a loop', 'M = "gpt-4o"\nwhile x:\n    ask(model=M)\n    M = "gpt-5"', []],
  ['set anew for another scope', 'M = "gpt-4o"\ndef f():\n    ask(model=M)\nM = "gpt-5"', []],
  ['global', 'def f():\n    global M\n    M = "gpt-4o"\ndef g():\n    ask(model=M)', ['5 M=gpt-4o model']],
  [
    'nonlocal',
    'def f():\n    m = None\n    def g():\n        nonlocal m\n        m = "gpt-4o"\n    ask(model=m)',
    ['6 m=gpt-4o model'],
  ],
  ['a dictionary’s entry', 'C = {"model": "gpt-4o"}\nask(model=C["model"])', ['2 C["model"]=gpt-4o model']],
  ['a nested entry', 'C = {"a": {"m": "gpt-4o"}}\nask(model=C["a"]["m"])', ['2 C["a"]["m"]=gpt-4o model']],
  ['an entry set later', 'C = {}\nC["m"] = "gpt-4o"\nask(model=C["m"])', ['3 C["m"]=gpt-4o model']],
  ['an entry by get', 'C = {"m": "gpt-4o"}\nm = C.get("m", "gpt-5")\nask(model=m)', ['3 m=gpt-4o model']],
  ['a list’s element', 'L = ["gpt-4o", "gpt-5"]\nask(model=L[1])', ['2 L[1]=gpt-5 model']],
  ['a value that a function may change', 'm = "gpt-4o"\ndef f():\n    global m\n    m = "gpt-5"\nask(model=m)', []],
  ['an argument that is set anew', 'p = {"model": "gpt-4o"}\nif x:\n    p["model"] = "gpt-5"\nask(**p)', []],
  ['an entry that is updated', 'C = {"m": "gpt-4o"}\nC.update(m="gpt-5")\nask(model=C["m"])', []],
  ['an entry that an update brings', 'C = {}\nC.update({"m": "gpt-5"})\nask(model=C["m"])', ['3 C["m"]=gpt-5 model']],
  ['arguments taken apart', 'p = {"model": "gpt-4o", "n": 1}\nask(**p)', ['2 p=gpt-4o model']],
  ['arguments made by dict()', 'p = dict(model="gpt-4o")\nask(**p)', ['2 p=gpt-4o model']],
  ['arguments made of others', 'a = {"model": "gpt-4o"}\nb = {**a, "n": 1}\nask(**b)', ['3 b=gpt-4o model']],
  [
    'argparse',
    'p.add_argument("--llm-model", default="gpt-4o")\nargs = p.parse_args()\nask(model=args.llm_model)',
    ['3 llm_model=gpt-4o model'],
  ],
  [
    'argparse, handed to a function',
    'p.add_argument("-m", "--model", default="gpt-4o")\ndef main(args):\n    ask(model=args.model)',
    ['3 model=gpt-4o model'],
  ],
  [
    'argparse, with dest',
    'p.add_argument("--model", dest="m", default="gpt-4o")\no = p.parse_args()\nask(model=o.m)',
    ['3 m=gpt-4o model'],
  ],
  [
    'click',
    '@click.option("--model", default="gpt-4o")\ndef f(model):\n    ask(model=model)',
    ['3 model=gpt-4o model'],
  ],
  ['typer', 'def f(model: str = typer.Option("gpt-4o")):\n    ask(model=model)', ['2 model=gpt-4o model']],
  ['a function’s result in a name', 'def f():\n    return "gpt-4o"\nm = f()\nask(model=m)', ['4 m=gpt-4o model']],
  ['a fixture', '@pytest.fixture\ndef m():\n    return "gpt-4o"\ndef test(m):\n    ask(model=m)', ['5 m=gpt-4o model']],
  ['a comparison', 'M = "gpt-4o"\nif x == M: pass', ['2 M=gpt-4o comparison']],
  ['an assertion', 'M = "gpt-4o"\nassert x == M', ['2 M=gpt-4o assertion']],
  ['a list', 'M = "gpt-4o"\nL = [M]', ['2 M=gpt-4o list']],
  ['a bare id known by its company', 'M = "o3"\nN = "gpt-4o"\nask(model=M)', ['3 M=o3 model']],
  ['a word that is no model', 'M = "o3"\nf(M)', []],
  ['a prefix stays', 'M = "openai/gpt-4o"\nask(model=M)', ['2 M=gpt-4o model']],
  ['no string but a mention of it', 'M = "gpt-4o is good"\nask(model=M)', []],
  ['a name that leads to itself', 'a = b\nb = a\nask(model=a)\nx = "gpt-4o"', []],
  ['Python 2', 'M = "gpt-4o"\nprint "x"\nask(model=M)', ['3 M=gpt-4o model']],
  [
    'numbers that end with a point, a bare yield',
    'M = "gpt-4o"\ndef f():\n    x = 1.\n    yield\n    ask(model=M)',
    ['5 M=gpt-4o model'],
  ],
  [
    'a with in parentheses',
    'M = "gpt-4o"\nwith (\n    a() as b,  # why\n    c() as d,\n):\n    ask(model=M)',
    ['6 M=gpt-4o model'],
  ],
  ['template strings', 'M = "gpt-4o"\nx = t"{M}"\nask(model=M)', ['2 M=gpt-4o expression', '3 M=gpt-4o model']],
];

suite('understanding Python: names that hold a model', () => {
  for (const [title, code, expected] of cases) test(title, () => assert.deepEqual(reads(code), expected));

  test('Windows’ line ends and characters beyond the first plane', () => {
    assert.deepEqual(reads('# 🎈\r\nM = "gpt-4o"\r\nask("🎈", model=M)\r\n'), ['3 M=gpt-4o model']);
  });
});

suite('understanding Python: names of other files', () => {
  const imports = (text: string): string[] =>
    (understandPython(text, findReferences(text, 'python'))?.imports ?? []).map(
      ({ specifier, exported, reads: all }) => `${specifier} ${exported} ${all.map(({ context }) => context).join()}`,
    );

  const table: readonly (readonly [string, readonly string[]])[] = [
    ['from app.settings import MODEL\nask(model=MODEL)', ['app.settings MODEL model']],
    ['from .config import MODEL as M\nask(model=M)\nask(model=M)', ['.config MODEL model,model']],
    ['from . import config\nask(model=config.MODEL)', ['. config.MODEL model']],
    ['import config as c\nask(model=c.FAST_LLM)', ['config FAST_LLM model']],
    ['import app.config\nask(model=app.config.MODEL)', ['app.config MODEL model']],
    ['import a.b.c\nask(model=a.b.c.d.MODEL)', ['a.b.c d.MODEL model']],
    ['from a import settings\nask(model=settings.model_name)', ['a settings.model_name model']],
    ['from a import Settings\ns = Settings()\nask(model=s.fast)', ['a Settings.fast model']],
    ['from a import Kind\nask(model=Kind.FAST.value)', ['a Kind.FAST model']],
    ['import a\nask(model=a.Kind.FAST.value)', ['a Kind.FAST model']],
    ['from a import config\nask(model=config.value)', ['a config.value model']],
    [
      'try:\n    from .a import MODEL\nexcept ImportError:\n    from a import MODEL\nask(model=MODEL)',
      ['.a MODEL model', 'a MODEL model'],
    ],
    ['from a import MODEL\nM = MODEL\nask(model=M)', ['a MODEL constant,model']],
    ['from a import (  # all\n    MODEL,\n    b,\n)\nask(model=MODEL)', ['a MODEL model']],
    ['from a import BaseModel\nclass C(BaseModel): pass', []],
    ['from a import path\nopen(path)', []],
    ['from a import *\nask(model=MODEL)', ['a MODEL model']],
    ['from a import *\nfrom .b import *\nask(model=M.FAST)', ['a M.FAST model', '.b M.FAST model']],
    ['from a import *\nMODEL = load()\nask(model=MODEL)', []],
    ['from a import *\nask(model=Model)\nask(MODEL)\nprint(x)', ['a MODEL argument']],
    ['from a import *\nask(model=f().MODEL)', []],
    ['from a import get_model\nask(model=get_model())', []],
    ['from a import make\nc = make()\nask(model=c.model)', []],
    ['from a import FAST\nask(json={"model": FAST})', ['a FAST model']],
    ['from a import MODEL\nif x == MODEL: pass', ['a MODEL comparison']],
    ['from a import MODELS\nx = [MODELS]', []],
    ['try:\n    from a import MODEL\nexcept ImportError:\n    MODEL = "gpt-4o"\nask(model=MODEL)', []],
    ['import a.b, a.c\nask(model=a.c.MODEL)', ['a.c MODEL model']],
  ];
  for (const [code, expected] of table)
    test(code.split('\n').join('; '), () => assert.deepEqual(imports(code), expected));

  test('what a file offers to others', () => {
    const text =
      'M = "gpt-4o"\nclass C:\n    A = "gpt-5"\n    b: str = "o3-mini"\nc = C(b="gpt-4.1")\nif x:\n    N = "gpt-4o"\nelse:\n    N = "gpt-5"\nn = 3';
    const understanding = understandPython(text, findReferences(text, 'python'));
    assert.deepEqual(
      understanding?.exports.map(({ name, text: value, start, end }) => `${name} ${value} ${text.slice(start, end)}`),
      ['M gpt-4o gpt-4o', 'C.A gpt-5 gpt-5', 'C.b o3-mini o3-mini', 'c.A gpt-5 gpt-5', 'c.b gpt-4.1 gpt-4.1'],
    );
  });

  const offered: readonly (readonly [string, readonly string[]])[] = [
    ['client = AzureOpenAI()\ndef f():\n    return client', ['client azure', 'f azure']],
    [
      'class A:\n    def __init__(self):\n        self.client = AzureOpenAI()\nclass B:\n    def __init__(self):\n        self.m = "gpt-4o"\na = A()\nb = B()',
      ['b.m gpt-4o', 'a.client azure'],
    ],
    ['class A:\n    def __init__(self):\n        o.client = AzureOpenAI()\na = A()', []],
    ['from .a import MODEL\nif x:\n    MODEL = "gpt-4o"', []],
    ['from .a import MODEL as M\nimport b', ['M from .a MODEL', 'b from b']],
    ['from .a import *\nX = 1', ['all but X from .a']],
  ];
  for (const [code, expected] of offered)
    test(`others are offered: ${code.split('\n').join('; ')}`, () => {
      const { exports, clients, reexports } = understandPython(code, findReferences(code, 'python'))!;
      const names = exports.map(({ name, text }) => `${name} ${text}`);
      const routes = clients.map(({ name, route }) => `${name} ${route.kind}`);
      const handedOn = reexports.map(({ name, specifier, exported, except }) =>
        [name ?? `all but ${except?.join()}`, 'from', specifier, exported].filter(Boolean).join(' '),
      );
      assert.deepEqual([...names, ...routes, ...handedOn], expected);
    });
});
