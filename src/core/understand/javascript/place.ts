import { callArgument, idleContext } from '../../find/callees';
import type { Context, Route } from '../../find/reference';
import { isModelName } from '../../find/receivers';
import type { Call, Node } from './tree';
import { dotted, indexIn, memberName } from './tree';

/** A place that the value has reached. */
export interface Place {
  readonly node: Node;
  /** Keys of the objects that hold the value, innermost first: it is `node[…][keys[0]]`. */
  readonly keys: readonly string[];
  /** Whether the value has gone through a call, so that the place holds its result: a model object, a client, an agent. */
  readonly passed: boolean;
  /** Where the place holds a list: how many of the keys belong to its elements. */
  readonly listed: number | undefined;
  /** Whether a name holds that list: what takes it may do anything with it, unless this file shows what. */
  readonly byName: boolean;
  readonly client: Route | undefined;
  /** The route by the options beside the value, until a call says better. */
  readonly beside: Route | undefined;
  readonly hops: number;
}

/** The place where a value is written, but for its node. */
export const beginning = {
  keys: [],
  passed: false,
  listed: undefined,
  byName: false,
  client: undefined,
  beside: undefined,
  hops: 0,
} as const;

/** The contexts of arguments to calls that send nothing. */
const silent: ReadonlySet<Context> = new Set(['test', 'tokenizer', 'expression']);

/** Whether a call only logs or tests the value and sends nothing: `console.log(model)`, `/^o\d/.test(model)`. */
export function onlyTells(call: Call, { node, keys, passed }: Place): boolean {
  const name = dotted(call.callee);
  // What is written with its key may be a request's body: `request.write(JSON.stringify({ model }))`.
  if (passed || (keys.length > 0 && /\.write$/.test(name))) return false;
  const context =
    call.type === 'NewExpression' ? idleContext(name) : callArgument(name, Math.max(0, indexIn(call, node)));
  return context !== undefined && silent.has(context);
}

/** Whether the place holds a list: a call that takes it may only keep it, as a database does: `query(text, [id, model])`. */
export function isListed({ listed }: Place): boolean {
  return listed !== undefined;
}

/** Whether a call takes the value as the model to ask, by its key or by its position. */
export function isModelOf(call: Call, { node, keys, passed }: Place): boolean {
  if (passed) return false;
  const [key] = keys;
  if (key !== undefined) return isModelName(key);
  return callArgument(dotted(call.callee), indexIn(call, node)) === 'argument';
}

/** Where the member that holds the value is read from its object: `models.fast`. */
export function memberOf(place: Place): Place | undefined {
  const { node, keys } = place;
  const { parent } = node;
  if (parent?.type !== 'MemberExpression' || parent.object !== node || keys.length === 0) return undefined;
  return memberName(parent) === keys.at(-1) ? { ...place, node: parent, keys: keys.slice(0, -1) } : undefined;
}
