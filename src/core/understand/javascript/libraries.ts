import type { Route } from '../../find/reference';
import { libraryRoute } from '../libraries';
import { isProviderOption } from '../route';
import type { Follower } from './follow';
import { isOpen, optionsIn } from './options';
import type { Call, Node } from './tree';
import { dotted, indexIn } from './tree';

const bare = /^[\w.-]+$/;

/** The argument that is the model or holds it, unless a call has already made something else of that. */
interface Given {
  readonly node: Node;
  readonly passed: boolean;
}

/**
 * Where a library sends a model that it is given by name: the AI SDK takes a plain `openai/…` string as a model of Vercel's gateway.
 * @param text the model's string
 */
export function routeByLibrary(
  call: Call,
  { node, passed }: Given,
  text: string,
  follower: Follower,
): Route | undefined {
  if (passed) return undefined;
  for (const { module, path } of follower.follow(call.callee)) {
    if (module === 'ai' && text.startsWith('openai/'))
      return { kind: 'gateway', evidence: `${dotted(call.callee)}("openai/…")` };
    // What stands before an id says more than the library does.
    const route = bare.test(text) ? libraryRoute(module ?? '', path[0] ?? '', follower.tree.text) : undefined;
    // Options come last: what stands before the model is an agent, say.
    const options = call.arguments.slice(indexIn(call, node));
    if (route && !options.some((each) => maySayWhere(each, node, follower))) return route;
  }
  return undefined;
}

/** Whether an argument names a provider or an address, or may do so. */
function maySayWhere(argument: Node, given: Node, follower: Follower): boolean {
  const says = optionsIn(argument, follower).some(({ name = '' }) => isProviderOption(name));
  return says || ((argument !== given || argument.type === 'ObjectExpression') && isOpen(argument, follower));
}
