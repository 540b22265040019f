import type { SyntaxNode } from '@lezer/common';

/** Offsets in a text, `to` exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What gives a name its value at one place. */
export interface Definition {
  /** Offset from which the name has the value. */
  readonly at: number;
  readonly kind: 'value' | 'element' | 'parameter' | 'keywords' | 'class' | 'function' | 'import' | 'opaque';
  /** The expression assigned, or gone through by a loop; the parameter's default; the class or function itself. */
  readonly node?: SyntaxNode;
  readonly annotation?: SyntaxNode;
  /** The function whose parameter it is, or the class whose field, with its name and position. */
  readonly of?: SyntaxNode;
  readonly name?: string;
  readonly index?: number;
  readonly imported?: { readonly specifier: string; readonly exported?: string };
  /** The statements among which it stands: what follows in them is sure to run behind it. */
  readonly block: Range;
  /** The outermost loop of its scope around it: what stands before it in there may run behind it. */
  readonly loop?: Range;
}

/** Names that belong together: a module's, a function's, a class's, a comprehension's. */
export interface Scope extends Range {
  readonly kind: 'module' | 'function' | 'class' | 'comprehension';
  readonly node: SyntaxNode;
  readonly parent: Scope | undefined;
  /** The definitions of each name, in the text's order. */
  readonly names: Map<string, Definition[]>;
  /** Names that `global` and `nonlocal` hand outwards. */
  readonly outer: Map<string, 'global' | 'nonlocal'>;
}

/** An assignment to `object.name` or `object["name"]`. */
export interface Member {
  readonly object: SyntaxNode;
  /** Nothing where several values are unpacked into it. */
  readonly value: SyntaxNode | undefined;
}

/** A file's scopes and everything that is assigned in them. */
export interface Scopes {
  /** In the order of their beginnings; the module's first. */
  readonly all: readonly Scope[];
  readonly attributes: ReadonlyMap<string, readonly Member[]>;
  readonly subscripts: ReadonlyMap<string, readonly Member[]>;
  /** What is appended to lists, by the list's name. */
  readonly added: ReadonlyMap<string, readonly Member[]>;
  /** The modules that all names are imported from: `..config` of `from ..config import *`. */
  readonly stars: readonly string[];
  /** Modules imported by their whole path without `as`: `app.config` of `import app.config`. */
  readonly modules: ReadonlySet<string>;
  /** The expressions that are assigned to, by `spanOf`: no reads. */
  readonly targets: ReadonlySet<number>;
}

/** The innermost scope around an offset. */
export function scopeAt({ all }: Scopes, offset: number): Scope {
  let low = 0;
  let high = all.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((all[middle] as Scope).from <= offset) low = middle;
    else high = middle - 1;
  }
  let scope = all[low] as Scope;
  while (scope.parent && offset >= scope.to) scope = scope.parent;
  return scope;
}

/** The scope that holds a name for a reader in `scope`: a class's names are seen only directly in its body. */
export function holderOf(name: string, scope: Scope): Scope | undefined {
  const outer = scope.outer.get(name);
  let direct = outer === undefined;
  for (let at: Scope | undefined = outer === undefined ? scope : scope.parent; at; at = at.parent) {
    if (outer === 'global' && at.parent) continue;
    if (at.names.has(name) && (at.kind !== 'class' || direct)) return at;
    // A comprehension in a class's body sees the class's names in its first iterable; taken to see them everywhere.
    if (at.kind !== 'comprehension') direct = false;
  }
  return undefined;
}

/**
 * The definitions whose values may reach a reader at `offset` of `scope`: the last that is sure to run before it and those behind that
 * one. All of them where the reader is in another scope, for when it runs is unknown.
 */
export function reaching(
  definitions: readonly Definition[],
  holder: Scope,
  scope: Scope,
  offset: number,
): readonly Definition[] {
  if (!sameFrame(holder, scope)) return definitions;
  const next = firstBehind(definitions, offset);
  let sure = next - 1;
  while (sure > 0 && !contains((definitions[sure] as Definition).block, offset)) sure--;
  let later = next;
  while (contains(definitions[later]?.loop, offset)) later++;
  const candidates = definitions.slice(Math.max(sure, 0), later);
  return candidates.length > 0 ? candidates : definitions;
}

/** The index of the first definition behind an offset; they stand in the text's order. */
function firstBehind(definitions: readonly Definition[], offset: number): number {
  let low = 0;
  let high = definitions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((definitions[middle] as Definition).at <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sameFrame(holder: Scope, scope: Scope): boolean {
  let at = scope;
  while (at.kind === 'comprehension' && at.parent) at = at.parent;
  return at === holder;
}

function contains(range: Range | undefined, offset: number): boolean {
  return range !== undefined && range.from <= offset && offset < range.to;
}
