/** One bracket around a string, as the code names it. */
export interface Surrounding {
  readonly kind: 'top' | 'group' | 'call' | 'list' | 'subscript' | 'object' | 'type' | 'class' | 'block' | 'tag';
  /** What is called or subscripted: `client.chat.completions.create`. */
  readonly callee?: string;
  /** The key, keyword or variable that receives the value being written in this bracket. */
  readonly name?: string;
  /** Position among the bracket's elements, from 0. */
  readonly index: number;
}

/** A whole string literal (or a run of adjoining Python literals) with what stands around it. Offsets are UTF-16. */
export interface Site {
  /** First offset inside the opening quote. */
  readonly start: number;
  /** Offset of the closing quote. */
  readonly end: number;
  readonly value: string;
  readonly language: 'javascript' | 'python';
  /** Up to 60 characters of the same line before and behind the string. */
  readonly line: string;
  /** The significant token before the string: a word, an operator or a bracket; empty at the file's start. */
  readonly before: string;
  /** The significant token behind it; empty at the file's end or where none stands near. */
  readonly after: string;
  /** What a `:` before the string means: a key's value, a type, a conditional's second arm, or the start of a statement. */
  readonly colon: 'key' | 'type' | 'conditional' | 'statement' | undefined;
  /** Keyword of the statement the string stands in, where it decides what the string is for. */
  readonly statement: 'type' | 'assert' | 'case' | 'enum' | 'function' | 'other';
  /** The receiving name in the innermost bracket. */
  readonly name?: string;
  /** From the innermost bracket outwards, at most five. */
  readonly around: readonly Surrounding[];
}
