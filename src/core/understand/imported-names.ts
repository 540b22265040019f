import type { ImportedModel, ModelRead } from './understanding';

/** A name that a file imports from another module. */
export interface ImportedName {
  /** The module as written: `./config`, `.config`, `app.settings`. */
  readonly specifier: string;
  /** Its name there, or `default`, with any members: `Class.ATTRIBUTE`, `openai.chat`; empty for the module itself. */
  readonly exported: string;
}

/** Identifies a name of a module. */
export function importKey({ specifier, exported }: ImportedName): string {
  return `${specifier}\n${exported}`;
}

/** Groups reads by the name they import. */
export function byName(reads: readonly (readonly [name: ImportedName, read: ModelRead])[]): ImportedModel[] {
  const found = new Map<string, ImportedModel & { reads: ModelRead[] }>();
  for (const [name, read] of reads) {
    const key = importKey(name);
    const known = found.get(key);
    if (known) known.reads.push(read);
    else found.set(key, { ...name, reads: [read] });
  }
  return [...found.values()];
}
