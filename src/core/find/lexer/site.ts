/** One bracket around a string, as the code names it. */
export interface Surrounding {
  readonly kind:
    'top' | 'group' | 'call' | 'list' | 'subscript' | 'object' | 'type' | 'class' | 'block' | 'tag' | 'element';
  /** What is called or subscripted: `client.chat.completions.create`. */
  readonly callee: string | undefined;
  /** The key, keyword or variable that receives the value written in this bracket. */
  readonly name: string | undefined;
  /** Position among a call's arguments, from 0. */
  readonly index: number;
}

/** What is around a whole string literal (or a run of adjoining Python literals). */
export interface Site {
  readonly language: 'javascript' | 'python';
  /** The significant token before the string: a word, an operator or a bracket; empty at the file's start. */
  readonly before: string;
  /** The significant token after it; empty at the file's end or where none is near. */
  readonly after: string;
  /** What a `:` before the string means: a key's value, a type, a conditional's second arm, or the start of a statement. */
  readonly colon: 'key' | 'type' | 'conditional' | 'statement' | undefined;
  /** The keyword of the string's statement, where that decides what the string is for. */
  readonly statement: 'type' | 'assert' | 'case' | 'enum' | 'function' | 'other';
  /** The receiving name in the innermost bracket. */
  readonly name: string | undefined;
  /** From the innermost bracket outwards, at most five. */
  readonly around: readonly Surrounding[];
}

/** The module's numbers for kinds of brackets (`Kind` in `assembly/frames.ts`). */
export const kinds: readonly Surrounding['kind'][] = [
  ...(['top', 'group', 'call', 'group', 'list', 'subscript', 'object', 'block', 'type'] as const),
  ...(['class', 'class', 'group', 'tag', 'element', 'group'] as const),
];

/** Its numbers for readings of a colon (`Colon` in `assembly/lexer.ts`). */
export const colons: readonly Site['colon'][] = [undefined, 'key', 'type', 'conditional', 'statement'];

/** Its numbers for statements (`Statement` in `assembly/frames.ts`); the others say nothing. */
export const statements: readonly (Site['statement'] | undefined)[] = [
  ...([undefined, undefined, 'type', undefined, 'enum', undefined, 'case', 'assert', 'function'] as const),
];
