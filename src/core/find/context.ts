import { remember } from '../remember';
import type { Site, Surrounding } from './lexer/site';
import {
  callArgument,
  idleContext,
  isAssertion,
  isClass,
  isField,
  isFormField,
  isModelConfig,
  isSetter,
} from './callees';
import { parseModelName, spelledAsId } from './model-id';
import {
  isDeployment,
  isDescription,
  isKept,
  isLabel,
  isModelName,
  isRecord,
  isTokenizer,
  receiverContext,
} from './receivers';
import type { Context } from './reference';
import { calleeRoute } from './route';

const comparisons = new Set(['==', '===', '!=', '!==']);
const typeOperators = new Set(['|', '<', 'as', 'satisfies', 'extends', 'is']);
const fallbacks = new Set(['or', 'and', '||', '??', '&&', '||=', '??=']);
const results = new Set(['return', 'yield', '=>']);
const typeCallee = /(?:^|\.)(?:Literal|Annotated)$/;

/** What a string that names a model is used for; undefined where it is no reference at all (import specifiers, docstrings). */
export function classify(site: Site): Context | undefined {
  const inner = site.around[0];
  if (!inner || isModule(site, inner) || isStatement(site)) return undefined;
  if (isAsserted(site)) return 'assertion';
  // `case "gpt-4o":`; and Python's `case {"model": "gpt-4o"}:` sets nothing, whatever its patterns look like.
  if (site.statement === 'case') return 'comparison';
  return operand(site, inner) ?? value(site, inner) ?? element(site, inner);
}

function isModule({ before }: Site, { callee = '' }: Surrounding): boolean {
  return before === 'import' || before === 'from' || /^(?:require|import)$/.test(callee);
}

/** A string that is a statement by itself is Python's docstring or a leftover. */
function isStatement({ before, after }: Site): boolean {
  return before === '' && (after === '' || after === '\n' || after === ';');
}

function isAsserted(site: Site): boolean {
  return site.statement === 'assert' || site.around.some(({ callee }) => callee !== undefined && isAssertion(callee));
}

/** What the operators beside the string say; the second pass asks the same about a name in a string's place. */
function operand(site: Site, inner: Surrounding): Context | undefined {
  const { before, after, colon, name = '' } = site;
  // A string that no attribute receives is among the tag's type arguments: `<Select<"gpt-4o"> …`.
  if (inner.kind === 'tag') return before === '=' ? attribute(name) : 'type';
  if (comparisons.has(before) || comparisons.has(after)) return 'comparison';
  if (after === 'in' || after === 'not' || before === 'in') return 'test';
  if (isType(site, inner)) return 'type';
  if (before === '?' || before === 'else' || after === 'if' || colon === 'conditional')
    return unsent(site) ?? 'conditional';
  if (fallbacks.has(before) || after === '||' || after === '??' || after === 'or') return unsent(site) ?? 'fallback';
  if (before === '+' || after === '+' || before === '%' || after === '.') return 'expression';
  return undefined;
}

function isType({ before, after, colon, statement }: Site, { kind, callee = '' }: Surrounding): boolean {
  // Nobody compares models' names by size: `Pick<Prices, "gpt-4o">`.
  if (typeOperators.has(before) || after === '|' || after === '>') return true;
  if (colon === 'type' || kind === 'type' || typeCallee.test(callee)) return true;
  return statement === 'type' && kind !== 'call';
}

/** The context of a string that may stand in for another (`countTokens(text, model ?? "gpt-4o")`), where neither is sent to a model. */
function unsent({ name = '', around }: Pick<Site, 'name' | 'around'>): Context | undefined {
  const call = keywordCall(around);
  const idle = call && idleContext(call.callee);
  if (idle) return idle;
  const [inner] = around;
  if (inner?.kind === 'group') return isShown(around) ? 'label' : undefined;
  // A variable's value may also be read to ask the model.
  if (inner?.kind !== 'object' && inner?.kind !== 'call') return undefined;
  if (isTokenizer(name)) return 'tokenizer';
  return isLabel(name) || isKept(around) ? 'label' : undefined;
}

/** Whether a value is among what an element shows, or in an attribute that is shown: `<p>{model ?? "gpt-4o"}</p>`. */
function isShown(around: Site['around']): boolean {
  const holder = around.find(({ kind }) => kind !== 'group');
  return holder?.kind === 'element' || (holder?.kind === 'tag' && isDescription(holder.name ?? ''));
}

/** A key, or the value of a key, a keyword or a variable. */
function value(site: Site, inner: Surrounding): Context | undefined {
  const { before, after, colon, name = '', around } = site;
  if (after === ':' && before === '=') return 'default'; // The last one of a lambda.
  // `'gpt-4o' = 'openai/gpt-4o'` in an enumeration.
  if (after === ':' || after === '=' || inner.kind === 'subscript') return 'key';
  if (results.has(before) || colon === 'statement') return 'return';
  if (before === 'default') return 'constant'; // What a module exports.
  if (before === ':=') return assigned(name);
  if (colon !== 'key' && before !== '=') return undefined;
  const call = keywordCall(around);
  const idle = call && idleContext(call.callee);
  if (idle) return idle;
  if (call && namesOwnModel(name, call)) return 'model';
  if (call && name === 'value' && isFormField(call.callee)) return 'default';
  if (call && name === 'default') return declared(call.receiver);
  if (isTokenizer(name)) return 'tokenizer';
  if (colon === 'key') return offersModel(site, name) ? 'label' : receiverContext(name, around);
  if (inner.kind === 'call' || inner.kind === 'group' || inner.kind === 'object') {
    const parameter = site.language === 'javascript' || (site.statement === 'function' && around.length === 2);
    return parameter ? parameterContext(name) : receiverContext(name, around);
  }
  return assigned(name);
}

/** The context of a parameter's default, by its name; `size="ada"` comes from OpenAI's tutorial on embeddings and is never read. */
function parameterContext(name: string): Context {
  return name === 'size' ? 'label' : 'default';
}

/** The context of what a variable or an attribute holds. */
function assigned(name: string): Context {
  if (isDeployment(name)) return 'deployment';
  return isModelName(name) ? 'model' : 'constant';
}

/** The context of the default of a class's field, by the field's name. */
function declared(field = ''): Context {
  if (isTokenizer(field)) return 'tokenizer';
  if (isRecord(field)) return 'label';
  return isDeployment(field) ? 'deployment' : 'default';
}

/** Whether a key names a model itself: a table from name to name (`"gpt-4o": "gpt-4o-2024-08-06"`) offers its models as a list does. */
const isModelId = remember((key) => parseModelName(spelledAsId(key)) !== undefined);

/** Whether a key offers a model by its name; what may be read as a member, `MODELS.gpt4o`, is a constant like an enumeration's. */
function offersModel({ language }: Site, key: string): boolean {
  return isModelId(key) && (language === 'python' || /\W/.test(key));
}

/** A call that takes a value by name, and the name that receives its result. */
interface KeywordCall {
  readonly callee: string;
  readonly receiver: string | undefined;
}

/** For `f(model="gpt-4o")`, `f({ model: "gpt-4o" })` and `def f(model="gpt-4o")` it is `f`. */
function keywordCall(around: Site['around']): KeywordCall | undefined {
  const at = around[0]?.kind === 'object' ? 1 : 0;
  const callee = around[at]?.callee;
  return callee === undefined ? undefined : { callee, receiver: around[at + 1]?.name };
}

/** LangChain's classes, whose `name` is that of a run, which asks another model. OpenAI's own client takes no name. */
const namesRuns = /(?:^|\.)(?:Azure)?(?:Chat)?OpenAI$/;

/** Whether a model's own class takes the string to choose the model: `Agent(model=OpenAIChat(id="gpt-4o"))`, `new OpenAIChat({ id: "gpt-4o" })`. */
function namesOwnModel(name: string, { callee, receiver }: KeywordCall): boolean {
  if (name !== 'id' && (name !== 'name' || namesRuns.test(callee))) return false;
  if (calleeRoute(callee) !== undefined || isModelConfig(callee)) return true;
  return isClass(callee) && isModelName(receiver ?? '') && !isModelId(receiver ?? '');
}

/** Whether AutoGen is to ask what a list holds, of all that its settings offer: `filter_dict={"model": ["gpt-4o"]}`. */
function isPicked([, outer, beyond]: Site['around']): boolean {
  return beyond?.name === 'filter_dict' && outer?.name === 'model';
}

/** The context of an element of what the bracket holds. */
function element({ before, after, around }: Site, inner: Surrounding): Context {
  switch (inner.kind) {
    case 'call':
      return argument(around, inner);
    case 'list':
    case 'object':
      return isPicked(around) ? 'model' : 'list';
    case 'group':
      if (before === ',' || after === ',') return 'list';
      if (around[1]?.kind === 'tag') return attribute(around[1].name ?? '');
      return 'expression';
    default:
      return before === ',' ? 'list' : 'expression';
  }
}

/** Whether a click passes a value to a setter, `onClick={() => setModel("gpt-4o")}`: that offers one of several to choose from. */
function isOffered(callee: string, [, tag]: Site['around']): boolean {
  return tag?.kind === 'tag' && /^on[A-Z]/.test(tag.name ?? '') && isSetter(callee);
}

/** The context of an argument; a call's default goes where its value goes: `modelUsed: options.get("model", "gpt-4o")`. */
function argument([, ...around]: Site['around'], { callee = '', index }: Surrounding): Context {
  if (index === 0 && isField(callee)) return declared(around[0]?.name);
  const context = callArgument(callee, index);
  if (isOffered(callee, around)) return 'list';
  if (context !== 'fallback') return context;
  return unsent({ name: around[0]?.name, around }) ?? context;
}

/** `<Chat model="gpt-4o" />`, `<Chat model={"gpt-4o"} />`; but `<option value="gpt-4o">` is one of several to choose from. */
function attribute(name: string): Context {
  return isDescription(name) ? 'label' : 'attribute';
}

const modelish = /model|llm|engine|openai|chat|gpt/i;

/**
 * Whether the names around a short or wordlike id (`o1`, `ada`) speak of models: without that, or another id in the file, it is an RDF
 * term, a row or an electrode.
 * @param line the rest of its line
 */
export function namesModel(site: Site, context: Context, line: string): boolean {
  if (isLabel(site.name ?? '')) return false;
  if (site.around.some(({ name = '', callee = '' }) => modelish.test(name) || modelish.test(callee))) return true;
  return (context === 'comparison' || context === 'test') && /model|llm|engine/i.test(line);
}
