import assert from 'node:assert/strict';
import { purposeOf } from '../../../../src/core/understand/purpose';
import { unreadOf } from '../../../../src/core/understand/imported-clients';
import {
  azureRoute,
  clientOptions,
  hostRoute,
  isAzureOption,
  isBaseUrl,
  mayPassOn,
  isPrefixed,
  isProviderOption,
  nestedOptions,
  providerRoute,
  weigh,
} from '../../../../src/core/understand/route';
import { hostedTool } from '../../../../src/core/understand/extras';
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
    ['https://x.ai.azure.com/api/projects/y', 'azure x.ai.azure.com'],
    ['https://x.eastus2.inference.ai.azure.com', 'azure x.eastus2.inference.ai.azure.com'],
    ['https://*.openai.azure.com/', 'azure *.openai.azure.com'],
    ['https://x.openai.azure.cn/', 'azure x.openai.azure.cn'],
    ['https://x.models.ai.azure.com', 'azure x.models.ai.azure.com'],
    ['https://openai.azure.com', 'azure openai.azure.com'],
    ['https://x.openai.azure.com.example.org', 'gateway x.openai.azure.com.example.org'],
    ['https://x.models.ai.azure.com.example.org', 'gateway x.models.ai.azure.com.example.org'],
    ['https://myopenai.azure.com', 'gateway myopenai.azure.com'],
    ['https://my-api.openai.com', 'gateway my-api.openai.com'],
    [' https://openrouter.ai?key=1', 'gateway openrouter.ai'],
    ['//openrouter.ai/api', 'gateway openrouter.ai'],
    ['openrouter.ai/api/v1', 'gateway openrouter.ai'],
    ['api-1.*.example.org', 'gateway api-1.*.example.org'],
    ['https://*.*/v1', 'unknown'],
    ['openrouter.ai and others'],
    ['https://models.inference.ai.azure.com', 'gateway models.inference.ai.azure.com'],
    ['http://localhost:11434/v1', 'gateway localhost'],
    ['http://[::1]:8080', 'gateway [::1]'],
    ['localhost:4000', 'gateway localhost'],
    ['wss://api.openai.com/v1/realtime', 'openai api.openai.com'],
    ['https://*/v1', 'unknown'],
    ['*/v1', 'unknown'],
    ['/v1/chat/completions'],
    ['gpt-4o'],
    ['chunks_*.json'],
    [''],
  ];
  for (const [url, expected] of hosts) {
    test(`host of ${url || 'nothing'}`, () => {
      const route = hostRoute(url);
      assert.equal(route && told(route), expected);
    });
  }

  test('a server that is not known to sell models may pass requests on', () => {
    const servers =
      'localhost LOCALHOST api.localhost 127.8.0.1 [::1] 0.0.0.0 host.docker.internal 192.168.0.1 litellm proxy ' +
      'oai.helicone.ai gateway.ai.cloudflare.com me.workers.dev *.example.org';
    const sellers =
      'openrouter.ai api.groq.com models.github.ai models.inference.ai.azure.com ai-gateway.vercel.sh ' +
      'api.openai.com a.openai.azure.com';
    const is = (host: string) => mayPassOn(hostRoute(`http://${host}:4000/v1`) ?? assert.fail(host));
    assert.deepEqual(
      servers.split(' ').map(is),
      servers.split(' ').map(() => true),
    );
    assert.deepEqual(
      sellers.split(' ').map(is),
      sellers.split(' ').map(() => false),
    );
  });

  test('so may a proxy of LiteLLM’s, and what only a name tells of may not', () => {
    const is = (evidence: string) => mayPassOn({ kind: 'gateway', evidence });
    assert.ok(['litellm_proxy/openai/', 'provider: litellm'].every(is));
    const others =
      'openrouter/openai/ litellm/openrouter/openai/ OPENROUTER_MODEL openrouter createOpenRouter(…) gateway.chat(…)';
    assert.ok(!others.split(' ').some(is));
    assert.ok(!mayPassOn({ kind: 'azure', evidence: 'localhost' }));
  });

  const options: Readonly<Record<string, readonly [is: (name: string) => boolean, yes: string, no: string]>> = {
    'an address': [
      isBaseUrl,
      'baseURL base_url baseUrl basePath base_path api_base apiBase openai_api_base openAIBasePath azure_endpoint endpoint ' +
        'azureOpenAIEndpoint azure_openai_base_url llm_base_url server_base_url server_url serverUrl proxy_base_url proxy_url ' +
        'api_url apiHost defaultBaseUrl',
      'url database host model base64 path prompt endpoints my_base_url',
    ],
    'what only Azure has': [
      isAzureOption,
      'azureOpenAIApiKey azure_ad_token azureADTokenProvider azure_endpoint azureOpenAIApiDeploymentName azure_deployment ' +
        'azure_open_ai_key azureendpoint api-version',
      'apiKey apiVersion azureSearch azure_openai azureOpenAI deployment is_azure_endpoint x-api-version api-versions',
    ],
    'a provider': [
      isProviderOption,
      'provider modelProvider model_provider custom_llm_provider customLLMProvider llm_provider provider_name providerId ' +
        'vendor api_type apiType openai_api_type',
      'providers type api model my_vendor',
    ],
    'a client’s own options': [
      (name) => nestedOptions.test(name),
      'configuration config options default_query defaultQuery client_options clientArgs client_kwargs client_config ' +
        'client_configuration model_client_options openai_client_args default_client_config model_kwargs default_options ' +
        'defaultConfig',
      'headers metadata body query kwargs extra_body reconfig configs',
    ],
    'a client': [
      (name) => clientOptions.test(name),
      'client openai_client azureClient provider openaiProvider openai llm model sdk',
      'clientId apiKey models prompt my_llm',
    ],
  };
  for (const [title, [is, yes, no]] of Object.entries(options)) {
    test(`options that hold ${title}`, () => {
      assert.deepEqual(
        yes.split(' ').filter((name) => !is(name)),
        [],
      );
      assert.deepEqual(no.split(' ').filter(is), []);
    });
  }

  test('providers by name', () => {
    const kinds: Readonly<Record<string, string>> = {
      azure: 'azure azure_openai Azure',
      openai: 'openai openai-chat openai_responses open_ai OpenAI',
      gateway: 'openrouter github litellm vercel portkey together gateway ollama OpenRouter',
      nothing: 'anthropic openai-compatible my-azure not-openai',
    };
    for (const [kind, names] of Object.entries(kinds))
      for (const name of names.split(' ')) assert.equal(providerRoute('provider', name)?.kind ?? 'nothing', kind, name);
  });

  test('a key of Azure’s beside another is several providers’', () => {
    const kind = (names: string) => azureRoute(names.split(' '))?.kind ?? 'nothing';
    assert.equal(kind('azureOpenAIApiKey baseURL'), 'azure');
    assert.equal(kind('apiKey baseURL'), 'nothing');
    assert.equal(kind('api_key azure_endpoint'), 'azure');
    for (const own of ['openai_model', 'OPENAI_EMBEDDING_MODEL', 'openAIModelName'])
      assert.equal(kind(`${own} azure_openai_endpoint`), 'unknown', own);
    assert.equal(kind('azure_openai_model model'), 'azure');
    for (const endpoint of ['azure_endpoint', 'azureOpenAIEndpoint']) {
      assert.equal(kind(`llm_base_url ${endpoint}`), 'unknown', endpoint);
      assert.equal(kind(`azure_deployment ${endpoint} apiBase`), 'unknown', endpoint);
      assert.equal(kind(`azureOpenAIBasePath ${endpoint}`), 'azure', endpoint);
    }
    for (const own of ['azure_key', 'azureApiKey', 'azure_open_ai_api_key', 'azureOpenAIKey'])
      for (const other of ['apiKey', 'api_key', 'openai_api_key', 'openAIApiKey', 'open_ai_apikey'])
        assert.equal(kind(`${own} azure_endpoint ${other}`), 'unknown', `${own} ${other}`);
  });

  test('an imported name that tells of a client, and is not read, agrees with none that is seen', () => {
    const words = 'client azure_openai OpenAI open_ai myLLM gateway provider router Proxy';
    const unread = (exported: string) => unreadOf({ specifier: './a', exported })?.kind;
    assert.deepEqual([...new Set(words.split(' ').map(unread))], ['unknown']);
    assert.deepEqual(['Path', 'default', 'settings'].map(unread), [undefined, undefined, undefined]);
    assert.equal(unreadOf({ specifier: './client', exported: 'default' })?.kind, 'unknown');
    assert.equal(unreadOf({ specifier: './client', exported: 'settings' }), undefined);
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
