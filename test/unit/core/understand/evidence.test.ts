import assert from 'node:assert/strict';
import { purposeOf } from '../../../../src/core/understand/purpose';
import {
  hostRoute,
  isAzureOption,
  isBaseUrl,
  isLocal,
  isPrefixed,
  providerRoute,
  weigh,
} from '../../../../src/core/understand/route';
import { hostedTool } from '../../../../src/core/understand/tools';
import type { Route } from '../../../../src/core/find/reference';
import { told } from './javascript';

suite('evidence for routes', () => {
  const hosts: [url: string, route?: string][] = [
    ['https://api.openai.com/v1', 'openai api.openai.com'],
    ['https://us.api.openai.com', 'openai us.api.openai.com'],
    ['HTTPS://API.OpenAI.com/v1', 'openai api.openai.com'],
    ['https://api.openai.com.example.org', 'gateway api.openai.com.example.org'],
    ['https://name:key@openrouter.ai/api/v1', 'gateway openrouter.ai'],
    ['https://x.openai.azure.com/', 'azure x.openai.azure.com'],
    ['https://x.openai.azure.us/', 'azure x.openai.azure.us'],
    ['https://x.cognitiveservices.azure.com/', 'azure x.cognitiveservices.azure.com'],
    ['https://x.services.ai.azure.com/models', 'azure x.services.ai.azure.com'],
    ['https://*.openai.azure.com/', 'azure *.openai.azure.com'],
    ['https://models.inference.ai.azure.com', 'gateway models.inference.ai.azure.com'],
    ['http://localhost:11434/v1', 'gateway localhost'],
    ['http://[::1]:8080', 'gateway [::1]'],
    ['localhost:4000', 'gateway localhost'],
    ['wss://api.openai.com/v1/realtime', 'openai api.openai.com'],
    ['https://*/v1', 'unknown'],
    ['*/v1', 'unknown'],
    ['/v1/chat/completions'],
    ['gpt-4o'],
    [''],
  ];
  for (const [url, expected] of hosts) {
    test('a server on the own machine may pass requests on; others may not', () => {
      const is = (url: string) => isLocal(hostRoute(url) ?? assert.fail());
      for (const host of ['localhost', 'LOCALHOST', 'api.localhost', '127.0.0.1', '127.8.0.1', '[::1]', '0.0.0.0'])
        assert.ok(is(`http://${host}:4000/v1`), host);
      assert.ok(is('http://host.docker.internal:4000'));
      for (const host of ['localhost.example.org', '192.168.0.1', '127.0.0.1.nip.io', 'api.openai.com', 'litellm'])
        assert.ok(!is(`http://${host}/v1`), host);
      assert.ok(!isLocal({ kind: 'azure', evidence: 'localhost' }));
    });

    test(`host of ${url || 'nothing'}`, () => {
      const route = hostRoute(url);
      assert.equal(route && told(route), expected);
    });
  }

  test('options that hold an address', () => {
    const yes =
      'baseURL base_url baseUrl basePath api_base apiBase openai_api_base openAIBasePath azure_endpoint endpoint server_url';
    const no = 'url database host model base64 path prompt';
    assert.deepEqual(
      yes.split(' ').filter((name) => !isBaseUrl(name)),
      [],
    );
    assert.deepEqual(no.split(' ').filter(isBaseUrl), []);
  });

  test('options that only Azure has', () => {
    const yes =
      'azureOpenAIApiKey azure_ad_token azureADTokenProvider azure_endpoint azureOpenAIApiDeploymentName azure_deployment';
    assert.deepEqual(
      yes.split(' ').filter((name) => !isAzureOption(name)),
      [],
    );
    assert.deepEqual('apiKey apiVersion azureSearch deployment'.split(' ').filter(isAzureOption), []);
  });

  test('providers by name', () => {
    const kinds = [
      'azure',
      'azure_openai',
      'openai',
      'openai-chat',
      'openrouter',
      'anthropic',
      'openai-compatible',
    ].map((value) => providerRoute('provider', value)?.kind);
    assert.deepEqual(kinds, ['azure', 'azure', 'openai', 'openai', 'gateway', undefined, undefined]);
  });

  test('a string that names Azure or a gateway outweighs its client, the prefix openai/ does not', () => {
    const azure: Route = { kind: 'azure', evidence: 'azure/' };
    const openai: Route = { kind: 'openai', evidence: 'openai/' };
    const client: Route = { kind: 'gateway', evidence: 'x.dev' };
    assert.equal(weigh(azure, true, client), azure);
    assert.equal(weigh(openai, true, client), client);
    assert.equal(weigh(azure, false, client), client);
    assert.equal(weigh(openai, true, undefined), openai);
    assert.ok(isPrefixed({ text: 'azure/gpt-4o', route: azure }));
    assert.ok(!isPrefixed({ text: 'gpt-4o', route: { kind: 'openai', evidence: 'openai(…)' } }));
  });
});

suite('hosted tools by name', () => {
  const table: Readonly<Record<string, string>> = {
    web_search:
      'web_search web_search_preview web_search_preview_2025_03_11 webSearchTool tools.webSearchPreview WebSearchTool web_search_20250305 web_search_options',
    file_search: 'file_search fileSearchTool FileSearchTool openai.tools.fileSearch',
    code_interpreter: 'code_interpreter codeInterpreter CodeInterpreterTool CodeExecutionTool',
    image_generation: 'image_generation imageGenerationTool ImageGenerationTool',
  };
  for (const [tool, names] of Object.entries(table)) {
    test(tool, () => assert.deepEqual([...new Set(names.split(' ').map(hostedTool))], [tool]));
  }
  test('all else is none', () => {
    const names = [
      'function',
      'web',
      'search',
      'tool',
      'websearch',
      'get_web_search_results',
      'mcp',
      'HostedMCPTool',
      'ComputerTool',
      '',
      'x'.repeat(10_000),
    ];
    assert.deepEqual(names.map(hostedTool).filter(Boolean), []);
  });
});

suite('purposes by callee', () => {
  const table: Readonly<Record<string, string>> = {
    'fine-tuning':
      'client.fineTuning.jobs.create client.fine_tuning.jobs.create openai.FineTuningJob.create createFineTuningJob createFineTune',
    evals: 'client.evals.create client.evals.runs.create',
    embeddings:
      'client.embeddings.create OpenAIEmbeddings openai.embedding embed embedMany createEmbedding OpenAIEmbeddingModel',
  };
  for (const [purpose, callees] of Object.entries(table)) {
    test(purpose, () => assert.deepEqual([...new Set(callees.split(' ').map(purposeOf))], [purpose]));
  }
  test('all else has none', () => {
    const callees =
      'client.chat.completions.create loadFineTuned evaluate retrievals.create embedText ChatOpenAI'.split(' ');
    assert.deepEqual(callees.map(purposeOf).filter(Boolean), []);
  });
});
