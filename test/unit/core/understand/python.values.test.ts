import * as assert from 'node:assert/strict';
import { reads } from './python';

type Table = readonly (readonly [title: string, code: string, ...expected: string[]])[];

const calls: Table = [
  ['the default of an attribute', 'M = getattr(config, "model", "gpt-4o")\nask(model=M)', '2 M=gpt-4o model'],
  [
    'fields of attrs',
    'class C:\n    m = attr.ib(default="gpt-4o")\n    n = attr.ib(factory=lambda: "gpt-5")\nc = C()\nask(c.m, c.n)',
    '5 m=gpt-4o argument',
    '5 n=gpt-5 argument',
  ],
  [
    'a field whose default a function makes',
    'def model():\n    return "gpt-4o"\nclass S(BaseSettings):\n    m: str = Field(default_factory=model)\nask(S().m)',
    '5 m=gpt-4o argument',
  ],
  [
    'what a function within a function returns is not the outer one’s result',
    'def f():\n    def g():\n        return "gpt-5"\n    return "gpt-4o"\nm = f()\nask(model=m)',
    '6 m=gpt-4o model',
  ],
  ['a result of several values', 'def f():\n    return "gpt-4o", 3\nm = f()\nask(model=m)'],
  [
    'a result that may be nothing',
    'def f(x):\n    if x:\n        return\n    return "gpt-4o"\nm = f(1)\nask(model=m)',
    '6 m=gpt-4o model',
  ],
  [
    'a method that others implement',
    'class B:\n    def m(self):\n        raise NotImplementedError\n    def f(self, x):\n        m = self.m() if x else "gpt-4o"\n        ask(model=m)',
  ],
  ['a lambda’s result', 'f = lambda: "gpt-4o"\nm = f()\nask(model=m)', '3 m=gpt-4o model'],
  [
    'a coroutine’s result',
    'async def f():\n    return "gpt-4o"\nasync def g():\n    m = await f()\n    ask(model=m)',
    '5 m=gpt-4o model',
  ],
  ['a copy', 'a = {"model": "gpt-4o"}\nb = a.copy()\nask(**b)', '3 b=gpt-4o model'],
  ['a deep copy', 'a = {"model": "gpt-4o"}\nb = copy.deepcopy(a)\nask(**b)', '3 b=gpt-4o model'],
  ['a cast', 'M = cast(str, "gpt-4o")\nask(model=M)', '2 M=gpt-4o model'],
  [
    'a fixture that yields',
    '@pytest.fixture\ndef m():\n    yield "gpt-4o"\ndef test(m):\n    ask(model=m)',
    '5 m=gpt-4o model',
  ],
  ['a function that is no fixture', 'def m():\n    return "gpt-4o"\ndef test(m):\n    ask(model=m)'],
];

const scopes: Table = [
  [
    'a global name behind a function’s of the same name',
    'M = "gpt-4o"\ndef f():\n    M = "gpt-5"\n    def g():\n        global M\n        ask(model=M)',
    '6 M=gpt-4o model',
  ],
  [
    'a nonlocal name of two functions further out',
    'def f():\n    m = "gpt-4o"\n    def g():\n        def h():\n            nonlocal m\n            ask(model=m)',
    '6 m=gpt-4o model',
  ],
  [
    'a lambda’s parameter hides a name',
    'm = "gpt-4o"\nf = lambda m: ask(model=m)\ng = lambda: ask(model=m)',
    '3 m=gpt-4o model',
  ],
  ['further arguments hide a name', 'model = "gpt-4o"\ndef f(**model):\n    ask(model=model)'],
  [
    'a class’s name in a comprehension',
    'class C:\n    M = "gpt-4o"\n    L = [ask(model=M) for x in y]',
    '3 M=gpt-4o model',
  ],
  ['set anew before a comprehension', 'M = "gpt-5"\nM = "gpt-4o"\nx = [ask(model=M) for i in y]', '3 M=gpt-4o model'],
  ['set anew in a loop behind', 'M = "gpt-4o"\nask(model=M)\nwhile x:\n    M = "gpt-5"', '2 M=gpt-4o model'],
  [
    'set on either condition in a cell further down',
    'ask(model=M)\nif x:\n    M = "gpt-4o"\nelse:\n    M = "gpt-4o"',
    '1 M=gpt-4o model',
  ],
  ['added to', 'M = "gpt-4o"\nM += suffix\nask(model=M)'],
  ['deleted', 'M = "gpt-4o"\ndel M'],
  ['a loop over pairs', 'M = "gpt-4o"\ndef f():\n    for i, M in all():\n        ask(model=M)'],
  ['a generator as the only argument', 'M = "gpt-4o"\nf(ask(model=M) for M in all())'],
  ['a generator in parentheses', 'M = "gpt-4o"\nx = (ask(model=M) for M in all())'],
  ['a set’s comprehension', 'M = "gpt-4o"\nx = {ask(model=M) for M in all()}'],
  ['a dictionary’s comprehension, of pairs', 'M = "gpt-4o"\nx = {i: ask(model=M) for i, M in all()}'],
  ['a case that takes everything', 'M = "gpt-4o"\ndef f(x):\n    match x:\n        case M:\n            ask(model=M)'],
  ['what a with gives', 'with model("x") as M:\n    ask(model=M)\nN = "gpt-4o"'],
  ['unpacked with a rest', 'M, *rest = "gpt-4o", "gpt-5"\nask(model=M)'],
  ['unpacked from fewer', 'a, b = load(), "gpt-5", 3\nask(model=b)'],
  ['unpacked from a list', '[a, b] = ["gpt-4o", "gpt-5"]\nask(model=b)', '2 b=gpt-5 model'],
  ['a target in parentheses', '(a) = "gpt-4o"\nask(model=a)', '2 a=gpt-4o model'],
  ['several values in one name', 'M = "gpt-4o", "gpt-5"\nask(model=M)'],
  ['the same in both arms', 'M = "gpt-4o" if x else "gpt-4o"\nask(model=M)', '2 M=gpt-4o model'],
  ['a known name before or', 'A = "gpt-4o"\nM = A or "gpt-5"\nask(model=M)', '2 A=gpt-4o fallback', '3 M=gpt-4o model'],
  ['an empty name before or', 'A = ""\nM = A or "gpt-5"\nask(model=M)', '3 M=gpt-5 model'],
  ['a call before or', 'M = load() or "gpt-5"\nask(model=M)', '2 M=gpt-5 model'],
  ['a call that may give other arguments', 'p = load() or {"model": "gpt-4o"}\nask(**p)'],
  ['a string in two pieces', 'M = ("gpt-"\n     "4o")\nask(model=M)', '3 M=gpt-4o model'],
  ['bytes', 'M = b"gpt-4o"\nN = B"gpt-4o"\nask(M, N)'],
  [
    'three quotes',
    'M = """gpt-4o"""\nN = R\'\'\'gpt-4o\'\'\'\nask(M, N)',
    '3 M=gpt-4o argument',
    '3 N=gpt-4o argument',
  ],
  ['an entry by a key in single quotes', "C = {}\nC['m'] = \"gpt-4o\"\nask(model=C['m'])", "3 C['m']=gpt-4o model"],
  ['a string with something filled in', 'M = f"gpt-4o{x}"\nask(model=M)'],
];

const members: Table = [
  [
    'an attribute that is set on an object',
    'o = Options()\no.model = "gpt-4o"\nask(model=o.model)',
    '3 model=gpt-4o model',
  ],
  [
    'the same attribute of two objects',
    'a = O()\nb = O()\na.model = "gpt-4o"\nb.model = "gpt-5"\nask(model=a.model)',
    '5 model=gpt-4o model',
  ],
  [
    'the same attribute of two objects of one name',
    'def f():\n    o = O()\n    o.model = "gpt-5"\no = O()\no.model = "gpt-4o"\nask(model=o.model)',
    '6 model=gpt-4o model',
  ],
  ['set over what the class has', 'class O:\n    model = "gpt-5"\no = O()\no.model = "gpt-4o"\nask(model=o.model)'],
  [
    'set over what every object has',
    'class C:\n    def f(self):\n        ask(model=self.m)\nC.m = "gpt-4o"',
    '3 m=gpt-4o model',
  ],
  [
    'the same attribute of two classes',
    'class A:\n    def __init__(self):\n        self.m = "gpt-4o"\n    def f(self):\n        ask(model=self.m)\nclass B:\n    def __init__(self):\n        self.m = "gpt-5"',
    '5 m=gpt-4o model',
  ],
  [
    'inherited from the second base',
    'class A:\n    pass\nclass B:\n    m = "gpt-4o"\nclass C(A, B):\n    def f(self):\n        ask(model=self.m)',
    '7 m=gpt-4o model',
  ],
  [
    'two classes’ attributes',
    'class A:\n    M = "gpt-4o"\nclass B:\n    M = "gpt-5"\nask(A.M, B.M)',
    '5 M=gpt-4o argument',
    '5 M=gpt-5 argument',
  ],
  [
    'a method itself',
    'class C:\n    def m(self):\n        return "gpt-4o"\n    def f(self):\n        ask(model=self.m)',
  ],
  [
    'a cached property',
    'class C:\n    @cached_property\n    def m(self):\n        return "gpt-4o"\n    def f(self):\n        ask(model=self.m)',
    '6 m=gpt-4o model',
  ],
  [
    'a static method’s first parameter',
    'class C:\n    M = "gpt-4o"\n    @staticmethod\n    def f(c):\n        ask(model=c.M)',
  ],
  ['a method’s second parameter', 'class C:\n    M = "gpt-4o"\n    def f(self, other):\n        ask(model=other.M)'],
  ['an attribute called value', 'class C:\n    value = "gpt-4o"\nask(model=C.value)', '3 value=gpt-4o model'],
  [
    'an enum member’s name',
    'class M(Enum):\n    FAST = "gpt-4o-mini"\nask(model=M.FAST.name)',
    '3 FAST=gpt-4o-mini expression',
  ],
  [
    'an object of another file’s class, as made',
    'from a import Config\nc = Config(model="gpt-4o")\nask(model=c.model)',
    '3 model=gpt-4o model',
  ],
  ['what a function makes need not keep what it is given', 'c = build(model="gpt-4o")\nask(model=c.model)'],
  [
    'entries of two dictionaries',
    'C = {}\nD = {}\nC["m"] = "gpt-4o"\nD["m"] = "gpt-5"\nask(model=C["m"])',
    '5 C["m"]=gpt-4o model',
  ],
  ['a key that is a name', 'K = "m"\nC = {"m": "gpt-4o"}\nask(model=C[K])', '3 C[K]=gpt-4o model'],
  [
    'an entry behind others taken apart',
    'a = {"m": "gpt-5"}\nb = {**a, "m": "gpt-4o"}\nask(model=b["m"])',
    '3 b["m"]=gpt-4o model',
  ],
  [
    'an entry before others taken apart',
    'a = {"m": "gpt-5"}\nb = {"m": "gpt-4o", **a}\nask(model=b["m"])',
    '3 b["m"]=gpt-5 model',
  ],
  [
    'an entry of the last taken apart',
    'a = {"m": "gpt-5"}\nc = {"m": "gpt-4o"}\nb = {**a, **c}\nask(model=b["m"])',
    '4 b["m"]=gpt-4o model',
  ],
  ['an entry before unknown ones', 'b = {"m": "gpt-4o", **more}\nask(model=b["m"])', '2 b["m"]=gpt-4o model'],
  ['an element behind unknown ones', 'L = [*a, "gpt-4o"]\nask(model=L[1])'],
  [
    'the same arguments on either condition',
    'p = {"model": "gpt-4o"} if x else {"model": "gpt-4o"}\nask(**p)',
    '2 p=gpt-4o model',
  ],
  ['arguments handed on as they are', 'p = {"model": "gpt-4o"}\nq = {}\nask(p, **q)'],
  ['a row of a table of prices', 'p = {"model": "gpt-4o", "input_price": 2.5}\nask(**p)'],
];

const commandLines: Table = [
  ...['args', 'my_args', 'opts', 'options', 'flags', 'namespace', 'parsed', 'Options'].map(
    (name) =>
      [
        `handed on as ${name}`,
        `p.add_argument("--model", default="gpt-4o")\ndef main(${name}):\n    ask(model=${name}.model)`,
        '3 model=gpt-4o model',
      ] as const,
  ),
  [
    'known arguments',
    'p.add_argument("--model", default="gpt-4o")\nx = p.parse_known_args()\nask(model=x.model)',
    '3 model=gpt-4o model',
  ],
  [
    'an argument of click',
    '@click.argument("model", default="gpt-4o")\ndef f(model):\n    ask(model=model)',
    '3 model=gpt-4o model',
  ],
  [
    'one option of two commands',
    'a.add_argument("--model", default="gpt-4o")\nb.add_argument("--model", default="gpt-5")\nargs = p.parse_args()\nask(model=args.model)',
  ],
  [
    'an argument by its place',
    'p.add_argument("model", nargs="?", default="gpt-4o")\nargs = p.parse_args()\nask(model=args.model)',
    '3 model=gpt-4o model',
  ],
  [
    'what another function adds',
    'add("--model", default="gpt-4o")\np.add_argument("--x")\nargs = p.parse_args()\nask(model=args.model)',
  ],
  [
    'what another name holds',
    'p.add_argument("--model", default="gpt-4o")\ndef main(config):\n    ask(model=config.model)',
  ],
  [
    'two options of click',
    '@click.option("--other", default="gpt-4o")\n@click.option("--model")\ndef f(other, model):\n    ask(model=model)',
  ],
  ['another decorator', '@retry("--model", default="gpt-4o")\ndef f(model):\n    ask(model=model)'],
];

/** Calls by the last part of their names. */
const named: Table = [
  ...['get', 'getenv', 'pop', 'setdefault', 'env', 'config', 'get_env'].map(
    (name) => [name, `M = settings.${name}("M", "gpt-4o")\nask(model=M)`, '2 M=gpt-4o model'] as const,
  ),
  ...['Field', 'field', 'Option', 'Argument', 'Query', 'Form', 'Body', 'Header', 'Cookie', 'Param'].map(
    (name) => [name, `def f(m=x.${name}("gpt-4o")):\n    ask(model=m)`, '2 m=gpt-4o model'] as const,
  ),
  ...['mapped_column', 'attrib', 'ib', 'PrivateAttr'].map(
    (name) => [name, `class C:\n    m = x.${name}(default="gpt-4o")\nask(model=C().m)`, '3 m=gpt-4o model'] as const,
  ),
  ...['getter', 'my_get', 'Fields', 'xField', 'strs', 'xstr'].map(
    (name) => [name, `M = x.${name}("gpt-4o")\nask(model=M)\nN = x.${name}("M", "gpt-4o")\nask(model=N)`] as const,
  ),
];

/** What the grammar of the parser does not know, and what it takes for an error that costs nothing. */
const grammar: Table = [
  [
    'a with in parentheses, with brackets',
    'M = "gpt-4o"\nwith (a[0](")") as b, c({"x": [1]}) as d):\n    ask(model=M)',
    '3 M=gpt-4o model',
  ],
  ['a case by a class', 'M = "gpt-4o"\nmatch x:\n    case Point():\n        ask(model=M)', '4 M=gpt-4o model'],
  [
    'template strings, raw and not',
    'M = "gpt-4o"\nf(t"{x}", T\'{x}\', rt"{x}", Rt"{x}", tr"{x}", tR"{x}")\nask(model=M)',
    '3 M=gpt-4o model',
  ],
  [
    'numbers and yields of every kind',
    'M = "gpt-4o"\ndef f():\n    x = [1_0., (yield), 2.]; yield # done\n    x = (yield\t)\n    ask(a1.x, b.c1.d, model=M)',
    '5 M=gpt-4o model',
  ],
  ['targets in parentheses', 'M = "gpt-4o"\nwith a as (b, *c.d), e as(f):\n    ask(model=M)', '3 M=gpt-4o model'],
  [
    'comprehensions over a rest',
    'M = "gpt-4o"\nx = [a for  *a, b in c for d, *e in f]\nask(model=M)',
    '3 M=gpt-4o model',
  ],
  [
    'an async with in parentheses, with brackets in comments and strings',
    'M = "gpt-4o"\nasync def f():\n\tasync  with(\n\t\ta() as b,  # (\n\t\tc(\'"\', """\n(""") as d\n\t) :\n\t\task(model=M)',
    '8 M=gpt-4o model',
  ],
  [
    'a with whose parentheses are an expression’s',
    'M = "gpt-4o"\nwith (a or b).c:\n    ask(model=M)',
    '3 M=gpt-4o model',
  ],
  [
    'a string over several lines that end as on Windows',
    'T = "a \\\r\nb, \\\r\nc"\r\nM = "gpt-4o"\r\nask(model=M)',
    '5 M=gpt-4o model',
  ],
  [
    'a decorator that is an attribute of a call',
    '@on(x).done\ndef f(M="gpt-4o"):\n    ask(model=M)',
    '3 M=gpt-4o model',
  ],
  ['a type with a star', 'M = "gpt-4o"\nx: tuple[*Ts] = y\nask(model=M)', '3 M=gpt-4o model'],
];

const tables = { calls, scopes, members, 'command lines': commandLines, 'calls’ names': named, grammar };
for (const [title, table] of Object.entries(tables)) {
  suite(`understanding Python: values by ${title}`, () => {
    for (const [name, code, ...expected] of table) test(name, () => assert.deepEqual(reads(code), expected));
  });
}
