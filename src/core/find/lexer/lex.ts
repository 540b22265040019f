import type { Language } from '../reference';
import { DialectLexer } from './jsx';
import type { OnComment, OnLiteral, Places } from './lexer';
import { PythonLexer } from './python';

/**
 * Reads a text through by its language's lexer, handing over its whole literals and, if asked to, its comments.
 * @param places spares the literals that none of them stands in; where no comments are asked for, it stops behind the last one
 */
export function lex(
  text: string,
  language: Language,
  onLiteral: OnLiteral,
  onComment?: OnComment,
  places?: Places,
): void {
  if (language === 'python') new PythonLexer(text, onLiteral, onComment, places).run();
  else new DialectLexer(language, text, onLiteral, onComment, places).run();
}
