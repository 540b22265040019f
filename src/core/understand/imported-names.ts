import type { ImportedModel, ModelRead } from './understanding';

/** A name that a file has from another module. */
export interface ImportedName {
  /** The module as written: `./config`, `.config`, `app.settings`. */
  readonly specifier: string;
  /** The name it has there, or `default`, and members behind it: `Class.ATTRIBUTE`, `openai.chat`; empty for the module itself. */
  readonly exported: string;
}

/** The same for all who name the same. */
export function keyOf({ specifier, exported }: ImportedName): string {
  return `${specifier}\n${exported}`;
}

/** Imported names, each with all its reads. */
export function byName(reads: readonly (readonly [name: ImportedName, read: ModelRead])[]): ImportedModel[] {
  const found = new Map<string, ImportedModel & { reads: ModelRead[] }>();
  for (const [name, read] of reads) {
    const key = keyOf(name);
    const known = found.get(key);
    if (known) known.reads.push(read);
    else found.set(key, { ...name, reads: [read] });
  }
  return [...found.values()];
}
