import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/typescript-estree';
import { group } from '../../group-by';
import { once } from '../once';
import { moduleNamed } from '../resolve';
import { givenAt, placeOf, type Calls } from './callers';
import { isClass, ownConstructor } from './classes';
import type { ClassNode, Node, Tree } from './tree';
import { classAround, isFunction, keyOf, memberName, methodCall, nothing, stringValue, unwrap } from './tree';
import { mayMiss } from './types';

/** Where a value comes from: an expression, and those members leading to the value that could not be followed. */
export interface Source {
  readonly node: Node;
  readonly path: readonly string[];
  /** The module that it is imported from; `path` then starts with the exported name: `default`, or a member of the whole module. */
  readonly module?: string;
}

/** A value assigned to a member outside the object literal. */
interface Assigned {
  readonly name: string;
  readonly value: Node;
}

/** An object with more assigned members holds no options. */
const maxAssigned = 200;
const maxDepth = 40;
/** Limits for names that are set to each other's members, whose paths would grow without end. */
const maxPath = 10;
const maxPaths = 1000;
/** A name with more sources is not followed. */
const maxSources = 100;
/** Methods that return their own text, at most trimmed or in lower case. */
export const trims = /^(?:trim|toLowerCase)$/;
/** What matches only the end of an address's path: `/\/+$/`, `/\/v1\/?$/`. */
const pathEnd = /^\\\/[\w\\/*+?]*\$$/;
/** What TypeScript, esbuild and Babel wrap a required module in. */
const interop = /^(?:__import(?:Default|Star)|__toESM|_interopRequire(?:Default|Wildcard))$/;
const assigns = new Set(['=', '??=', '||=']);

/**
 * Follows names and members to the expressions that a value may come from: through variables, parameters' defaults, destructuring,
 * objects, class fields, static fields, enums and imports. Several assignments give several sources. What cannot be followed, such as a
 * parameter without default, is its own source.
 */
export class Follower {
  private readonly known = new Map<Variable | ClassNode, Map<string, readonly Source[]>>();

  private readonly assigned = new Map<Variable, readonly Assigned[]>();

  constructor(
    readonly tree: Tree,
    /** The calls whose arguments count for parameters; without it, a parameter stands for its default. */
    private readonly calls?: Calls,
  ) {}

  follow(node: Node, path: readonly string[] = [], depth = 0): readonly Source[] {
    node = unwrap(node);
    const unknown = [{ node, path }];
    if (depth > maxDepth || path.length > maxPath || !this.tree.spend()) return unknown;
    switch (node.type) {
      case 'Identifier':
        return this.identifier(node, path, depth);
      case 'MemberExpression': {
        const name = memberName(node);
        return name === undefined ? unknown : this.follow(node.object, [name, ...path], depth + 1);
      }
      case 'AssignmentExpression':
        return node.operator === '=' ? this.follow(node.right, path, depth + 1) : unknown;
      case 'ThisExpression': {
        const owner = classAround(node);
        return owner && path[0] !== undefined ? (this.own(owner, path, depth) ?? unknown) : unknown;
      }
      case 'ClassDeclaration':
      case 'ClassExpression':
        return path[0] === undefined ? unknown : (this.member(node, true, path, depth) ?? unknown);
      case 'NewExpression': {
        const owner = path[0] === undefined ? undefined : this.classOf(node);
        return owner ? (this.member(owner, false, path, depth) ?? unknown) : unknown;
      }
      case 'ObjectExpression': {
        const value = path[0] === undefined ? undefined : property(node, path[0]);
        return value ? this.follow(value, path.slice(1), depth + 1) : unknown;
      }
      case 'TSEnumDeclaration': {
        const member = node.body.members.find(({ id }) => keyOf({ key: id }) === path[0]);
        return member?.initializer ? this.follow(member.initializer, path.slice(1), depth + 1) : unknown;
      }
      case 'CallExpression':
      case 'ImportExpression':
        return this.loaded(node, path, depth) ?? unknown;
      default:
        return unknown;
    }
  }

  /** The class of this file that `new` instantiates. */
  classOf({ callee }: TSESTree.NewExpression): ClassNode | undefined {
    const [source, ...others] = this.follow(callee);
    if (!source || others.length > 0 || source.path.length > 0) return undefined;
    const { node } = source;
    return isClass(node) ? node : undefined;
  }

  /** What is assigned to members of the object that a name holds: `options.baseURL = …`. */
  assignedTo(node: Node): readonly Assigned[] {
    const variable = this.tree.variableOf(unwrap(node));
    if (!variable) return [];
    return once(this.assigned, variable, [], () => assignedTo(variable));
  }

  /** What is added to the list that a name holds: `tools.push(…)`. */
  pushedTo(node: Node): readonly Node[] {
    const references = this.tree.variableOf(unwrap(node))?.references ?? [];
    return references.flatMap(({ identifier }) => methodCall(identifier, /^push$/)?.arguments ?? []);
  }

  private identifier(node: TSESTree.Identifier, path: readonly string[], depth: number): readonly Source[] {
    const unknown = [{ node, path }];
    const variable = this.tree.variableOf(node);
    if (!variable) return unknown;
    const found = this.once(variable, path, () => this.definitions(variable, path, depth));
    return found.length > 0 ? found : unknown;
  }

  /** The sources of a name, or of a member of `this` in a class, read once. */
  private once(of: Variable | ClassNode, path: readonly string[], read: () => readonly Source[]): readonly Source[] {
    const byPath = group(this.known, of);
    const key = path.join('\0');
    if (byPath.size >= maxPaths && !byPath.has(key)) return [];
    return once(byPath, key, [], () => {
      const found = distinct(read());
      return found.length > maxSources ? [] : found;
    });
  }

  private definitions(variable: Variable, path: readonly string[], depth: number): Source[] {
    const found: Source[] = [];
    for (const { type, node, name } of variable.defs) {
      if (type === 'ImportBinding') found.push(imported(node, name, path));
      else if (type === 'ClassName' || type === 'TSEnumName') found.push(...this.follow(node, path, depth + 1));
      else if (type === 'FunctionName') found.push({ node, path });
      else if (type === 'Parameter') found.push(...this.parameter(node, name, path, depth));
      else if (type === 'Variable') {
        if (this.calls && path.length === 0 && mayBeUnset(name)) found.push({ node: nothing, path });
        found.push(...this.bound(name, path, depth));
      }
    }
    for (const reference of variable.references) {
      if (found.length > maxSources) return [];
      const identifier: Node = reference.identifier;
      const { parent } = identifier;
      if (reference.isWrite()) {
        if (reference.init) continue;
        if (parent?.type === 'AssignmentExpression' && parent.left === identifier && assigns.has(parent.operator)) {
          found.push(...this.follow(parent.right, path, depth + 1));
        } else {
          found.push({ node: identifier, path });
        }
      } else if (path[0] !== undefined && parent?.type === 'MemberExpression' && memberName(parent) === path[0]) {
        const assignment = assignmentTo(parent);
        if (assignment) found.push(...this.follow(assignment, path.slice(1), depth + 1));
      }
    }
    return found;
  }

  /** What calls pass for a parameter, and its default for those that pass nothing. */
  private parameter(of: Node, name: Node, path: readonly string[], depth: number): readonly Source[] {
    if (!this.calls || !isFunction(of)) return this.bound(name, path, depth);
    const place = placeOf(name, of);
    const calls = place ? this.calls(of, place.needed) : [];
    if (!place || calls.length === 0) return this.bound(name, path, depth);
    return calls.flatMap(({ arguments: list }): readonly Source[] => {
      const given = givenAt(list, place);
      if (given) return this.follow(given.node, [...given.path, ...path], depth + 1);
      const own = this.bound(name, path, depth);
      return own.length > 0 ? own : [{ node: nothing, path: [] }];
    });
  }

  /** What a declared name is bound to: its part of the initial value, or else the nearest default beside it. */
  private bound(name: Node, path: readonly string[], depth: number): readonly Source[] {
    let keys = path;
    const candidates: Source[] = [];
    for (let at = name, parent = at.parent; parent; at = parent, parent = at.parent) {
      if (parent.type === 'AssignmentPattern') {
        candidates.push({ node: parent.right, path: keys });
      } else if (parent.type === 'VariableDeclarator') {
        if (parent.init) candidates.push({ node: parent.init, path: keys });
        break;
      } else if (parent.type === 'Property') {
        const key = keyOf(parent);
        if (key === undefined) break;
        keys = [key, ...keys];
      } else if (parent.type !== 'ObjectPattern' && parent.type !== 'TSParameterProperty') {
        break; // Lists and rest elements have no names to follow.
      }
    }
    const found = candidates.map((source) => this.follow(source.node, source.path, depth + 1));
    return (
      found.findLast((values) => values.every((value) => value.path.length === 0 || value.module)) ?? found[0] ?? []
    );
  }

  /** A member of `this`, where that may be an instance of a subclass. */
  private own(of: ClassNode, path: readonly string[], depth: number): readonly Source[] | undefined {
    const found = this.once(of, path, () => {
      const [, ...heirs] = this.tree.classes.heirs(of);
      const theirs = heirs.flatMap((each) => this.memberOf(each, false, path, depth));
      return [...(this.member(of, false, path, depth) ?? []), ...theirs];
    });
    return found.length > 0 ? found : undefined;
  }

  /** A member of a class, or else of the nearest class it extends that has one. */
  private member(
    of: ClassNode,
    isStatic: boolean,
    path: readonly string[],
    depth: number,
  ): readonly Source[] | undefined {
    for (const each of this.tree.classes.lineage(of)) {
      const found = this.memberOf(each, isStatic, path, depth);
      if (found.length > 0) return distinct(found);
    }
    return undefined;
  }

  /** The sources of a member in a class's own text: fields, assignments to `this.name`, methods. */
  private memberOf(of: ClassNode, isStatic: boolean, path: readonly string[], depth: number): Source[] {
    const [name, ...rest] = path;
    const found: Source[] = [];
    for (const parameter of isStatic ? [] : (ownConstructor(of)?.params ?? [])) {
      if (parameter.type !== 'TSParameterProperty') continue;
      const inner = parameter.parameter;
      const own = inner.type === 'AssignmentPattern' ? inner.left : inner;
      if (own.type === 'Identifier' && own.name === name) found.push(...this.follow(own, rest, depth + 1));
    }
    for (const member of of.body.body) {
      if (member.type === 'PropertyDefinition' || member.type === 'MethodDefinition') {
        if (member.static !== isStatic || keyOf(member) !== name || !member.value) continue;
        if (member.type === 'PropertyDefinition') found.push(...this.follow(member.value, rest, depth + 1));
        else if (member.kind === 'method') found.push({ node: member.value, path: rest });
        else if (member.kind === 'get' && isFunction(member.value)) {
          for (const value of this.tree.returns(member.value)) found.push(...this.follow(value, rest, depth + 1));
        }
      }
    }
    for (const use of isStatic ? [] : (this.tree.members(of).get(name ?? '') ?? [])) {
      const assignment = assignmentTo(use);
      if (assignment) found.push(...this.follow(assignment, rest, depth + 1));
    }
    return found;
  }

  /** `require("module")`, `await import("module")`, `Object.freeze(value)`, `value.trim()`, and what compilers write for an import: `__importDefault(value)`. */
  private loaded(
    node: TSESTree.CallExpression | TSESTree.ImportExpression,
    path: readonly string[],
    depth: number,
  ): readonly Source[] | undefined {
    if (node.type === 'ImportExpression') {
      const module = stringValue(node.source);
      return module === undefined ? undefined : [{ node, path, module: moduleNamed(module) }];
    }
    const argument = node.arguments[0];
    const { callee } = node;
    if (callee.type === 'MemberExpression' && (trims.test(memberName(callee) ?? '') || cutsPath(node)))
      return this.follow(callee.object, path, depth + 1);
    if (!argument) return undefined;
    if (callee.type === 'Identifier' && callee.name === 'require') {
      const module = stringValue(argument);
      return module === undefined ? undefined : [{ node, path, module: moduleNamed(module) }];
    }
    const isSame =
      callee.type === 'MemberExpression'
        ? memberName(callee) === 'freeze'
        : callee.type === 'Identifier' && interop.test(callee.name);
    return isSame ? this.follow(argument, path, depth + 1) : undefined;
  }
}

/** Whether a call only takes an address's end away: `url.replace(/\/+$/, "")`. */
function cutsPath({ callee, arguments: [pattern, put] }: TSESTree.CallExpression): boolean {
  if (callee.type !== 'MemberExpression' || memberName(callee) !== 'replace' || !put) return false;
  return (
    pattern?.type === 'Literal' && 'regex' in pattern && pathEnd.test(pattern.regex.pattern) && stringValue(put) === ''
  );
}

/** The value of an object's property; nothing where a later spread or computed key may replace it. */
function property(object: TSESTree.ObjectExpression, name: string): Node | undefined {
  for (const entry of object.properties.toReversed()) {
    if (entry.type === 'SpreadElement') return undefined;
    if (entry.computed && keyOf(entry) === undefined) return undefined;
    if (keyOf(entry) === name) return entry.value;
  }
  return undefined;
}

/** The value assigned to a member. */
function assignmentTo(member: TSESTree.MemberExpression): Node | undefined {
  const { parent } = member;
  const assigned = parent.type === 'AssignmentExpression' && parent.left === member;
  return assigned ? (assigns.has(parent.operator) ? parent.right : member) : undefined;
}

function assignedTo({ references }: Variable): Assigned[] {
  const found = references.flatMap(({ identifier }: { identifier: Node }) => {
    const { parent } = identifier;
    const name = parent?.type === 'MemberExpression' && parent.object === identifier && memberName(parent);
    const value = name && assignmentTo(parent);
    return name && value ? [{ name, value }] : [];
  });
  return found.length > maxAssigned ? [] : found;
}

function imported(node: Node, name: Node, path: readonly string[]): Source {
  const declaration = node.type === 'ImportDeclaration' ? node : node.parent;
  if (declaration?.type !== 'ImportDeclaration') return { node: name, path };
  const module = moduleNamed(declaration.source.value);
  if (node.type === 'ImportNamespaceSpecifier') return { node: name, path, module };
  const exported = node.type === 'ImportSpecifier' ? (keyOf({ key: node.imported }) ?? 'default') : 'default';
  // The default export of OpenAI's own module is the class, whatever the file calls it.
  const original = module === 'openai' && exported === 'default' ? 'OpenAI' : exported;
  return { node: name, path: [original, ...path], module };
}

function distinct(sources: readonly Source[]): readonly Source[] {
  const seen = new Set<string>();
  const ids = new Map<Node, number>();
  return sources.filter(({ node, path }) => {
    const id = ids.get(node) ?? ids.size;
    ids.set(node, id);
    const key = [id, ...path].join('\0');
    return seen.size < seen.add(key).size;
  });
}

/** Whether a variable is declared without a value and with a type that says so: `let baseURL: string | undefined`. */
function mayBeUnset(name: Node): boolean {
  const { parent } = name;
  if (name.type !== 'Identifier' || parent?.type !== 'VariableDeclarator' || parent.init) return false;
  const type = name.typeAnnotation?.typeAnnotation;
  return type?.type === 'TSUnionType' && type.types.some(mayMiss);
}
