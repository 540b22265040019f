import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@lezer/python';
import { lex, Wanted } from '../../find/lexer/lexer';
import { blankMagics } from '../../find/notebook';
import { limits } from '../understanding';
import { withoutGaps } from './gaps';

/** Milliseconds: many times what parsing a text within the limits takes, unless every character is an error. */
const patience = 3000;

/** A text's syntax tree, with the text's offsets; nothing where the text is not Python or is nested too deeply. */
export function parsePython(text: string): Tree | undefined {
  const tree = parseSound(text);
  if (tree) return tree;
  // A notebook kept as a script, by its export or for running cell by cell, may hold IPython's magics.
  const plain = blankMagics(text);
  return plain === text ? undefined : parseSound(plain);
}

function parseSound(text: string): Tree | undefined {
  if (lex(text, 'python', Wanted.Literals, {}).mostOpen > limits.depth) return undefined;
  try {
    const tree = parseInTime(withoutGaps(text));
    return tree && isSound(tree, text) ? tree : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined; // The stack overflowed: nesting other than by brackets.
    throw error;
  }
}

function parseInTime(text: string): Tree | undefined {
  const parse = parser.startParse(text);
  const end = performance.now() + patience;
  for (let steps = 1; ; steps++) {
    const tree = parse.advance();
    if (tree) return tree;
    if (steps % 64 === 0 && performance.now() > end) return undefined;
  }
}

function isSound(tree: Tree, text: string): boolean {
  let sound = true;
  tree.iterate({
    enter(at) {
      if (at.type.isError) sound &&= isHarmless(at.node);
      else if (at.name === 'String' || at.name === 'FormatString') sound &&= isClosed(text.slice(at.from, at.to));
      return sound;
    },
  });
  return sound;
}

/** Whether a string ends in its quotes: the grammar also accepts one that is still open at the end of its line. */
function isClosed(literal: string): boolean {
  const [opening = '', quotes = ''] = /^[a-zA-Z]*("""|'''|"|')/.exec(literal) ?? [];
  return literal.length >= opening.length + quotes.length && literal.endsWith(quotes);
}

/** Whether an error is only a gap in the grammar that leaves the code around it intact: `case Point():`, `tuple[*Ts]`, `@on(x).done`. */
function isHarmless(error: SyntaxNode): boolean {
  for (let at = error.parent; at; at = at.parent) {
    if (at.name === 'MatchClause' || at.name === 'Decorator') return true;
    if (at.type.is('Statement')) return false;
    if (at.name === 'MemberExpression' && at.lastChild?.name === ']') return true;
  }
  return false;
}
