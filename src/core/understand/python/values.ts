import type { SyntaxNode } from '@lezer/common';
import { once } from '../once';
import { called, results, statements } from './calls';
import { given, takesObject, type Calls } from './callers';
import { Classes } from './classes';
import { fieldList, readFields, type Fields } from './fields';
import { elementsOf } from './lists';
import { Members } from './members';
import { attributeOf, callParts, fixedElements, isStar, parts, spanOf, textOf, type Text } from './nodes';
import { commandLineDefaults, outside } from './command-line';
import { few, holderOf, reaching, scopeAt, type Definition, type Part, type Scope, type Scopes } from './scopes';

/** One of the values that an expression may hold, as far as the file says. */
export type Value =
  /** An expression that stands for itself: a string, a dictionary, a call that makes an object. */
  | { readonly kind: 'node'; readonly node: SyntaxNode }
  | { readonly kind: 'class'; readonly scope: Scope }
  /** A method's own object or class. */
  | { readonly kind: 'self'; readonly scope: Scope }
  | { readonly kind: 'function'; readonly node: SyntaxNode }
  /** A name of another module or the module itself; `made` if it is an attribute of an instance of that class. */
  | { readonly kind: 'import'; readonly specifier: string; readonly exported?: string; readonly made?: true }
  /** A read that is followed to where its value ends up: see `Values.with`. */
  | { readonly kind: 'read'; readonly node: SyntaxNode }
  /** A value that cannot be read, of this type: what callers pass, say. */
  | { readonly kind: 'unknown'; readonly annotation?: SyntaxNode };

export const unknown: Value = { kind: 'unknown' };

/** Whether a value is `None`. */
export function isNone(value: Value): boolean {
  return value.kind === 'node' && value.node.name === 'None';
}

/** The function or lambda that a value is. */
export function functionNode(value: Value): SyntaxNode | undefined {
  const isLambda = value.kind === 'node' && value.node.name === 'LambdaExpression';
  return value.kind === 'function' || isLambda ? value.node : undefined;
}

/** How deep expressions that lead to each other are followed. */
const maxDepth = 60;
/** A name with more values than this is unknown. */
export const maxValues = 20;

/**
 * Answers which values the expressions of one file may hold. Without `calls`, a parameter stands for its default, and `None` for no value,
 * since it only says that there is none yet.
 */
export class Values {
  private readonly known = new Map<Definition, readonly Value[]>();
  private readonly evaluated = new Map<number, readonly Value[]>();
  private readonly results = new Map<number, readonly Value[]>();
  readonly members: Members;
  readonly classes = new Classes(this);
  private readonly lists = new Map<number, Fields>();
  private depth = 0;

  constructor(
    readonly text: string,
    readonly scopes: Scopes,
    readonly root: SyntaxNode,
    private readonly commandLine = commandLineDefaults(root, text),
    /** The calls whose arguments count for parameters. With them, `None` is a value, too. */
    private readonly calls?: Calls,
    private readonly followed: ReadonlySet<number> = new Set(),
  ) {
    this.members = new Members(this, commandLine);
  }

  /**
   * The same file's values, with the arguments of these calls.
   * @param followed reads, by `spanOf`, that also count as values themselves, which shows where their values end up
   */
  with(calls: Calls, followed?: ReadonlySet<number>): Values {
    return new Values(this.text, this.scopes, this.root, this.commandLine, calls, followed);
  }

  source({ from, to }: { from: number; to: number }): string {
    return this.text.slice(from, to);
  }

  /** The entries of an argument list or a dictionary. */
  fields(list: SyntaxNode): Fields {
    const span = spanOf(list);
    const known = this.lists.get(span) ?? readFields(list, this.text);
    this.lists.set(span, known);
    return known;
  }

  /** The node with the fields of a value that is a dictionary. */
  fieldList(value: Value): SyntaxNode | undefined {
    return value.kind === 'node' ? fieldList(value.node, this.text) : undefined;
  }

  /** The value of a keyword argument. */
  keyword(list: SyntaxNode, name: string): SyntaxNode | undefined {
    return this.fields(list).named.get(name)?.value;
  }

  /** The keyword or the position with which a call is given an argument. */
  givenAs(argument: SyntaxNode, list: SyntaxNode): string | number | undefined {
    const { nameAt, positional } = this.fields(list);
    const position = positional.findIndex(({ from }) => from === argument.from);
    return nameAt.get(argument.from) ?? (position < 0 ? undefined : position);
  }

  /** The values that an expression may hold; none if nothing is known to be assigned. */
  of(node: SyntaxNode | undefined): readonly Value[] {
    if (!node || this.depth >= maxDepth) return [unknown];
    const span = spanOf(node);
    return once(this.evaluated, span, [], () => {
      this.depth++;
      const values = bounded(this.evaluate(node));
      this.depth--;
      return this.followed.has(span) ? [{ kind: 'read', node }, ...values] : values;
    });
  }

  /** The one string that an expression holds; nothing if there may be several different ones, or something else. */
  literal(node: SyntaxNode | undefined): Text | undefined {
    return this.sameText(this.of(node));
  }

  sameText(values: readonly Value[]): Text | undefined {
    let found: Text | undefined;
    for (const value of values) {
      if (value.kind === 'read') continue;
      const text = value.kind === 'node' ? textOf(value.node, this.text) : undefined;
      if (!text || (found && found.text !== text.text)) return undefined;
      found ??= text;
    }
    return found;
  }

  private evaluate(node: SyntaxNode): readonly Value[] {
    switch (node.name) {
      case 'VariableName':
        return this.named(node);
      case 'MemberExpression':
        return this.members.of(node);
      case 'CallExpression':
        return called(this, node);
      case 'ParenthesizedExpression':
        return this.of(parts(node)[0]);
      case 'AwaitExpression':
        return this.of(parts(node)[1]);
      case 'NamedExpression':
        return this.of(parts(node)[2]);
      case 'ConditionalExpression': {
        const [then, , , , otherwise] = parts(node);
        return [...this.of(then), ...this.of(otherwise)];
      }
      case 'BinaryExpression':
        return this.either(node);
      case 'None':
        return this.calls ? [{ kind: 'node', node }] : [];
      default:
        return [{ kind: 'node', node }];
    }
  }

  /** `a or b`: what is known of `a`, and `b` where `a` can be missing. */
  private either(node: SyntaxNode): readonly Value[] {
    const [left, operator, right] = parts(node);
    if (operator?.name !== 'or') return [{ kind: 'node', node }];
    const first = this.of(left);
    const known = this.sameText(first)?.text;
    const second = this.of(right);
    // The same text goes the same way, wherever it is written.
    if (known) return known === this.sameText(second)?.text ? [...first, ...second] : first;
    // In front of a string, an empty string and what cannot be read (the environment, say) count as missing.
    const isMissing = (value: Value): boolean =>
      value.kind === 'unknown' ||
      (value.kind === 'node' && !textOf(value.node, this.text)?.text && this.sameText(second) !== undefined);
    return [...first.filter((value) => !isMissing(value)), ...second];
  }

  private named(node: SyntaxNode): readonly Value[] {
    const found = this.definitions(node);
    if (!found || found.length > maxValues) return [unknown];
    return found.flatMap((definition) => this.defined(definition));
  }

  /** The definitions that may reach the read of a name; nothing for a name that the file does not define. */
  definitions(node: SyntaxNode): readonly Definition[] | undefined {
    const name = this.source(node);
    const scope = scopeAt(this.scopes, node.from);
    const holder = holderOf(name, scope);
    return holder && reaching(holder.names.get(name) ?? [], holder, scope, node.from);
  }

  /** The type annotations of a name, or of an attribute of the file's own objects. */
  annotations(node: SyntaxNode): readonly SyntaxNode[] {
    const attribute = attributeOf(node);
    const definitions = attribute
      ? this.of(attribute.object).flatMap((value) =>
          value.kind === 'self' ? this.attributeDefinitions(value.scope, this.source(attribute.property)) : [],
        )
      : node.name === 'VariableName'
        ? (this.definitions(node) ?? [])
        : [];
    return definitions.flatMap(({ annotation }) => annotation ?? []);
  }

  /** The definitions of an attribute in its class's body, and of the names assigned to it in methods: `self.client = client`. */
  private attributeDefinitions(scope: Scope, name: string): Definition[] {
    const assigned = few(this.scopes.attributes.get(name)) ?? [];
    const given = assigned.flatMap(({ object, value }) => {
      const own = this.of(object).some((held) => held.kind === 'self' && held.scope === scope);
      return own && value?.name === 'VariableName' ? (this.definitions(value) ?? []) : [];
    });
    return [...(scope.names.get(name) ?? []), ...given];
  }

  /** The values that one definition gives its name. */
  defined(definition: Definition): readonly Value[] {
    return once(this.known, definition, [], () => bounded(this.read(definition)));
  }

  private read(definition: Definition): readonly Value[] {
    const { kind, node, part, imported } = definition;
    switch (kind) {
      case 'value':
        return this.field(definition);
      case 'part':
        return part ? this.part(part) : [unknown];
      case 'element':
        return elementsOf(node, this);
      case 'parameter':
        return this.parameter(definition);
      case 'keywords':
        // `**kwargs` is the dictionary of the arguments that it takes.
        return (
          (definition.of && this.calls?.(definition.of, false).map((list) => ({ kind: 'node', node: list }))) ?? [
            unknown,
          ]
        );
      case 'class': {
        const scope = node && this.classScope(node);
        return scope ? [{ kind: 'class', scope }] : [unknown];
      }
      case 'function':
        return node ? [{ kind: 'function', node }] : [unknown];
      case 'import':
        return imported ? [{ kind: 'import', ...imported }] : [unknown];
      default:
        return [unknown];
    }
  }

  private classScope(node: SyntaxNode): Scope | undefined {
    const body = node.getChild('Body');
    return body ? scopeAt(this.scopes, body.from) : undefined;
  }

  private parameter(definition: Definition): readonly Value[] {
    const { node, of, index, annotation } = definition;
    const calls = of && this.calls?.(of, !node);
    if (node) return calls ? given(definition, calls, this) : this.of(node);
    if (of && index === 0 && takesObject(of, this)) return [{ kind: 'self', scope: scopeAt(this.scopes, of.from) }];
    if (calls && calls.length > 0) return given(definition, calls, this);
    return outside(this, definition) ?? [annotation ? { kind: 'unknown', annotation } : unknown];
  }

  /** A class's field holds what its constructor calls pass. */
  private field(definition: Definition): readonly Value[] {
    const { node, of } = definition;
    const calls = (of && this.calls?.(of, !node)) ?? [];
    // `name: type` alone says nothing about the value.
    return calls.length > 0 ? given(definition, calls, this) : node ? this.of(node) : [];
  }

  /** What lists that are written in this file hold at a position. */
  elementAt(lists: readonly Value[], index: number): readonly Value[] {
    return lists.flatMap((value) => this.of(value.kind === 'node' ? fixedElements(value.node)?.[index] : undefined));
  }

  /** What one of the values that are unpacked from an expression may be: a list's, or what a function of the file returns with others. */
  part({ whole, index }: Part): readonly Value[] {
    const call = whole.name === 'AwaitExpression' ? parts(whole)[1] : whole;
    const [callee] = callParts(call);
    if (!callee) return this.elementAt(this.of(call), index);
    return this.of(callee).flatMap((value) => {
      const run = functionNode(value);
      const returned = run ? statements(run).filter(({ length }) => length > 0) : [];
      if (returned.length === 0) return [unknown];
      return returned.flatMap((each) =>
        each.length > 1
          ? this.of(each.some(isStar) ? undefined : each[index])
          : this.elementAt(this.of(each[0]), index),
      );
    });
  }

  /** What a function or a lambda of the file returns. */
  returned(node: SyntaxNode): readonly Value[] {
    return once(this.results, node.from, [], () => results(node)?.flatMap((result) => this.of(result)) ?? [unknown]);
  }
}

function bounded(values: readonly Value[]): readonly Value[] {
  return values.length > maxValues ? [unknown] : values;
}
