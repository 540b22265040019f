import type { Route } from '../find/reference';
import { keyOf, type ImportedName } from './imported-names';

/** Where the requests of imported clients go, by `keyOf`, as far as somebody has read the files that hold them. */
export type ImportedRoutes = ReadonlyMap<string, Route>;

/** Stands for a client of another file that nobody has read: alone it says nothing, but beside one that is seen the two do not agree. */
const unread: Route = { kind: 'unknown' };

/** What is known of a client, where that is anything. */
export function unlessUnread(route: Route | undefined): Route | undefined {
  return route === unread ? undefined : route;
}

const ofClients = /client|azure|open_?ai|llm|gateway|provider|router|proxy/i;

/** `unread`, if an imported name tells that it is a client. */
export function unreadOf({ specifier, exported }: ImportedName): Route | undefined {
  return ofClients.test(exported === 'default' ? specifier : exported) ? unread : undefined;
}

/** So many names of other files are asked about for one file. */
const mostAsked = 60;

/** The clients that a file has from others. What it asks for is noted, so that whoever can read those files can answer the next time. */
export class ImportedClients {
  readonly #asked = new Map<string, ImportedName>();

  constructor(private readonly known: ImportedRoutes = new Map()) {}

  /** Where an imported client's requests go; `unreadOf` it while nobody has looked, or where it is none. */
  route(client: ImportedName): Route | undefined {
    const key = keyOf(client);
    if (this.#asked.size < mostAsked) this.#asked.set(key, client);
    return this.known.get(key) ?? unreadOf(client);
  }

  get asked(): readonly ImportedName[] {
    return [...this.#asked.values()];
  }
}
