import { analyze } from '@typescript-eslint/scope-manager';
import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { Language, ModelReference } from '../../find/reference';
import { append, group } from '../../group-by';
import { isBaseUrl } from '../route';
import { Classes, isClass } from './classes';
import { parse } from './parse';

export type Node = TSESTree.Node;
export type Call = TSESTree.CallExpression | TSESTree.NewExpression;
export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;
export type FunctionNode =
  TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

/** An object and the assignment that sets its address. */
export interface AddressGiven {
  readonly object: Node;
  readonly assignment: TSESTree.AssignmentExpression;
}

/** A file's syntax tree with its scopes, and with the first pass's references at the nodes that hold them. */
export interface Tree {
  readonly text: string;
  readonly program: TSESTree.Program;
  /** Whether the text is free of errors. */
  readonly isWhole: boolean;
  readonly variables: readonly Variable[];
  /** The variable that an identifier reads, writes or declares. */
  variableOf(identifier: Node): Variable | undefined;
  /** The variables that an identifier declares: a class has its name in two scopes, outside and inside itself. */
  declaredBy(identifier: Node): readonly Variable[];
  /** The first pass's reference at a string or template. */
  referenceAt(node: Node): ModelReference | undefined;
  /** The string or template that holds a reference. */
  nodeOf(reference: ModelReference): Node | undefined;
  readonly classes: Classes;
  /** Every `this.name` of a class, by name. */
  members(of: ClassNode): ReadonlyMap<string, readonly TSESTree.MemberExpression[]>;
  /** The `this.name` of every class, in no order. */
  fieldReads(): readonly TSESTree.MemberExpression[];
  /** The expressions that a function returns. */
  returns(of: FunctionNode): readonly Node[];
  /** Assignments to members that hold an address: `client.baseURL = …`. */
  readonly addresses: readonly AddressGiven[];
  /** Takes one of the steps that this file may cost; false once all are spent. */
  spend(): boolean;
}

/** Steps along names and calls in one file: enough for any real file, and a bound for hostile ones. */
const allowedSteps = 500_000;

/** Parses a text and analyses its scopes. @throws where the tree cannot be expressed or is too deep */
export function readTree(
  text: string,
  language: Exclude<Language, 'python'>,
  references: readonly ModelReference[],
): Tree {
  const { program, isWhole } = parse(text, language);
  const byStart = new Map(references.map((reference) => [reference.start, reference]));
  const nodes = new Map<number, Node>();
  const classes: ClassNode[] = [];
  const members = new Map<ClassNode, Map<string, TSESTree.MemberExpression[]>>();
  const returns = new Map<FunctionNode, Node[]>();
  const addresses: AddressGiven[] = [];
  let steps = 0;
  walk(program, (node) => {
    if (node.type === 'Literal' || node.type === 'TemplateLiteral') {
      if (byStart.has(node.range[0] + 1)) nodes.set(node.range[0] + 1, node);
    } else if (node.type === 'MemberExpression' && node.object.type === 'ThisExpression') {
      const owner = classAround(node);
      const name = memberName(node);
      if (owner && name !== undefined) append(group(members, owner), name, node);
    } else if (node.type === 'ReturnStatement' && node.argument) {
      const owner = functionAround(node);
      if (owner) append(returns, owner, node.argument);
    } else if (node.type === 'ArrowFunctionExpression' && node.body.type !== 'BlockStatement') {
      append(returns, node, node.body);
    } else if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression') {
      const { left } = node;
      if (isBaseUrl(memberName(left) ?? '')) addresses.push({ object: left.object, assignment: node });
    } else if (isClass(node)) {
      classes.push(node);
    }
  });
  const scopes = analyze(program, { sourceType: 'module', lib: [] });
  const resolved = new Map<Node, Variable>();
  const declared = new Map<Node, Variable[]>();
  const variables: Variable[] = [];
  for (const scope of scopes.scopes) {
    for (const variable of scope.variables) {
      variables.push(variable);
      for (const identifier of variable.identifiers) {
        resolved.set(identifier, variable);
        append<Variable, Node>(declared, identifier, variable);
      }
      for (const reference of variable.references) resolved.set(reference.identifier, variable);
    }
  }
  const variableOf = (identifier: Node) => resolved.get(identifier);
  return {
    text,
    program,
    isWhole,
    variables,
    variableOf,
    declaredBy: (identifier) => declared.get(identifier) ?? [],
    referenceAt: (node) => (nodes.get(node.range[0] + 1) === node ? byStart.get(node.range[0] + 1) : undefined),
    nodeOf: (reference) => nodes.get(reference.start),
    classes: new Classes(classes, variableOf),
    members: (of) => members.get(of) ?? new Map(),
    fieldReads: () => [...members.values()].flatMap((byName) => [...byName.values()].flat()),
    returns: (of) => returns.get(of) ?? [],
    addresses,
    spend: () => ++steps <= allowedSteps,
  };
}

/** Visits every node after its parent and sets its `parent`. Keeps a stack of its own, because trees can be deep. */
function walk(root: TSESTree.Program, visit: (node: Node) => void): void {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    visit(node);
    for (const key in node) {
      if (key === 'parent' || key === 'loc' || key === 'range') continue;
      const value = (node as unknown as Record<string, unknown>)[key];
      if (typeof value !== 'object' || value === null) continue;
      if (Array.isArray(value)) for (const child of value) push(child, node, stack);
      else push(value, node, stack);
    }
  }
}

function push(child: unknown, parent: Node, stack: Node[]): void {
  if (!isNode(child)) return;
  (child as { parent?: Node }).parent = parent;
  stack.push(child);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

/** Where a variable's value is read, not counting types. */
export function readsOf(variable: Variable): Node[] {
  return variable.references
    .filter((reference) => reference.isRead() && reference.isValueReference)
    .map(({ identifier }) => identifier as Node);
}

/** The block that holds the statement around a node. */
export function blockAround(node: Node): Node | undefined {
  for (let at: Node | undefined = node; at; at = at.parent)
    if (/(?:Statement|Declaration)$/.test(at.type) && at.parent?.type !== 'ExportNamedDeclaration') return at.parent;
  return undefined;
}

/** The innermost function around a node. */
export function functionAround(node: Node): FunctionNode | undefined {
  for (let at = node.parent; at; at = at.parent) if (isFunction(at)) return at;
  return undefined;
}

/** The class that `this` belongs to at a node. */
export function classAround(node: Node): ClassNode | undefined {
  for (let at: Node = node, parent = at.parent; parent; at = parent, parent = at.parent) {
    if (parent.type === 'ClassBody') return parent.parent;
    const own = at.type === 'FunctionExpression' || at.type === 'FunctionDeclaration';
    if (own && parent.type !== 'MethodDefinition' && parent.type !== 'PropertyDefinition') return undefined;
  }
  return undefined;
}

export function isFunction(node: Node): node is FunctionNode {
  return (
    node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression'
  );
}

export function isCall(node: Node | undefined): node is Call {
  return node?.type === 'CallExpression' || node?.type === 'NewExpression';
}

/** Which of a call's arguments an expression is, from 0; -1 where it is none. */
export function indexIn(call: Call, node: Node): number {
  return call.arguments.indexOf(node as Call['arguments'][number]);
}

/** An expression without wrappers that do not change its value: casts, `!`, `await`, optional chains. */
export function unwrap(node: Node): Node {
  for (;;) {
    switch (node.type) {
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'ChainExpression':
        node = node.expression;
        break;
      case 'AwaitExpression':
        node = node.argument;
        break;
      case 'SequenceExpression': {
        // Compilers call an imported function as `(0, module_1.name)(…)`.
        const [zero, called] = node.expressions;
        if (zero?.type !== 'Literal' || !called) return node;
        node = called;
        break;
      }
      default:
        return node;
    }
  }
}

/** Whether a node is a wrapper that `unwrap` removes. */
export function isWrapper(node: Node): boolean {
  return unwrap(node) !== node;
}

/** Whether a call only encodes its argument for an address or a request: `encodeURIComponent(model)`, `JSON.stringify({ model })`. */
export function isEncoder({ callee }: Call): boolean {
  return /^(?:encodeURIComponent|JSON\.stringify)$/.test(dotted(callee));
}

/** A member's name, if it is known without running the code: `.name`, `["name"]`; that of a private one with its hash. */
export function memberName(node: TSESTree.MemberExpression): string | undefined {
  return nameIn(node.property, node.computed);
}

/** The call of one of a value's methods: `value.trim()`. */
export function methodCall(value: Node, name?: RegExp): Call | undefined {
  const { parent } = value;
  if (parent?.type !== 'MemberExpression' || parent.object !== value) return undefined;
  if (name && !name.test(memberName(parent) ?? '')) return undefined;
  const { parent: call } = parent;
  return isCall(call) && call.callee === parent ? call : undefined;
}

/** The key of a property, class member or enum member, if it is known without running the code. */
export function keyOf(node: { key: Node; computed?: boolean }): string | undefined {
  return nameIn(node.key, node.computed);
}

function nameIn(node: Node, computed = false): string | undefined {
  if (node.type === 'PrivateIdentifier') return `#${node.name}`;
  return !computed && node.type === 'Identifier' ? node.name : stringValue(node);
}

/** The value of a plain string or a template without substitutions. */
export function stringValue(node: Node): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type !== 'TemplateLiteral' || node.quasis.length !== 1) return undefined;
  return node.quasis[0]?.value.cooked ?? undefined;
}

/** `undefined` or `null`, written out. */
export function isNothing(node: Node): boolean {
  return (node.type === 'Identifier' && node.name === 'undefined') || (node.type === 'Literal' && node.value === null);
}

/** Stands for a value that is left out. */
export const nothing = { type: 'Identifier', name: 'undefined' } as Node;

/** An expression's names joined by dots: `client.chat.completions.create`. A computed part is empty, and `this` is left out. */
export function dotted(node: Node): string {
  const names: string[] = [];
  for (let at = unwrap(node); ; at = unwrap(at)) {
    if (at.type === 'MemberExpression') {
      names.push(memberName(at) ?? '');
      at = at.object;
    } else if (isCall(at)) {
      at = at.callee;
    } else {
      if (at.type === 'Identifier') names.push(at.name);
      return names.reverse().join('.');
    }
  }
}
