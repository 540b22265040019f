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

/** Reads an import statement's text. A star brings names that nobody can know. */
export function importedNames(statement: string): Imported[] {
  const text = statement.replace(/#[^\n]*|\\\r?\n|[()]/g, ' ').trim();
  const from = /^from\s*(\.[.\s]*[\w.]*|[\w.]+)\s*import\s+([\s\S]*)$/.exec(text);
  const list = (from?.[2] ?? text.replace(/^import\s+/, '')).split(',');
  const specifier = from?.[1]?.replace(/\s/g, '');
  return list.flatMap((entry): Imported[] => {
    const [, what, alias] = /^\s*([\w.]+)(?:\s+as\s+(\w+))?\s*$/.exec(entry) ?? [];
    if (what === undefined) return [];
    if (specifier !== undefined) return [{ name: alias ?? what, specifier, exported: what }];
    if (alias !== undefined) return [{ name: alias, specifier: what }];
    // `import a.b` binds `a`; what follows it is read as attributes.
    const name = what.split('.', 1)[0] as string;
    return [{ name, specifier: name, ...(what !== name && { module: what }) }];
  });
}
