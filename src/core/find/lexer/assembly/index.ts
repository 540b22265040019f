// The lexers as a WebAssembly module: compiled once and fast from the first byte, where a JIT would still be warming up when the whole scan
// is over. AssemblyScript, a dialect of TypeScript for WebAssembly: https://www.assemblyscript.org

import { locate, moveTo, rewind } from './cursor';
import { Frames } from './frames';
import { Lexer, Wanted } from './lexer';
import { nextPlace } from './places';
import { lexPython } from './python';
import { Char } from './characters';
import { beginRecord, describe, piecesAddress, piecesEnd, recordAddress } from './record';
import { lexScript } from './script';
import { Text, at, find, isAscii, margin, startsWith } from './text';

export { describe, isAscii, locate, moveTo, piecesAddress, recordAddress, rewind };

/** The languages by their numbers. */
const enum Language {
  Python,
  JavaScript,
  TypeScript,
  TypeScriptReact,
}

const pageSize: i32 = 65_536;

/** Makes room for a text of so many bytes and returns where to put it. */
export function reserve(bytes: i32): i32 {
  const start = (piecesEnd + margin + 15) & ~15;
  const pages = (start + bytes + margin + pageSize - 1) / pageSize;
  if (pages > memory.size() && memory.grow(pages - memory.size()) < 0) unreachable();
  return start;
}

/** Says where the text is; everything that follows is about it. */
export function setText(start: i32, end: i32): void {
  Text.start = start;
  Text.end = end;
  // Nothing but a byte order mark is ever written before the text.
  memory.fill(<usize>end, 0, margin);
}

/** Whether the text can name a model at all; text in UTF-16, which has not been decoded yet, always can. */
export function mayNameModel(): bool {
  const mark = (at(Text.start) << 8) | at(Text.start + 1);
  return mark === 0xfffe || mark === 0xfeff || nextPlace(Text.start) < Text.end;
}

const directive = 'token-allowance:';

/** Whether the text can hold an ignore comment; see `directives.ts`. */
export function mayHoldDirective(): bool {
  for (let colon = find(Char.Colon, Text.start); colon < Text.end; colon = find(Char.Colon, colon + 1)) {
    if (startsWith(colon + 1 - directive.length, directive)) return true;
  }
  return false;
}

/** Reads the whole text, handing over what is wanted. Where only models are, it stops after the last place that may name one. */
export function lex(language: Language, wanted: Wanted): void {
  Lexer.python = language === Language.Python;
  Lexer.typescript = language === Language.TypeScript || language === Language.TypeScriptReact;
  Lexer.elements = language !== Language.TypeScript;
  Lexer.begin(wanted);
  beginRecord();
  if (Lexer.python) lexPython();
  else lexScript();
}

/** The most brackets that the last text had open at once. */
export function mostOpen(): i32 {
  return Frames.mostOpen();
}
