import type { SyntaxNode } from '@lezer/common';
import { lastPart } from '../../last-part';
import { once } from '../once';
import { lastName } from './calls';
import { fieldList } from './fields';
import { attributeOf, callParts, decoratorNames, spanOf, subscriptOf, textOf } from './nodes';
import { few, holderOf, scopeAt, type Member, type Scope } from './scopes';
import { unknown, type Value, type Values } from './values';

/** Names under which a program passes its command-line arguments around. */
const argumentsName = /^(?:\w*_)?(?:args|opts|options|flags|namespace|parsed)$/i;

/** Whether the last name of a path is a class's by its spelling. */
export function isClassName(path = ''): boolean {
  return /^[A-Z]\w*[a-z]/.test(lastPart(path));
}

/** Answers which values the members of objects, classes, modules and dictionaries hold. */
export class Members {
  private readonly known = new Map<string, readonly Value[]>();
  private keys: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(
    private readonly values: Values,
    /** Defaults of command-line options. */
    private readonly commandLine: ReadonlyMap<string, SyntaxNode[]>,
  ) {}

  /** The values of `object.name`, `object[key]` or `object[0]`. */
  of(node: SyntaxNode): readonly Value[] {
    const attribute = attributeOf(node);
    if (attribute) return this.attribute(attribute.object, this.values.source(attribute.property));
    const subscript = subscriptOf(node);
    if (!subscript) return [unknown];
    const { object, index } = subscript;
    const key = textOf(index, this.values.text) ?? this.values.literal(index);
    if (key?.whole) {
      const held = this.item(object, key.text);
      // What the file does not set of the environment stands for itself, as `os.getenv(…)` does.
      const isGiven =
        held.every(({ kind }) => kind === 'unknown') && lastName(this.values.source(object)) === 'environ';
      return isGiven ? [{ kind: 'node', node }] : held;
    }
    const position = index.name === 'Number' ? Number(this.values.source(index)) : NaN;
    return this.values.elementAt(this.values.of(object), position);
  }

  /** What `object.name` may hold. */
  attribute(object: SyntaxNode, name: string): readonly Value[] {
    const assigned = this.assignedTo(object, this.values.scopes.attributes.get(name));
    const own = this.values.of(object).flatMap((value) => this.attributeOfValue(value, name));
    if (assigned.length > 0) return [...assigned, ...own.filter(({ kind }) => kind !== 'unknown')];
    if (own.every(({ kind }) => kind === 'unknown') && argumentsName.test(this.values.source(object)))
      return this.option(name);
    return own.length > 0 ? own : [unknown];
  }

  private option(name: string): readonly Value[] {
    const defaults = few(this.commandLine.get(name)) ?? [];
    return defaults.length > 0 ? defaults.flatMap((node) => this.values.of(node)) : [unknown];
  }

  /** What an attribute of a value may hold. */
  attributeOfValue(value: Value, name: string): readonly Value[] {
    switch (value.kind) {
      case 'self':
        return this.ownAttribute(value.scope, name);
      case 'class':
        return this.classAttribute(value.scope, name);
      case 'import':
        return [this.memberOfImport(value, name)];
      case 'node':
        // An enum member's value is the string itself.
        if (name === 'value' && textOf(value.node, this.values.text)) return [value];
        return value.node.name === 'CallExpression' ? this.objectAttribute(value.node, name) : [unknown];
      default:
        return [unknown];
    }
  }

  private memberOfImport(value: Value & { kind: 'import' }, name: string): Value & { kind: 'import' } {
    return { ...value, exported: value.exported === undefined ? name : `${value.exported}.${name}` };
  }

  /** What an attribute of a newly made object may hold: the keyword argument of that name, or else the class's attribute. */
  private objectAttribute(call: SyntaxNode, name: string): readonly Value[] {
    const [callee, list] = callParts(call);
    if (!callee) return [unknown];
    const made = this.values.of(callee);
    // A method's result need not keep its arguments.
    const isClass = made.some(({ kind }) => kind === 'class') || /^[A-Z]/.test(lastName(this.values.source(callee)));
    const given = isClass && list ? this.values.keyword(list, name) : undefined;
    if (given) return this.values.of(given);
    if (/\bparse_(?:known_)?args$/.test(this.values.source(callee))) return this.option(name);
    return made.flatMap((value): readonly Value[] => {
      if (value.kind === 'class') return this.classAttribute(value.scope, name);
      // Only a class's attributes can be looked up in its file, not those of a function's result.
      return value.kind === 'import' && isClassName(value.exported)
        ? [{ ...this.memberOfImport(value, name), made: true }]
        : [unknown];
    });
  }

  /** What an attribute of `self` may hold, where `self` may be an instance of a subclass. */
  private ownAttribute(scope: Scope, name: string): readonly Value[] {
    const found = this.classAttribute(scope, name);
    const theirs = [...this.values.classes.heirs(scope)].slice(1).flatMap((heir) => this.classAttribute(heir, name));
    const more = theirs.filter((value) => !found.includes(value));
    return more.length > 0 ? [...found.filter(({ kind }) => kind !== 'unknown'), ...more] : found;
  }

  /** What an attribute of a class or its instances may hold: from its body, `self.name = …` in its methods, or its bases. */
  classAttribute(scope: Scope, name: string): readonly Value[] {
    return once(this.known, `${scope.from}.${name}`, [], () => this.readClassAttribute(scope, name));
  }

  private readClassAttribute(scope: Scope, name: string): readonly Value[] {
    const inBody = (scope.names.get(name) ?? []).flatMap((definition) => {
      const { kind, node } = definition;
      const isProperty =
        kind === 'function' &&
        node &&
        decoratorNames(node, this.values.text).some((each) => /\b(?:cached_)?property$/.test(each));
      return isProperty ? this.values.returned(node) : this.values.defined(definition);
    });
    const assigned = few(this.values.scopes.attributes.get(name));
    if (!assigned) return [unknown];
    const inMethods = assigned.filter(({ object }) =>
      this.values
        .of(object)
        .some((value) => (value.kind === 'self' || value.kind === 'class') && value.scope === scope),
    );
    const values = [
      ...inBody,
      ...inMethods.flatMap(({ value, part }) => (part ? this.values.part(part) : this.values.of(value))),
    ];
    if (values.length > 0) return values;
    const inherited = this.values.classes.basesOf(scope).map((base) => this.classAttribute(base, name));
    return inherited.find((each) => each.some(({ kind }) => kind !== 'unknown')) ?? [unknown];
  }

  /** What is assigned to this attribute or item of the same plain variable. */
  private assignedTo(object: SyntaxNode, members: readonly Member[] | undefined): readonly Value[] {
    if (object.name !== 'VariableName') return [];
    return this.membersOf(object, members).flatMap((value) => this.values.of(value));
  }

  /** What is assigned to these members of a plain variable; one value that cannot be read where they are too many. */
  private membersOf(object: SyntaxNode, members: readonly Member[] | undefined): readonly (SyntaxNode | undefined)[] {
    const name = this.values.source(object);
    const holder = holderOf(name, scopeAt(this.values.scopes, object.from));
    const ours = few(members)?.filter(
      ({ object: other }) =>
        other.name === 'VariableName' &&
        this.values.source(other) === name &&
        holderOf(name, scopeAt(this.values.scopes, other.from)) === holder &&
        !this.isSelf(object),
    );
    return ours?.map(({ value }) => value) ?? [undefined];
  }

  /** Items assigned to the dictionary that a plain variable holds: `kwargs["base_url"] = …`. */
  itemsSetOn(object: SyntaxNode): { readonly name: string; readonly value: SyntaxNode }[] {
    if (object.name !== 'VariableName') return [];
    this.keys ??= keysOf(this.values);
    const keys = this.keys.get(this.values.source(object)) ?? [];
    return keys.flatMap((name) =>
      this.membersOf(object, this.values.scopes.subscripts.get(name)).flatMap((value) =>
        value ? [{ name, value }] : [],
      ),
    );
  }

  /** What is appended to the list that a plain variable holds. */
  added(object: SyntaxNode | undefined): SyntaxNode[] {
    if (object?.name !== 'VariableName') return [];
    const values = this.membersOf(object, this.values.scopes.added.get(this.values.source(object)));
    return values.filter((value) => value !== undefined);
  }

  /** Whether it is `self` or a class, whose attributes other methods may set, too: those are read from the class. */
  private isSelf(object: SyntaxNode): boolean {
    return this.values.of(object).some(({ kind }) => kind === 'self' || kind === 'class');
  }

  /** What `object[key]` may hold. */
  item(object: SyntaxNode, key: string): readonly Value[] {
    const assigned = this.assignedTo(object, this.values.scopes.subscripts.get(key));
    const own = this.values.of(object).flatMap((value) => this.itemOf(value, key));
    if (assigned.length > 0) return [...assigned, ...own.filter(({ kind }) => kind !== 'unknown')];
    return own.length > 0 ? own : [unknown];
  }

  /** What a dictionary holds under a key. */
  itemOf(value: Value, key: string): readonly Value[] {
    if (value.kind === 'read') return [value];
    if (value.kind !== 'node') return [unknown];
    return once(this.known, `${spanOf(value.node)}[${key}]`, [], () => this.itemOfNode(value.node, key));
  }

  private itemOfNode(node: SyntaxNode, key: string): readonly Value[] {
    const list = fieldList(node, this.values.text);
    if (!list) return [unknown];
    const { named, spreads } = this.values.fields(list);
    const own = named.get(key);
    for (const { value, order } of spreads.toReversed()) {
      if (own && own.order > order) break;
      const held = this.values.of(value).flatMap((inner) => this.itemOf(inner, key));
      if (held.length > 0 && held.every(({ kind }) => kind !== 'unknown')) return held;
    }
    return own ? this.values.of(own.value) : [unknown];
  }
}

/** Of a dictionary so many keys are looked up at most. */
const maxKeys = 200;

/** The keys that are assigned on each name, up to a limit. */
function keysOf({ scopes, text }: Values): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [key, members] of scopes.subscripts)
    for (const name of new Set(members.map(({ object }) => text.slice(object.from, object.to)))) {
      const keys = found.get(name) ?? [];
      if (keys.length < maxKeys) keys.push(key);
      found.set(name, keys);
    }
  return found;
}
