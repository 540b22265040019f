import { remember } from '../remember';
import type { Context } from './reference';

/** The callee's last name: `create` of `client.chat.completions.create`. */
function lastName(callee: string): string {
  return callee.slice(Math.max(callee.lastIndexOf('.'), callee.lastIndexOf('#')) + 1).trim();
}

const assertion =
  /^(?:assert\w*|(?:to|not)(?:Be|Equal|StrictEqual|Contain|Match|Have|Throw)\w*|(?:not)?(?:[dD]eep)?(?:[sS]trict)?[eE]quals?|equals?|eql|eq)$/;

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

/** What the API says of a model costs nothing. */
const listedModel = /(?:^|\.)models\.(?:with_\w+\.)?(?:retrieve|delete|del)$/;

/** What a callee does with a positional argument, by its last name; the first that matches decides. */
const rules: readonly (readonly [name: RegExp, context: (index: number) => Context])[] = [
  [/encoding_?for_?model|get_?encoding|token(?:izer|s|count|_count)|tiktoken/i, () => 'tokenizer'],
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
  // A list takes one thing at a time; a form or a query takes a name and its value: `form.append("model", "whisper-1")`.
  [/^append$/, (index) => (index === 0 ? 'list' : 'argument')],
  [/^(?:Set|frozenset|tuple|list|add|push|insert|unshift|enum|picklist|oneOf|union|extend|isin|is_in)$/, () => 'list'],
  [/^literal$/i, () => 'type'],
  // `isReasoningModel("o3")`, `supports_tools("gpt-4o")` ask about a model and send it nothing.
  [/^_*(?:is|has|supports?|can|should)(?:[A-Z]|_[a-z])/, () => 'test'],
  [/^(?:get|query|find)(?:All)?By[A-Z]/, () => 'expression'],
  [
    /^(?:print|log|debug|info|warn|warning|error|exception|trace|write|echo|describe|it|skipif|getLogger|set_?[aA]ttribute)$|(?:Error|Exception|Warning)$/,
    () => 'expression',
  ],
];

/** What a positional argument that names a model is for; any call that is not known to do otherwise may use it. */
export function callArgument(callee: string, index: number): Context {
  return ruleFor(callee)(index);
}

const ruleFor = remember((callee): ((index: number) => Context) => {
  const name = lastName(callee);
  if (name === 'test' && callee === name) return () => 'expression';
  if (listedModel.test(callee)) return () => 'key';
  return rules.find(([pattern]) => pattern.test(name))?.[1] ?? (() => 'argument');
});
