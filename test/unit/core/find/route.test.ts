import * as assert from 'node:assert/strict';
import { calleeRoute } from '../../../../src/core/find/route';
import { only } from './only';

/** Names of clients, models and providers by where their traffic goes. */
const callees: readonly (readonly [kind: string | undefined, names: string])[] = [
  ['azure', 'AzureOpenAI AsyncAzureOpenAI openai.AzureOpenAI AzureChatOpenAI createAzure azure azure.responses'],
  [undefined, 'MyAzureStub createAzureClient azure.a.b recreateAzure'],
  ['gateway', 'openrouter openRouterText OpenRouterProvider createOpenRouter openrouter.chat gateway createGateway'],
  [
    'gateway',
    'vercelGatewayText ModelGateway gateway.stream createOpenAICompatible githubGitHubModel GitHubModels boto.Bedrock',
  ],
  [
    'gateway',
    'GitHubModelsChat Bedrock AsyncBedrockClient inference.LLM inference.STT inference.TTS inference.LLM.make',
  ],
  // A layer of the program’s own in front of the models may ask OpenAI.
  [undefined, 'llmGateway.chat llm_gateway.complete this.modelGateway.generate openaiGateway.chat'],
  ['gateway', 'aiGateway.chat vercelGateway.chat llmGateway llmGatewayModels.chat'],
  ['gateway', 'OrchestrationClient OrchestrationEmbeddingClient sap.OrchestrationClient'],
  [undefined, 'MyOrchestrationClient OrchestrationClients Orchestration'],
  [undefined, 'TensorZeroGateway myBedrock inference.VAD myinference.LLM gateway.a.b recreateOpenAICompatible'],
  ['openai', 'OpenAI AsyncOpenAI openai.OpenAI ChatOpenAI OpenAIEmbedding OpenAIEmbeddings createOpenAI openai'],
  ['openai', 'openaiResponses openai.chat OpenAIModel OpenAIClient OpenAIChat OpenAIChatCompletion OpenAIResponses'],
  [
    'openai',
    'OpenAITextCompletion OpenAITextEmbedding OpenAIMultiModal OpenAIGenerator OpenAIEmbedder text2vec_openai',
  ],
  ['openai', 'OpenAIChatModel OpenAITextEmbedder OpenAIEncoder OpenAILLM f.OpenAIEmbeddingFunction'],
  // Pipecat's services, LiveKit's model for speech.
  ['openai', 'OpenAILLMService OpenAIRealtimeLLMService OpenAISTTService OpenAITTSService OpenAIImageGenService'],
  ['openai', 'openai.realtime.RealtimeModel realtime.RealtimeModel plugins.openai.realtime.RealtimeModel'],
  ['azure', 'AzureLLMService AzureRealtimeLLMService'],
  ['gateway', 'OpenRouterLLMService'],
  [undefined, 'OpenAILLMService.Settings MyOpenAILLMService OpenAIService google.realtime.RealtimeModel RealtimeModel'],
  [
    undefined,
    'OpenAILikeChat OpenAICompatibleChat askOpenAI myOpenAIModel OpenAIConfig openai.chat.create recreateOpenAI',
  ],
];

suite('routes: by the callee’s name', () => {
  for (const [kind, names] of callees)
    for (const name of names.split(' '))
      test(`${name} → ${kind ?? 'open'}`, () => assert.equal(calleeRoute(name)?.kind, kind));

  test('of a long name the end counts', () => {
    assert.equal(calleeRoute(`${'a'.repeat(300)}.OpenAI`)?.kind, 'openai');
  });
});

suite('routes: by names around the model', () => {
  const rows: readonly [code: string, kind: string, evidence?: string][] = [
    // LiveKit sells what its sessions are told by provider and name.
    ['livekit.AgentSession(stt="openai/whisper-1")', 'gateway', 'livekit.AgentSession(…)'],
    ['AgentSession(tts="openai/tts-1")', 'gateway', 'AgentSession(…)'],
    ['AgentSession(llm="gpt-4o")', 'unknown'],
    ['AgentSession(fallback_llm="openai/gpt-4o")', 'openai', 'openai/'],
    ['AgentSession(llms="openai/gpt-4o")', 'openai', 'openai/'],
    ['AgentSessionPool(llm="openai/gpt-4o")', 'openai', 'openai/'],
    ['MyAgentSession(llm="openai/gpt-4o")', 'openai', 'openai/'],
    // What the string itself says comes first.
    ['AzureOpenAI(model="openrouter/openai/gpt-4o")', 'gateway', 'openrouter/openai/'],
    ['openrouter("azure/gpt-4o")', 'azure', 'azure/'],
    ['OpenAIChat(model="openai/gpt-4o")', 'openai', 'openai/'],
    ['AzureOpenAI(model="openai/gpt-4o")', 'azure', 'AzureOpenAI(…)'],
    // Only what is called, not what is looked up, nor a variable's name.
    ['prices.openai["gpt-4o"]', 'unknown'],
    ['deployment_name = "gpt-4o"', 'azure', 'deployment_name'],
    ['open_router_model = "gpt-4o"', 'gateway', 'open_router_model'],
    ['github_models = "gpt-4o"', 'gateway', 'github_models'],
    ['GITHUB_MODEL_NAME = "gpt-4o"', 'gateway', 'GITHUB_MODEL_NAME'],
    ['my_github_model = "gpt-4o"', 'unknown'],
    ['github_model_kind = "gpt-4o"', 'unknown'],
    ['azure_model = ask("x", "gpt-4o")', 'unknown'],
    // A field's default goes where the field's name says.
    ['azure_deployment: str = Field(default="gpt-4o")', 'azure', 'azure_deployment'],
    ['openrouter_model: str = Field("openai/gpt-4o", alias="M")', 'gateway', 'openrouter_model'],
    ['OPENROUTER_MODEL = os.getenv("M", default="openai/gpt-4o")', 'gateway', 'OPENROUTER_MODEL'],
    ['azure_model = Field(String, "gpt-4o")', 'unknown'],
    ['azure_model = ask(model="gpt-4o")', 'unknown'],
  ];
  for (const [code, kind, evidence] of rows)
    test(`${code} → ${kind}`, () =>
      assert.deepEqual(only(code, 'python').route, evidence ? { kind, evidence } : { kind }));
});
