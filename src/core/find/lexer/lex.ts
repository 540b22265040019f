import type { Language } from '../reference';
import { JavaScriptLexer } from './javascript';
import { JsxLexer } from './jsx';
import type { OnComment, OnLiteral } from './lexer';
import { PythonLexer } from './python';

/** Reads a text through by its language's lexer, handing over its whole literals and, if asked to, its comments. */
export function lex(text: string, language: Language, onLiteral: OnLiteral, onComment?: OnComment): void {
  if (language === 'python') new PythonLexer(text, onLiteral, onComment).run();
  else if (language === 'typescript') new JavaScriptLexer(text, onLiteral, onComment).run();
  else new JsxLexer(text, language === 'typescriptreact', onLiteral, onComment).run();
}
