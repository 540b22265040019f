import * as assert from 'node:assert/strict';
import { findReferences } from '../../../../src/core/find/find';
import { understandPython } from '../../../../src/core/understand/python';
import { imports } from './python';

const azure = 'azure = AzureOpenAI()\nopen = OpenAI()\n';
const create = 'azure.chat.completions.create(model=model)';
const llm = `class Llm:\n    def __init__(self, model):\n        self.model = model\n        self.client = AzureOpenAI()\n    def ask(self):\n        done = self.client.chat.completions.create(model=self.model)\n        self.text = done\n`;
const dataclass = `@dataclass\nclass Llm:\n    model: str\n    def ask(self):\n        self.text = ${create.replace('=model', '=self.model')}\n`;
const two = `def ask(text, model):\n    print(${create})\n    open.responses.create(model=model)\n`;
const show = `def ask(text, model):\n    text = ${create}\n    show(text)\n`;
const method = `class Bot:\n    def ask(self, model):\n        self.text = ${create}\n    def run(self):\n        self.ask("gpt-4o")\n`;

/** Where the first model goes that is written in a source. */
const table: readonly (readonly [title: string, code: string, route: string])[] = [
  ['by its place', `${show}ask("hi", "gpt-4o")`, 'azure AzureOpenAI(…)'],
  ['by its name', `${show}ask("hi", model="gpt-4o")`, 'azure AzureOpenAI(…)'],
  ['in a constant', `MODEL = "gpt-4o"\n${show}ask("hi", MODEL)`, 'azure AzureOpenAI(…)'],
  ['in a constant, by its name', `MODEL = "gpt-4o"\n${show}ask("hi", model=MODEL)`, 'azure AzureOpenAI(…)'],
  ['as one of several', `${show}ask("hi", "gpt-4o")\nask("hi", "gpt-4")\nask("hi", other)`, 'azure AzureOpenAI(…)'],
  [
    'handed back',
    `def ask(text, model):\n    done = ${create}\n    return done.output.strip()\nask("hi", "gpt-4o")`,
    'azure AzureOpenAI(…)',
  ],
  ['with a default', `def ask(text, model="o3"):\n    ${create}\n`, 'azure AzureOpenAI(…)'],
  [
    'in place of a default',
    `def ask(text, model=None):\n    show(${create.replace('=model', '=model or DEFAULT')})\nask("hi", "gpt-4o")`,
    'azure AzureOpenAI(…)',
  ],
  [
    'in place of what may be given',
    `def ask(model, **more):\n    model = more.get("model", model or "o3")\n    show(${create})\nask("gpt-4o")`,
    'azure AzureOpenAI(…)',
  ],
  ['handed on', `${show}def more(m):\n    ask("hi", model=m)\nmore("gpt-4o")`, 'azure AzureOpenAI(…)'],
  [
    'in options',
    `def ask(model):\n    options = {"model": model}\n    show(azure.responses.create(**options))\nask("gpt-4o")`,
    'azure AzureOpenAI(…)',
  ],
  ['to a constructor', `${llm}Llm("gpt-4o").ask()`, 'azure AzureOpenAI(…)'],
  ['to a constructor by its name', `${llm}bot = Llm(model="gpt-4o")`, 'azure AzureOpenAI(…)'],
  ['to a derived constructor', `${llm}class Mine(Llm):\n    pass\nMine("gpt-4o")`, 'azure AzureOpenAI(…)'],
  ['to a data class', `${dataclass}Llm(model="gpt-4o")`, 'azure AzureOpenAI(…)'],
  ['to a data class by its place', `${dataclass}Llm("gpt-4o")`, 'azure AzureOpenAI(…)'],
  ['to a method of its own', method, 'azure AzureOpenAI(…)'],
  [
    'to a static method',
    `class F:\n    @staticmethod\n    def ask(model):\n        show(${create})\nF.ask("gpt-4o")`,
    'azure AzureOpenAI(…)',
  ],
  ['to a lambda', `ask = lambda model: show(${create})\nask("gpt-4o")`, 'azure AzureOpenAI(…)'],
  [
    'with an address',
    `def ask(model, base_url):\n    show(azure.responses.create(model=model))\nmodel = "gpt-4o"\nask(model, base_url="https://api.openai.com/v1")`,
    'openai api.openai.com',
  ],
  ['among options', `${show}options = {"model": "gpt-4o"}\nask("hi", **options)`, 'azure AzureOpenAI(…)'],
  [
    'among options made by dict()',
    `${show}options = dict(n=1, model="gpt-4o")\nask("hi", **options)`,
    'azure AzureOpenAI(…)',
  ],
  [
    'among options set later',
    `${show}options = {}\noptions["model"] = "gpt-4o"\nask("hi", **options)`,
    'azure AzureOpenAI(…)',
  ],
  ['among options written out', `${show}ask("hi", **{"model": "gpt-4o"})`, 'azure AzureOpenAI(…)'],
  [
    'among options that replace a default',
    `${show.replace('l):', 'l=None):')}ask("hi", **{"model": "gpt-4o"})`,
    'azure AzureOpenAI(…)',
  ],
  ['beside options that cannot be read', `${show}ask("hi", **load(), **{"model": "gpt-4o"})`, 'azure AzureOpenAI(…)'],
  [
    'in a dictionary',
    `def send(body):\n    print(azure.responses.create(**body))\nbody = {"model": "gpt-4o"}\nsend(body)`,
    'azure AzureOpenAI(…)',
  ],
  [
    'in a dictionary, by its name',
    `def send(body):\n    print(azure.responses.create(**body))\nbody = {"model": "gpt-4o"}\nsend(body=body)`,
    'azure AzureOpenAI(…)',
  ],
  [
    'in a dictionary, to a method',
    `class C:\n    def send(self, url, body):\n        print(azure.responses.create(**body))\n    def f(self):\n        body = {"model": "gpt-4o"}\n        self.send("/v1", body)`,
    'azure AzureOpenAI(…)',
  ],
  [
    'in a dictionary, which another takes, too',
    `def send(body):\n    print(azure.responses.create(**body))\nbody = {"model": "gpt-4o"}\nsend(body)\nother.send(body)`,
    'unknown',
  ],
  ['among options of another name', `${show}ask("hi", **{"llm": "gpt-4o"})`, 'unknown'],
  [
    'by super()',
    `${llm}class Mine(Llm):\n    def __init__(self):\n        super().__init__("gpt-4o")\n`,
    'azure AzureOpenAI(…)',
  ],
  [
    'by super() and its name',
    `${llm}class Mine(Llm):\n    def __init__(self, x):\n        super().__init__(model="gpt-4o")\n`,
    'azure AzureOpenAI(…)',
  ],
  [
    'by super(Mine, self)',
    `${llm}class Mine(Llm):\n    def __init__(self):\n        super(Mine, self).__init__("gpt-4o")\n`,
    'azure AzureOpenAI(…)',
  ],
  [
    'by the base’s name',
    `${llm}class Mine(Llm):\n    def __init__(self):\n        Llm.__init__(self, "gpt-4o")\n`,
    'azure AzureOpenAI(…)',
  ],
  [
    'by super(), handed on',
    `${llm}class Mine(Llm):\n    def __init__(self, name):\n        super().__init__(name)\nMine("gpt-4o")`,
    'azure AzureOpenAI(…)',
  ],
  [
    'by super(), with the rest',
    `${llm}class Mine(Llm):\n    def __init__(self, **more):\n        super().__init__(**more)\nMine(model="gpt-4o")`,
    'azure AzureOpenAI(…)',
  ],
  [
    'by super() of a base that is elsewhere',
    `class Mine(Llm):\n    def __init__(self):\n        super().__init__("gpt-4o")\n`,
    'unknown',
  ],
  [
    'to a method by super()',
    `class Base:\n    def ask(self, model):\n        show(${create})\nclass Bot(Base):\n    def ask(self):\n        super().ask("gpt-4o")\n`,
    'azure AzureOpenAI(…)',
  ],
  [
    'to a field of a base',
    `${dataclass}@dataclass\nclass Mine(Llm):\n    n: int\nMine(model="gpt-4o")`,
    'azure AzureOpenAI(…)',
  ],
  [
    'to a field of a base by its place',
    `${dataclass}@dataclass\nclass Mine(Llm):\n    n: int\nMine("gpt-4o", 1)`,
    'azure AzureOpenAI(…)',
  ],
  [
    'which a derived class has for the base',
    `class Base:\n    def ask(self):\n        show(azure.responses.create(model=self.model))\nclass Bot(Base):\n    model = "gpt-4o"\n`,
    'azure AzureOpenAI(…)',
  ],
  [
    'into an address',
    `model = os.getenv("M", "gpt-realtime")\nurl = f"wss://x.dev/v1?model={model}"\nconnect(url)`,
    'gateway x.dev',
  ],
  [
    'into an address of a parameter',
    `def at(model):\n    return f"wss://x.dev/v1?model={model}"\nconnect(at("gpt-realtime"))`,
    'gateway x.dev',
  ],
  [
    'into an address in a call',
    `model = "gpt-realtime"\nbase = "https://x.dev"\nclient.post(f"{base}/v1?model={model}", data=sdp)`,
    'gateway x.dev',
  ],
  ['into an address that is not known', `model = "gpt-realtime"\nurl = f"{BASE}?model={model}"`, 'unknown'],
  [
    'into a sentence that begins with one',
    `model = "gpt-realtime"\nprint(f"wss://x.dev/v1 is asked for {model}")`,
    'unknown',
  ],
  ['into what is no address', `model = "gpt-realtime"\nprint(f"{model} is asked at https://x.dev")`, 'unknown'],
  ['without blanks', `model = os.getenv("M", "gpt-4o").strip()\nshow(${create})`, 'azure AzureOpenAI(…)'],
  [
    'without blanks, before a default',
    `model = (os.getenv("M", "gpt-4o").strip() or "o3").lower()\nshow(${create})`,
    'azure AzureOpenAI(…)',
  ],
  ['in parts', `model = "gpt-4o".partition("-")\nshow(${create})`, 'unknown'],
  [
    'in place of one that is imported, by a name that could be a client’s',
    `from config import settings\nmodel = settings.OPENAI_MODEL or "gpt-4o"\nshow(${create})`,
    'azure AzureOpenAI(…)',
  ],
  ['which goes two ways', `${two}ask("hi", "gpt-4o")`, 'unknown'],
  [
    'which another call takes, too',
    `def ask(model):\n    show(${create})\n    other.create(model=model)\nask("gpt-4o")`,
    'unknown',
  ],
  [
    'in place of another’s default, too',
    `def ask(model):\n    show(${create})\n    other.create(model=model or DEFAULT)\nask("gpt-4o")`,
    'unknown',
  ],
  [
    'for a client of the caller’s',
    `def ask(model, client):\n    show(client.responses.create(model=model))\nask("gpt-4o", pick())`,
    'unknown',
  ],
  ['which is not used', `${show.replace('=model)', '=text)')}ask("hi", "gpt-4o")`, 'unknown'],
  ['among the rest', `def ask(*models):\n    show(azure.responses.create(model=models[0]))\nask("gpt-4o")`, 'unknown'],
  ['behind arguments taken apart', `${show}ask(*more, "gpt-4o")`, 'unknown'],
  ['to a function of another’s', `${show}other.ask("hi", "gpt-4o")`, 'unknown'],
  ['and never reaching a client', 'def again(model):\n    return again(model)\nagain("gpt-4o")', 'unknown'],
  [
    'which is replaced',
    `def ask(model):\n    model = "o3"\n    show(${create})\nask("gpt-4o")`.replace('"o3"', 'pick()'),
    'unknown',
  ],
];

/** Where a default goes that nothing reads, by those beside it. */
const declared: readonly (readonly [title: string, code: string, route: string])[] = [
  ['a provider', 'def ask(text, provider: str = "openai", model: str = "gpt-4o"): ...', 'openai provider: openai'],
  [
    'a provider after it',
    'def ask(text, *, model="gpt-4o", llm_provider="openai"): ...',
    'openai llm_provider: openai',
  ],
  ['a provider of several', 'def ask(provider="openai", tts_provider="azure", model="gpt-4o"): ...', 'unknown'],
  ['another provider', 'def ask(provider="azure", model="gpt-4o"): ...', 'unknown'],
  ['a provider that is not written', 'def ask(provider=PROVIDER, model="gpt-4o"): ...', 'unknown'],
  ['a provider that callers give', 'def ask(provider, model="gpt-4o"): ...', 'unknown'],
  ['an address', 'def ask(provider="openai", base_url=URL, model="gpt-4o"): ...', 'unknown'],
  ['no address', 'def ask(provider="openai", base_url=None, model="gpt-4o"): ...', 'openai provider: openai'],
  ['an empty address', 'def ask(provider="openai", base_url="", model="gpt-4o"): ...', 'openai provider: openai'],
  ['Azure’s options', 'def ask(provider="openai", azure_endpoint="x", model="gpt-4o"): ...', 'unknown'],
  [
    'a field',
    '@dataclass\nclass C:\n    provider: str = "openai"\n    model: str = "gpt-4o"',
    'openai provider: openai',
  ],
  ['what is no field', 'class C:\n    provider = "openai"\n    model = "gpt-4o"', 'unknown'],
  ['another’s field', 'class C:\n    provider: str = "openai"\n    def ask(model="gpt-4o"): ...', 'unknown'],
  ['a lambda’s parameter', 'ask = lambda provider="openai", model="gpt-4o": 1', 'unknown'],
  [
    'a provider beside a client that says otherwise',
    `def ask(provider="openai", model="gpt-4o"):\n    show(${create})`,
    'azure AzureOpenAI(…)',
  ],
];

/** Where the names go that hold a model: how the last is told that is read. */
const names: readonly (readonly [title: string, code: string, route: string])[] = [
  ['a constant', `MODEL = "gpt-4o"\n${show}ask("hi", MODEL)`, 'azure AzureOpenAI(…)'],
  ['a constant, by its name', `MODEL = "gpt-4o"\n${show}ask("hi", model=MODEL)`, 'azure AzureOpenAI(…)'],
  ['a constant of a class', `${show}class C:\n    MODEL = "gpt-4o"\nask("hi", C.MODEL)`, 'azure AzureOpenAI(…)'],
  [
    'a constant beside another’s',
    `${show}${show.replace('ask', 'say').replace('azure', 'open')}MODEL = "gpt-4o"\nsay("hi", MODEL)\nask("hi", MODEL)`,
    'azure AzureOpenAI(…)',
  ],
  [
    'one that stands in for another',
    `${show.replace('=model', '=model or "o3"')}MODEL = "gpt-4o"\nask("hi", MODEL)`,
    'azure AzureOpenAI(…)',
  ],
  [
    'one that is handed on twice',
    `${show}def more(m="gpt-4o"):\n    ask("hi", m)\nMODEL = "gpt-4"\nmore(MODEL)`,
    'azure AzureOpenAI(…)',
  ],
  ['one for an object', `${llm}MODEL = "gpt-4o"\nLlm(MODEL)`, 'azure AzureOpenAI(…)'],
  [
    'one among options',
    `${show}MODEL = "gpt-4o"\noptions = {"model": MODEL}\nask("hi", **options)`,
    'azure AzureOpenAI(…)',
  ],
  ['options', `${show}options = {"model": "gpt-4o"}\nask("hi", **options)`, 'azure AzureOpenAI(…)'],
  ['one that goes two ways', `MODEL = "gpt-4o"\n${two}ask("hi", MODEL)`, 'unknown'],
  ['one for a function of another’s', `MODEL = "gpt-4o"\n${show}other.ask("hi", MODEL)`, 'unknown'],
  ['an imported one', `from config import MODEL\n${show}ask("hi", MODEL)`, 'azure AzureOpenAI(…)'],
  ['an imported one, by its name', `import config\n${show}ask("hi", model=config.MODEL)`, 'azure AzureOpenAI(…)'],
  ['an imported one, for an object', `from config import MODEL\n${llm}Llm(MODEL)`, 'azure AzureOpenAI(…)'],
  ['an imported one that goes two ways', `from config import MODEL\n${two}ask("hi", MODEL)`, 'unknown'],
];

suite('names that are handed to parameters in Python', () => {
  for (const [title, code, expected] of names)
    test(title, () => {
      const source = imports + azure + code;
      const { bindings, imports: imported } = understandPython(source, findReferences(source, 'python'))!;
      const all = [...bindings, ...imported.flatMap(({ reads }) => reads)].sort((a, b) => a.start - b.start);
      const { kind, evidence } = all.at(-1)!.route;
      assert.equal(kind + (evidence === undefined ? '' : ` ${evidence}`), expected);
    });
});

suite('models handed to parameters in Python', () => {
  for (const [title, code, expected] of [...table, ...declared])
    test(title, () => {
      const source = imports + azure + code;
      const { kind, evidence } = understandPython(source, findReferences(source, 'python'))!.references[0]!.route;
      assert.equal(kind + (evidence === undefined ? '' : ` ${evidence}`), expected);
    });
});
