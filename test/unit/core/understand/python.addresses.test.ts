import * as assert from 'node:assert/strict';
import { ask, imports, routes } from './python';

/** Clients whose address is not written in the file. */
const cases: readonly (readonly [title: string, code: string, expected: string])[] = [
  [
    'agents of an Azure AI Foundry project',
    'from azure.ai.projects import AIProjectClient\nproject = AIProjectClient(endpoint=os.environ["E"], credential=c)\nproject.agents.create_agent(model="gpt-4o")',
    'azure AIProjectClient(…)',
  ],
  [
    'the client of OpenAI’s that such a project hands out',
    'from azure.ai.projects import AIProjectClient\nproject = AIProjectClient.from_connection_string(conn_str=s)\nwith project.get_openai_client() as client:\n    client.responses.create(model="gpt-4o")',
    'azure AIProjectClient.from_connection_string(…)',
  ],
  [
    'Azure’s client for agents',
    'from azure.ai.agents.aio import AgentsClient\nagents = AgentsClient(endpoint=e, credential=c)\nagents.create_agent(model="gpt-4o")',
    'azure AgentsClient(…)',
  ],
  [
    'an address by the name of its variable',
    `client = OpenAI(api_key=k, base_url=os.environ["AZURE_OPENAI_ENDPOINT"])\n${ask}`,
    'azure AZURE_OPENAI_ENDPOINT',
  ],
  [
    'an address put together by the name of its variable',
    `endpoint = os.getenv("AZURE_OPENAI_ENDPOINT")\nclient = OpenAI(base_url=f"{endpoint.rstrip('/')}/openai/v1/")\n${ask}`,
    'azure AZURE_OPENAI_ENDPOINT',
  ],
  [
    'an address of the environment that a name holds',
    `url = os.environ["OPENROUTER_URL"]\nclient = OpenAI(base_url=url)\n${ask}`,
    'gateway OPENROUTER_URL',
  ],
  [
    'an address of the environment that an attribute holds, cut',
    `class C:\n    def __init__(self):\n        self.url = environ["OPENROUTER_URL"]\n        self.client = OpenAI(base_url=self.url.rstrip("/"))\n    def f(self):\n        self.${ask}`,
    'gateway OPENROUTER_URL',
  ],
  [
    'a default behind one of the environment',
    `url = os.environ["OPENROUTER_URL"] or "https://api.openai.com/v1"\nclient = OpenAI(base_url=url)\n${ask}`,
    'openai api.openai.com',
  ],
  [
    'an address by the name of a setting',
    `client = AsyncOpenAI(base_url=settings.openrouter_base_url)\n${ask}`,
    'gateway openrouter_base_url',
  ],
  [
    'an address by the name of a parameter',
    `def f(azure_url: str):\n    client = OpenAI(base_url=azure_url + "/v1")\n    ${ask}`,
    'azure azure_url',
  ],
  [
    'a default, rather than the name of the variable before it',
    `client = OpenAI(base_url=os.getenv("OPENROUTER_URL", "https://api.openai.com/v1"))\n${ask}`,
    'openai api.openai.com',
  ],
  [
    'one of two addresses by their names',
    `client = OpenAI(base_url=AZURE_URL if azure else OTHER_URL)\n${ask}`,
    'unknown',
  ],
];

suite('addresses in Python that only exist at run time', () => {
  for (const [title, code, expected] of cases) {
    test(title, () => assert.deepEqual(routes(imports + code), [expected]));
  }
});
