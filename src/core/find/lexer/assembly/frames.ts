/** What an open bracket encloses. */
export const enum Kind {
  /** The file itself. */
  Top,
  /** `(…)` around an expression or a tuple. */
  Group,
  /** Arguments of a call, or the parameters of a function. */
  Call,
  /** The head of `if (…)`, `while (…)` and their like: a regular expression may follow it. */
  Control,
  /** A list or array literal. */
  Array,
  /** `value[…]`. */
  Subscript,
  /** An object, dictionary or set literal. */
  Object,
  /** Statements. */
  Block,
  /** The members of an interface or of an object type. */
  TypeLiteral,
  ClassBody,
  Enum,
  /** `${…}` or an f-string's `{…}`. */
  Substitution,
  /** `<a …` up to its `>`. */
  JsxTag,
  /** Between `<a>` and `</a>`. */
  JsxChildren,
  /** `{…}` in a JSX tag or among its children. */
  JsxExpression,
}

/** The keyword that governs the current statement of a frame. */
export const enum Statement {
  None,
  Declaration,
  Type,
  Interface,
  Enum,
  Class,
  Case,
  Assert,
  Function,
  /** A Python header that ends with a colon. */
  Compound,
  Other,
}

/** How a frame's current name came to be. */
export const enum NameKind {
  None,
  /** `name:` in an object or dictionary. */
  Key,
  /** `name =`. */
  Assigned,
  /** `name: type`, which an `=` may follow. */
  Annotated,
}

/** Columns of a frame; places are -1 or 0 where there is nothing. */
export const enum F {
  /** Where its bracket opens. */
  Open,
  Kind,
  /** Of a group it is the token before it. */
  CalleeStart,
  CalleeEnd,
  NameStart,
  NameEnd,
  NameKind,
  Commas,
  Statement,
  Pending,
  Resume,
  Width,
}

/** Deeper nesting is counted but not described; real code stays below 100. */
const maxDepth: i32 = 20_000;
const frameSize: i32 = F.Width << 2;
const bottom: i32 = <i32>__heap_base;

/** The first address after the frames. */
export const framesEnd: i32 = bottom + (maxDepth + 1) * frameSize;

/**
 * The stack of open brackets with what is before each: its callee, the name that receives the current value, the number of commas passed.
 */
export class Frames {
  /** The innermost frame. */
  static top: i32 = bottom;
  /** How many brackets beyond the deepest described one are open. */
  static beyond: i32 = 0;
  /** The innermost frame of the deepest nesting so far. */
  static deepest: i32 = 0;

  static clear(): void {
    Frames.top = bottom;
    Frames.beyond = 0;
    Frames.deepest = bottom;
    // At 0 the memory holds nothing, so that no bracket closes the file.
    Frames.reset(Kind.Top, 0);
  }

  /** Whether any bracket is open. */
  static any(): bool {
    return Frames.top > bottom;
  }

  /** Whether there are this many frames around the innermost one. */
  static has(up: i32): bool {
    return Frames.top - up * frameSize >= bottom;
  }

  static get(column: F): i32 {
    return load<i32>(<usize>(Frames.top + (column << 2)));
  }

  static set(column: F, value: i32): void {
    store<i32>(<usize>(Frames.top + (column << 2)), value);
  }

  static add(column: F, value: i32): void {
    Frames.set(column, Frames.get(column) + value);
  }

  /** The cell of the frame `up` levels above the innermost; beyond the outermost, the file's own frame. */
  static above(up: i32, column: F): i32 {
    return load<i32>(<usize>(max(bottom, Frames.top - up * frameSize) + (column << 2)));
  }

  /** @param open the opening bracket's place */
  static push(kind: Kind, open: i32): void {
    if (Frames.top + 2 * frameSize > framesEnd) {
      Frames.beyond++;
      return;
    }
    Frames.top += frameSize;
    if (Frames.top > Frames.deepest) Frames.deepest = Frames.top;
    Frames.reset(kind, open);
  }

  static pop(): void {
    if (Frames.beyond > 0) Frames.beyond--;
    else if (Frames.top > bottom) Frames.top -= frameSize;
  }

  /** A new statement or element begins: the last one's name and what it waited for no longer matter. */
  static clearName(): void {
    Frames.set(F.NameKind, NameKind.None);
    Frames.set(F.Pending, 0);
  }

  private static reset(kind: Kind, open: i32): void {
    const nothing = i64x2.splat(0);
    v128.store(<usize>Frames.top, nothing);
    v128.store(<usize>Frames.top, nothing, 16);
    v128.store(<usize>Frames.top, nothing, frameSize - 16);
    Frames.set(F.Open, open);
    Frames.set(F.Kind, kind);
    Frames.set(F.CalleeStart, -1);
  }

  /** The most brackets that were open at once. */
  static mostOpen(): i32 {
    return (Frames.deepest - bottom) / frameSize;
  }
}
