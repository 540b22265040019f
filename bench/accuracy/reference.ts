import type { RouteKind } from './names';

/** What an independent reader says of one string. Lines and columns count from 1, columns in UTF-16 units, behind the quote. */
export interface Expected {
  readonly line: number;
  readonly column: number;
  readonly cell?: number;
  readonly text: string;
  readonly model: string;
  /** A word such as `o1` that only its surroundings make a model. */
  readonly bare: boolean;
  /** Nothing where the file was read by its tokens only. */
  readonly context: string | null;
  /** Nothing where the file does not show it to a simple reading. */
  readonly route: RouteKind | null;
  /** Names that receive or call the value. */
  readonly names: readonly string[];
}

/** A file as its reader took it: by a syntax tree, by tokens, or not at all. */
export interface Reading {
  readonly path: string;
  readonly how: 'tree' | 'tokens' | 'refused';
  readonly references: readonly Expected[];
  /** Strings that look like a model and are none that the reader knows. */
  readonly alike: readonly { readonly line: number; readonly text: string; readonly cell?: number }[];
}
