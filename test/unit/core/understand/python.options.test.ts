import * as assert from 'node:assert/strict';
import { ask, imports, routes } from './python';

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
  [
    'settings of several providers, each with its own key',
    'settings = Settings(api_key=k, model="gpt-4o", azure_api_key=a, azure_endpoint=e)',
    'unknown',
  ],
  [
    'Azure’s key beside an empty one',
    'settings = {"openai_api_key": "", "model": "gpt-4o", "azure_openai_api_key": a, "azure_endpoint": e}',
    'azure azure_openai_api_key',
  ],
  [
    'Azure’s options beside a provider that is OpenAI',
    'settings = {"provider": "openai", "model": "gpt-4o", "azure_openai_api_version": v}',
    'unknown',
  ],
  [
    'OpenAI as the provider beside a model of another one',
    'settings = {"provider": "openai", "openai_model": "phi-4", "openrouter_model": "gpt-4o"}',
    'gateway openrouter_model',
  ],
  [
    'OpenAI’s address beside a model of another provider',
    'settings = {"base_url": "https://api.openai.com/v1", "azure_model": os.getenv("MODEL", "gpt-4o")}',
    'azure azure_model',
  ],
  [
    'OpenAI’s address beside a model of a task',
    'settings = {"base_url": "https://api.openai.com/v1", "chat_model": os.getenv("MODEL", "gpt-4o")}',
    'openai api.openai.com',
  ],
  [
    'Azure’s address beside another',
    'Settings(llm_base_url=args.url, llm_model="gpt-4o", azure_endpoint=args.azure)',
    'unknown',
  ],
  ['Azure’s options with any key', 'ask(api_key=k, model="gpt-4o", azure_endpoint=e)', 'azure azure_endpoint'],
  [
    'several keys and a class that says Azure',
    'AzureChatOpenAI(model="gpt-4o", api_key=k, azure_api_key=a, azure_endpoint=e)',
    'azure AzureChatOpenAI(…)',
  ],
  [
    'OpenAI as provider, at another address',
    'init_chat_model("gpt-4o", model_provider="openai", base_url="https://openrouter.ai/api/v1")',
    'gateway openrouter.ai',
  ],
  ['options of another file', `from config import KW\nclient = OpenAI(**{**KW, "timeout": 1})\n${ask}`, 'unknown'],
  [
    'options of another file, and an address',
    `from config import KW\nclient = OpenAI(**KW, base_url="https://api.openai.com/v1")\n${ask}`,
    'openai api.openai.com',
  ],
  [
    'options that add to themselves',
    `kwargs = {"timeout": 1}\nkwargs = {**kwargs, "api_key": k}\nclient = OpenAI(**kwargs)\n${ask}`,
    'openai OpenAI(…)',
  ],
  [
    'options of another file, for Azure',
    `from config import KW\nclient = AzureOpenAI(**KW)\n${ask}`,
    'azure AzureOpenAI(…)',
  ],
  ['options that are loaded', `client = OpenAI(**json.load(f))\n${ask}`, 'unknown'],
  ['options of an entry', `def f(c):\n    client = OpenAI(**c["openai"])\n    ${ask}`, 'unknown'],
  ['options that are added', `def f(more):\n    client = OpenAI(**{"api_key": k, **more})\n    ${ask}`, 'unknown'],
  [
    'options that an update adds',
    `def f(more):\n    kw = {}\n    kw.update(more)\n    client = OpenAI(**kw)\n    ${ask}`,
    'unknown',
  ],
  ['options that an update unpacks', `kw = {}\nkw.update(**load())\nclient = OpenAI(**kw)\n${ask}`, 'unknown'],
  ['options that its dictionary unpacks', `kw = {}\nkw.update({**load()})\nclient = OpenAI(**kw)\n${ask}`, 'unknown'],
  [
    'an option of another kind that an update adds',
    `kw = {}\nkw.update(timeout=load())\nclient = OpenAI(**kw)\n${ask}`,
    'openai OpenAI(…)',
  ],
  [
    'options that may be none',
    `def f(more=None):\n    client = OpenAI(**(more or {}))\n    ${ask}`,
    'openai OpenAI(…)',
  ],
  [
    'options that a function has set on a condition',
    `def options():\n    o = {"api_key": k}\n    if x:\n        o["base_url"] = "https://openrouter.ai/api/v1"\n    return o\nclient = OpenAI(**options())\n${ask}`,
    'unknown',
  ],
  [
    'options that a function has set',
    `def options():\n    o = {"api_key": k}\n    o["base_url"] = "https://openrouter.ai/api/v1"\n    return o\nclient = OpenAI(**options())\n${ask}`,
    'gateway openrouter.ai',
  ],
  [
    'those of a class of the file, which its own __init__ gives',
    `class Mine(OpenAI):\n    def __init__(self, **kw):\n        super().__init__(base_url="http://localhost", **kw)\nclient = Mine()\n${ask}`,
    'unknown',
  ],
  ['a copy that changes nothing', `client = AzureOpenAI().copy()\n${ask}`, 'azure AzureOpenAI(…)'],
];

suite('understanding Python: what a client’s options say', () => {
  for (const [title, code, ...expected] of cases) test(title, () => assert.deepEqual(routes(imports + code), expected));
});
