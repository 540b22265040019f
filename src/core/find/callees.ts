import { remember } from '../remember';
import type { Context } from './reference';
import { snakeCase } from './snake-case';

/** The callee's last name: `create` of `client.chat.completions.create`. */
function lastName(callee: string): string {
  return callee.slice(Math.max(callee.lastIndexOf('.'), callee.lastIndexOf('#')) + 1).trim();
}

/** The same in snake case, as all rules below expect it: `to_have_been_called_with`. */
function lastWords(callee: string): string {
  return snakeCase(lastName(callee));
}

const assertion =
  /^(?:assert|to_(?:be|equal|strict_equal|contain|match|have|throw)(?:_|$)|(?:not_|deep_|strict_)*equals?$|(?:eql?|should)$)/;

/** Whether a call of this callee asserts something in a test. */
export const isAssertion = remember(
  (callee) => assertion.test(lastWords(callee)) || /^(?:t|assert)\.(?:is|ok|match|include)$/.test(callee),
);

/** Whether a callee has the name of a class. */
export function isClass(callee: string): boolean {
  return /^[A-Z]/.test(lastName(callee));
}

/** Whether a callee is a class that configures a model, whose `name` is the model asked for: `ModelConfig(name="gpt-4o")`. */
export function isModelConfig(callee: string): boolean {
  return isClass(callee) && /(?:^|_)model_(?:config|spec)$/.test(lastWords(callee));
}

/** Whether a callee makes a form field, whose value holds until somebody chooses another: `gr.Dropdown(value="gpt-4o")`. */
export function isFormField(callee: string): boolean {
  return /(?:^|_)(?:input|textbox|dropdown|string_var)$/.test(lastWords(callee));
}

/** Whether a callee declares a field of a class with its default: `Field("gpt-4o")`, `models.CharField(default="gpt-4o")`, `Column(String, default="gpt-4o")`. */
export function isField(callee: string): boolean {
  return /(?:^|_)(?:field|column|attrib|attr)$/.test(lastWords(callee));
}

/** Whether a callee only stores what it is given: `setModel`, `onSelectModel`, `onModelChange`. */
export function isSetter(callee: string): boolean {
  return /^(?:on_)?(?:set|select|update)_|^on_(?:\w+_)?change$/.test(lastWords(callee));
}

/** Whether a callee adds a row to a list or a table: `results.push`, `db.insert(images).values`. */
export function isKeeper(callee: string): boolean {
  return /^(?:push|append|add|insert(?:_one|_many)?|upsert|values)$/.test(lastWords(callee));
}

/** Calls of the API that only look a model up cost nothing. */
const listedModel = /(?:^|\.)models\.(?:with_\w+\.)?(?:retrieve|del)$/;

type IdleRule = readonly [name: RegExp, context: Context];

/** Functions and classes that only ask or tell something about a model; nothing is sent to it, however it is passed. */
const idle: readonly IdleRule[] = [
  [
    /^(?!.*(?:generat|stream)).*(?:encoding_for_model|token(?:ize|s|_count|_len|_estimat|_text_splitter)|tiktoken)/,
    'tokenizer',
  ],
  // `captureApiError({ model: "gpt-4o" })`, `new RateLimitError({ model: "gpt-4o" })`.
  [/(?:^|_)(?:error|exception|warning)$|(?:^|_)spans?(?:_|$)/, 'expression'],
];

const idleFunctions: readonly IdleRule[] = [
  // `isReasoningModel("o3")`, `supports_tools("gpt-4o")`; but `is_toxic(text, model="gpt-4o")` may ask the model.
  [/^_*(?:supports?_|(?:is|has|can|should)_\w*(?:model|token))/, 'test'],
  // highlight.js colours code in languages, one of them Ada: `hljs.registerLanguage("ada", ada)`.
  [/^register_language$/, 'expression'],
  // What a model costs; but what extracts costs may be an agent, and `get_price(product, model="gpt-4o")` may ask for any price.
  [
    /^_*(?:(?:get|calc|compute|estimate|update|add|track|record|store|save|completion|model|token|llm)\w*_)?(?:costs?|pricing|(?<=(?:^|_)(?:model|token|llm)_)prices?)(?:_|$)/,
    'test',
  ],
  // What a model can do.
  [/_model_(?:info|capabilit|limit|budget|metadata)|_context_(?:length|window|size|budget)/, 'test'],
  // `"Asking {model}".format(model="gpt-4o")` only makes a text.
  [/^(?:print|format|log|trace|debug|info|warn|jsonify|set_attributes?|set_placeholder(?:_text)?)$/, 'expression'],
  // What is shown: `updateModelDisplay("gpt-4o")`.
  [/_(?:display|label|badge)$/, 'expression'],
  // A request is counted or logged: `track_request("gpt-4o", 10, 20)`, `logAI({ model: "gpt-4o" })`; but `record_and_transcribe("whisper-1")`
  // asks, as do logarithms (`log_probs("davinci-002")`), and MLflow’s `log_model(model="gpt-4o")` keeps what will.
  [
    /^_*(?:track(?:_|$)|on_usage$|log_(?!model|prob|likelihood|and_|\w*_and_)|(?:record|report)_(?:\w+_)?(?:usage|request|response|call|payload|event|line|message|conversation|interaction|entr(?:y|ie))s?$)/,
    'expression',
  ],
];

/** Classes; one with a longer name than `ModelPricing` may be an agent. */
const idleClasses: readonly IdleRule[] = [
  [/^(?:(?:model|token|llm)_(?:costs?|prices?|pricing)|(?:\w+_)?(?:cost|price)_(?:rate|info))$/, 'test'],
  // A row of a log, what describes a model: `APIDebugLog(api_model="gpt-4o")`, `ModelMetadata(base_model="gpt-4o")`, `ModelInfo(id="gpt-4o")`.
  [/_(?:log(?:_entry)?|metadata)$|json_response$|^model_info$/, 'expression'],
];

/** The context that a call which sends nothing gives to a model; undefined if the call is not known to be one. */
export const idleContext = remember((callee): Context | undefined => {
  const name = lastWords(callee);
  const applies = ([pattern]: IdleRule): boolean => pattern.test(name);
  return (idle.find(applies) ?? (isClass(callee) ? idleClasses : idleFunctions).find(applies))?.[1];
});

/** What other callees do with a positional argument; the first that matches decides. */
const rules: readonly (readonly [name: RegExp, context: (index: number) => Context])[] = [
  [
    /^(?:starts_?with|ends_?with|includes|contains|(?:last_)?index_of|r?index|r?find|match|matches|fullmatch|search|test|replace|replace_all|sub|split|removeprefix|removesuffix|strip|count|fnmatch|compile)$/,
    () => 'test',
  ],
  [/^(?:get|pop|setdefault|getenv|getattr|env|config)$/, (index) => (index === 0 ? 'key' : 'fallback')],
  [/^(?:has|delete|has_own(?:_property)?)$/, () => 'key'],
  [/^set$/, (index) => (index === 0 ? 'key' : 'argument')],
  // A list takes one thing at a time; a form or a query takes a name with its value: `form.append("model", "whisper-1")`.
  [/^append$/, (index) => (index === 0 ? 'list' : 'argument')],
  [/^(?:add|push|insert|unshift|add_option)$/, () => 'list'],
  [/literal$/, () => 'type'],
  // A part of a path: `os.path.join(ROOT, "text-embedding-ada-002", "all.csv")`.
  [/^join(?:path)?$/, () => 'expression'],
  [/^_*(?:is|has|can|should)_/, (index) => (index === 0 ? 'test' : 'argument')],
  [/^(?:get|query|find)_(?:all_)?by_|^select_options?$/, () => 'expression'],
  [/^(?:write|echo|describe|it)$/, () => 'expression'],
];

/** What a positional argument that names a model is for; any call that is not known to do otherwise may use it. */
export function callArgument(callee: string, index: number): Context {
  return ruleFor(callee)(index);
}

const ruleFor = remember((callee): ((index: number) => Context) => {
  if (listedModel.test(callee)) return () => 'key';
  const idly = idleContext(callee);
  if (idly) return () => idly;
  const name = lastWords(callee);
  return rules.find(([pattern]) => pattern.test(name))?.[1] ?? (() => 'argument');
});
