import type { RouteKind } from './names';

/** What an independent reader says about one string. Lines and columns count from 1; columns are in UTF-16 units, after the quote. */
export interface Expected {
  readonly line: number;
  readonly column: number;
  readonly cell?: number;
  readonly text: string;
  readonly model: string;
  /** Whether it is a word such as `o1` that is a model only in context. */
  readonly bare: boolean;
  /** `null` if the file was read only by tokens. */
  readonly context: string | null;
  /** `null` if a simple reading of the file does not show it. */
  readonly route: RouteKind | null;
  /** Names that receive or call the value. */
  readonly names: readonly string[];
  /** The object, enumeration, class or block of which the value is an entry, or no number if it is none. */
  readonly table: number | null;
}

/** What the reader found in a file, and how: by a syntax tree, by tokens, or not at all. */
export interface Reading {
  readonly path: string;
  readonly how: 'tree' | 'tokens' | 'refused';
  readonly references: readonly Expected[];
  /** Strings that look like a model but are unknown to the reader. */
  readonly alike: readonly { readonly line: number; readonly text: string; readonly cell?: number }[];
}
