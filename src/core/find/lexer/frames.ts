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

/** Columns of a frame. */
export const enum F {
  Open,
  Kind,
  CalleeStart,
  CalleeEnd,
  NameStart,
  NameEnd,
  NameKind,
  Commas,
  Statement,
  Pending,
  BeforeStart,
  BeforeEnd,
  Resume,
  Width,
}

/** Deeper nesting than this is counted but no longer described; real code stays below 100. */
const maxDepth = 20_000;

/**
 * The stack of open brackets with what stands before each: its callee, the name that receives the current value, the number
 * of commas passed. Columns of integers in one growing array, so that pushing a bracket allocates nothing.
 */
export class Frames {
  private cells = new Int32Array(64 * F.Width);
  /** Offset of the innermost frame's cells. */
  private base = 0;
  private beyond = 0;

  constructor() {
    this.reset(Kind.Top, 0);
  }

  get depth(): number {
    return this.base / F.Width;
  }

  get(column: F): number {
    return this.cells[this.base + column] as number;
  }

  set(column: F, value: number): void {
    this.cells[this.base + column] = value;
  }

  /** The cell of the frame `up` levels above the innermost; the file's own frame answers for all beyond it. */
  above(up: number, column: F): number {
    return this.cells[Math.max(0, this.base - up * F.Width) + column] as number;
  }

  push(kind: Kind, open: number): void {
    if (this.depth >= maxDepth) {
      this.beyond++;
      return;
    }
    this.base += F.Width;
    if (this.base + F.Width > this.cells.length) {
      const larger = new Int32Array(this.cells.length * 2);
      larger.set(this.cells);
      this.cells = larger;
    }
    this.reset(kind, open);
  }

  pop(): void {
    if (this.beyond > 0) this.beyond--;
    else if (this.base > 0) this.base -= F.Width;
  }

  /** A new statement or element begins: what the last one was called or waited for no longer matters. */
  clearName(): void {
    this.cells[this.base + F.NameKind] = NameKind.None;
    this.cells[this.base + F.Pending] = 0;
  }

  private reset(kind: Kind, open: number): void {
    this.cells.fill(0, this.base, this.base + F.Width);
    this.cells[this.base + F.Open] = open;
    this.cells[this.base + F.Kind] = kind;
    this.cells[this.base + F.CalleeStart] = -1;
  }
}
