import type { ModelReference, Route } from '../find/reference';
import type { Place } from '../lines';
import type { ImportedName } from './imported-names';

/** An identifier that is read where a model's name could be, judged as the model itself would be there. */
export interface ModelRead extends Pick<ModelReference, 'role' | 'context' | 'route' | 'extras' | 'purpose'> {
  /** Offsets of the identifier where it is read, UTF-16. */
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** An identifier that holds a model. Hovers work on it, and a problem at its use says where the value comes from. */
export interface ModelBinding extends ModelRead {
  /** The string's whole value and the model in it. */
  readonly text: string;
  readonly model: string;
  /** Where the value is written: in this file, or in the file that an import names. */
  readonly origin:
    | {
        readonly start: number;
        readonly end: number;
        /** The notebook cell that sets it, from 0, if that is not the cell that reads it. */
        readonly cell?: number;
      }
    | {
        readonly specifier: string;
        readonly exported: string;
        /** The file that holds the value, absolute with `/`. */
        readonly path: string;
        readonly start: number;
        readonly end: number;
        /** The same as lines and columns. */
        readonly begins: Place;
        readonly ends: Place;
      };
}

/** A name whose value may be in another file of the workspace; resolved by whoever can read that file. */
export interface ImportedModel extends ImportedName {
  readonly reads: readonly ModelRead[];
}

/** A name by which other files can import a model: a constant, an enum member, a class attribute (`Class.NAME`). */
export interface ExportedModel {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly model: string;
}

/** A name by which other files can import a client, or a function that returns one or sends a request through it. */
export interface ExportedClient {
  /** As an import names it; empty where the module itself is the client (`module.exports = new OpenAI()`). */
  readonly name: string;
  readonly route: Route;
}

/** What a file re-exports: one name, a whole module under a name, or everything. */
export interface Reexport {
  /** Its name here; absent where everything is re-exported (`export * from`, `from … import *`). */
  readonly name?: string;
  /** The module as written. */
  readonly specifier: string;
  /** Its name there; absent where `name` stands for the module itself. */
  readonly exported?: string;
  /** Names left out of a re-export of everything, because the file defines them itself. */
  readonly except?: readonly string[];
}

/** What the second pass knows of a file. */
export interface Understanding {
  /** The first pass's references in their order, refined. */
  readonly references: readonly ModelReference[];
  readonly bindings: readonly ModelBinding[];
  readonly imports: readonly ImportedModel[];
  readonly exports: readonly ExportedModel[];
  readonly reexports: readonly Reexport[];
  readonly clients: readonly ExportedClient[];
  /** The clients of other files that routes here depend on. */
  readonly asked: readonly ImportedName[];
}

/** Longer or deeper texts are left to the first pass: they can overflow a parser's stack or stall it for seconds. */
export const limits = { characters: 1_000_000, depth: 200 } as const;
