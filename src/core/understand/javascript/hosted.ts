import { isWorkspaceModule } from '../resolve';
import { hostedTool } from '../tools';
import type { Follower } from './follow';
import { objectIn } from './options';
import type { Call, Node } from './tree';
import { dotted, isCall, isFunction, keyOf, stringValue } from './tree';

const toolOptions = /^(?:tools|(?:builtin|hosted|server|native)_?tools)$/i;
/** Calls that give tools to a model by position: LangChain's `model.bindTools([…])`. */
const binds = /(?:^|\.)bind_?[tT]ools$/;
const deepest = 6;

/** The tools hosted by OpenAI that a call passes, as the Responses API names them, in the call's order. */
export function hostedTools(call: Call, follower: Follower): readonly string[] {
  const found = new Set<string>();
  const positional = binds.test(dotted(call.callee));
  for (const argument of call.arguments) {
    if (argument.type === 'SpreadElement') continue;
    if (positional) collect(argument, follower, found, 0);
    for (const entry of objectIn(argument, follower)?.properties ?? []) {
      const name = entry.type === 'Property' ? keyOf(entry) : undefined;
      if (entry.type !== 'Property' || name === undefined) continue;
      if (name === 'web_search_options') found.add('web_search');
      else if (toolOptions.test(name)) collect(entry.value, follower, found, 0);
    }
  }
  return [...found];
}

/** Reads a list or a map of tools, or one tool. */
function collect(node: Node, follower: Follower, found: Set<string>, depth: number): void {
  if (depth > deepest) return;
  const each = (inner: Node | null | undefined) => inner && collect(inner, follower, found, depth + 1);
  if (node.type === 'SpreadElement') return void each(node.argument);
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

/** Whether a factory is OpenAI's own: `webSearch` of another package searches elsewhere, and one of this file is a function tool. */
function isOpenAI(call: Call, follower: Follower): boolean {
  const name = dotted(call.callee);
  return follower.follow(call.callee).every(({ node, module }) => {
    if (module !== undefined) return /openai/i.test(module) && !isWorkspaceModule(module);
    return !isFunction(node) && /^(?=\w*(?:openai|azure))\w+\.tools\./i.test(name);
  });
}
