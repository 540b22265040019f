import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { ModelReference, Route } from '../../find/reference';
import { isModelName } from '../../find/receivers';
import { group } from '../../group-by';
import { mostly } from '../agreement';
import { once } from '../once';
import { purposeOf } from '../purpose';
import { besideRoute, decided } from '../route';
import { addressRoute, textOf } from './addresses';
import { isClass } from './classes';
import type { Clients } from './clients';
import { trims, type Follower } from './follow';
import { extrasOf, isInBatch } from './extras';
import { routeByLibrary } from './libraries';
import { addedTo, elementOf, sameList } from './lists';
import { optionsRoute } from './options';
import { beginning, isListed, isModelOf, memberOf, onlyTells, type Place } from './place';
import type { Call, ClassNode, FunctionNode, Node, Tree } from './tree';
import {
  classAround,
  dotted,
  functionAround,
  indexIn,
  isCall,
  isEncoder,
  isFunction,
  isWrapper,
  keyOf,
  memberName,
  methodCall,
  readsOf,
} from './tree';

/** What is known of the calls that a value reaches. */
export interface Destination {
  readonly route: Route | undefined;
  readonly extras: readonly string[];
  readonly purpose: ModelReference['purpose'];
  /** Whether a client's call takes it as the model to ask. */
  readonly requested: boolean;
}

const maxPlaces = 200;
const maxHops = 10;
/** Options that pass the result of an inner call on to the request or client of the outer one. */
const relays = /^(?:body|data|json|params|client|openai|provider|agent|llm)$/;

/** Methods that put their second argument into a form: `form.append('model', …)`. */
const fills = /^(?:append|set)$/;

/** Follows a value forward, from where it is written to the calls that take it. */
export class Flow {
  private readonly extras = new Map<Call, readonly string[]>();
  private readonly options = new Map<Node, Route | undefined>();
  private readonly fieldsKnown = new Map<ClassNode, Map<string, readonly Node[]>>();

  constructor(
    private readonly tree: Tree,
    private readonly follower: Follower,
    private readonly clients: Clients,
  ) {}

  /** @param text the string's whole value: for some calls its prefix says where it goes */
  destination(start: Node, text: string): Destination {
    const seen = new Set<Node>();
    const routes: (Route | undefined)[] = [];
    const extras = new Set<string>(isInBatch(start) ? ['batch'] : []);
    let purpose: ModelReference['purpose'];
    let requested = false;
    const places: Place[] = [{ ...beginning, node: start }];
    for (let place = places.pop(); place; place = places.pop()) {
      if (seen.has(place.node) || seen.size >= maxPlaces || !this.tree.spend()) continue;
      seen.add(place.node);
      const call = this.callOf(place);
      let next: readonly Place[];
      if (call && place.byName) {
        next = this.inside(call, place);
      } else if (call) {
        if (onlyTells(call, place)) continue;
        for (const extra of this.extrasOf(call)) extras.add(extra);
        purpose ??= purposeOf(dotted(call.callee));
        const known = place.client ?? this.clientOf(call, place) ?? routeByLibrary(call, place, text, this.follower);
        const client = known ?? place.beside;
        requested ||= client !== undefined && !isListed(place) && isModelOf(call, place);
        const inside = client ? [] : this.inside(call, place);
        const done = inside.length === 0 && call.parent.type === 'AwaitExpression';
        next = inside.length > 0 ? inside : [{ ...place, node: call, keys: [], passed: true, client }];
        if (done) {
          if (client || !isListed(place)) routes.push(client);
          continue;
        }
      } else {
        next = this.step(place);
      }
      const route = place.client ?? place.beside;
      if (next.length === 0 && (route || (place.passed && !isListed(place)))) routes.push(route);
      places.push(...next);
    }
    return { route: mostly(routes), extras: [...extras], purpose, requested };
  }

  /** The call that takes the value as an argument, or a method call on what the value has become. */
  private callOf(place: Place): Call | undefined {
    const { node, passed, listed } = place;
    const { parent } = node;
    if (listed !== undefined && sameList(node)) return undefined;
    if (isCall(parent)) return parent.callee === node || isEncoder(parent) ? undefined : parent;
    return passed ? methodCall(node) : undefined;
  }

  /**
   * Where the value continues inside a call: where the called functions or constructors of this file read its parameter, or where the form is
   * read that it is put into: `form.append('model', …)`.
   */
  private inside(call: Call, place: Place): readonly Place[] {
    const index = indexIn(call, place.node);
    if (index < 0) return [];
    const { callee } = call;
    if (index === 1 && callee.type === 'MemberExpression' && fills.test(memberName(callee) ?? ''))
      return this.named({ ...place, keys: [], passed: false }, callee.object);
    const list = isListed(place) ? undefined : addedTo(call);
    if (list) return this.named({ ...place, listed: place.keys.length }, list);
    return this.runBy(call).flatMap((run) => {
      const parameter = run?.params[index];
      return parameter ? this.taken(place, parameter) : [];
    });
  }

  private runBy({ callee }: Call): (FunctionNode | undefined)[] {
    const { classes } = this.tree;
    if (callee.type === 'Super') {
      const owner = classAround(callee);
      return [classes.constructorOf(owner && classes.baseOf(owner))];
    }
    return this.follower.follow(callee).map(({ node, path, module }) => {
      if (path.length > 0 || module !== undefined) return undefined;
      return isClass(node) ? classes.constructorOf(node) : isFunction(node) ? node : undefined;
    });
  }

  private taken(place: Place, parameter: Node): readonly Place[] {
    if (parameter.type === 'AssignmentPattern') return this.taken(place, parameter.left);
    if (parameter.type === 'TSParameterProperty') {
      const owner = classAround(parameter);
      const name = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter;
      const fields = owner && name.type === 'Identifier' ? this.fields(place, owner, name.name) : [];
      return [...fields, ...this.named(place, name)];
    }
    if (parameter.type !== 'ObjectPattern') return this.named(place, parameter);
    const key = place.keys.at(-1) ?? '';
    const property = parameter.properties.find((each) => each.type === 'Property' && keyOf(each) === key);
    return property?.value ? this.taken({ ...place, keys: place.keys.slice(0, -1) }, property.value) : [];
  }

  private clientOf(call: Call, { passed, node }: Place): Route | undefined {
    return passed && node.parent?.type === 'MemberExpression' ? undefined : this.clients.through(call);
  }

  private extrasOf(call: Call): readonly string[] {
    return once(this.extras, call, [], () => extrasOf(call, this.follower));
  }

  /** Where the value is one step on, without a call. */
  private step(place: Place): readonly Place[] {
    const { node, keys, passed } = place;
    const { parent } = node;
    const each = place.listed === undefined ? [] : this.elements(place);
    if (each.length > 0) return each;
    const at = (next: Node, change: Partial<Place> = {}): Place[] => [{ ...place, node: next, ...change }];
    switch (parent?.type) {
      case 'Property': {
        if (parent.value !== node || parent.parent.type !== 'ObjectExpression') return [];
        const key = keyOf(parent) ?? '';
        if (passed && !isModelName(key) && !relays.test(key)) return [];
        const told = place.byName ? undefined : this.optionsOf(parent.parent);
        const beside = place.beside ?? besideRoute(key, told);
        return at(parent.parent, { keys: [...keys, key], beside });
      }
      case 'ObjectExpression': // of a spread
      case 'SpreadElement':
      case 'LogicalExpression':
        return at(parent);
      case 'ConditionalExpression':
        return parent.test === node ? [] : at(parent);
      case 'ArrayExpression':
        return at(parent, { listed: keys.length });
      case 'MemberExpression': {
        const trimmed = methodCall(node, trims);
        if (trimmed) return at(trimmed);
        const member = passed ? undefined : memberOf(place);
        return member ? [member] : [];
      }
      case 'VariableDeclarator':
        return this.named(place, parent.id);
      case 'AssignmentExpression':
      case 'AssignmentPattern': {
        if (parent.right !== node) return [];
        const parameter = parent.parent;
        return parameter.type === 'TSParameterProperty' ? this.taken(place, parameter) : this.named(place, parent.left);
      }
      case 'PropertyDefinition': {
        const name = keyOf(parent);
        if (parent.value !== node || name === undefined) return [];
        const owner = parent.parent.parent;
        if (!parent.static) return this.fields(place, owner, name);
        const names = [owner.id, declaredName(owner)].filter((each) => each !== null && each !== undefined);
        return names.flatMap((each) => this.named({ ...place, keys: [...keys, name] }, each));
      }
      case 'TSEnumMember':
        return this.named({ ...place, keys: [...keys, keyOf({ key: parent.id }) ?? ''] }, parent.parent.parent.id);
      case 'TemplateLiteral':
        return this.inAddress(place, parent);
      case 'ReturnStatement':
      case 'ArrowFunctionExpression':
        return this.returned(place, parent);
      default:
        if (parent && isCall(parent) && isEncoder(parent)) return at(parent, { client: place.client ?? place.beside });
        return parent && isWrapper(parent) ? at(parent) : [];
    }
  }

  /** A model in an address goes to that address: `wss://…?model=${model}`. */
  private inAddress(place: Place, address: TSESTree.TemplateLiteral): readonly Place[] {
    const begins = address.expressions[0] === place.node && !address.quasis[0]?.value.raw;
    const isText = begins || /\s/.test(textOf(address, this.follower));
    const route = isText ? undefined : decided(addressRoute(address, this.follower));
    return route ? [{ ...place, node: address, beside: place.beside ?? route }] : [];
  }

  /** Where a name is read that the value is assigned to. */
  private named(place: Place, name: Node): readonly Place[] {
    if (place.hops >= maxHops) return [];
    if (name.type === 'MemberExpression' && name.object.type === 'ThisExpression') {
      const owner = classAround(name);
      return owner ? this.fields(place, owner, memberName(name) ?? '') : [];
    }
    const variable = this.tree.variableOf(name);
    return variable ? this.read(place, readsOf(variable)) : [];
  }

  /** Where the value is read; of what a call made of a list, where its elements are. */
  private read(place: Place, nodes: readonly Node[]): readonly Place[] {
    // No more places are followed.
    const read = { hops: place.hops + 1, byName: isListed(place) };
    const reads = nodes.slice(-maxPlaces).map((node) => ({ ...place, ...read, node }));
    return isListed(place) && place.passed ? reads.flatMap((each) => this.elements(each)) : reads;
  }

  /** Where a loop takes the elements of a list, or of a copy of it. */
  private elements(list: Place): readonly Place[] {
    const { node, keys, listed = 0 } = list;
    if (keys.length > listed) {
      const held = memberOf(list);
      return held ? this.elements(held) : [];
    }
    const same = sameList(node);
    if (same) return [{ ...list, node: same }];
    const element = elementOf(node);
    return element ? this.taken({ ...list, listed: undefined, byName: false }, element) : [];
  }

  private fields(place: Place, owner: ClassNode, name: string): readonly Place[] {
    if (place.hops >= maxHops) return [];
    const reads = once(group(this.fieldsKnown, owner), name, [], () => readsOfField(this.tree, owner, name));
    return this.read(place, reads);
  }

  /** The calls in this file of the function that returns the value. */
  private returned(place: Place, at: Node): readonly Place[] {
    const owner = at.type === 'ArrowFunctionExpression' ? at : functionAround(at);
    const name = owner?.type === 'FunctionDeclaration' ? owner.id : owner && declaredName(owner);
    if (!name) return [];
    return this.named(place, name).flatMap((read) => {
      const { parent } = read.node;
      return isCall(parent) && parent.callee === read.node ? [{ ...read, node: parent }] : [];
    });
  }

  private optionsOf(object: TSESTree.ObjectExpression): Route | undefined {
    return once(this.options, object, undefined, () => optionsRoute(object, this.follower));
  }
}

function declaredName(value: Node): Node | undefined {
  return value.parent?.type === 'VariableDeclarator' ? value.parent.id : undefined;
}

/** Where a class reads a field; the classes that it extends and those that extend it read it, too. */
function readsOfField({ classes, members }: Tree, owner: ClassNode, name: string): Node[] {
  const readers = [...classes.lineage(owner), ...[...classes.heirs(owner)].slice(1)];
  return readers
    .flatMap((each) => members(each).get(name) ?? [])
    .filter((use) => !(use.parent.type === 'AssignmentExpression' && use.parent.left === use));
}
