import * as assert from 'node:assert/strict';
import { ask, routes } from './python';

type Table = readonly (readonly [title: string, code: string, ...expected: string[]])[];

const azure = 'azure AzureOpenAI(…)';
const router = 'gateway openrouter.ai';
const address = '"https://openrouter.ai/api/v1"';

const made: Table = [
  ['handed in', `def get_client():\n    return AzureOpenAI()\ndef f(client=Depends(get_client)):\n    ${ask}`, azure],
  ['made by a lambda', `make = lambda: AzureOpenAI()\nclient = make()\n${ask}`, azure],
  [
    'made by a coroutine',
    `async def make():\n    return AzureOpenAI()\nasync def f():\n    client = await make()\n    ${ask}`,
    azure,
  ],
  ['returned with something else', `def make():\n    return 1, AzureOpenAI()\n_, client = make()\n${ask}`, azure],
  [
    'returned with something else, if at all',
    `async def make():\n    if not key:\n        return None, None\n    return (AzureOpenAI(), 1)\nasync def f():\n    client, _ = await make()\n    ${ask}`,
    azure,
  ],
  [
    'returned with something else, for an object to hold',
    `def make():\n    return AzureOpenAI(), 1\nclass A:\n    def __init__(self):\n        (self.client, self.n) = make()\n    def f(self):\n        self.${ask}`,
    azure,
  ],
  ['one of a list that is unpacked', `pair = [OpenAI(), AzureOpenAI()]\n[other, client] = pair\n${ask}`, azure],
  ['the only one of a list', `[client] = [AzureOpenAI()]\n${ask}`, azure],
  ['the only one of what is returned', `def make():\n    return [AzureOpenAI()]\n[client] = make()\n${ask}`, azure],
  ['one of any number', `def make():\n    return AzureOpenAI(), 1\n*_, client = make()\n${ask}`, 'unknown'],
  ['after any number', `def make():\n    return (*x, AzureOpenAI())\n_, client = make()\n${ask}`, 'unknown'],
  [
    'after any number without brackets',
    `def make():\n    return *x, AzureOpenAI()\n_, client = make()\n${ask}`,
    'unknown',
  ],
  [
    'not that one of what is returned',
    `def make():\n    return AzureOpenAI(), c\n_, client = make()\n${ask}`,
    'unknown',
  ],
  ['returned by turns', `def make():\n    return make()\n_, client = make()\n${ask}`, 'unknown'],
  ['made in a condition', `if (client := AzureOpenAI()):\n    ${ask}`, azure],
  ['made in parentheses', `client = (AzureOpenAI())\n${ask}`, azure],
  ['made by with', `with AzureOpenAI() as client:\n    ${ask}`, azure],
  [
    'made by async with',
    `async def f():\n    async with AsyncAzureOpenAI() as client:\n        await ${ask}`,
    'azure AsyncAzureOpenAI(…)',
  ],
  ['entered', `client = stack.enter_context(AzureOpenAI())\n${ask}`, azure],
  ['by another name', `from openai import AzureOpenAI as C\nclient = C()\n${ask}`, azure],
  ['of another package', `from other import Client\nclient = Client()\n${ask}`, 'unknown'],
  ['of a class of the file', `class My(AzureOpenAI):\n    pass\nclient = My()\n${ask}`, azure],
  [
    'of a class of the file by its second base',
    `class My(Mixin, AzureOpenAI):\n    pass\nclient = My()\n${ask}`,
    azure,
  ],
  [
    'of a class of the file by no base',
    `class My(Base, metaclass=AzureOpenAI):\n    pass\nclient = My()\n${ask}`,
    'unknown',
  ],
  [
    'of another file’s class, with a client',
    'from app.llm import Llm\nllm = Llm(client=AzureOpenAI())\nllm.complete(model="gpt-4o")',
    azure,
  ],
  ['set on an object', `s = S()\ns.client = AzureOpenAI()\ns.${ask}`, azure],
  [
    'one of a dictionary’s',
    'clients = {"a": AzureOpenAI(), "o": OpenAI()}\nclients["a"].responses.create(model="gpt-4o")',
    azure,
  ],
  [
    'by one of many ways',
    `def get(x):\n    if x == 1:\n        return AzureOpenAI()\n    if x == 2:\n        return Anthropic()\n    return Mistral()\nclient = get(y)\n${ask}`,
    'unknown',
  ],
  ['beside something else', `def get():\n    return AzureOpenAI(), 3\nclient = get()\n${ask}`, 'unknown'],
  [
    'set where it is used, and to what is given elsewhere',
    `class C:\n    def __init__(self, client):\n        self.client = client\n    def f(self):\n        self.${ask}\n        self.client = AzureOpenAI()`,
    'unknown',
  ],
  [
    'of Pipecat’s, in its settings',
    'from pipecat.services.openai.llm import OpenAILLMService\nOpenAILLMService(settings=OpenAILLMService.Settings(model="gpt-4o"))',
    'openai OpenAILLMService(…)',
  ],
  [
    'of Pipecat’s, with another address',
    `OpenAILLMService(base_url=${address}, settings=OpenAILLMService.Settings(model="gpt-4o"))`,
    router,
  ],
  [
    'of LiveKit’s for speech',
    'from livekit.plugins.openai import realtime\nM = "gpt-realtime"\nllm = realtime.RealtimeModel(model=M)',
    'openai realtime.RealtimeModel(…)',
    'openai realtime.RealtimeModel(…)',
  ],
  [
    'of LiveKit’s for speech, on Azure',
    'openai.realtime.RealtimeModel.with_azure(azure_deployment="gpt-realtime")',
    'azure azure_deployment',
  ],
  ['with arguments from a list', `client = OpenAI(*args)\n${ask}`, 'openai OpenAI(…)'],
];

const typed: Table = [
  ['one of two', `def f(client: OpenAI | AzureOpenAI):\n    ${ask}`, 'unknown'],
  ['one of two, by their union', `def f(client: Union[AsyncOpenAI, AsyncAzureOpenAI]):\n    ${ask}`, 'unknown'],
  ['Azure’s, sync or async', `def f(client: AzureOpenAI | AsyncAzureOpenAI | None):\n    ${ask}`, 'azure AzureOpenAI'],
  ['one of two, the other of another package', `def f(client: Union[AzureOpenAI, Anthropic]):\n    ${ask}`, 'unknown'],
  [
    'one of many',
    `class C:\n    of: dict[str, AzureOpenAI]\n    def f(self, k):\n        self.of[k].responses.create(model="gpt-4o")`,
    'unknown',
  ],
  [
    'a provider that is one of two',
    'def f(provider: Literal["openai", "azure"]):\n    ask(model="gpt-4o", provider=provider)',
    'unknown',
  ],
  ['a parameter’s', `def f(client: AzureOpenAI):\n    ${ask}`, 'azure AzureOpenAI'],
  ['a gateway’s', `def f(client: OpenRouterClient):\n    ${ask}`, 'gateway OpenRouterClient'],
  ['one that may be missing', `def f(client: AzureOpenAI | None = None):\n    ${ask}`, 'azure AzureOpenAI'],
  ['OpenAI’s own, which may send anywhere', `def f(client: OpenAI):\n    ${ask}`, 'unknown'],
  ['a field’s', `class C:\n    client: AzureOpenAI\n    def f(self):\n        self.${ask}`, 'azure AzureOpenAI'],
  [
    'that of the parameter that a field is set to',
    `class C:\n    def __init__(self, client: AzureOpenAI):\n        self.client = client\n    def f(self):\n        self.${ask}`,
    'azure AzureOpenAI',
  ],
  [
    'that of the parameter that another object’s field is set to',
    `class C:\n    def __init__(self, client: AzureOpenAI):\n        other.client = client\n    def f(self):\n        self.${ask}`,
    'unknown',
  ],
];

const given: Table = [
  ['made right there', 'Agent(model="gpt-4o", llm=AzureOpenAI())', azure],
  ['a dictionary beside', `ask({"base_url": ${address}}, model="gpt-4o")`, 'unknown'],
  ['a list', 'Agent(model="gpt-4o", client=[AzureOpenAI()])', 'unknown'],
  ['that the file does not know, beside OpenAI’s class', 'ChatOpenAI(model="gpt-4o", client=client)', 'unknown'],
  [
    'that a package has, beside OpenAI’s class',
    'from pkg import client\nChatOpenAI(model="gpt-4o", client=client)',
    'unknown',
  ],
  ['that is none, beside OpenAI’s class', 'ChatOpenAI(model="gpt-4o", client=Client())', 'openai ChatOpenAI(…)'],
  ['that only carries requests', 'OpenAI(http_client=h).responses.create(model="gpt-4o")', 'openai OpenAI(…)'],
  ['in options within options', `ChatOpenAI(model="gpt-4o", model_kwargs={"base_url": ${address}})`, router],
  [
    'in options for something else',
    `ChatOpenAI(model="gpt-4o", headers={"base_url": ${address}})`,
    'openai ChatOpenAI(…)',
  ],
  [
    'Azure’s within options beside an address',
    'ChatOpenAI(model="gpt-4o", base_url=b, default_query={"api-version": v})',
    'azure api-version',
  ],
  [
    'a provider beside an address',
    `LLM(model="gpt-4o", provider="azure", base_url=${address})`,
    'azure provider: azure',
  ],
  ['to the function that is given a function', 'retry(AzureOpenAI(), lambda: ask(model="gpt-4o"))', 'unknown'],
  ['to the class that is derived', 'class My(AzureOpenAI, model="gpt-4o"):\n    pass', 'unknown'],
];

const addresses: Table = [
  ['by its name', `requests.post(url=${address}, json={"model": "gpt-4o"})`, router],
  ...['post', 'put', 'get', 'request', 'stream', 'fetch', 'urlopen', 'Request'].map(
    (name) => [`of ${name}`, `x.${name}(${address}, json={"model": "gpt-4o"})`, router] as const,
  ),
  ['of what is only called alike', `x.post_process(${address}, json={"model": "gpt-4o"})`, 'unknown'],
  ...['websockets.connect', 'session.ws_connect', 'create_connection', 'WebSocketApp'].map(
    (name) =>
      [
        `of ${name}`,
        `ws = ${name}("wss://x.dev/v1")\nws.send(json.dumps({"a": {"model": "gpt-4o"}}))`,
        'gateway x.dev',
      ] as const,
  ),
  [
    'of an open socket',
    'async def f():\n    async with connect(f"{URL}?a=b") as ws:\n        await ws.send_json({"model": "gpt-4o"})\nURL = "wss://x.dev"',
    'gateway x.dev',
  ],
  ['of a socket nobody knows', 'ws = connect(url)\nws.send(model="openai/gpt-4o")', 'openai openai/'],
  ['of another connection', 'db = connect("postgres://x.dev")\ndb.send(model="openai/gpt-4o")', 'openai openai/'],
  ['of no request', `log(${address}, {"model": "gpt-4o"})`, 'unknown'],
  ['behind two arguments', `post("a", "b", ${address}, {"model": "gpt-4o"})`, 'unknown'],
  [
    'formatted',
    'requests.post("https://{}.openai.azure.com/chat".format(NAME), json={"model": "gpt-4o"})',
    'azure *.openai.azure.com',
  ],
  [
    'without its last slash',
    'requests.post("https://openrouter.ai/api/v1/".rstrip("/"), json={"model": "gpt-4o"})',
    router,
  ],
  [
    'changed otherwise',
    'requests.post("https://openrouter.ai/v1".replace("a", b), json={"model": "gpt-4o"})',
    'unknown',
  ],
  [
    'with two parts filled in',
    'B = "https://openrouter.ai"\nrequests.post(f"{B}/{path}", json={"model": "gpt-4o"})',
    router,
  ],
  [
    'of a body written out as text',
    `body = {"model": "gpt-4o"}\nrequests.post(${address}, data=json.dumps(body))`,
    router,
  ],
  [
    'of a body written out as bytes',
    `body = json.dumps({"model": "gpt-4o"}).encode("utf-8")\nurllib.request.Request(${address}, data=body)`,
    router,
  ],
  [
    'of a body that is only written out elsewhere',
    `body = {"model": "gpt-4o"}\nsaved = json.dumps(body)\nrequests.post(${address}, json=body)`,
    router,
  ],
];

const everywhere: Table = [
  [
    'Azure’s option of the module',
    'import openai\nopenai.azure_endpoint = e\nopenai.chat.completions.create(model="gpt-4o")',
    'azure azure_endpoint',
  ],
  ['none', 'import openai\nopenai.api_base = None\nopenai.chat.completions.create(model="gpt-4o")', 'openai openai'],
  [
    'another module’s',
    `import openai\nimport litellm\nlitellm.api_base = ${address}\nopenai.chat.completions.create(model="gpt-4o")`,
    'openai openai',
  ],
  [
    'a member’s',
    `import openai\nopenai.x.api_base = ${address}\nopenai.chat.completions.create(model="gpt-4o")`,
    'openai openai',
  ],
  [
    'another option',
    `import openai\nopenai.api_key = ${address}\nopenai.chat.completions.create(model="gpt-4o")`,
    'openai openai',
  ],
  [
    'the environment’s, for the module',
    `import openai\nos.environ["OPENAI_BASE_URL"] = ${address}\nopenai.chat.completions.create(model="gpt-4o")`,
    router,
  ],
  [
    'another dictionary’s',
    `settings["OPENAI_BASE_URL"] = ${address}\nOpenAI().chat.completions.create(model="gpt-4o")`,
    'openai OpenAI(…)',
  ],
  [
    'the agents’, by its name',
    'from agents import Agent, set_default_openai_client\nset_default_openai_client(client=AsyncAzureOpenAI())\nAgent(model="gpt-4o")',
    'azure AsyncAzureOpenAI(…)',
  ],
  [
    'the agents’, whatever client other calls take',
    'from agents import Agent, set_default_openai_client\nset_default_openai_client(AsyncAzureOpenAI())\nwarm(AsyncOpenAI())\nAgent(model="gpt-4o")',
    'azure AsyncAzureOpenAI(…)',
  ],
  [
    'the agents’, for something else of theirs',
    'from agents import Runner, set_default_openai_client\nset_default_openai_client(AsyncAzureOpenAI())\nRunner(model="gpt-4o")',
    'unknown',
  ],
  [
    'the agents’, for others’ agents',
    'from crewai import Agent\nfrom agents import set_default_openai_client\nset_default_openai_client(AsyncAzureOpenAI())\nAgent(model="gpt-4o")',
    'unknown',
  ],
];

const constants: Table = [
  [
    'the environment’s default',
    'MODEL = os.getenv("MODEL", "gpt-4o")\nAzureOpenAI().responses.create(model=MODEL)',
    azure,
    azure,
  ],
  [
    'that goes two ways',
    `MODEL = "gpt-4o"\nAzureOpenAI().responses.create(model=MODEL)\nOpenAI(base_url=${address}).responses.create(model=MODEL)`,
    ...['unknown', azure, router],
  ],
  [
    'that goes one way twice',
    'MODEL = "gpt-4o"\nAzureOpenAI().responses.create(model=MODEL)\nAzureOpenAI().responses.parse(model=MODEL)',
    ...[azure, azure, azure],
  ],
  [
    'that is printed, too',
    'MODEL = "gpt-4o"\nprint(MODEL)\nAzureOpenAI().responses.create(model=MODEL)',
    azure,
    'unknown',
    azure,
  ],
  [
    'that is a default, too',
    'MODEL = "gpt-4o"\nclient = AzureOpenAI()\ndef f(m=MODEL):\n    client.responses.create(model=m)',
    ...[azure, 'unknown', azure],
  ],
  ['that is only compared', 'MODEL = "gpt-4o"\nclient = AzureOpenAI()\nclient.check(x == MODEL)', 'unknown', azure],
  [
    'in one of two dictionaries',
    'p = {"model": "gpt-4o"} if x else {"model": "gpt-5"}\nAzureOpenAI().responses.create(**p)',
    azure,
    azure,
  ],
  ...['model', 'model_name', 'model_id', 'engine'].map(
    (key) => [`as ${key}`, `p = {"${key}": "gpt-4o"}\nAzureOpenAI().responses.create(**p)`, azure, azure] as const,
  ),
  [
    'as azure_deployment',
    'p = {"azure_deployment": "gpt-4o"}\nChat(**p)',
    'azure azure_deployment',
    'azure azure_deployment',
  ],
  ['as deployment_name', 'p = {"deployment_name": "gpt-4o"}\nOpenAI(**p)', 'azure deployment_name', 'openai OpenAI(…)'],
  ['in two pieces', 'AzureOpenAI().responses.create(model="gpt-" "4o")', azure],
];

const tables = { made, typed, given, addresses, 'set for all calls': everywhere };
const titles: Readonly<Record<string, string>> = { made: 'clients', typed: 'types', given: 'what a call is given' };
for (const [title, table] of Object.entries({ ...tables, constants })) {
  suite(`understanding Python: routes by ${titles[title] ?? title}`, () => {
    for (const [name, code, ...expected] of table) test(name, () => assert.deepEqual(routes(code), expected));
  });
}
