/** A name that an import statement brings into a file. */
export interface Imported {
  /** The name it has here. */
  readonly name: string;
  /** The module as written: `app.settings`, `..config`. */
  readonly specifier: string;
  /** The name it has there; absent where the module itself is imported. */
  readonly exported?: string;
  /** The module below `specifier` that `import a.b` names. */
  readonly module?: string;
}

/** An import statement's parts: the module behind `from`, where there is one, and what stands behind `import`. */
function partsOf(statement: string): { specifier: string | undefined; names: string } {
  const text = statement.replace(/#[^\n]*|\\\r?\n|[()]/g, ' ').trim();
  // No module can be called `import`, so that the first one ends the module's name.
  const [, from, names = ''] = /^(?:from\b([\s\S]*?))?\bimport\b([\s\S]*)$/.exec(text) ?? [];
  return { specifier: from?.replace(/\s/g, ''), names: names.trim() };
}

/** The module whose names an import statement's text brings in all, if it is such a one: `..config` of `from ..config import *`. */
export function starImport(statement: string): string | undefined {
  const { specifier, names } = partsOf(statement);
  return names === '*' ? specifier : undefined;
}

/** Reads an import statement's text. A star brings names that nobody can know. */
export function importedNames(statement: string): Imported[] {
  const { specifier, names } = partsOf(statement);
  return names.split(',').flatMap((entry): Imported[] => {
    const [, what, alias] = /^\s*([\w.]+)(?:\s+as\s+(\w+))?\s*$/.exec(entry) ?? [];
    if (what === undefined) return [];
    if (specifier !== undefined) return [{ name: alias ?? what, specifier, exported: what }];
    if (alias !== undefined) return [{ name: alias, specifier: what }];
    // `import a.b` binds `a`; what follows it is read as attributes.
    const name = what.split('.', 1)[0] as string;
    return [{ name, specifier: name, ...(what !== name && { module: what }) }];
  });
}

/** What an imported class or module is called; `Client` of OpenAI's own module is too common a name to stand for itself. */
export function importedName({ specifier, exported }: Pick<Imported, 'specifier' | 'exported'>): string {
  if (exported === undefined) return specifier.slice(specifier.lastIndexOf('.') + 1);
  return specifier === 'openai' && /^(?:Async)?Client$/.test(exported) ? `openai.${exported}` : exported;
}
