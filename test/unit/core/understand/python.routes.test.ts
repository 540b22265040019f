import * as assert from 'node:assert/strict';
import { findReferences } from '../../../../src/core/find/find';
import { understandPython } from '../../../../src/core/understand/python';

/** Where the models named in `code` are seen to go, one entry for each literal and each name that is read. */
function routes(code: string): string[] {
  const understanding = understandPython(code, findReferences(code, 'python'));
  assert.ok(understanding, 'the text parses');
  return [...understanding.references, ...understanding.bindings].map(
    ({ route: { kind, evidence } }) => kind + (evidence === undefined ? '' : ` ${evidence}`),
  );
}

const ask = 'client.chat.completions.create(model="gpt-4o")';
const imports = 'import openai\nfrom openai import OpenAI, AsyncOpenAI, AzureOpenAI, AsyncAzureOpenAI\n';

const cases: readonly (readonly [title: string, code: string, ...expected: readonly string[]])[] = [
  [
    'Azure’s version in the query that goes with every request',
    `client = OpenAI(base_url=os.environ["BASE"], default_query={"api-version": "1"})\n${ask}`,
    'azure api-version',
  ],
  [
    'options that are one of several dictionaries',
    `def options(c):\n    if c.azure:\n        return {"azure_endpoint": c.base}\n    return {"api_key": c.key}\nclient = OpenAI(**options(c))\n${ask}`,
    'unknown',
  ],
  [
    'an option that is set on a condition',
    `kwargs = {"api_key": key}\nif url:\n    kwargs["base_url"] = url\nclient = OpenAI(**kwargs)\n${ask}`,
    'unknown',
  ],
  [
    'an option that is set afterwards',
    `kwargs = {}\nkwargs["base_url"] = "https://openrouter.ai/api/v1"\nclient = OpenAI(**kwargs)\n${ask}`,
    'gateway openrouter.ai',
  ],
  [
    'an option that an update brings',
    `kwargs = dict(timeout=1)\nkwargs.update(base_url="https://openrouter.ai/api/v1")\nclient = OpenAI(**kwargs)\n${ask}`,
    'gateway openrouter.ai',
  ],
  [
    'an option that is set on another dictionary of the name',
    `def f():\n    kwargs = {}\n    kwargs["base_url"] = url\nkwargs = {}\nclient = OpenAI(**kwargs)\n${ask}`,
    'openai OpenAI(…)',
  ],
  [
    'a copy of a client',
    `client = OpenAI().copy(base_url="https://openrouter.ai/api/v1")\n${ask}`,
    'gateway openrouter.ai',
  ],
  ['a copy that changes nothing', `client = AzureOpenAI().copy()\n${ask}`, 'azure AzureOpenAI(…)'],
  [
    'a client that may be given, by its type',
    `class A:\n    def __init__(self, client: Optional[AzureOpenAI] = None):\n        self._client = client\n    def f(self):\n        self._${ask}`,
    'azure AzureOpenAI',
  ],
  [
    'a constant with OpenAI’s prefix',
    `MODEL = "openai/gpt-4o"\nclient = OpenAI(base_url="https://openrouter.ai/api/v1")\nclient.responses.create(model=MODEL)`,
    ...['gateway openrouter.ai', 'gateway openrouter.ai'],
  ],
  [
    'an address that begins with a constant',
    'BASE = "https://openrouter.ai/api/v1"\nrequests.post(f"{BASE}/chat/completions", json={"model": "gpt-4o"})',
    'gateway openrouter.ai',
  ],
  [
    'an address that begins with what the environment says',
    'BASE = os.environ["BASE"]\nrequests.post(f"{BASE}/chat/completions", json={"model": "openai/gpt-4o"})',
    'unknown',
  ],
  [
    'an address put together under a name',
    'BASE = "https://openrouter.ai/api/v1"\nurl = BASE + "/chat/completions"\nrequests.post(url, json={"model": "gpt-4o"})',
    'gateway openrouter.ai',
  ],
  [
    'an f-string under a name',
    'BASE = "https://openrouter.ai/api/v1"\nurl = f"{BASE}/chat/completions"\nrequests.post(url, json={"model": "gpt-4o"})',
    'gateway openrouter.ai',
  ],
  [
    'one of two addresses',
    'url = "https://api.openai.com/v1" if a else "https://openrouter.ai/api/v1"\nrequests.request("POST", url, json={"model": "gpt-4o"})',
    'unknown',
  ],
  ['a path', 'client = AzureOpenAI()\nclient.post("/chat", json={"model": "gpt-4o"})', 'azure AzureOpenAI(…)'],
  [
    'agents by the default client that the file sets',
    `from agents import Agent, set_default_openai_client\nset_default_openai_client(AsyncOpenAI(base_url="https://openrouter.ai/api/v1"))\nAgent(name="a", model="gpt-4o")`,
    'gateway openrouter.ai',
  ],
  [
    'agents by a default client set in a function',
    `import agents\nclient = AsyncAzureOpenAI()\ndef setup():\n    agents.set_default_openai_client(client, use_for_tracing=False)\nagents.Agent(model="openai/gpt-4o")`,
    'azure AsyncAzureOpenAI(…)',
  ],
  [
    'agents by their own client rather than the default one',
    `from agents import Agent, OpenAIResponsesModel, set_default_openai_client\nset_default_openai_client(AsyncAzureOpenAI())\nAgent(model=OpenAIResponsesModel(model="gpt-4o", openai_client=AsyncOpenAI()))`,
    'openai AsyncOpenAI(…)',
  ],
  [
    'no other library’s agents by that default client',
    `from crewai import Agent\nfrom agents import set_default_openai_client\nset_default_openai_client(AsyncAzureOpenAI())\nAgent(model="gpt-4o")`,
    'unknown',
  ],
  ['OpenAI’s own client', `client = OpenAI()\n${ask}`, 'openai OpenAI(…)'],
  ['awaited', `client = AsyncOpenAI()\nasync def f():\n    return await ${ask}`, 'openai AsyncOpenAI(…)'],
  ['OpenAI’s own address', `client = OpenAI(base_url="https://api.openai.com/v1")\n${ask}`, 'openai api.openai.com'],
  ['in Europe', `client = OpenAI(base_url="https://eu.api.openai.com/v1/")\n${ask}`, 'openai eu.api.openai.com'],
  ['another host', `client = OpenAI(base_url="https://openrouter.ai/api/v1")\n${ask}`, 'gateway openrouter.ai'],
  ['this machine', `client = OpenAI(api_key="x", base_url="http://localhost:8000/v1")\n${ask}`, 'gateway localhost'],
  ['Azure', `client = AzureOpenAI(azure_endpoint=e)\n${ask}`, 'azure AzureOpenAI(…)'],
  ['Azure, async', `client = openai.AsyncAzureOpenAI()\n${ask}`, 'azure AsyncAzureOpenAI(…)'],
  [
    'Azure by another name',
    `from openai import AzureOpenAI as Client\nclient = Client()\n${ask}`,
    'azure AzureOpenAI(…)',
  ],
  [
    'Azure by its address',
    `client = OpenAI(base_url="https://me.openai.azure.com/openai/v1/")\n${ask}`,
    'azure me.openai.azure.com',
  ],
  [
    'Azure by an address that is filled in',
    `client = OpenAI(base_url=f"https://{name}.openai.azure.com/openai/v1/")\n${ask}`,
    'azure *.openai.azure.com',
  ],
  [
    'Azure by an address put together',
    `client = OpenAI(base_url="https://" + name + ".openai.azure.com/")\n${ask}`,
    'azure *.openai.azure.com',
  ],
  ['a base URL in a constant', `URL = "http://10.0.0.1/v1"\nclient = OpenAI(base_url=URL)\n${ask}`, 'gateway 10.0.0.1'],
  ['a base URL from the environment', `client = OpenAI(base_url=os.environ["URL"])\n${ask}`, 'unknown'],
  [
    'a base URL from the environment with a default',
    `client = OpenAI(base_url=os.getenv("URL", "https://api.groq.com/openai/v1"))\n${ask}`,
    'gateway api.groq.com',
  ],
  ['no base URL after all', `client = OpenAI(base_url=None)\n${ask}`, 'openai OpenAI(…)'],
  ['options taken apart', `o = {"base_url": "http://localhost/v1"}\nclient = OpenAI(**o)\n${ask}`, 'gateway localhost'],
  [
    'a copy with other options',
    'client = OpenAI()\nclient.with_options(base_url="http://localhost").responses.create(model="gpt-4o")',
    'gateway localhost',
  ],
  [
    'a copy with the same host',
    'client = OpenAI(base_url="http://localhost")\nclient.with_options(timeout=1).responses.create(model="gpt-4o")',
    'gateway localhost',
  ],
  [
    'an attribute',
    `class C:\n    def __init__(self):\n        self.client = AzureOpenAI()\n    def f(self):\n        self.${ask}`,
    'azure AzureOpenAI(…)',
  ],
  [
    'a property',
    `class C:\n    @cached_property\n    def client(self):\n        return AzureOpenAI()\n    def f(self):\n        self.${ask}`,
    'azure AzureOpenAI(…)',
  ],
  [
    'an attribute set from a parameter',
    `class C:\n    def __init__(self, client: AzureOpenAI):\n        self.client = client\n    def f(self):\n        self.${ask}`,
    'azure AzureOpenAI',
  ],
  [
    'a function that makes it',
    `def make():\n    return OpenAI(base_url="http://localhost")\nclient = make()\n${ask}`,
    'gateway localhost',
  ],
  ['a parameter’s type', `def f(client: AzureOpenAI | None = None):\n    ${ask}`, 'azure AzureOpenAI'],
  ['a parameter that may be any client', `def f(client: OpenAI):\n    ${ask}`, 'unknown'],
  ['a parameter hides the client', `client = AzureOpenAI()\ndef f(client):\n    ${ask}`, 'unknown'],
  ['with', `with AzureOpenAI() as client:\n    ${ask}`, 'azure AzureOpenAI(…)'],
  ['two clients, one name', `if x:\n    client = AzureOpenAI()\nelse:\n    client = OpenAI()\n${ask}`, 'unknown'],
  ['two clients, two names', `client = OpenAI()\nother = AzureOpenAI()\n${ask}`, 'openai OpenAI(…)'],
  [
    'one name, one after the other',
    `client = OpenAI()\n${ask}\nclient = AzureOpenAI()\n${ask}`,
    'openai OpenAI(…)',
    'azure AzureOpenAI(…)',
  ],
  [
    'none at first',
    `client = None\ndef f():\n    global client\n    client = AzureOpenAI()\n    ${ask}`,
    'azure AzureOpenAI(…)',
  ],
  [
    'made where it is missing',
    `def f(client=None):\n    client = client or AzureOpenAI()\n    ${ask}`,
    'azure AzureOpenAI(…)',
  ],
  ['the module', 'openai.chat.completions.create(model="gpt-4o")', 'openai openai'],
  ['the module of old', 'openai.ChatCompletion.create(model="gpt-4o")', 'openai openai'],
  [
    'the module’s base',
    'openai.api_base = "http://localhost/v1"\nopenai.ChatCompletion.create(model="gpt-4o")',
    'gateway localhost',
  ],
  ['the module’s base, unread', 'openai.base_url = url\nopenai.chat.completions.create(model="gpt-4o")', 'unknown'],
  [
    'the module’s type',
    'openai.api_type = "azure"\nopenai.api_base = os.getenv("B")\nopenai.ChatCompletion.create(engine="gpt-4o")',
    'azure api_type: azure',
  ],
  [
    'the environment',
    'os.environ["OPENAI_BASE_URL"] = "http://localhost"\nclient = OpenAI()\n' + ask,
    'gateway localhost',
  ],
  ['instructor', `client = instructor.from_openai(AzureOpenAI())\n${ask}`, 'azure AzureOpenAI(…)'],
  ['instructor of old', `client = instructor.patch(OpenAI(base_url="http://localhost"))\n${ask}`, 'gateway localhost'],
  ['LangSmith', `client = wrap_openai(OpenAI(base_url="http://localhost"))\n${ask}`, 'gateway localhost'],
  ['LangChain', 'ChatOpenAI(model="gpt-4o")', 'openai ChatOpenAI(…)'],
  [
    'LangChain elsewhere',
    'ChatOpenAI(model="gpt-4o", openai_api_base="https://openrouter.ai/api/v1")',
    'gateway openrouter.ai',
  ],
  ['LangChain with base_url', 'ChatOpenAI(model="gpt-4o", base_url="http://localhost")', 'gateway localhost'],
  ['LangChain unread', 'ChatOpenAI(model="gpt-4o", base_url=url)', 'unknown'],
  ['Azure options left empty', 'settings = {"azure_endpoint": "", "model": "gpt-4o"}', 'unknown'],
  ['an entry by Azure’s name', 'models = {"fast": {"model": "gpt-4o"}, "azure_openai": {"title": "A"}}', 'unknown'],
  ['LangChain on Azure', 'AzureChatOpenAI(azure_deployment="gpt-4o")', 'azure AzureChatOpenAI(…)'],
  [
    'LangChain’s init',
    'init_chat_model("gpt-4o", model_provider="azure_openai")',
    'azure model_provider: azure_openai',
  ],
  ['LangChain’s init, OpenAI', 'init_chat_model("gpt-4o", model_provider="openai")', 'openai model_provider: openai'],
  ['pydantic-ai', 'OpenAIChatModel("gpt-4o", provider=AzureProvider(azure_endpoint=e))', 'azure AzureProvider(…)'],
  [
    'pydantic-ai, OpenRouter',
    'OpenAIChatModel("gpt-4o", provider=OpenRouterProvider())',
    'gateway OpenRouterProvider(…)',
  ],
  [
    'pydantic-ai, another host',
    'OpenAIChatModel("gpt-4o", provider=OpenAIProvider(base_url="http://localhost"))',
    'gateway localhost',
  ],
  [
    'pydantic-ai, a client',
    'OpenAIChatModel("gpt-4o", provider=OpenAIProvider(openai_client=AzureOpenAI()))',
    'azure AzureOpenAI(…)',
  ],
  ['pydantic-ai, in a name', 'p = AzureProvider()\nOpenAIChatModel("gpt-4o", provider=p)', 'azure AzureProvider(…)'],
  ['pydantic-ai, by name', 'OpenAIChatModel("gpt-4o", provider="azure")', 'azure provider: azure'],
  ['pydantic-ai, plain', 'OpenAIChatModel("gpt-4o", provider=OpenAIProvider(api_key=k))', 'openai OpenAIChatModel(…)'],
  ['DSPy', 'dspy.LM("openai/gpt-4o")', 'openai openai/'],
  ['DSPy elsewhere', 'dspy.LM("openai/gpt-4o", api_base="http://localhost:1/v1")', 'gateway localhost'],
  ['LiteLLM', 'completion(model="gpt-4o", api_base="https://proxy.example.com")', 'gateway proxy.example.com'],
  ['LiteLLM on Azure', 'completion(model="azure/gpt-4o", api_base="https://proxy.example.com")', 'azure azure/'],
  [
    'LiteLLM by provider',
    'litellm.completion(model="gpt-4o", custom_llm_provider="azure")',
    'azure custom_llm_provider: azure',
  ],
  [
    'LiteLLM’s module',
    'import litellm\nlitellm.api_base = "http://localhost"\nlitellm.completion(model="gpt-4o")',
    'gateway localhost',
  ],
  [
    'the agents SDK',
    'client = AsyncAzureOpenAI()\nOpenAIChatCompletionsModel(model="gpt-4o", openai_client=client)',
    'azure AsyncAzureOpenAI(…)',
  ],
  [
    'the agents SDK, any client',
    'def f(client):\n    OpenAIChatCompletionsModel(model="gpt-4o", openai_client=client)',
    'unknown',
  ],
  ['LlamaIndex', 'OpenAI(model="gpt-4o", api_base="http://localhost")', 'gateway localhost'],
  ['AutoGen on Azure', 'c = [{"model": "gpt-4o", "api_type": "azure", "base_url": url}]', 'azure api_type: azure'],
  [
    'AutoGen elsewhere',
    'c = {"config_list": [{"model": "gpt-4o", "base_url": "http://localhost"}]}',
    'gateway localhost',
  ],
  [
    'plain requests',
    'requests.post("https://openrouter.ai/api/v1/chat/completions", json={"model": "gpt-4o"})',
    'gateway openrouter.ai',
  ],
  [
    'plain requests to OpenAI',
    'URL = "https://api.openai.com/v1/responses"\nhttpx.post(URL, json={"model": "gpt-4o"})',
    'openai api.openai.com',
  ],
  ['a client handed to a function', 'client = AzureOpenAI()\nask(client, "gpt-4o")', 'azure AzureOpenAI(…)'],
  ['Azure somewhere in the file', 'other = AzureOpenAI()\nask(model="gpt-4o")', 'unknown'],
  ['Azure beside it', 'f(AzureOpenAI())\nask(model="gpt-4o")', 'unknown'],
  ['a class of the file’s own', 'class Mine(AzureChatOpenAI): pass\nMine(model="gpt-4o")', 'azure AzureChatOpenAI(…)'],
  [
    'a name goes where its call goes',
    'M = "gpt-4o"\nclient = AzureOpenAI()\nclient.responses.create(model=M)',
    'azure AzureOpenAI(…)',
    'azure AzureOpenAI(…)',
  ],
  [
    'a name goes two ways',
    'M = "gpt-4o"\nAzureOpenAI().responses.create(model=M)\nOpenAI().responses.create(model=M)',
    'unknown',
    'azure AzureOpenAI(…)',
    'openai OpenAI(…)',
  ],
  [
    'a default goes where its parameter goes',
    'def f(m="gpt-4o"):\n    AzureOpenAI().responses.create(model=m)',
    'azure AzureOpenAI(…)',
    'azure AzureOpenAI(…)',
  ],
  [
    'arguments taken apart go where the call goes',
    'p = {"model": "gpt-4o"}\nAzureOpenAI().responses.create(**p)',
    'azure AzureOpenAI(…)',
    'azure AzureOpenAI(…)',
  ],
  [
    'a body goes where the request goes',
    'p = {"model": "gpt-4o"}\nrequests.post("http://localhost/v1", json=p)',
    'gateway localhost',
  ],
  [
    'a body written out before goes where the request goes',
    'p = json.dumps({"model": "gpt-4o"})\nrequests.request("POST", "http://localhost/v1", headers=h, data=p)',
    'gateway localhost',
  ],
  [
    'a body written out under a name of its own goes there, too',
    'd = {"model": "gpt-4o"}\np = json.dumps(d)\nrequests.post("http://localhost/v1", data=p)',
    'gateway localhost',
  ],
  ['a name in it', 'M = "gpt-4o"\nx.post("http://a.b/", data=json.dumps({"model": M}))', 'gateway a.b', 'gateway a.b'],
  [
    'a prefix says more than its client',
    'M = "azure/gpt-4o"\nOpenAI().responses.create(model=M)',
    'azure azure/',
    'azure azure/',
  ],
];

suite('understanding Python: where the traffic goes', () => {
  for (const [title, code, ...expected] of cases) test(title, () => assert.deepEqual(routes(imports + code), expected));
});
