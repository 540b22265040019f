import * as assert from 'node:assert/strict';
import type { Context, Language } from '../../../../src/core/find/reference';
import { only } from './only';

/** Names that must mean the same, one after the other. */
type Names = readonly (readonly [context: Context, names: string])[];

function table(title: string, language: Language, codeOf: (name: string) => string, rows: Names): void {
  suite(title, () => {
    for (const [context, names] of rows)
      for (const name of names.split(' '))
        test(`${codeOf(name)} → ${context}`, () => assert.equal(only(codeOf(name), language).context, context));
  });
}

table('find: calls that only ask about a model or tell of it', 'python', (name) => `${name}(model="gpt-4o")`, [
  ['tokenizer', 'get_tokenizer createTokenCounter tokenCount countTokens encodingForModel from_tiktoken_encoder'],
  ['model', 'generate_tokens streamTokens fast_generate_tokens getToken'],
  ['test', 'supportsVision support_tools __supports_tools isModelCapable _is_reasoning_model has_model canUseModel'],
  ['test', 'should_switch_model is_within_token_limit'],
  ['model', 'supported island canned MySupportsModel PraisonAIModel ask_if_has_model'],
  ['test', 'cost costs costUSD _cost pricing getPricing get_pricing calc_cost _calculate_llm_cost computeCost'],
  ['test', 'estimateTokenCost update_costs add_cost trackCost record_cost store_cost saveCost completion_cost'],
  [
    'test',
    'modelCosts token_cost llm_cost_usd getModelPrice _get_model_price modelPrice calculateTokenPrice llm_prices',
  ],
  ['model', 'costume getCostume extract_costs CostAnalysisAgent ModelCostAdvisor MyModelCost CostRater'],
  ['model', 'get_price getPrices remodel_price price_for_model'],
  ['test', 'ModelPricing ModelCost ModelCosts TokenPrice LLMPrices CostRate ModelPriceInfo'],
  ['test', 'getModelInfo get_model_capabilities getModelLimits getModelBudget get_model_metadata'],
  ['test', 'getContextLength get_context_window getModelContextSize getContextBudget'],
  ['expression', 'print log log_param logParams log_hyperparameters log_hyper_params trace debug info warn'],
  ['expression', 'warning error exception jsonify JSONResponse JsonResponse set_attribute setAttributes'],
  ['model', 'login printer blog JsonResponseParser'],
  ['expression', 'captureApiError RateLimitError BadRequestException ModelWarning'],
  ['model', 'errorless terror'],
  ['expression', 'span create_spans createMockSpan SpanData'],
  ['model', 'lifespan spanish'],
  ['expression', 'APIDebugLog AuditLogEntry ModelMetadata ModelInfo'],
  ['model', 'Dialog ModelCatalog AuditLogReader ModelMetadataAgent ModelInfoAgent'],
  [
    'expression',
    'track track_llm_call trackUsage _record_usage recordLlmRequest log_response logLlmCalls onUsage reportUsage',
  ],
  ['expression', 'recordPromptPayload logEvent logJsonLine reportEntries log_assistant_message record_conversation'],
  ['expression', 'logAI logAIConversation log_interaction log_quality_trend _log_decision'],
  ['model', 'logModelDefault mlflow.openai.log_model recordEventually logline log_and_ask blog_post'],
  ['model', 'log_probs logLikelihood log_prob_of_answer'],
  ['expression', 'updateModelDisplay model_label renderBadge registerLanguage'],
  ['model', 'displayAnswer labelText redisplay ModelBadge'],
  ['model', 'trackedFetch backtrack record_and_transcribe recording_usage logicCall log_request_and_ask'],
]);

table('find: what calls make of their first argument', 'typescript', (name) => `${name}("gpt-4o")`, [
  [
    'test',
    'm.startswith m.startsWith m.starts_with m.endswith m.endsWith m.ends_with m.includes m.contains m.indexOf m.lastIndexOf',
  ],
  ['test', 'm.index m.rindex m.find m.rfind m.match m.matches re.fullmatch re.search re.test m.replace m.replaceAll'],
  ['test', 're.sub m.split m.removeprefix m.removesuffix m.strip m.count fnmatch re.compile'],
  ['argument', 'compileChat recount undelete deleteAll reset setter reappend appendAll readd literals joinRoom rejoin'],
  ['argument', 'check_can_run widget_by_name preselect_option select_option_of part.ok t.isolate toBenchmark'],
  ['argument', 'client.models.retrieve_all'],
  [
    'key',
    'models.retrieve prices.set prices.get prices.pop prices.has prices.delete prices.hasOwn prices.hasOwnProperty',
  ],
  ['key', 'client.models.retrieve client.models.del client.models.with_raw_response.retrieve'],
  ['argument', 'datamodels.retrieve client.models.list_all'],
  ['list', 'models.add models.push models.unshift models.append dropdown.addOption'],
  ['argument', 'tracker.addUsage addOptionally'],
  ['type', 'z.literal Type.Literal t.stringLiteral'],
  ['expression', 'ROOT.join ROOT.joinpath'],
  ['test', 'is_large has_access canStream should_stream isOrganization _is_large'],
  ['argument', 'island smoke_test'],
  ['expression', 'screen.getByText screen.queryAllByText page.find_by_label page.get_by_text page.select_option'],
  ['expression', 'page.selectOptions'],
  ['expression', 'out.write click.echo describe it'],
  ['argument', 'nextEdit writeReport'],
  ['assertion', 'assertEqual assert_called_with expect(m).toBe expect(m).toEqual expect(m).toStrictEqual'],
  ['assertion', 'expect(m).toContain expect(m).toMatch expect(m).toHaveBeenCalledWith expect(f).toThrow'],
  ['assertion', 'expect(m).to_have_value t.notEqual assert.deepEqual t.notDeepStrictEqual m.equal m.equals m.eql m.eq'],
  ['assertion', 'm.should t.is assert.ok assert.match assert.include'],
  ['argument', 'SelfMoASeq shouldering equality tomatoes'],
]);

table('find: what calls make of their second argument', 'typescript', (name) => `${name}("x", "gpt-4o")`, [
  ['fallback', 'options.get kwargs.pop options.setdefault os.getenv getattr env config'],
  ['argument', 'monkeypatch.setenv models.set setDefaultModel form.append is_toxic'],
]);
