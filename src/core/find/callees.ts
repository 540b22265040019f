import { remember } from '../remember';
import type { Context } from './reference';

/** The callee's last name: `create` of `client.chat.completions.create`. */
function lastName(callee: string): string {
  return callee.slice(Math.max(callee.lastIndexOf('.'), callee.lastIndexOf('#')) + 1).trim();
}

const assertion =
  /^(?:assert\w*|(?:to|not)(?:Be|Equal|StrictEqual|Contain|Match|Have|Throw)\w*|(?:not)?(?:[dD]eep)?(?:[sS]trict)?[eE]quals?|equals?|eql|eq|should)$/;

/** Whether a call of this callee asserts something in a test. */
export const isAssertion = remember(
  (callee) => assertion.test(lastName(callee)) || /^(?:t|assert|chai)\.(?:is|true|ok|match|include)$/.test(callee),
);

const description =
  /^Model|(?:Info|Card|Spec|Config|Metadata|Data|Details|Description|Definition|Entry|Option|Permission)$/;

/** Whether a callee can be the class of a model, rather than of what describes one: `LiteLLM`, but not `ModelInfo`. */
export function isModelClass(callee: string): boolean {
  const name = lastName(callee);
  return /^[A-Z]/.test(name) && !description.test(name);
}

/** Names given to models: `MODEL_ALIASES.setdefault("fast", "gpt-4o-mini")`, `registerAlias("fast", "gpt-4o-mini")`. */
const naming = /(?:alias|Alias|ALIAS)\w*\.(?:set|setdefault|add)$|(?:^|[._])(?:register|add|set)\w*[aA]lias$/;

/** What the API says of a model costs nothing. */
const listedModel = /(?:^|\.)models\.(?:with_\w+\.)?(?:retrieve|delete|del)$/;

/** Functions that only ask about a model or tell of it, by their last names; nothing is sent to it, however it is passed. */
const idle: readonly (readonly [name: RegExp, context: Context])[] = [
  [/^(?!.*(?:generat|stream)).*(?:encoding_?for_?model|get_?encoding|token(?:izer|s|_?count)|tiktoken)/i, 'tokenizer'],
  // `isReasoningModel("o3")`, `supports_tools("gpt-4o")`; but `is_toxic(text, model="gpt-4o")` may ask the model.
  [/^_*(?:supports?(?:[A-Z]|_[a-z])|(?:is|has|can|should)(?:_\w*model|\w*Model))/, 'test'],
  // What a model costs and can do; what extracts costs, or a class of a longer name than `ModelPricing`, may be an agent.
  [
    /^_*(?:costs?(?![a-z])|(?:get|calc|compute|estimate|update|add|track|record|store|save|completion|model|token|llm)\w*?(?:_|(?=[CP]))(?:[cC]osts?|[pP]ricing)(?![a-z]))/,
    'test',
  ],
  [/^(?:Model|Token|LLM)(?:Costs?|Prices?|Pricing)$/, 'test'],
  [/^[a-z_]\w*?[pP]rices?_?(?:[fF]or|[pP]er|[oO]f)_?(?:[mM]odel|[tT]okens?|[uU]sage)/, 'test'],
  [
    /^[a-z_]\w*?(?:[mM]odel_?(?:[iI]nfo|[cC]apabilit|[lL]imit|[bB]udget|[mM]etadata|[pP]rice)|[cC]ontext_?(?:[lL]ength|[wW]indow|[sS]ize))/,
    'test',
  ],
  [
    /^(?:print|log|log_?(?:[hH]yper_?)?[pP]aram(?:eter)?s?|debug|info|warn|warning|error|exception|jsonify|JSONResponse|set_?[aA]ttributes?)$|(?:Error|Exception|Warning)$/,
    'expression',
  ],
  [/(?:^|_|(?=S))[sS]pans?(?![a-z])/, 'expression'],
  // A row of a log, what describes a model: `APIDebugLog(api_model="gpt-4o")`, `ModelMetadata(base_model="gpt-4o")`.
  [/^[A-Z]\w*(?:Log(?:Entry)?|Metadata)$/, 'expression'],
  // What has been asked is counted or kept: `track_request("gpt-4o", 10, 20)`; but `record_and_transcribe("whisper-1")` asks.
  [/^_*(?:track(?![a-z])|(?:record|log)_?\w*?(?:[uU]sage|[rR]equest|[rR]esponse|[cC]all|[pP]ayload)s?$)/, 'expression'],
];

/** What a call that sends nothing makes of a model; nothing if the call is not known to be one. */
export const idleContext = remember((callee): Context | undefined => {
  const name = lastName(callee);
  return idle.find(([pattern]) => pattern.test(name))?.[1];
});

/** What other callees do with a positional argument, by their last names; the first that matches decides. */
const rules: readonly (readonly [name: RegExp, context: (index: number) => Context])[] = [
  [
    /^(?:starts_?[wW]ith|ends_?[wW]ith|includes|contains|indexOf|lastIndexOf|index|find|rfind|match|matches|fullmatch|search|test|replace|replaceAll|sub|split|removeprefix|removesuffix|strip|count|fnmatch|compile)$/,
    () => 'test',
  ],
  [
    /^(?:get|pop|setdefault|getenv|getattr|get_or|env|environ|config|getOrDefault)$/,
    (index) => (index === 0 ? 'key' : 'fallback'),
  ],
  [/^(?:has|delete|hasOwn|hasOwnProperty|has_key|__getitem__|__contains__)$/, () => 'key'],
  [/^(?:set)$/, (index) => (index === 0 ? 'key' : 'argument')],
  // Semantic Kernel's services are registered under a name, which may be a model's.
  [/^add_\w+_service$/, (index) => (index === 0 ? 'label' : 'argument')],
  // A list takes one thing at a time; a form or a query takes a name and its value: `form.append("model", "whisper-1")`.
  [/^append$/, (index) => (index === 0 ? 'list' : 'argument')],
  [/^(?:Set|frozenset|tuple|list|add|push|insert|unshift|enum|picklist|oneOf|union|extend|isin|is_in)$/, () => 'list'],
  [/^literal$/i, () => 'type'],
  // A part of a path: `os.path.join(ROOT, "text-embedding-ada-002", "all.csv")`.
  [/^join(?:path)?$/, () => 'expression'],
  [/^_*(?:is|has|can|should)(?:[A-Z]|_[a-z])/, (index) => (index === 0 ? 'test' : 'argument')],
  [/^(?:get|query|find)(?:All)?By[A-Z]|^select_?[oO]ptions?$/, () => 'expression'],
  [/^(?:trace|write|echo|describe|it|skipif|getLogger)$/, () => 'expression'],
];

/** What a positional argument that names a model is for; any call that is not known to do otherwise may use it. */
export function callArgument(callee: string, index: number): Context {
  return ruleFor(callee)(index);
}

const ruleFor = remember((callee): ((index: number) => Context) => {
  const name = lastName(callee);
  if (name === 'test' && callee === name) return () => 'expression';
  if (listedModel.test(callee)) return () => 'key';
  if (naming.test(callee)) return (index) => (index === 0 ? 'key' : 'label');
  const idly = idleContext(callee);
  if (idly) return () => idly;
  return rules.find(([pattern]) => pattern.test(name))?.[1] ?? (() => 'argument');
});
