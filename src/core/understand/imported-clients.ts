import type { Route } from '../find/reference';
import { importKey, type ImportedName } from './imported-names';

/** Where the requests of imported clients go, by `importKey`, for the files that have been read. */
export type ImportedRoutes = ReadonlyMap<string, Route>;

/** Stands for a client of another file that has not been read. Alone it counts as no route, but it disagrees with a client that is known. */
const unread: Route = { kind: 'unknown' };

/** A client's route, unless it only stands for a file that has not been read. */
export function unlessUnread(route: Route | undefined): Route | undefined {
  return route === unread ? undefined : route;
}

const ofClients = /client|azure|open_?ai|llm|gateway|provider|router|proxy/i;

/** `unread`, if an imported name sounds like a client. */
export function unreadOf({ specifier, exported }: ImportedName): Route | undefined {
  return ofClients.test(exported === 'default' ? specifier : exported) ? unread : undefined;
}

/** For one file, at most this many names are looked up in others. */
const maxAsked = 60;

/** The clients that a file imports. Notes which ones it needed, so that whoever can read those files can pass them in on the next reading. */
export class ImportedClients {
  readonly #asked = new Map<string, ImportedName>();

  constructor(private readonly known: ImportedRoutes = new Map()) {}

  /** Where an imported client's requests go; `unreadOf` it while its file has not been read, or where it is no client. */
  route(client: ImportedName): Route | undefined {
    const key = importKey(client);
    if (this.#asked.size < maxAsked) this.#asked.set(key, client);
    return this.known.get(key) ?? unreadOf(client);
  }

  get asked(): readonly ImportedName[] {
    return [...this.#asked.values()];
  }
}
