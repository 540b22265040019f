import type { SyntaxNode } from '@lezer/common';

/** Offsets in a text, `to` exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** One place where a name gets its value. */
export interface Definition {
  /** Offset from which the name has the value. */
  readonly at: number;
  readonly kind: 'value' | 'part' | 'element' | 'parameter' | 'keywords' | 'class' | 'function' | 'import' | 'opaque';
  /** The assigned expression or the loop's list; the parameter's default; the class or function itself. */
  readonly node?: SyntaxNode;
  readonly annotation?: SyntaxNode;
  /** The function whose parameter it is or the class whose field it is, with its name and position. */
  readonly of?: SyntaxNode;
  readonly name?: string;
  readonly index?: number;
  readonly part?: Part;
  readonly imported?: { readonly specifier: string; readonly exported?: string };
  /** The block around it: what follows there is sure to run after it. */
  readonly block: Range;
  /** The outermost loop around it in its scope: what precedes it there may run after it. */
  readonly loop?: Range;
}

/** The names of a module, a function, a class or a comprehension. */
export interface Scope extends Range {
  readonly kind: 'module' | 'function' | 'class' | 'comprehension';
  readonly node: SyntaxNode;
  readonly parent: Scope | undefined;
  /** The definitions of each name, in the text's order. */
  readonly names: Map<string, Definition[]>;
  /** Names declared `global` or `nonlocal`. */
  readonly outer: Map<string, 'global' | 'nonlocal'>;
}

/** What is assigned more often than this, a member's name, an option, a parameter or addresses, is not expected to have a single value. */
const maxAssignments = 200;

/** Assignments, if they are few enough to be looked through; nothing where they are too many. */
export function few<Assignment>(all: readonly Assignment[] = []): readonly Assignment[] | undefined {
  return all.length > maxAssignments ? undefined : all;
}

/** One of the values that are unpacked from an expression. */
export interface Part {
  readonly whole: SyntaxNode;
  readonly index: number;
}

/** An assignment to `object.name` or `object["name"]`. */
export interface Member {
  readonly object: SyntaxNode;
  /** Absent where it is one of several values that are unpacked. */
  readonly value: SyntaxNode | undefined;
  /** What is unpacked, and the value's position in it: `self.client, self.model = build()`. */
  readonly part?: Part | undefined;
}

/** A file's scopes and everything that is assigned in them. */
export interface Scopes {
  /** Ordered by where they begin; the module's first. */
  readonly all: readonly Scope[];
  readonly attributes: ReadonlyMap<string, readonly Member[]>;
  readonly subscripts: ReadonlyMap<string, readonly Member[]>;
  /** What is appended to lists, by the list's name. */
  readonly added: ReadonlyMap<string, readonly Member[]>;
  /** The modules of star imports: `..config` of `from ..config import *`. */
  readonly stars: readonly string[];
  /** Modules imported by their whole path without `as`: `app.config` of `import app.config`. */
  readonly modules: ReadonlySet<string>;
  /** Expressions that are assigned to, and so not read, by `spanOf`. */
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
    // A comprehension in a class's body sees the class's names only in its first iterable. For simplicity it sees them everywhere here.
    if (at.kind !== 'comprehension') direct = false;
  }
  return undefined;
}

/**
 * The definitions whose values may reach a reader at `offset` in `scope`: the last one sure to run before it, and those after that one. All
 * of them where the reader is in another function, since it is unknown when that runs.
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

/** The index of the first definition behind an offset, by binary search. */
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
