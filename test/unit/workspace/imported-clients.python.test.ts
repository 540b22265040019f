import * as assert from 'node:assert/strict';
import { clientRoutes, type Files } from './client-routes';

suite('Imported clients in Python', () => {
  const table: readonly [title: string, text: string, files: Files, ...expected: string[]][] = [
    [
      'a client by its name',
      'from clients import client\nclient.chat.completions.create(model="gpt-4o")\n',
      { '/w/src/clients.py': 'client = AzureOpenAI(api_key=key)\n' },
      'azure: AzureOpenAI(…) (clients)',
    ],
    [
      'clients whose names say something, too',
      'from .llm import azure, openai, router\nazure.responses.create(model="gpt-4o")\nopenai.responses.create(model="gpt-5")\nrouter.responses.create(model="o3")\n',
      {
        '/w/src/llm.py':
          'azure = AzureOpenAI()\nopenai = OpenAI(base_url="https://b.example.com")\nrouter = OpenAI(base_url="https://openrouter.ai/api/v1")\n',
      },
      'azure: AzureOpenAI(…) (.llm)',
      'gateway: b.example.com (.llm)',
      'gateway: openrouter.ai (.llm)',
    ],
    [
      'a client with an address of its own, under another name',
      'from .clients import client as ai\nai.responses.create(model="gpt-4o")\n',
      { '/w/src/clients.py': 'client = OpenAI(base_url="https://openrouter.ai/api/v1")\n' },
      'gateway: openrouter.ai (.clients)',
    ],
    [
      'a function that makes one',
      'from app.core.llm import get_client\nai = get_client()\nai.responses.create(model="gpt-4o")\n',
      { '/w/app/core/llm.py': 'def get_client():\n    client = AzureOpenAI()\n    return client\n' },
      'azure: AzureOpenAI(…) (app.core.llm)',
    ],
    [
      'a function that keeps the one it made',
      'from llm import get_client\nget_client().responses.create(model="gpt-4o")\n',
      {
        '/w/src/llm.py':
          '_client = None\ndef get_client():\n    global _client\n    if _client is None:\n        _client = AzureOpenAI()\n    return _client\n',
      },
      'azure: AzureOpenAI(…) (llm)',
    ],
    [
      'a function that asks the model it is passed, whatever it returns',
      'from llm import judge\njudge(text, "gpt-4o")\njudge("gpt-5", by)\n',
      {
        '/w/src/llm.py':
          'client = AzureOpenAI()\ndef judge(text, by):\n    client.responses.create(model=by, input=text)\n    return 1\n',
      },
      'azure: AzureOpenAI(…) (llm)',
      'unknown',
    ],
    [
      'a function that returns a part of the answer, by a name of its own',
      'from llm import ask\nask("hi", model="gpt-4o")\n',
      {
        '/w/src/llm.py':
          'client = AzureOpenAI()\ndef ask(text):\n    answer = client.responses.create(input=text)\n    said = answer.output_text\n    return said.strip()\n',
      },
      'azure: AzureOpenAI(…) (llm)',
    ],
    [
      'a module’s',
      'import llm\nfrom app import clients\nllm.client.responses.create(model="gpt-4o")\nclients.make().responses.create(model="gpt-5")\n',
      {
        '/w/src/llm.py': 'client = AzureOpenAI()\n',
        '/w/app/clients.py': 'def make():\n    return OpenAI(base_url="https://b.example.com")\n',
      },
      'azure: AzureOpenAI(…) (llm)',
      'gateway: b.example.com (app)',
    ],
    [
      'an object’s attribute, through a package that hands it on',
      'from services import service\nservice.client.responses.create(model="gpt-4o")\n',
      {
        '/w/src/services/__init__.py': 'from .service import service\n',
        '/w/src/services/service.py': 'class Service:\n    client = AzureOpenAI()\n\nservice = Service()\n',
      },
      'azure: AzureOpenAI(…) (services)',
    ],
    [
      'an attribute that a method sets, and a method that sends the request itself',
      'from llm import llm\nllm.client.responses.create(model="gpt-4o")\nawait llm.complete(prompt, model="gpt-5")\n',
      {
        '/w/src/llm.py':
          'class Llm:\n    def __init__(self):\n        self.client = AzureOpenAI()\n\n    async def complete(self, prompt, model):\n        response = await self.client.responses.create(model=model, input=prompt)\n        return response.output[0].text\n\nllm = Llm()\n',
      },
      'azure: AzureOpenAI(…) (llm)',
      'azure: AzureOpenAI(…) (llm)',
    ],
    [
      'an object’s that is made here',
      'from llm import Llm\nllm = Llm()\nllm.complete(prompt, model="gpt-4o")\n',
      {
        '/w/src/llm.py':
          'class Llm:\n    def __init__(self):\n        self.client = AzureOpenAI()\n\n    def complete(self, prompt, model):\n        return self.client.responses.create(model=model, input=prompt)\n',
      },
      'azure: AzureOpenAI(…) (llm)',
    ],
    [
      'a function that sends the request itself, and one that does something else',
      'from llm import ask, window_of\nask("hi", model="gpt-4o")\nwindow_of(model="gpt-5")\n',
      {
        '/w/src/llm.py':
          'client = AzureOpenAI()\ndef ask(prompt, model):\n    if not prompt:\n        return None\n    return (client.responses.create(model=model)).output[0].text\ndef window_of(model):\n    if model in known:\n        return known[model]\n    if not model:\n        return default\n    return client.models.retrieve(model).window\n',
      },
      'azure: AzureOpenAI(…) (llm)',
      'unknown',
    ],
    [
      'a client that is handed over',
      'from clients import client\nagent = Agent(model=OpenAIModel("gpt-4o", openai_client=client))\n',
      { '/w/src/clients.py': 'client = AsyncAzureOpenAI()\n' },
      'azure: AsyncAzureOpenAI(…) (clients)',
    ],
    [
      'undecided where it may also be one of a third file',
      'from a import a\nfrom b import b\nfrom c import c\nfrom d import d\na.responses.create(model="gpt-4o")\nb().responses.create(model="gpt-5")\nc.responses.create(model="o3")\nd.responses.create(model="o4-mini")\n',
      {
        '/w/src/a.py': 'from e import azure\na = azure or OpenAI()\n',
        '/w/src/b.py':
          'from e import make_client\ndef b():\n    if is_azure:\n        return make_client()\n    return OpenAI()\n',
        '/w/src/c.py': 'if is_azure:\n    from e import azure_client as c\nelse:\n    c = OpenAI()\n',
        '/w/src/d.py': 'try:\n    from e import d\nexcept ImportError:\n    d = OpenAI()\n',
      },
      'unknown (a)',
      'unknown (b)',
      'unknown (c)',
      'openai: OpenAI(…) (d)',
    ],
    [
      'an object of another file, by the client or the address that it is made with there',
      'from llm import a, b, c, d\na.complete(model="gpt-4o")\nb.complete(model="gpt-5")\nc.client.responses.create(model="o3")\nd.complete(model="o4-mini")\n',
      {
        '/w/src/llm.py':
          'from azure_client import azure_client\nclass Llm:\n    def __init__(self, client=None, base_url=None):\n        self.client = client or OpenAI(base_url=base_url)\n\n    def complete(self, model):\n        return self.client.responses.create(model=model)\n\na = Llm(base_url="https://b.example.com")\nb = Llm(AzureOpenAI())\nc = Llm(azure_client)\nd = Llm()\n',
      },
      'gateway: b.example.com (llm)',
      'azure: AzureOpenAI(…) (llm)',
      'unknown (llm)',
      'openai: OpenAI(…) (llm)',
    ],
    [
      'an object goes where the client or address leads that it is made with',
      'from llm import Llm\nLlm(AzureOpenAI()).complete(model="gpt-4o")\nllm = Llm(base_url="https://b.example.com")\nllm.complete(model="gpt-5")\nLlm(key).complete(model="o3")\n',
      {
        '/w/src/llm.py':
          'class Llm:\n    def __init__(self, client=None, **options):\n        self.client = client or OpenAI(**options)\n\n    def complete(self, model):\n        return self.client.responses.create(model=model)\n',
      },
      'azure: AzureOpenAI(…)',
      'gateway: b.example.com',
      'openai: OpenAI(…) (llm)',
    ],
    [
      'an object of a class that nobody can read, by the client or the address that it is made with',
      'from missing import LLMClient\nclient = LLMClient(key, OpenRouterProvider())\nclient.build_model("openai/gpt-4o")\n',
      {},
      'gateway: OpenRouterProvider(…)',
    ],
    [
      'not by the file’s own client where an imported one is not known',
      'from openai import OpenAI\nfrom own import (\n    ai,\n    helper,\n)\nown = OpenAI()\nown.embeddings.create(model="text-embedding-3-small")\nai.responses.create(model="gpt-4o")\n',
      { '/w/src/own.py': 'ai = make()\n' },
      'openai: OpenAI(…)',
      'unknown',
    ],
    [
      'not by a type that any base URL fits, whatever the file makes itself',
      'import chat\nown = AsyncOpenAI()\nasync def ask(client: AsyncOpenAI):\n    await client.responses.create(model="gpt-4o")\n',
      {},
      'unknown',
    ],
    [
      'nothing where the file does not say, or is not there',
      'from a import a\nfrom b import b\na.responses.create(model="gpt-4o")\nb.responses.create(model="gpt-5")\n',
      { '/w/src/a.py': 'a = make()\n' },
      'unknown',
      'unknown',
    ],
  ];
  for (const [title, text, files, ...expected] of table)
    test(title, async () => assert.deepEqual(await clientRoutes(text, 'python', files), expected));
});
