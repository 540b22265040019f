import * as assert from 'node:assert/strict';
import { ask, imports, routes } from './python';

const own = '"https://api.openai.com/v1"';
const local = '"http://localhost"';
const make = `def make(url=${own}):\n    return OpenAI(base_url=url)\n`;
const llm = `class Llm:\n    def __init__(self, base_url=None):\n        self.client = OpenAI(base_url=base_url)\n    def f(self):\n        self.${ask}\n`;
const handed = `class Llm:\n    def __init__(self, client=None):\n        self.client = client or OpenAI()\n    def f(self):\n        self.${ask}\n`;
const kwargs = `class Llm:\n    def __init__(self, **kwargs):\n        self.client = OpenAI(**kwargs)\n    def f(self):\n        self.${ask}\n`;

type Table = readonly (readonly [title: string, code: string, expected: string])[];

const callers: Table = [
  ['the default, where no call is seen', make + `def f(client=make()):\n    ${ask}`, 'openai api.openai.com'],
  ['an argument by its name', make + `client = make(url=${local})\n${ask}`, 'gateway localhost'],
  ['an argument by its place', make + `client = make(${local})\n${ask}`, 'gateway localhost'],
  ['arguments taken apart', make + `def f(**kw):\n    client = make(**kw)\n    ${ask}`, 'unknown'],
  ['an argument that cannot be read', make + `client = make(sys.argv[1])\n${ask}`, 'unknown'],
  ['two calls that differ', make + `client = make()\nother = make(${local})\n${ask}`, 'unknown'],
  ['the default, in very many calls', make + `client = make()\n`.repeat(200) + ask, 'openai api.openai.com'],
  ['the default, in more calls than are read', make + `client = make()\n`.repeat(201) + ask, 'unknown'],
  [
    'a lambda’s',
    `make = lambda url=${own}: OpenAI(base_url=url)\nclient = make(${local})\n${ask}`,
    'gateway localhost',
  ],
  [
    'a static method’s',
    `class F:\n    @staticmethod\n    def make(url=${own}):\n        return OpenAI(base_url=url)\nclient = F.make(${local})\n${ask}`,
    'gateway localhost',
  ],
  [
    'a method’s',
    `class F:\n    def make(self, url=None):\n        return OpenAI(base_url=url)\n    def f(self):\n        client = self.make(${local})\n        ${ask}`,
    'gateway localhost',
  ],
  [
    'of another function',
    make + `def f(x):\n    other.make(${local})\nclient = make()\n${ask}`,
    'openai api.openai.com',
  ],
  ['an object’s, which is never made', llm, 'openai OpenAI(…)'],
  ['an object’s', `${llm}Llm(base_url=${local}).f()`, 'gateway localhost'],
  ['two objects’', `${llm}Llm()\nLlm(${local})`, 'unknown'],
  ['a derived object’s', `${llm}class Mine(Llm):\n    pass\nMine(${local})`, 'gateway localhost'],
  ['a client', `${handed}Llm(AzureOpenAI())`, 'unknown'],
  ['no client', `${handed}Llm()`, 'openai OpenAI(…)'],
  ['no options', `${kwargs}Llm()`, 'openai OpenAI(…)'],
  ['options', `${kwargs}Llm(base_url=${local})`, 'gateway localhost'],
  ['different options', `${kwargs}Llm(base_url=${local})\nLlm(timeout=1)`, 'unknown'],
  ['options that are handed on', `${kwargs}def f(o):\n    Llm(**o)`, 'unknown'],
];

const send = `def send(client):\n    ${ask}\n`;
const guard = '\nif __name__ == "__main__":\n    ';
const program: Table = [
  ['a client', `${send}${guard}send(AzureOpenAI())`, 'azure AzureOpenAI(…)'],
  ['a client in main()', `${send}def main():\n    send(client=OpenAI())\n${guard}main()`, 'openai OpenAI(…)'],
  ['a client that is handed on', `${send}def f(c):\n    send(c)\n${guard}f(OpenAI())`, 'openai OpenAI(…)'],
  ['two clients', `${send}${guard}send(AzureOpenAI())\n    send(OpenAI())`, 'unknown'],
  ['one that cannot be read', `${send}${guard}send(OpenAI())\n    send(pick())`, 'unknown'],
  [
    'an address',
    `def send(url):\n    client = OpenAI(base_url=url)\n    ${ask}\n${guard}send(${local})`,
    'gateway localhost',
  ],
  ['in a file to be imported', `${send}send(AzureOpenAI())`, 'unknown'],
];

const none: Table = [
  ['an address on a condition', `client = OpenAI(base_url=${local} if dev else None)\n${ask}`, 'unknown'],
  [
    'one set on a condition',
    `url = None\nif dev:\n    url = ${local}\nclient = OpenAI(base_url=url)\n${ask}`,
    'unknown',
  ],
  [
    'one or none of a function',
    `def url():\n    if dev:\n        return ${local}\n    return None\nclient = OpenAI(base_url=url())\n${ask}`,
    'unknown',
  ],
  ['none, before a default', `url = None\nclient = OpenAI(base_url=url or ${local})\n${ask}`, 'gateway localhost'],
  [
    'a class that may be missing',
    `try:\n    from openai import OpenAI\nexcept ImportError:\n    OpenAI = None\nclient = OpenAI()\n${ask}`,
    'openai OpenAI(…)',
  ],
];

const set: Table = [
  ['written', `client = OpenAI()\nclient.base_url = ${local}\n${ask}`, 'gateway localhost'],
  ['back', `client = OpenAI(base_url=${local})\nclient.base_url = ${own}\n${ask}`, 'openai api.openai.com'],
  ['unread', `client = OpenAI()\nclient.base_url = config.URL\n${ask}`, 'unknown'],
  ['on a condition', `client = OpenAI()\nif dev:\n    client.base_url = ${local}\n${ask}`, 'unknown'],
  ['in a function', `client = OpenAI()\ndef f(url):\n    client.base_url = url\n${ask}`, 'unknown'],
  ['on another', `client = OpenAI()\nother.base_url = ${local}\n${ask}`, 'openai OpenAI(…)'],
  [
    'on an attribute',
    `class C:\n    def __init__(self, url):\n        self.client = OpenAI()\n        self.client.base_url = url\n    def f(self):\n        self.${ask}`,
    'unknown',
  ],
];

const tables = {
  'what callers give': callers,
  'what callers give in a program': program,
  'None as an address': none,
  'an address that is set afterwards': set,
};
for (const [title, table] of Object.entries(tables)) {
  suite(`understanding Python: ${title}`, () => {
    for (const [name, code, expected] of table) test(name, () => assert.deepEqual(routes(imports + code), [expected]));
  });
}
