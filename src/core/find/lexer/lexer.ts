import { Char, Class, classOf, isWordPart } from './characters';
import { F, Frames, Kind, NameKind, Statement } from './frames';
import type { Site, Surrounding } from './site';

/** What the last significant token was. */
export const enum Token {
  None,
  Word,
  Number,
  String,
  Operator,
  Open,
  Close,
}

/** How a `:` was read; see `Site.colon`. */
export const enum Colon {
  None,
  Key,
  Type,
  Conditional,
  Statement,
}

/**
 * Called for every whole literal: a plain string, a template or f-string without substitutions, a run of adjoining Python
 * strings. `[start, end)` is what stands between the quotes; `value` is given only where it differs from that text.
 */
export type OnLiteral = (lexer: Lexer, start: number, end: number, value?: string) => void;

/** Where in a text something may stand that is looked for; see `Candidates` in `prefilter.ts`. */
export interface Places {
  /** The first place at or behind `from`; `Infinity` where there is none. */
  next(from: number): number;
}

/** Called for every comment, its marks included. */
export type OnComment = (start: number, end: number) => void;

/** Names longer than this are cut: no receiver of a model is. */
const maxName = 200;
const maxLookAhead = 2000;
/** A closing bracket looks no deeper than this for its opening one. */
const maxUnwind = 50;
const maxSurroundings = 5;
/** An assertion may compare a whole document. */
const maxGoverned = 40;
const lineReach = 60;

const kinds: Record<Kind, Surrounding['kind']> = {
  [Kind.Top]: 'top',
  [Kind.Group]: 'group',
  [Kind.Call]: 'call',
  [Kind.Control]: 'group',
  [Kind.Array]: 'list',
  [Kind.Subscript]: 'subscript',
  [Kind.Object]: 'object',
  [Kind.Block]: 'block',
  [Kind.TypeLiteral]: 'type',
  [Kind.ClassBody]: 'class',
  [Kind.Enum]: 'class',
  [Kind.Substitution]: 'group',
  [Kind.JsxTag]: 'tag',
  [Kind.JsxChildren]: 'group',
  [Kind.JsxExpression]: 'group',
};
const colons = [undefined, 'key', 'type', 'conditional', 'statement'] as const;
const statements: Partial<Record<Statement, Site['statement']>> = {
  [Statement.Type]: 'type',
  [Statement.Assert]: 'assert',
  [Statement.Case]: 'case',
  [Statement.Enum]: 'enum',
  [Statement.Function]: 'function',
};

/**
 * What the lexers share: the last token, the stack of brackets, and the description of a literal. They are tolerant: nothing
 * throws, every character is passed once, look-ahead and look-behind are bounded, so that cost grows with the text alone.
 */
export abstract class Lexer {
  protected pos = 0;
  protected readonly frames = new Frames();
  protected token: Token = Token.None;
  protected tokenStart = 0;
  protected tokenEnd = 0;
  /** Where the present chain of member accesses (`a.b.c`) begins. */
  protected chainStart = -1;
  protected colon: Colon = Colon.None;
  /** What the last closed bracket held; its only string, if it was `["key"]`. */
  protected closedKind: Kind = Kind.Top;
  protected closedStart = -1;
  protected closedEnd = -1;
  /** Where reading stops: the text's end, or sooner where nothing that is looked for is left. */
  protected limit: number;
  /** The next place that is looked for: literals that end before it are passed over. */
  private wanted = -1;

  /**
   * @param onComment without it, reading stops behind the last of the places
   * @param places where the literals stand that are looked for; without them all are handed over
   */
  constructor(
    readonly text: string,
    private readonly onLiteral: OnLiteral,
    protected readonly onComment?: OnComment,
    private readonly places?: Places,
  ) {
    this.limit = text.length;
  }

  protected abstract readonly language: Site['language'];

  abstract run(): void;

  /** Describes the literal between `start` and `end`; valid only while `OnLiteral` is being called for it. */
  site(start: number, end: number, value: string): Site {
    const around: Surrounding[] = [];
    const depth = Math.min(this.frames.depth, maxSurroundings - 1);
    for (let up = 0; up <= depth; up++) {
      around.push(this.surrounding(up));
      // Beyond a body of statements other code begins: the call that a function is handed to says nothing of its inside.
      const kind = this.frames.above(up, F.Kind) as Kind;
      if (kind === Kind.Block || kind === Kind.ClassBody) break;
    }
    const name = this.frameName(0);
    return {
      start,
      end,
      value,
      language: this.language,
      line: this.lineAround(start, end),
      before: this.beforeText(),
      after: this.textAfter(this.pos),
      colon: this.tokenIs(':') ? colons[this.colon] : undefined,
      statement: statements[this.governing()] ?? 'other',
      ...(name === undefined ? {} : { name }),
      around,
    };
  }

  /** The next place that is looked for, as far as the text before it may be passed over; else the present position. */
  protected placeAhead(): number {
    if (!this.places || this.onComment) return this.pos;
    if (this.wanted < this.pos) this.wanted = this.places.next(this.pos);
    if (this.wanted === Infinity) this.limit = this.pos;
    return Math.min(this.wanted, this.limit);
  }

  /** Hands over a literal if something that is looked for stands in it. */
  protected handOver(start: number, end: number, value?: string): void {
    if (this.places) {
      if (this.wanted < start) this.wanted = this.places.next(start);
      if (this.wanted === Infinity && !this.onComment) this.limit = this.pos;
      if (end <= this.wanted) return;
    }
    this.onLiteral(this, start, end, value);
  }

  private surrounding(up: number): Surrounding {
    const start = this.frames.above(up, F.CalleeStart);
    const callee = start < 0 ? undefined : this.cut(start, this.frames.above(up, F.CalleeEnd));
    const name = this.frameName(up);
    return {
      kind: kinds[this.frames.above(up, F.Kind) as Kind],
      ...(callee === undefined ? {} : { callee }),
      ...(name === undefined ? {} : { name }),
      index: this.frames.above(up, F.Commas),
    };
  }

  private frameName(up: number): string | undefined {
    if (this.frames.above(up, F.NameKind) === NameKind.None) return undefined;
    return this.cut(this.frames.above(up, F.NameStart), this.frames.above(up, F.NameEnd));
  }

  /** The innermost statement keyword that says something: brackets inside a `type` or an `assert` belong to it. */
  private governing(): Statement {
    for (let up = 0; up <= maxGoverned && up <= this.frames.depth; up++) {
      const statement = this.frames.above(up, F.Statement) as Statement;
      if (statement !== Statement.None) return statement;
      const kind = this.frames.above(up, F.Kind) as Kind;
      if (kind === Kind.Block || kind === Kind.ClassBody) break;
    }
    return Statement.None;
  }

  private lineAround(start: number, end: number): string {
    const before = this.text.slice(Math.max(0, start - lineReach), start);
    const after = this.text.slice(end, end + lineReach);
    const lineBreak = after.indexOf('\n');
    return before.slice(before.lastIndexOf('\n') + 1) + (lineBreak < 0 ? after : after.slice(0, lineBreak));
  }

  private cut(start: number, end: number): string {
    return this.text.slice(Math.max(start, end - maxName), end);
  }

  protected beforeText(): string {
    return this.token === Token.None ? '' : this.cut(this.tokenStart, this.tokenEnd);
  }

  protected tokenIs(text: string): boolean {
    return this.tokenEnd - this.tokenStart === text.length && this.text.startsWith(text, this.tokenStart);
  }

  protected setToken(token: Token, start: number, end: number): void {
    this.token = token;
    this.tokenStart = start;
    this.tokenEnd = end;
  }

  protected readWord(): void {
    const { text } = this;
    const start = this.pos;
    let end = start + 1;
    while (end < text.length && isWordPart(text.charCodeAt(end))) end++;
    this.pos = end;
    const continues = this.token === Token.Operator && text.charCodeAt(this.tokenEnd - 1) === Char.Dot;
    if (!continues || this.chainStart < 0) this.chainStart = start;
    this.setToken(Token.Word, start, end);
  }

  protected readNumber(): void {
    const { text } = this;
    const start = this.pos;
    let end = start + 1;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (!isWordPart(code) && code !== Char.Dot) break;
    }
    this.pos = end;
    this.setToken(Token.Number, start, end);
  }

  /** Opens a bracket of `kind` at the present position, remembering what is called by it. */
  protected open(kind: Kind, called: boolean): void {
    const { tokenStart, tokenEnd, chainStart } = this;
    this.frames.push(kind, this.text.charCodeAt(this.pos));
    this.frames.set(F.BeforeStart, tokenStart);
    this.frames.set(F.BeforeEnd, tokenEnd);
    if (called && chainStart >= 0) {
      this.frames.set(F.CalleeStart, chainStart);
      this.frames.set(F.CalleeEnd, tokenEnd);
    }
    this.setToken(Token.Open, this.pos, this.pos + 1);
    this.chainStart = -1;
    this.pos++;
  }

  /**
   * Closes the innermost bracket that `code` matches. Half-typed code leaves brackets open: a `}` closes those inside it, a `)` or `]`
   * without a partner nearby is passed over. Answers whether a frame was closed.
   */
  protected close(code: number): boolean {
    const opening = code === Char.CloseParen ? Char.OpenParen : code - 2;
    const barrier = (kind: Kind): boolean =>
      kind === Kind.Top ||
      kind === Kind.Substitution ||
      kind === Kind.JsxExpression ||
      (opening !== Char.OpenBrace && (kind === Kind.Block || kind === Kind.ClassBody));
    let up = 0;
    while (this.frames.above(up, F.Open) !== opening) {
      if (up > maxUnwind || barrier(this.frames.above(up, F.Kind) as Kind)) {
        this.setToken(Token.Close, this.pos, ++this.pos);
        this.closedKind = Kind.Group;
        return false;
      }
      up++;
    }
    for (let i = 0; i < up; i++) this.frames.pop();
    this.closedKind = this.frames.get(F.Kind) as Kind;
    const onlyString = this.token === Token.String && this.frames.get(F.Commas) === 0;
    this.closedStart = onlyString ? this.tokenStart : -1;
    this.closedEnd = this.tokenEnd;
    this.frames.pop();
    this.setToken(Token.Close, this.pos, ++this.pos);
    this.chainStart = -1;
    return true;
  }

  /** The token just read names what follows: `name:`, `name =`, `["name"] =`. */
  protected nameFromToken(kind: NameKind): void {
    let { tokenStart: start, tokenEnd: end } = this;
    if (this.token === Token.Close) {
      if (this.closedStart < 0) return this.frames.set(F.NameKind, NameKind.None);
      start = this.closedStart;
      end = this.closedEnd;
    }
    if (this.token === Token.String || this.token === Token.Close) {
      start++;
      end--;
    }
    this.frames.set(F.NameStart, start);
    this.frames.set(F.NameEnd, end);
    this.frames.set(F.NameKind, kind);
  }

  /** The significant token at or behind `from`: a whole word, a whole operator, one bracket. */
  protected textAfter(from: number): string {
    const { text } = this;
    const limit = Math.min(text.length, from + maxLookAhead);
    let i = this.skipInsignificant(from, limit);
    if (i >= limit) return '';
    const start = i;
    const kind = classOf(text.charCodeAt(i));
    if (kind === Class.Word) while (i < limit && i - start < maxName && isWordPart(text.charCodeAt(i))) i++;
    else if (kind === Class.Operator) while (i < limit && i - start < 4 && isOperatorPart(text.charCodeAt(i))) i++;
    return text.slice(start, Math.max(i, start + 1));
  }

  /** The first offset at or behind `from` that is neither space nor comment. */
  protected abstract skipInsignificant(from: number, limit: number): number;
}

/** Whether an operator token goes on with this character; separators and what may begin a literal stand alone. */
export function isOperatorPart(code: number): boolean {
  if (classOf(code) !== Class.Operator) return false;
  switch (code) {
    case Char.Comma:
    case Char.Semicolon:
    case Char.Colon:
    case Char.Slash:
    case Char.Less:
    case Char.Hash:
    case Char.At:
    case Char.Dot:
    case Char.Backslash:
      return false;
  }
  return true;
}
