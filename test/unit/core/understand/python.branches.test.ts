import * as assert from 'node:assert/strict';
import { imports, routes } from './python';

const azure = 'azure AzureOpenAI(…)';
const openai = 'openai OpenAI(…)';

const cases: readonly (readonly [title: string, code: string, ...expected: readonly string[]])[] = [
  [
    'two clients, each with a model of its own',
    `class A:
    def __init__(self, x):
        if x:
            self._client = AzureOpenAI()
            self.model = "gpt-4o"
        else:
            self._client = OpenAI()
            self.model = "gpt-5"
    def ask(self):
        self._client.responses.create(model=self.model)`,
    ...[azure, 'openai OpenAI(…)'],
  ],
  [
    'two addresses, each with a model of its own',
    `if x:
    base_url = "https://openrouter.ai/api/v1"
    model = "gpt-4o"
else:
    base_url = "https://api.openai.com/v1"
    model = os.getenv("M") or os.getenv("N", "gpt-5")
httpx.post(f"{base_url}/responses", json={"model": model})`,
    ...['gateway openrouter.ai', 'openai api.openai.com'],
  ],
  [
    'cases of a match',
    `match x:
    case "azure":
        client = AzureOpenAI()
        model = "gpt-4o"
    case _:
        client = make()
        model = "gpt-5"
client.responses.create(model=model)`,
    ...[azure, 'unknown'],
  ],
  [
    'a model beside two clients',
    `if x:
    client = AzureOpenAI()
    other_client = OpenAI()
    model = "gpt-4o"
ask(model)`,
    ...['unknown', 'unknown'],
  ],
  [
    'a model beside addresses of other things',
    `if x:
    site = "https://a.b"
    answer = requests.get("https://c.d")
    provider = "azure"
    model = "gpt-4o"
ask(model)`,
    ...['unknown', 'unknown'],
  ],
  [
    'a deployment beside a client',
    `def choose(x):
    if x:
        deployment = "gpt-4o"
        client = OpenAI()
    else:
        deployment = "gpt-5"
        client = AzureOpenAI()
    return deployment, client
deployment, client = choose(y)
client.responses.create(model=deployment)`,
    ...[openai, azure],
  ],
  ['a model of no branch', 'client = AzureOpenAI()\nmodel = "gpt-4o"\nask(model)', ...['unknown', 'unknown']],
  [
    'a client that takes the model says more than the branch',
    `if x:
    client = OpenAI()
    model = "gpt-4o"
AzureOpenAI().responses.create(model=model)`,
    ...[azure, azure],
  ],
];

const named: typeof cases = [
  ['an OpenAI client', 'deployment = "gpt-4o"\nOpenAI().responses.create(model=deployment)', openai, openai],
  [
    'as a default',
    'deployment = os.getenv("X", "gpt-4o")\nOpenAI().responses.create(model=deployment)',
    openai,
    openai,
  ],
  ['of a parameter', 'def ask(deployment="gpt-4o"):\n    OpenAI().responses.create(model=deployment)', openai, openai],
  [
    'in a dictionary',
    'deployment = "gpt-4o"\np = {"model": deployment}\nOpenAI().responses.create(**p)',
    openai,
    'unknown',
    openai,
  ],
  [
    'an unread client',
    'deployment = "gpt-4o"\nmake().responses.create(model=deployment)',
    'azure deployment',
    'unknown',
  ],
  [
    'by Azure’s name',
    'AZURE_DEPLOYMENT = "gpt-4o"\nOpenAI().responses.create(model=AZURE_DEPLOYMENT)',
    'azure AZURE_DEPLOYMENT',
    openai,
  ],
];

suite('understanding Python: what takes a deployment', () => {
  for (const [title, code, ...expected] of named) test(title, () => assert.deepEqual(routes(imports + code), expected));
});

suite('understanding Python: branches', () => {
  for (const [title, code, ...expected] of cases) test(title, () => assert.deepEqual(routes(imports + code), expected));
});
