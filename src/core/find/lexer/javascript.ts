import { Char, Class, classOf, spaceEnd } from './characters';
import { F, Kind, NameKind, Statement } from './frames';
import { braceKind, followsValue, jsStatement, type BraceContext } from './javascript-grammar';
import { lineEnd, regexEnd, stringEnd, templateTextEnd, triviaEnd } from './javascript-scan';
import { Colon, Lexer, Token, isOperatorPart } from './lexer';

/** A comma looks no farther back for the `<` that it stands in. */
const longestAnnotation = 200;

/**
 * A tolerant lexer for JavaScript and TypeScript. It tells strings from comments, regular expressions, template text and JSX text,
 * and keeps what stands around each string; it builds no tree, so half-typed code costs it a line at most.
 */
export class JavaScriptLexer extends Lexer {
  protected readonly language = 'javascript';
  /** The member chain before a `<` that may open type arguments: the callee of `new Set<string>([…])`. */
  private genericStart = -1;
  private genericEnd = -1;
  /** A regular expression does not end before this offset: none of the slashes up to it opens one. */
  private noRegexBefore = 0;

  run(): void {
    const { text } = this;
    if (text.startsWith('#!')) this.pos = lineEnd(text, 0);
    while (this.pos < this.limit) this.readToken(text.charCodeAt(this.pos));
  }

  protected readToken(code: number): void {
    switch (classOf(code)) {
      case Class.Space:
        this.pos = spaceEnd(this.text, this.pos + 1);
        return;
      case Class.Word:
        return this.word();
      case Class.Digit:
        this.chainStart = -1;
        return this.readNumber();
      case Class.Quote:
        return code === Char.Backtick ? this.template(this.pos + 1) : this.string(code);
      case Class.Open:
        return this.openBracket(code);
      case Class.Close:
        return this.closeBracket(code);
      default:
        return this.operator(code);
    }
  }

  private word(): void {
    const member = this.token === Token.Operator && this.text.charCodeAt(this.tokenEnd - 1) === Char.Dot;
    this.readWord();
    if (member) return;
    const statement = jsStatement(this.text, this.tokenStart, this.tokenEnd);
    if (statement !== Statement.None) {
      this.frames.set(F.Statement, statement);
      this.frames.clearName();
    }
  }

  private string(quote: number): void {
    const { text } = this;
    const start = this.pos + 1;
    const end = stringEnd(text, start, quote);
    this.literal(start, end, text.charCodeAt(end) === quote);
  }

  /** Reads template text from `from` on to its end or to its next substitution. */
  private template(from: number): void {
    const { text } = this;
    const opening = from - 1;
    const end = templateTextEnd(text, from);
    if (end >= text.length) {
      // Half-typed: no backtick follows, so the rest is code again from the next line on.
      this.pos = lineEnd(text, from);
    } else if (text.charCodeAt(end) === Char.Dollar) {
      this.pos = end + 1;
      return this.open(Kind.Substitution, false);
    } else if (text.charCodeAt(opening) === Char.Backtick) {
      return this.literal(from, end, true);
    } else {
      this.pos = end + 1;
    }
    this.setToken(Token.String, opening, this.pos);
  }

  protected literal(start: number, end: number, closed: boolean): void {
    this.pos = closed ? end + 1 : end;
    if (closed) this.handOver(start, end);
    this.chainStart = -1;
    this.setToken(Token.String, start - 1, this.pos);
  }

  private openBracket(code: number): void {
    if (code === Char.OpenBrace) {
      const kind = braceKind(this.braceContext());
      return this.open(kind, false);
    }
    const value = this.followsValue();
    if (code === Char.OpenBracket) return this.open(value ? Kind.Subscript : Kind.Array, value);
    const generic = this.tokenIs('>') && this.genericStart >= 0;
    if (generic) {
      const end = this.genericEnd;
      this.chainStart = this.genericStart;
      this.open(Kind.Call, true);
      return this.frames.set(F.CalleeEnd, end);
    }
    if (value) return this.open(Kind.Call, true);
    const control = this.token === Token.Word && /^(?:if|while|for|with|switch|catch)$/.test(this.beforeText());
    this.open(control ? Kind.Control : Kind.Group, false);
  }

  private closeBracket(code: number): void {
    const resume = code === Char.CloseBrace ? this.frames.get(F.Kind) : Kind.Top;
    if (!this.close(code) || code !== Char.CloseBrace) return;
    const kind = this.closedKind;
    if (kind === Kind.Substitution && resume === Kind.Substitution) return this.template(this.pos);
    if (kind === Kind.Block || kind === Kind.ClassBody || kind === Kind.Enum || kind === Kind.TypeLiteral) {
      this.frames.set(F.Statement, Statement.None);
      if (kind !== Kind.TypeLiteral) this.frames.clearName();
    }
  }

  private operator(code: number): void {
    const { text, pos } = this;
    const next = text.charCodeAt(pos + 1);
    switch (code) {
      case Char.Slash:
        return this.slash(next);
      case Char.Less:
        return this.less(next);
      case Char.Comma:
        if (this.inTypeArguments()) break;
        this.frames.set(F.Commas, this.frames.get(F.Commas) + 1);
        this.frames.clearName();
        break;
      case Char.Semicolon:
        this.frames.set(F.Statement, Statement.None);
        this.frames.clearName();
        break;
      case Char.Colon:
        this.readColon();
        break;
      case Char.Question:
        if (next === Char.Colon) {
          this.pos++;
          return; // `key?: type`: the name stays the last token.
        }
        if (next === Char.Dot && classOf(text.charCodeAt(pos + 2)) !== Class.Digit) {
          this.pos += 2;
          return this.setToken(Token.Operator, pos, this.pos);
        }
        break;
      case Char.Dot:
        if (next === Char.Dot) this.chainStart = -1;
        else if (classOf(next) === Class.Digit) return this.readNumber();
        break;
      case Char.Hash:
        return this.readWord();
      case Char.Exclamation:
        // `value!` asserts that a value is there: the value stays the last token.
        if (next !== Char.Equals && this.tokenEnd === pos && this.followsValue()) {
          this.pos++;
          this.tokenEnd = this.pos;
          return;
        }
    }
    let end = pos + 1;
    if (isOperatorPart(code)) {
      while (end < text.length && isOperatorPart(text.charCodeAt(end))) end++;
      if (code === Char.Equals && end === pos + 1) this.nameAssigned();
      if (code === Char.Question && end === pos + 1) this.frames.set(F.Pending, this.frames.get(F.Pending) + 1);
    }
    this.pos = end;
    this.setToken(Token.Operator, pos, end);
  }

  private nameAssigned(): void {
    if (this.frames.get(F.NameKind) === NameKind.Annotated) this.frames.set(F.NameKind, NameKind.Assigned);
    else this.nameFromToken(NameKind.Assigned);
  }

  /** Whether the annotation that is being written has a `<` open: its commas separate types, as in `Record<string, string>`. */
  private inTypeArguments(): boolean {
    if (this.frames.get(F.NameKind) !== NameKind.Annotated) return false;
    let open = 0;
    for (let i = Math.max(this.frames.get(F.NameEnd), this.pos - longestAnnotation); i < this.pos; i++) {
      const code = this.text.charCodeAt(i);
      if (code === Char.Less) open++;
      else if (code === Char.Greater && this.text.charCodeAt(i - 1) !== Char.Equals) open--;
    }
    return open > 0;
  }

  private readColon(): void {
    const kind = this.frames.get(F.Kind) as Kind;
    const statement = this.frames.get(F.Statement) as Statement;
    const pending = this.frames.get(F.Pending);
    if (pending > 0) {
      this.frames.set(F.Pending, pending - 1);
      this.colon = Colon.Conditional;
    } else if (kind === Kind.Object) {
      this.colon = Colon.Key;
      this.nameFromToken(NameKind.Key);
    } else if ((kind === Kind.Block || kind === Kind.Top) && statement === Statement.Case) {
      this.colon = Colon.Statement;
      this.frames.set(F.Statement, Statement.None);
    } else if (
      (kind === Kind.Block || kind === Kind.Top) &&
      statement === Statement.None &&
      this.token === Token.Word
    ) {
      this.colon = Colon.Key; // A label, or an object half-typed or pasted without its braces.
      this.nameFromToken(NameKind.Key);
    } else {
      this.colon = Colon.Type;
      this.nameFromToken(NameKind.Annotated);
    }
  }

  /** A `/`: comment, regular expression or division. */
  protected slash(next: number): void {
    const { text, pos } = this;
    if (next === Char.Slash) {
      this.pos = lineEnd(text, pos);
      this.onComment?.(pos, this.pos);
    } else if (next === Char.Asterisk) {
      const end = text.indexOf('*/', pos + 2);
      this.pos = end < 0 ? text.length : end + 2;
      this.onComment?.(pos, this.pos);
    } else if (this.followsValue() || pos < this.noRegexBefore || !this.regex()) {
      this.pos++;
      this.setToken(Token.Operator, pos, this.pos);
    }
  }

  private regex(): boolean {
    const end = regexEnd(this.text, this.pos + 1);
    if (end < 0) {
      this.noRegexBefore = -end;
      return false;
    }
    this.setToken(Token.Number, this.pos, end);
    this.pos = end;
    return true;
  }

  private less(next: number): void {
    const { pos } = this;
    const value = this.followsValue();
    if (!value && this.opensElement(next)) return;
    if (value && this.token === Token.Word) {
      this.genericStart = this.chainStart;
      this.genericEnd = this.tokenEnd;
    } else if (this.token !== Token.Operator) this.genericStart = -1;
    this.pos += next === Char.Less || next === Char.Equals ? 2 : 1;
    this.setToken(Token.Operator, pos, this.pos);
  }

  /** Opens an element at the present `<`, where the dialect has elements and one begins here. */
  protected opensElement(_next: number): boolean {
    return false;
  }

  private followsValue(): boolean {
    return followsValue(this.token, this.text, this.tokenStart, this.tokenEnd, this.closedKind);
  }

  private braceContext(): BraceContext {
    return {
      token: this.token,
      before: this.beforeText(),
      colon: this.colon,
      frame: this.frames.get(F.Kind) as Kind,
      statement: this.frames.get(F.Statement) as Statement,
    };
  }

  protected skipInsignificant(from: number, limit: number): number {
    return triviaEnd(this.text, from, limit);
  }
}
