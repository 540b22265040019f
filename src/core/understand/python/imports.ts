import { lastPart } from '../../last-part';

/** A name that an import statement brings into a file. */
export interface Imported {
  /** Its name here. */
  readonly name: string;
  /** The module as written: `app.settings`, `..config`. */
  readonly specifier: string;
  /** Its name there; absent where the module itself is imported. */
  readonly exported?: string;
  /** The module below `specifier` that `import a.b` names. */
  readonly module?: string;
}

/** The parts of an import statement: the module behind `from`, if any, and the text behind `import`. */
function partsOf(statement: string): { specifier: string | undefined; names: string } {
  const text = statement.replace(/#[^\n]*|\\\r?\n|[()]/g, ' ').trim();
  // No module can be called `import`, so the first one ends the module's name.
  const [, from, names = ''] = /^(?:from\b([\s\S]*?))?\bimport\b([\s\S]*)$/.exec(text) ?? [];
  return { specifier: from?.replace(/\s/g, ''), names: names.trim() };
}

/** The module of a star import: `..config` of `from ..config import *`; nothing for other imports. */
export function starImport(statement: string): string | undefined {
  const { specifier, names } = partsOf(statement);
  return names === '*' ? specifier : undefined;
}

/** The names that an import statement brings in; none for a star, whose names are unknown. */
export function importedNames(statement: string): Imported[] {
  const { specifier, names } = partsOf(statement);
  return names.split(',').flatMap((entry): Imported[] => {
    const [, what, alias] = /^\s*([\w.]+)(?:\s+as\s+(\w+))?\s*$/.exec(entry) ?? [];
    if (what === undefined) return [];
    if (specifier !== undefined) return [{ name: alias ?? what, specifier, exported: what }];
    if (alias !== undefined) return [{ name: alias, specifier: what }];
    // `import a.b` binds `a`; the rest is read as attributes.
    const name = what.split('.', 1)[0] as string;
    return [{ name, specifier: name, ...(what !== name && { module: what }) }];
  });
}

/** The original name of an imported class or module, with the module for OpenAI's `Client`, which is too common a name. */
export function importedName({ specifier, exported }: Pick<Imported, 'specifier' | 'exported'>): string {
  if (exported === undefined) return lastPart(specifier);
  return specifier === 'openai' && /^(?:Async)?Client$/.test(exported) ? `openai.${exported}` : exported;
}
