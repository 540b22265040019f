import type { Route } from '../../find/reference';
import { libraryRoute } from '../libraries';
import { isProviderOption } from '../route';
import type { Follower } from './follow';
import { isOpen, optionsIn } from './options';
import type { Call, Node } from './tree';
import { dotted, indexIn } from './tree';

const bare = /^[\w.-]+$/;

/** The argument that is or holds the model; `passed` if it is already the result of another call. */
interface Given {
  readonly node: Node;
  readonly passed: boolean;
}

/**
 * Where a library sends a model that is given by name. The AI SDK takes a plain `openai/…` string for a model of Vercel's gateway.
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
    // A prefix of the id outweighs the library.
    const route = bare.test(text) ? libraryRoute(module ?? '', path[0] ?? '', follower.tree.text) : undefined;
    // Options come behind the model; what comes before it is an agent, say.
    const options = call.arguments.slice(indexIn(call, node));
    if (route && !options.some((each) => maySayWhere(each, node, follower))) return route;
  }
  return undefined;
}

/** Whether an argument names, or may name, a provider or an address. */
function maySayWhere(argument: Node, given: Node, follower: Follower): boolean {
  const says = optionsIn(argument, follower).some(({ name = '' }) => isProviderOption(name));
  return says || ((argument !== given || argument.type === 'ObjectExpression') && isOpen(argument, follower));
}
