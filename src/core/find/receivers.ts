import { remember } from '../remember';
import type { Surrounding } from './lexer/site';
import type { Context } from './reference';
import { snakeCase } from './snake-case';

/** Names that speak of a model: `model`, `modelName`, `FAST_LLM`, `engine`, DSPy's `lm`, `embedder`. */
export function isModelName(name: string): boolean {
  return /model|llm|engine|embedd(?:er|ing)|(?:^|_)v?lm$/i.test(name) && !isLabel(name);
}

/** What spans and metrics call the model of a finished call: `gen_ai.request.model`, `LLM_RESPONSE_MODEL`, `responseModel`. */
const telemetry = /(?:^|_)(?:request|response)_model(?:_name)?$|^gen_ai_.*model$/;

/** Names that record which model was asked: `model_used`, `modelsUsed`. */
export function isRecord(name: string): boolean {
  return /models?_used$/.test(snakeCase(name));
}

/** Names of what is displayed or identifies something else: `label`, `title`, `displayName`, `event_id`. */
export const isLabel = remember((name) => {
  const snake = snakeCase(name);
  return (
    /(?:^|_)(?:label|title|placeholder|description|text|content|summary|alt|url|href|path)s?$/.test(snake) ||
    /display_?name$/.test(snake) ||
    telemetry.test(snake) ||
    isRecord(name) ||
    (/_id$/.test(snake) && !/model|engine|deployment/.test(snake))
  );
});

/** Names of what counts or splits text by tokens: `tokenizer_model`, `tiktokenModel`, `encoding_for_model`, `token_encoding_model`. */
export function isTokenizer(name: string): boolean {
  return /tokeni[sz]er|tiktoken|token_?encod|encoding_?for_?model/i.test(name);
}

/** Names that libraries give a deployment on Azure. */
export function isDeployment(name: string): boolean {
  return /deployment/i.test(name);
}

const described = /^(?:id|key|name|value|slug|family|example)$/i;

/** Names of what describes one of several things, or a field: `id`, `name`, `value`, `label`, OpenAPI's `example`. */
export function isDescription(name: string): boolean {
  return described.test(name) || isLabel(name);
}

/** Names of one model, whose `name` or `id` is the model asked for: `model: { name: "gpt-4o" }`, `MODEL_CONFIG = { id: "gpt-4o" }`. */
const oneModel = /(?:^|_)model(?:_config)?$/;

/** Owners whose entries only say what else a model is called: `MODEL_ALIASES`. */
const nameTable = /alias/i;

/** Owners whose entries are shown where nothing has been typed yet: `PLACEHOLDERS = { openai: "gpt-4o" }`. */
const hints = /placeholders?$/i;

/**
 * A provider's entry, `{ openai: "gpt-4o", anthropic: "claude-…" }`, the API's name for the model that an entry describes, or a provider
 * that also names a model: `provider="openai/gpt-4o"`.
 */
const provider = /^(?:(?:azure_)?open_?ai|open_?router|api_name|provider)$/;

/**
 * Keys and keywords for what is stored with a message or a run, or shown in an interface's documentation. A variable of such a name may
 * also be read to ask the model.
 */
const record = /metadata$|(?:^|_)meta$|^examples?$/;

/** Whether an object, or one around it, is only stored or shown: `metadata: { model: "gpt-4o" }`, `examples=[{"model": "gpt-4o"}]`. */
export function isKept(around: readonly Surrounding[]): boolean {
  if (around[0]?.kind !== 'object') return false;
  for (const { kind, name } of around.slice(1)) {
    if (kind === 'list') continue;
    if (kind !== 'call' && kind !== 'object') return false;
    if (record.test(snakeCase(name ?? ''))) return true;
    if (kind === 'call') return false;
  }
  return false;
}

/** The keywords for a field's default: `models: Dict = Field(default_factory=lambda: { "fast": "gpt-4o-mini" })`. */
const made = /^default(?:_factory)?$/;

/** The name that receives the object around a value. */
function ownerOf([, outer, beyond]: readonly Surrounding[]): string {
  const name = outer?.name ?? '';
  return (made.test(name) ? beyond?.name : name) ?? '';
}

/** The context of a value by the key or keyword that receives it; `around` starts with the bracket that holds it. */
export function receiverContext(name: string, around: readonly Surrounding[]): Context {
  const owner = ownerOf(around);
  if (isKept(around) || hints.test(owner)) return 'label';
  if (isDeployment(name)) return 'deployment';
  if (isModelName(name) || provider.test(snakeCase(name))) return 'model';
  if (/default|fallback/i.test(name)) return 'default';
  // `MODELS = { fast: "gpt-4o-mini" }`: the owner says what its entries are; in a list, which has no name, they are descriptions.
  if (/^(?:id|name)$/.test(name) && oneModel.test(snakeCase(owner))) return 'model';
  // In a table of models any of these may be a task or a provider: `MODELS = { title: "gpt-4o-mini" }`.
  if (isDescription(name) && !/models$/i.test(owner)) return 'label';
  return provider.test(snakeCase(owner)) || (isModelName(owner) && !nameTable.test(owner)) ? 'model' : 'label';
}
