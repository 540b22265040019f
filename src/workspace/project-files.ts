import { parse } from 'jsonc-parser';
import type { Workspace } from './modules';
import { isWithin, withSlash } from './slashed';

export type Json = Readonly<Record<string, unknown>>;

/** The files by which a project says how its parts are called: package.json, tsconfig.json and their like. */
export class ProjectFiles {
  readonly #known = new Map<string, Promise<unknown>>();

  constructor(private readonly workspace: Workspace) {}

  /** A file's text; empty where there is none, or outside of the workspace. */
  async text(path: string): Promise<string> {
    return (this.#holds(path) && (await this.workspace.read(path))) || '';
  }

  /** A file of JSON, comments and commas too many allowed; empty where there is none, or no object in it. */
  json(path: string): Promise<Json> {
    return this.once(path, async () => record(parse(await this.text(path))));
  }

  /** What has been made under a key, which is made only once. */
  once<Value>(key: string, make: () => Promise<Value>): Promise<Value> {
    const known = (this.#known.get(key) as Promise<Value> | undefined) ?? make();
    this.#known.set(key, known);
    return known;
  }

  /** The folders in a folder that may be somebody's own; none where folders cannot be listed. */
  folders(folder: string): string[] {
    const names = (this.#holds(folder) && this.workspace.list?.(folder)) || [];
    return names
      .filter((name) => name !== 'node_modules' && !name.startsWith('.'))
      .map((name) => withSlash(folder) + name);
  }

  #holds(path: string): boolean {
    return isWithin(this.workspace.roots, path);
  }
}

/** What JSON may be, as an object; empty where it is none. */
export function record(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

/** The texts of what JSON may be: a text, or a list of some. */
export function texts(value: unknown): string[] {
  return [value].flat().filter((each) => typeof each === 'string');
}
