import { Char, Class, classOf, spacesEnd } from './characters';
import { Kind, Statement } from './frames';
import { Colon, Lexer, Token } from './lexer';
import { at, same } from './text';

/** Words after which an expression begins, so that a `/` opens a regular expression and a `{` an object. */
function isExpressionWord(start: i32, end: i32): bool {
  const length = end - start;
  if (length < 2 || length > 10) return false;
  switch (at(start)) {
    case 0x61:
      return same(start, end, 'as') || same(start, end, 'await');
    case 0x63:
      return same(start, end, 'case');
    case 0x64:
      return same(start, end, 'delete') || same(start, end, 'do') || same(start, end, 'default');
    case 0x65:
      return same(start, end, 'else') || same(start, end, 'extends');
    case 0x69:
      return same(start, end, 'in') || same(start, end, 'instanceof') || same(start, end, 'is');
    case 0x6b:
      return same(start, end, 'keyof');
    case 0x6e:
      return same(start, end, 'new');
    case 0x6f:
      return same(start, end, 'of');
    case 0x72:
      return same(start, end, 'return');
    case 0x73:
      return same(start, end, 'satisfies');
    case 0x74:
      return same(start, end, 'typeof') || same(start, end, 'throw');
    case 0x76:
      return same(start, end, 'void');
    case 0x79:
      return same(start, end, 'yield');
    default:
      return false;
  }
}

/** Whether the word is the keyword of `if (…)` and the like. */
export function isControlWord(start: i32, end: i32): bool {
  switch (at(start)) {
    case 0x69:
      return same(start, end, 'if');
    case 0x77:
      return same(start, end, 'while') || same(start, end, 'with');
    case 0x66:
      return same(start, end, 'for');
    case 0x73:
      return same(start, end, 'switch');
    case 0x63:
      return same(start, end, 'catch');
    default:
      return false;
  }
}

/** The statement that the word just read opens, if it is a keyword that opens one there. */
export function scriptStatement(): Statement {
  const statement = statementWord(Lexer.tokenStart, Lexer.tokenEnd);
  if (statement === Statement.None) return statement;
  const end = Lexer.tokenEnd;
  // `type`, `interface` and `enum` are keywords only before the name they declare.
  if (statement === Statement.Type || statement === Statement.Interface || statement === Statement.Enum) {
    const name = spacesEnd(end, end + 40);
    return name > end && classOf(at(name)) === Class.Word ? statement : Statement.None;
  }
  // `{ default: …, case: …, class: … }`: a key.
  return at(spacesEnd(end, end + 20)) === Char.Colon ? Statement.None : statement;
}

function statementWord(start: i32, end: i32): Statement {
  const length = end - start;
  if (length < 2 || length > 9) return Statement.None;
  switch (at(start)) {
    case 0x63:
      if (same(start, end, 'const')) return Statement.Declaration;
      if (same(start, end, 'class')) return Statement.Class;
      return same(start, end, 'case') ? Statement.Case : Statement.None;
    case 0x65:
      return same(start, end, 'enum') ? Statement.Enum : Statement.None;
    case 0x66:
      if (same(start, end, 'function')) return Statement.Function;
      return same(start, end, 'for') ? Statement.Other : Statement.None;
    case 0x69:
      if (same(start, end, 'interface')) return Statement.Interface;
      return same(start, end, 'if') || same(start, end, 'import') ? Statement.Other : Statement.None;
    case 0x6c:
      return same(start, end, 'let') ? Statement.Declaration : Statement.None;
    case 0x72:
      return same(start, end, 'return') ? Statement.Other : Statement.None;
    case 0x74:
      if (same(start, end, 'type')) return Statement.Type;
      return same(start, end, 'throw') ? Statement.Other : Statement.None;
    case 0x76:
      return same(start, end, 'var') ? Statement.Declaration : Statement.None;
    case 0x77:
      return same(start, end, 'while') ? Statement.Other : Statement.None;
    default:
      return Statement.None;
  }
}

/** Whether the last token ends a value, so that a `/` divides, a `<` compares and a `(` calls. */
export function followsScriptValue(): bool {
  const start = Lexer.tokenStart;
  const end = Lexer.tokenEnd;
  const closed = Lexer.closedKind;
  switch (Lexer.token) {
    case Token.Number:
    case Token.String:
      return true;
    case Token.Word:
      return at(start - 1) === Char.Dot || !(isExpressionWord(start, end) || isControlWord(start, end));
    case Token.Close:
      return closed !== Kind.Control && closed !== Kind.Block && closed !== Kind.ClassBody && closed !== Kind.Enum;
    case Token.Operator:
      return same(start, end, '++') || same(start, end, '--') || same(start, end, '?.');
    default:
      return false;
  }
}

/** What a `{` opens: statements, an object, the members of a type, a class or an enum. */
export function braceKind(frame: Kind, statement: Statement): Kind {
  const start = Lexer.tokenStart;
  const end = Lexer.tokenEnd;
  switch (Lexer.token) {
    case Token.Open:
      if (at(start) !== Char.OpenBrace) return Kind.Object;
      return frame === Kind.Substitution || frame === Kind.JsxExpression ? Kind.Object : Kind.Block;
    case Token.Word:
      if (isTypeWord(start, end)) return Kind.TypeLiteral;
      if (isBlockWord(start, end)) return Kind.Block;
      if (isExpressionWord(start, end) || statementWord(start, end) === Statement.Declaration) return Kind.Object;
      return declaredBody(statement);
    case Token.Operator:
      return braceBehindOperator(start, end, frame, statement);
    default:
      return declaredBody(statement);
  }
}

function braceBehindOperator(start: i32, end: i32, frame: Kind, statement: Statement): Kind {
  if (same(start, end, '=>')) return Kind.Block;
  if (end - start === 1) {
    switch (at(start)) {
      case Char.Semicolon:
        return Kind.Block;
      case Char.Greater:
        return declaredBody(statement);
      case Char.Colon:
        if (Lexer.colon === Colon.Type) return Kind.TypeLiteral;
        return Lexer.colon === Colon.Statement ? Kind.Block : Kind.Object;
      case Char.Less:
      case Char.Pipe:
      case Char.Ampersand:
        return Kind.TypeLiteral;
      case Char.Equals:
        if (statement === Statement.Type) return Kind.TypeLiteral;
    }
  }
  return frame === Kind.TypeLiteral ? Kind.TypeLiteral : Kind.Object;
}

function isTypeWord(start: i32, end: i32): bool {
  return (
    same(start, end, 'as') ||
    same(start, end, 'satisfies') ||
    same(start, end, 'extends') ||
    same(start, end, 'is') ||
    same(start, end, 'keyof')
  );
}

/** Words that open a block where others of their kind open an object; see `isExpressionWord`. */
function isBlockWord(start: i32, end: i32): bool {
  return same(start, end, 'do') || same(start, end, 'else');
}

function declaredBody(statement: Statement): Kind {
  if (statement === Statement.Class) return Kind.ClassBody;
  if (statement === Statement.Interface) return Kind.TypeLiteral;
  return statement === Statement.Enum ? Kind.Enum : Kind.Block;
}
