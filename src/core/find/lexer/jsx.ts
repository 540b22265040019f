import type { Language } from '../reference';
import { Char, Class, classOf, isWordPart } from './characters';
import { F, Kind, NameKind } from './frames';
import { JavaScriptLexer } from './javascript';
import { Token } from './lexer';

/**
 * The dialects of JavaScript: elements (`<a b="c">text</a>`) exclude old-style casts (`<T>x`), which plain TypeScript has. One class for
 * all, so that what the engine learns of its objects by one dialect holds for the others.
 */
export class DialectLexer extends JavaScriptLexer {
  private readonly typescript: boolean;
  private readonly elements: boolean;

  constructor(language: Exclude<Language, 'python'>, ...rest: ConstructorParameters<typeof JavaScriptLexer>) {
    super(...rest);
    this.typescript = language.startsWith('typescript');
    this.elements = language !== 'typescript';
  }

  protected override readToken(code: number): void {
    const kind = this.frames.get(F.Kind) as Kind;
    if (kind === Kind.JsxTag) this.jsxTag();
    else if (kind === Kind.JsxChildren) this.jsxText();
    else super.readToken(code);
  }

  protected override opensElement(next: number): boolean {
    if (!this.elements || (next !== Char.Greater && classOf(next) !== Class.Word) || this.opensTypeParameters())
      return false;
    this.frames.push(Kind.JsxTag, Char.Less);
    this.setToken(Token.Operator, this.pos, ++this.pos);
    return true;
  }

  /** In TSX, `<T,>(x) => x` and `<T extends U>` are functions, not elements. */
  private opensTypeParameters(): boolean {
    if (!this.typescript) return false;
    return /^<\s*(?:const\s+)?[\w$]+\s*(?:,|extends\s)/.test(this.text.slice(this.pos, this.pos + 200));
  }

  /** Reads on in `<name attribute="…" …`, up to its `>` or its next `{`. */
  private jsxTag(): void {
    const { text } = this;
    const code = text.charCodeAt(this.pos);
    switch (classOf(code)) {
      case Class.Space:
        this.pos++;
        return;
      case Class.Word:
        return this.jsxName();
      case Class.Quote:
        return this.jsxString(code);
    }
    const closing = this.token === Token.Operator && this.tokenIs('/');
    if (code === Char.OpenBrace) return this.open(Kind.JsxExpression, false);
    if (
      code === Char.Slash &&
      (text.charCodeAt(this.pos + 1) === Char.Slash || text.charCodeAt(this.pos + 1) === Char.Asterisk)
    ) {
      return this.slash(text.charCodeAt(this.pos + 1));
    }
    this.pos++;
    if (code === Char.Greater) {
      if (closing) this.endElement();
      else this.frames.set(F.Kind, Kind.JsxChildren);
    } else if (code === Char.Semicolon) {
      this.frames.pop(); // No tag holds one: this `<` was a comparison or a cast.
    } else if (code === Char.Equals) {
      this.nameFromToken(NameKind.Assigned);
    }
    this.setToken(Token.Operator, this.pos - 1, this.pos);
  }

  private jsxName(): void {
    const { text } = this;
    const start = this.pos;
    let end = start + 1;
    while (end < text.length && (isWordPart(text.charCodeAt(end)) || text.charCodeAt(end) === Char.Minus)) end++;
    this.pos = end;
    this.setToken(Token.Word, start, end);
  }

  private jsxString(quote: number): void {
    const end = this.text.indexOf(String.fromCharCode(quote), this.pos + 1);
    if (end < 0) {
      this.pos = this.text.length;
      return;
    }
    this.literal(this.pos + 1, end, true);
  }

  private jsxText(): void {
    const { text } = this;
    let i = this.pos;
    while (i < text.length && text.charCodeAt(i) !== Char.Less && text.charCodeAt(i) !== Char.OpenBrace) i++;
    this.pos = i;
    if (i >= text.length) return;
    if (text.charCodeAt(i) === Char.OpenBrace) return this.open(Kind.JsxExpression, false);
    if (/^<\s*\//.test(text.slice(i, i + 20))) {
      const end = text.indexOf('>', i);
      this.pos = end < 0 ? text.length : end + 1;
      return this.endElement();
    }
    this.frames.push(Kind.JsxTag, Char.Less);
    this.pos++;
    this.setToken(Token.Operator, i, this.pos);
  }

  private endElement(): void {
    this.frames.pop();
    this.closedKind = Kind.JsxTag;
    this.setToken(Token.Close, this.pos - 1, this.pos);
  }
}
