import { isWorkspaceModule } from '../resolve';
import { batchRow, hostedTool, isUnclearTier, serviceTier } from '../extras';
import { textOf } from './addresses';
import type { Follower } from './follow';
import { armsOf, isFresh, optionsIn } from './options';
import type { Call, Node } from './tree';
import { dotted, isCall, isFunction, keyOf, stringValue } from './tree';

const toolOptions = /^(?:builtin_?)?tools$/i;
/** Calls that take tools as an argument: LangChain's `model.bindTools([…])`. */
const binds = /(?:^|\.)bind_?[tT]ools$/;
/** Where calls of the AI SDK put OpenAI's own options: `providerOptions: { openai: { … } }`. */
const nested = /^(?:providerOptions|openai)$/;
const maxValues = 100;
/** Rows of a batch file have four. */
const maxKeys = 10;

/** What a call asks for besides a model; see `ModelReference.extras`. In the call's order. */
export function extrasOf(call: Call, follower: Follower): readonly string[] {
  const found = new Set<string>();
  const positional = binds.test(dotted(call.callee));
  for (const argument of call.arguments) {
    if (argument.type === 'SpreadElement') continue;
    if (positional) collect(argument, follower, found);
    fromOptions(argument, follower, found);
  }
  return [...found];
}

/** Whether an expression stands in a row of a batch file: `{ custom_id, url, body: { model } }`. */
export function isInBatch({ parent: entry }: Node): boolean {
  if (entry?.type !== 'Property' || entry.parent.type !== 'ObjectExpression') return false;
  const { properties } = entry.parent;
  const isId = (each: Node) => each.type === 'Property' && keyOf(each) === batchRow.id;
  const isRequest = keyOf(entry) === batchRow.request && properties.slice(0, maxKeys).some(isId);
  return isRequest || isInBatch(entry.parent);
}

/** Adds what a call's options ask for, including those spread into them or set afterwards. */
function fromOptions(node: Node, follower: Follower, found: Set<string>, seen = new Set<Node>()): void {
  if (seen.size > maxValues || !isFresh(node, follower, seen)) return;
  for (const arm of armsOf(node, follower) ?? []) fromOptions(arm, follower, found, seen);
  for (const { name, value } of optionsIn(node, follower)) {
    if (name === undefined || nested.test(name)) fromOptions(value, follower, found, seen);
    else if (name === 'web_search_options') found.add('web_search');
    else if (toolOptions.test(name)) collect(value, follower, found);
    else if (serviceTier.test(name)) {
      const tier = textOf(value, follower);
      if (isUnclearTier(tier)) found.add(tier);
    }
  }
}

/** Reads a list or a map of tools, or one tool. */
function collect(node: Node, follower: Follower, found: Set<string>, seen = new Set<Node>()): void {
  const each = (inner: Node | null | undefined) => inner && collect(inner, follower, found, seen);
  if (node.type === 'SpreadElement') return void each(node.argument);
  if (seen.size > maxValues || !isFresh(node, follower, seen)) return; // Lists may be made of each other.
  follower.pushedTo(node).forEach(each);
  for (const { node: value, path } of follower.follow(node)) {
    if (path.length > 0) continue;
    if (value.type === 'ArrayExpression') value.elements.forEach(each);
    else if (value.type === 'ConditionalExpression') [value.consequent, value.alternate].forEach(each);
    else if (value.type === 'LogicalExpression') [value.left, value.right].forEach(each);
    else if (value.type === 'ObjectExpression') {
      const type = value.properties.find((entry) => entry.type === 'Property' && keyOf(entry) === 'type');
      const name = type?.type === 'Property' ? stringValue(type.value) : undefined;
      const tool = name === undefined ? undefined : hostedTool(name);
      if (tool) found.add(tool);
      else if (name === undefined)
        for (const entry of value.properties) each(entry.type === 'Property' ? entry.value : entry);
    } else if (isCall(value) && isOpenAI(value, follower)) {
      const tool = hostedTool(dotted(value.callee));
      if (tool) found.add(tool);
    }
  }
}

/** Whether a factory is OpenAI's own: another package's `webSearch` searches elsewhere, and this file's is a function tool. */
function isOpenAI(call: Call, follower: Follower): boolean {
  const name = dotted(call.callee);
  return follower.follow(call.callee).every(({ node, module }) => {
    if (module !== undefined) return /openai/i.test(module) && !isWorkspaceModule(module);
    return !isFunction(node) && /^(?=\w*(?:openai|azure))\w+\.tools\./i.test(name);
  });
}
