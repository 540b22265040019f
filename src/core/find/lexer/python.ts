import { Char, Class, classOf } from './characters';
import { F, Kind, NameKind, Statement } from './frames';
import { Colon, Lexer, Token, isOperatorPart, type OnComment } from './lexer';
import { skipStatements, type TextEnd } from './python-skip';
import { beginsStatement, isFormatted, isPrefix, opensLambda, pythonStatement, quoteAt } from './python-grammar';

/** A string literal's parts, as offsets: `[start, end)` between the quotes, `after` behind the closing ones. */
interface Literal {
  readonly start: number;
  readonly end: number;
  readonly after: number;
}

/** So many characters passed over at once are worth the try. */
const worthSkipping = 100;

/**
 * A tolerant lexer for Python of every age, from print statements to t-strings and f-strings that nest their own quotes. Like the one
 * for JavaScript it builds no tree: an unclosed string or bracket costs a line at most.
 */
export class PythonLexer extends Lexer {
  protected readonly language = 'python';
  /** No triple quote of the kind (double, single) follows this offset. */
  private readonly unclosed: [number, number] = [Infinity, Infinity];
  private readonly readText: TextEnd = (...text) => this.textEnd(...text);
  /** The last string token had substitutions: literals that adjoin it are pieces of its run, not whole strings. */
  private piece = false;

  run(): void {
    const { text } = this;
    this.skip();
    while (this.pos < this.limit) {
      const code = text.charCodeAt(this.pos);
      switch (classOf(code)) {
        case Class.Space:
          if (code === Char.LineFeed) this.lineBreak();
          else this.pos++;
          break;
        case Class.Word:
          this.word();
          break;
        case Class.Digit:
          this.chainStart = -1;
          this.readNumber();
          break;
        case Class.Quote:
          if (code === Char.Backtick) this.pos++;
          else this.string(this.pos, this.pos);
          break;
        case Class.Open:
          this.openBracket(code);
          break;
        case Class.Close:
          this.closeBracket(code);
          break;
        default:
          this.operator(code);
      }
    }
  }

  /** Outside brackets a line break ends the statement; inside, only a keyword that no expression can hold shows one left unclosed. */
  private lineBreak(): void {
    const bracketed = this.frames.depth > 0;
    if (!bracketed || beginsStatement(this.text, this.pos + 1)) {
      while (this.frames.depth > 0) this.frames.pop();
      this.endStatement();
    }
    this.pos++;
    if (this.frames.depth === 0) this.skip();
  }

  /** At a statement's beginning: passes over those that hold nothing that is looked for. */
  private skip(): void {
    const to = this.placeAhead();
    if (to > this.pos + worthSkipping) this.pos = skipStatements(this.text, this.pos, to, this.readText);
  }

  private endStatement(): void {
    this.frames.set(F.Statement, Statement.None);
    this.frames.clearName();
    this.setToken(Token.None, this.pos, this.pos);
    this.chainStart = -1;
  }

  private word(): void {
    const start = this.pos;
    const first = this.token === Token.None;
    const member = this.token === Token.Operator && this.text.charCodeAt(this.tokenEnd - 1) === Char.Dot;
    const { token, tokenStart, tokenEnd, chainStart } = this;
    this.readWord();
    const quote = this.text.charCodeAt(this.pos);
    if ((quote === Char.DoubleQuote || quote === Char.Quote) && isPrefix(this.text, start, this.pos)) {
      // The word was a string's prefix: the token before it is the one that counts.
      this.setToken(token, tokenStart, tokenEnd);
      this.chainStart = chainStart;
      return this.string(start, this.pos);
    }
    if (member) return;
    if (first) {
      const statement = pythonStatement(this.text, start, this.pos);
      if (statement !== Statement.None) this.frames.set(F.Statement, statement);
    }
    if (opensLambda(this.text, start, this.pos)) this.frames.set(F.Pending, this.frames.get(F.Pending) + 1);
  }

  /** Reads a string with its prefix at `[start, quote)`, together with the literals that adjoin it. */
  private string(start: number, quote: number): void {
    const { text } = this;
    const piece = this.piece && this.token === Token.String;
    let literal = this.readLiteral(start, quote);
    if (!literal) return;
    let bytes = this.isBytes(start, quote);
    const first = literal;
    let value: string | undefined;
    for (;;) {
      const next = this.adjoining(literal.after);
      if (next < 0) break;
      if (this.onComment) this.commentsBetween(literal.after, next, this.onComment);
      const nextQuote = quoteAt(text, next);
      const more = this.readLiteral(next, nextQuote);
      // A run that goes on with substitutions is no whole string.
      if (!more) return;
      bytes ||= this.isBytes(next, nextQuote);
      value = (value ?? text.slice(first.start, first.end)) + text.slice(more.start, more.end);
      literal = more;
    }
    this.pos = literal.after;
    this.piece = piece;
    if (!bytes && !piece) this.handOver(first.start, literal.end, value);
    this.chainStart = -1;
    this.setToken(Token.String, first.start - 1, literal.end + 1);
  }

  /** Hands over the comments between two adjoining literals. */
  private commentsBetween(from: number, to: number, onComment: OnComment): void {
    const gap = this.text.slice(from, to);
    for (const { 0: comment, index } of gap.matchAll(/#.*/g)) onComment(from + index, from + index + comment.length);
  }

  private isBytes(start: number, quote: number): boolean {
    for (let i = start; i < quote; i++) if ((this.text.charCodeAt(i) | 32) === 98) return true;
    return false;
  }

  /** Reads one literal; nothing if it has substitutions (its text then is read on as code) or is unterminated. */
  private readLiteral(start: number, quote: number): Literal | undefined {
    const { text } = this;
    const code = text.charCodeAt(quote);
    const triple = text.charCodeAt(quote + 1) === code && text.charCodeAt(quote + 2) === code;
    const from = quote + (triple ? 3 : 1);
    const formatted = isFormatted(text, start, quote);
    const end = this.textEnd(from, code, triple, formatted);
    if (end < text.length && text.charCodeAt(end) === Char.OpenBrace && formatted) {
      this.substitution(end, code, triple);
      return undefined;
    }
    if (end >= text.length || text.charCodeAt(end) !== code) {
      // Half-typed: the line is lost, what follows is code again.
      const lineBreak = text.indexOf('\n', from);
      this.pos = lineBreak < 0 ? text.length : lineBreak;
      this.setToken(Token.String, start, this.pos);
      return undefined;
    }
    return { start: from, end, after: end + (triple ? 3 : 1) };
  }

  /** Where string text ends: at its closing quotes, at a substitution's `{`, at the line break that leaves it unterminated. */
  private textEnd(from: number, quote: number, triple: boolean, formatted: boolean): number {
    const { text } = this;
    const side = quote === Char.DoubleQuote ? 0 : 1;
    if (triple && from >= this.unclosed[side]) return text.length;
    for (let i = from; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === quote) {
        if (!triple || (text.charCodeAt(i + 1) === quote && text.charCodeAt(i + 2) === quote)) return i;
      } else if (code === Char.Backslash) {
        i++;
        if (text.charCodeAt(i) === Char.CarriageReturn && text.charCodeAt(i + 1) === Char.LineFeed) i++;
      } else if (code === Char.LineFeed) {
        if (!triple) return i;
      } else if (formatted && code === Char.OpenBrace) {
        if (text.charCodeAt(i + 1) !== Char.OpenBrace) return i;
        i++;
      }
    }
    if (triple && !formatted) this.unclosed[side] = from;
    return text.length;
  }

  /** Opens an f-string's `{` at `at`; its frame remembers how the string's text goes on. */
  private substitution(at: number, quote: number, triple: boolean): void {
    this.pos = at;
    this.open(Kind.Substitution, false);
    this.frames.set(F.Resume, quote | (triple ? 256 : 0));
  }

  /** Reads on in an f-string's text behind a `}`, or in a format specification behind a `:`. */
  private resume(mode: number, specification: boolean): void {
    const { text } = this;
    const quote = mode & 255;
    const triple = mode >= 256;
    let end = this.textEnd(this.pos, quote, triple, true);
    if (specification) {
      const brace = text.indexOf('}', this.pos);
      if (brace >= 0 && brace < end) end = brace;
    }
    const code = text.charCodeAt(end);
    if (code === Char.OpenBrace) return this.substitution(end, quote, triple);
    if (code === Char.CloseBrace && specification) {
      this.pos = end;
      return;
    }
    if (specification) this.frames.pop();
    this.pos = Math.min(text.length, code === quote ? end + (triple ? 3 : 1) : end);
    this.chainStart = -1;
    this.piece = true;
    this.setToken(Token.String, this.pos - 1, this.pos);
  }

  /** The offset of the literal that adjoins the one ending at `from`, prefix included, or -1. */
  private adjoining(from: number): number {
    const { text } = this;
    const at = this.skipInsignificant(from, Math.min(text.length, from + 10_000));
    return at > from - 1 && at < text.length && quoteAt(text, at) >= 0 ? at : -1;
  }

  private openBracket(code: number): void {
    const value = this.followsValue();
    if (code === Char.OpenParen) this.open(value ? Kind.Call : Kind.Group, value);
    else if (code === Char.OpenBracket) this.open(value ? Kind.Subscript : Kind.Array, value);
    else this.open(Kind.Object, false);
  }

  private closeBracket(code: number): void {
    const resume =
      code === Char.CloseBrace && this.frames.get(F.Kind) === Kind.Substitution ? this.frames.get(F.Resume) : 0;
    if (!this.close(code) || !resume) return;
    // A field nested in another's format specification returns to that specification.
    const nested = this.frames.get(F.Kind) === Kind.Substitution && this.frames.get(F.Statement) === Statement.Other;
    this.resume(resume, nested);
  }

  private operator(code: number): void {
    const { text, pos } = this;
    const next = text.charCodeAt(pos + 1);
    let end = pos + 1;
    switch (code) {
      case Char.Hash: {
        const lineBreak = text.indexOf('\n', pos);
        this.pos = lineBreak < 0 ? text.length : lineBreak;
        this.onComment?.(pos, this.pos);
        return;
      }
      case Char.Backslash:
        this.pos += next === Char.CarriageReturn ? 3 : 2;
        return;
      case Char.Semicolon:
        if (this.frames.depth === 0) this.endStatement();
        this.pos++;
        return;
      case Char.Comma:
        this.frames.set(F.Commas, this.frames.get(F.Commas) + 1);
        this.frames.clearName();
        break;
      case Char.Colon:
        if (next === Char.Equals) end++;
        else if (this.readColon()) return;
        break;
      default:
        if (isOperatorPart(code)) while (end < text.length && isOperatorPart(text.charCodeAt(end))) end++;
        else if ((code === Char.Less || code === Char.Slash) && (next === code || next === Char.Equals)) end++;
        if (code === Char.Equals && end === pos + 1) this.nameAssigned();
    }
    this.pos = end;
    this.setToken(Token.Operator, pos, end);
  }

  private nameAssigned(): void {
    if (this.frames.get(F.NameKind) === NameKind.Annotated) this.frames.set(F.NameKind, NameKind.Assigned);
    else if (this.frames.get(F.NameKind) !== NameKind.Assigned) this.nameFromToken(NameKind.Assigned);
  }

  /** Reads a colon; answers whether it has already moved on. */
  private readColon(): boolean {
    const kind = this.frames.get(F.Kind) as Kind;
    const pending = this.frames.get(F.Pending);
    if (pending > 0) {
      this.frames.set(F.Pending, pending - 1);
      this.colon = Colon.Statement; // A lambda's body.
    } else if (kind === Kind.Substitution) {
      this.pos++;
      this.frames.set(F.Statement, Statement.Other); // From here on the field's format specification.
      this.resume(this.frames.get(F.Resume), true);
      return true;
    } else if (kind === Kind.Object) {
      this.colon = Colon.Key;
      this.nameFromToken(NameKind.Key);
    } else if (kind !== Kind.Top) {
      this.colon = Colon.Type;
      this.nameFromToken(NameKind.Annotated);
    } else if (this.frames.get(F.Statement) !== Statement.None) {
      this.endStatement();
      this.pos++;
      return true;
    } else {
      this.colon = Colon.Type;
      this.nameFromToken(NameKind.Annotated);
    }
    return false;
  }

  private followsValue(): boolean {
    if (this.token === Token.Word)
      return !/^(?:and|or|not|in|is|if|else|elif|return|yield|lambda|print|await|for|while|with|assert|del|case|from|import|raise|except)$/.test(
        this.beforeText(),
      );
    return this.token === Token.String || this.token === Token.Close || this.token === Token.Number;
  }

  protected skipInsignificant(from: number, limit: number): number {
    const { text } = this;
    const bracketed = this.frames.depth > 0;
    let i = from;
    while (i < limit) {
      const code = text.charCodeAt(i);
      if (code === Char.LineFeed && !bracketed) break;
      if (classOf(code) === Class.Space) i++;
      else if (
        code === Char.Backslash &&
        (text.charCodeAt(i + 1) === Char.LineFeed || text.charCodeAt(i + 1) === Char.CarriageReturn)
      ) {
        i += text.charCodeAt(i + 1) === Char.CarriageReturn ? 3 : 2;
      } else if (code === Char.Hash && bracketed) {
        const lineBreak = text.indexOf('\n', i);
        i = lineBreak < 0 ? limit : lineBreak;
      } else break;
    }
    return i;
  }
}
