import type { SyntaxNode, SyntaxNodeRef, Tree } from '@lezer/common';
import { append } from '../../group-by';
import { fieldList, readFields } from './fields';
import { importedNames, starImport } from './imports';
import { loopIn, type Loop } from './loops';
import { blockAround, callParts, fixedElements, isStar, items, parts, spanOf, type Item } from './nodes';
import type { Definition, Member, Part, Range, Scope, Scopes } from './scopes';

const comprehensions = new Set([
  'ComprehensionExpression',
  'ArrayComprehensionExpression',
  'SetComprehensionExpression',
  'DictionaryComprehensionExpression',
]);

/** Reads a tree's scopes and assignments. */
export function readScopes(tree: Tree, text: string): Scopes {
  return new ScopeReader(text).read(tree);
}

/** An assigned value or a loop's list, the offset from which it counts, and whether it is one of several unpacked values. */
interface Assigned {
  readonly value?: SyntaxNode | undefined;
  readonly annotation?: SyntaxNode | undefined;
  readonly at: number;
  readonly part?: Part;
  readonly opaque?: boolean;
  readonly element?: boolean;
}

class ScopeReader {
  private readonly all: Scope[] = [];
  private readonly attributes = new Map<string, Member[]>();
  private readonly subscripts = new Map<string, Member[]>();
  private readonly added = new Map<string, Member[]>();
  private readonly modules = new Set<string>();
  private readonly stars: string[] = [];
  private readonly targets = new Set<number>();
  private readonly open: Scope[] = [];
  /** How many fields of a class have been read, by its offset. */
  private readonly fields = new Map<number, number>();
  /** Scopes of functions and classes by the offset of their body, which is still to come: decorators and defaults are outside of it. */
  private readonly ahead = new Map<number, Scope>();

  constructor(private readonly text: string) {}

  read(tree: Tree): Scopes {
    this.open.push(this.create('module', tree.topNode, { from: 0, to: this.text.length + 1 }));
    tree.iterate({ enter: (ref) => this.enter(ref) });
    this.all.sort((a, b) => a.from - b.from || b.to - a.to);
    for (const { names } of this.all) for (const definitions of names.values()) definitions.sort((a, b) => a.at - b.at);
    const { all, attributes, subscripts, added, modules, stars, targets } = this;
    return { all, attributes, subscripts, added, modules, stars, targets };
  }

  private get scope(): Scope {
    return this.open.at(-1) as Scope;
  }

  private create(kind: Scope['kind'], node: SyntaxNode, { from, to }: Range): Scope {
    const scope: Scope = { kind, node, from, to, parent: this.open.at(-1), names: new Map(), outer: new Map() };
    this.all.push(scope);
    return scope;
  }

  private enter(ref: SyntaxNodeRef): void {
    while (this.open.length > 1 && ref.from >= this.scope.to) this.open.pop();
    const { name } = ref;
    if (comprehensions.has(name)) return this.comprehension(ref.node);
    switch (name) {
      case 'Body': {
        const scope = this.ahead.get(ref.from);
        if (scope) this.open.push(scope);
        return;
      }
      case 'AssignStatement':
        return this.assignment(ref.node);
      case 'UpdateStatement':
        // `count += 1`: its value is written nowhere.
        return this.assign(parts(ref.node)[0], { at: ref.from, opaque: true });
      case 'ForStatement':
        return this.loop(ref.node);
      case 'NamedExpression': {
        const [target, , value] = parts(ref.node);
        return this.assign(target, { value, at: ref.to });
      }
      case 'WithStatement':
      case 'TryStatement':
        return this.namedByAs(ref.node);
      case 'ImportStatement':
        return this.imports(ref.node);
      case 'ScopeStatement':
        return this.outerNames(ref.node);
      case 'FunctionDefinition':
      case 'LambdaExpression':
        return this.function(ref.node);
      case 'ClassDefinition':
        return this.class(ref.node);
      case 'PropertyName':
        return this.changed(ref);
      case 'CapturePattern':
        return this.define(ref.node, { at: ref.from, kind: 'opaque' });
      case 'for':
        if (ref.node.parent?.name === 'ArgList') this.comprehension(ref.node.parent);
        return;
    }
  }

  private textOf({ from, to }: Range): string {
    return this.text.slice(from, to);
  }

  private define(name: SyntaxNode | string, definition: Omit<Definition, 'block'>, at = name as SyntaxNode): void {
    const key = typeof name === 'string' ? name : this.textOf(name);
    if (typeof name !== 'string') this.targets.add(spanOf(name));
    const here = this.scope;
    const scope = this.definingScope(key, here);
    // What a function sets in an outer scope is set when it is called, if ever.
    const block = blockAround(at) ?? here;
    const loop = scope === here ? outermostLoop(at) : undefined;
    const { from, to } = block;
    append(scope.names, key, { ...definition, block: { from, to }, ...(loop && { loop }) });
  }

  private definingScope(name: string, scope: Scope): Scope {
    const outer = scope.outer.get(name);
    if (outer === 'global') return this.open[0] as Scope;
    if (outer === undefined) return scope;
    let at = scope.parent;
    while (at && !(at.kind === 'function' && at.names.has(name))) at = at.parent;
    return at ?? scope;
  }

  /** `a = b = value`, `a: type = value`, `a, b = values`. */
  private assignment(node: SyntaxNode): void {
    const sides: SyntaxNode[][] = [[]];
    let annotation: SyntaxNode | undefined;
    for (const part of parts(node)) {
      if (part.name === 'AssignOp') sides.push([]);
      else if (part.name === 'TypeDef') annotation = part;
      else sides.at(-1)?.push(part);
    }
    const values = sides.length > 1 ? (sides.pop() ?? []) : [];
    for (const targets of sides) this.assignAll(targets, values, { at: node.to, annotation });
  }

  private assignAll(targets: readonly SyntaxNode[], values: readonly SyntaxNode[], assigned: Assigned): void {
    const [target, ...more] = targets;
    if (!target || more.length > 0 || [...targets, ...values].some(isStar))
      return this.unpack(targets, values, assigned.at);
    this.assign(target, {
      ...assigned,
      value: values.length === 1 ? values[0] : undefined,
      opaque: values.length > 1,
    });
  }

  /** `a, b = c, d`, and the parts of a single value: `a, b = build()`. */
  private unpack(targets: readonly SyntaxNode[], values: readonly SyntaxNode[], at: number): void {
    const [whole, ...others] = values;
    const each = others.length > 0 ? values : fixedElements(whole);
    const known = ![...targets, ...values].some(isStar);
    targets.forEach((target, index) => {
      if (known && each?.length === targets.length) this.assign(target, { at, value: each[index] });
      else if (known && whole && !each) this.assign(target, { at, part: { whole, index } });
      else this.assign(target, { at, opaque: true });
    });
  }

  private assign(target: SyntaxNode | undefined, assigned: Assigned): void {
    const { value, annotation, at, opaque, element, part } = assigned;
    switch (target?.name) {
      case 'VariableName': {
        if (part) return this.define(target, { at, kind: 'part', part });
        const kind = opaque ? 'opaque' : element ? 'element' : 'value';
        const field = annotation && this.field(target);
        return this.define(target, {
          at,
          kind,
          ...(value && { node: value }),
          ...(annotation && { annotation }),
          ...field,
        });
      }
      case 'MemberExpression': {
        this.targets.add(spanOf(target));
        const [object, member] = parts(target);
        if (!object || !member) return;
        const name = this.textOf(member);
        if (member.name === 'PropertyName') append(this.attributes, name, { object, value, part });
        else append(this.subscripts, name.replace(/^["']|["']$/g, ''), { object, value });
        return;
      }
      case 'ParenthesizedExpression':
        return this.assign(parts(target)[0], assigned);
      case 'TupleExpression':
      case 'ArrayExpression':
        return this.unpack(parts(target), value ? [value] : [], at);
    }
  }

  /** `name: type` in a class: what objects are made with, in this order where no base's fields come first. */
  private field(name: SyntaxNode): Pick<Definition, 'of' | 'name' | 'index'> | undefined {
    const { kind, node } = this.scope;
    if (kind !== 'class') return undefined;
    const before = this.fields.get(node.from) ?? 0;
    this.fields.set(node.from, before + 1);
    return { of: node, name: this.textOf(name), index: node.getChild('ArgList') ? -1 : before };
  }

  /** `for model in MODELS`; other targets are unknown. */
  private loop(node: SyntaxNode): void {
    const all = parts(node);
    const loop = loopIn(all, this.text);
    for (const part of all) {
      if (part.name === 'in') return;
      const isElement = part === loop?.element;
      this.assign(part, { at: node.from, ...(isElement ? { value: loop?.list, element: true } : { opaque: true }) });
    }
  }

  /** `with value as name`, `except Error as name`. */
  private namedByAs(node: SyntaxNode): void {
    let value: SyntaxNode | undefined;
    let named = false;
    for (const part of parts(node)) {
      if (named)
        this.assign(part, node.name === 'WithStatement' ? { value, at: part.to } : { at: part.to, opaque: true });
      named = part.name === 'as';
      if (!named) value = part;
    }
  }

  /** `options.update(model=…)`, `options.update({"model": …})`, `options.update(more)` and `options.update(**more)` as `**`, `tools.append(…)`. */
  private changed(ref: SyntaxNodeRef): void {
    const name = this.textOf(ref);
    if (name !== 'update' && name !== 'append') return;
    const member = ref.node.parent;
    const [callee, list] = callParts(member?.parent);
    const object = member?.firstChild;
    if (!object || !list || callee?.from !== member.from) return;
    const own = readFields(list, this.text);
    const [first] = own.positional;
    if (name === 'append' && first) return append(this.added, this.textOf(object), { object, value: first });
    if (name === 'append') return;
    const given = first && fieldList(first, this.text);
    if (first && !given) append(this.subscripts, '**', { object, value: first });
    for (const { named, spreads } of [...(given ? [readFields(given, this.text)] : []), own]) {
      for (const [key, { value }] of named) append(this.subscripts, key, { object, value });
      for (const { value } of spreads) append(this.subscripts, '**', { object, value });
    }
  }

  private imports(node: SyntaxNode): void {
    const star = starImport(this.textOf(node));
    if (star) this.stars.push(star);
    for (const { name, specifier, exported, module } of importedNames(this.textOf(node))) {
      for (let path = module ?? ''; path.includes('.'); path = path.slice(0, path.lastIndexOf('.')))
        this.modules.add(path);
      const imported = { specifier, ...(exported !== undefined && { exported }) };
      this.define(name, { at: node.from, kind: 'import', imported }, node);
    }
  }

  /** `global name`, `nonlocal name`. */
  private outerNames(node: SyntaxNode): void {
    const [keyword, ...names] = parts(node);
    for (const name of names)
      this.scope.outer.set(this.textOf(name), keyword?.name === 'global' ? 'global' : 'nonlocal');
  }

  private function(node: SyntaxNode): void {
    const name = node.getChild('VariableName');
    if (name) this.define(name, { at: node.from, kind: 'function', node });
    const body = node.getChild('Body');
    if (!body && node.name !== 'LambdaExpression') return;
    const scope = this.create('function', node, body ?? node);
    const list = node.getChild('ParamList');
    if (list) items(list).forEach((item, index) => this.parameter(item, index, scope));
    if (body) this.ahead.set(body.from, scope);
    else this.open.push(scope);
  }

  private parameter({ name, value, annotation, spread }: Item, index: number, scope: Scope): void {
    const variable = name ?? value;
    if (variable?.name !== 'VariableName') return;
    this.targets.add(spanOf(variable));
    append(scope.names, this.textOf(variable), {
      at: scope.from,
      kind: spread === '**' ? 'keywords' : spread ? 'opaque' : 'parameter',
      of: scope.node,
      name: this.textOf(variable),
      index,
      ...(name && value && { node: value }),
      ...(annotation && { annotation }),
      block: { from: scope.from, to: scope.to },
    });
  }

  private class(node: SyntaxNode): void {
    const name = node.getChild('VariableName');
    const body = node.getChild('Body');
    if (name) this.define(name, { at: node.from, kind: 'class', node });
    if (body) this.ahead.set(body.from, this.create('class', node, body));
  }

  private comprehension(node: SyntaxNode): void {
    const scope = this.create('comprehension', node, node);
    const { from, to } = node;
    const define = (name: SyntaxNode, value?: SyntaxNode): void => {
      this.targets.add(spanOf(name));
      const held = value ? ({ kind: 'element', node: value } as const) : ({ kind: 'opaque' } as const);
      append(scope.names, this.textOf(name), { at: from, ...held, block: { from, to } });
    };
    const all = parts(node);
    let targets = false;
    let loop: Loop | undefined;
    all.forEach((part, i) => {
      if (part.name === 'for') loop = loopIn(all.slice(i), this.text);
      if (part.name === 'for' || part.name === 'in') targets = part.name === 'for';
      else if (targets && part.name === 'VariableName') define(part, part === loop?.element ? loop.list : undefined);
      else if (targets) for (const name of parts(part)) if (name.name === 'VariableName') define(name);
    });
    this.open.push(scope);
  }
}

function outermostLoop(node: SyntaxNode): Range | undefined {
  let loop: Range | undefined;
  for (let at: SyntaxNode | null = node; at; at = at.parent) {
    if (at.name === 'FunctionDefinition' || at.name === 'ClassDefinition' || at.name === 'LambdaExpression') break;
    if (at.name === 'ForStatement' || at.name === 'WhileStatement') loop = { from: at.from, to: at.to };
  }
  return loop;
}
