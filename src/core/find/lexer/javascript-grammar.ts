import { Char } from './characters';
import { Kind, Statement } from './frames';
import { Colon, Token } from './lexer';

/** Words behind which an expression begins, so that a `/` opens a regular expression and a `{` an object. */
const expressionWords = new Set(
  'return typeof instanceof in of new delete void throw case do else yield await default extends satisfies as keyof is'.split(
    ' ',
  ),
);
/** Of these, the ones behind which a `{` opens statements. */
const blockWords = new Set(['do', 'else', 'try', 'finally']);
const typeWords = new Set(['as', 'satisfies', 'extends', 'is', 'keyof']);

const statementWords = new Map<string, Statement>([
  ['const', Statement.Declaration],
  ['let', Statement.Declaration],
  ['var', Statement.Declaration],
  ['type', Statement.Type],
  ['interface', Statement.Interface],
  ['enum', Statement.Enum],
  ['class', Statement.Class],
  ['case', Statement.Case],
  ['function', Statement.Function],
  ['return', Statement.Other],
  ['throw', Statement.Other],
  ['import', Statement.Other],
  ['for', Statement.Other],
  ['if', Statement.Other],
  ['while', Statement.Other],
]);

/** The statement that the word at `[start, end)` opens, if it is a keyword that opens one there. */
export function jsStatement(text: string, start: number, end: number): Statement {
  const length = end - start;
  if (length < 2 || length > 9) return Statement.None;
  // A quick look at the first letter spares most words the slice: c e f i l r t v w.
  const first = text.charCodeAt(start);
  if (first < 99 || first > 119 || !((1 << (first - 97)) & firstLetters)) return Statement.None;
  const statement = statementWords.get(text.slice(start, end));
  if (statement === undefined) return Statement.None;
  // `type`, `interface` and `enum` are keywords only before the name they declare.
  if (statement === Statement.Type || statement === Statement.Interface || statement === Statement.Enum) {
    return /^\s+[A-Za-z_$]/.test(text.slice(end, end + 40)) ? statement : Statement.None;
  }
  // `{ default: …, case: …, class: … }`: a key.
  return /^\s*:/.test(text.slice(end, end + 20)) ? Statement.None : statement;
}

const firstLetters = [...'cefilrtvw'].reduce((mask, letter) => mask | (1 << (letter.charCodeAt(0) - 97)), 0);

/** Whether the last token ends a value, so that a `/` divides, a `<` compares and a `(` calls. */
export function followsValue(token: Token, text: string, start: number, end: number, closed: Kind): boolean {
  switch (token) {
    case Token.Number:
    case Token.String:
      return true;
    case Token.Word:
      if (end - start > 10 || text.charCodeAt(start - 1) === Char.Dot) return true;
      return !isOperatorWord(text.slice(start, end));
    case Token.Close:
      return closed !== Kind.Control && closed !== Kind.Block && closed !== Kind.ClassBody && closed !== Kind.Enum;
    case Token.Operator:
      return end - start === 2 && (text.startsWith('++', start) || text.startsWith('--', start));
    default:
      return false;
  }
}

function isOperatorWord(word: string): boolean {
  return expressionWords.has(word) || /^(?:if|while|for|with|switch|catch)$/.test(word);
}

/** What stands before a `{`. */
export interface BraceContext {
  readonly token: Token;
  readonly before: string;
  readonly colon: Colon;
  readonly frame: Kind;
  readonly statement: Statement;
}

/** What a `{` opens: statements, an object, the members of a type, a class or an enum. */
export function braceKind({ token, before, colon, frame, statement }: BraceContext): Kind {
  const declared = declaredBody(statement);
  switch (token) {
    case Token.None:
      return Kind.Block;
    case Token.Open:
      if (before === '{') return frame === Kind.Substitution || frame === Kind.JsxExpression ? Kind.Object : Kind.Block;
      return Kind.Object;
    case Token.Word:
      if (typeWords.has(before)) return Kind.TypeLiteral;
      if (blockWords.has(before)) return Kind.Block;
      if (expressionWords.has(before)) return Kind.Object;
      return declared ?? Kind.Block;
    case Token.Operator:
      if (before === '=>' || before === ';') return Kind.Block;
      if (before === '>') return declared ?? Kind.Block;
      if (before === ':') return colonBrace(colon);
      if (before === '<' || before === '|' || before === '&') return Kind.TypeLiteral;
      if (before === '=' && statement === Statement.Type) return Kind.TypeLiteral;
      return frame === Kind.TypeLiteral ? Kind.TypeLiteral : Kind.Object;
    default:
      return declared ?? Kind.Block;
  }
}

function declaredBody(statement: Statement): Kind | undefined {
  if (statement === Statement.Class) return Kind.ClassBody;
  if (statement === Statement.Interface) return Kind.TypeLiteral;
  return statement === Statement.Enum ? Kind.Enum : undefined;
}

function colonBrace(colon: Colon): Kind {
  if (colon === Colon.Type) return Kind.TypeLiteral;
  return colon === Colon.Statement ? Kind.Block : Kind.Object;
}
