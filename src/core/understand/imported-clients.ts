import type { Route } from '../find/reference';

/** A name of another module that a file may use as a client, or call for one. */
export interface ImportedClient {
  /** The module as written: `./client`, `app.clients`. */
  readonly specifier: string;
  /** The name it has there, and members behind it: `openai.chat.completions`, `get_client`; empty for the module itself. */
  readonly exported: string;
}

/** Where the requests of imported clients go, by `keyOf`, as far as somebody has read the files that hold them. */
export type ImportedRoutes = ReadonlyMap<string, Route>;

/** So many names of other files are asked about for one file. */
const mostAsked = 60;

/** The clients that a file has from others. What it asks for is noted, so that whoever can read those files can answer the next time. */
export class ImportedClients {
  readonly #asked = new Map<string, ImportedClient>();

  constructor(private readonly known: ImportedRoutes = new Map()) {}

  /** Where an imported client's requests go; nothing while nobody has looked, or where it is none. */
  route(client: ImportedClient): Route | undefined {
    const key = keyOf(client);
    if (this.#asked.size < mostAsked) this.#asked.set(key, client);
    return this.known.get(key);
  }

  get asked(): readonly ImportedClient[] {
    return [...this.#asked.values()];
  }
}

export function keyOf({ specifier, exported }: ImportedClient): string {
  return `${specifier}\n${exported}`;
}
