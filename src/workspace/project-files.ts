import { parse } from 'jsonc-parser';
import { isWithin, withSlash } from '../core/paths';
import { onceLoaded } from '../core/remember';
import type { Workspace } from './modules';

export type Json = Readonly<Record<string, unknown>>;

/** Reads the files in which a project names its parts: package.json, tsconfig.json and the like. */
export class ProjectFiles {
  readonly #known = new Map<string, Promise<unknown>>();

  constructor(private readonly workspace: Workspace) {}

  /** A file's text; empty if there is none, or if it is outside the workspace. */
  async text(path: string): Promise<string> {
    return (this.#holds(path) && (await this.workspace.read(path))) || '';
  }

  /** A JSON file, which may have comments and trailing commas; empty if there is none, or if it holds no object. */
  json(path: string): Promise<Json> {
    return this.once(path, async () => record(parse(await this.text(path))));
  }

  /** Memoizes a value under a key. */
  once<Value>(key: string, make: () => Promise<Value>): Promise<Value> {
    return onceLoaded(this.#known, key, make) as Promise<Value>;
  }

  /** The folders in a folder that may hold the project's own code; none where folders cannot be listed. */
  folders(folder: string): string[] {
    const names = (this.#holds(folder) && this.workspace.list?.(folder)) || [];
    return names
      .filter((name) => name !== 'node_modules' && !name.startsWith('.'))
      .map((name) => withSlash(folder) + name);
  }

  #holds(path: string): boolean {
    return isWithin(path, this.workspace.roots);
  }
}

/** A JSON value as an object; empty if it is none. */
export function record(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

/** The strings in a JSON value that may be a string or a list. */
export function texts(value: unknown): string[] {
  return [value].flat().filter((each) => typeof each === 'string');
}
