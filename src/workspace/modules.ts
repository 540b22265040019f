import { findReferences } from '../core/find/find';
import { languageOf } from '../core/find/languages';
import type { Language, Route } from '../core/find/reference';
import { relativeTo, isWithin } from '../core/paths';
import { onceLoaded } from '../core/remember';
import { understandCells } from '../core/understand/cells';
import type { ImportedRoutes } from '../core/understand/imported-clients';
import { importKey, type ImportedName } from '../core/understand/imported-names';
import { importCandidates } from '../core/understand/resolve';
import { understand } from '../core/understand/understand';
import { pathsFor, type Lack } from './lack';
import { ProjectFiles } from './project-files';
import { meaningsOf, type Meaning } from './specifiers';
import type { SourceText } from './understand-file';
import type { ExportedModel, ExportedClient, Reexport, Understanding } from '../core/understand/understanding';

/** Where imported names are looked up. */
export interface Workspace {
  /** Absolute paths with `/`: only files below them are read. */
  readonly roots: readonly string[];
  /** Reads a file; nothing if there is none, or it is too large. */
  readonly read: (path: string) => string | undefined | Promise<string | undefined>;
  /** Lists the names of the folders in a folder, without links; absent where folders cannot be listed. */
  readonly list?: (folder: string) => readonly string[];
  /** Lists the source files around a path that hold one of these texts, without tests; absent where files cannot be searched. */
  readonly holding?: (texts: readonly string[], path: string) => readonly string[];
}

/** A workspace in which some files have unsaved text. */
export function withUnsaved(workspace: Workspace, unsaved: ReadonlyMap<string, string> | undefined): Workspace {
  return unsaved ? { ...workspace, read: (path) => unsaved.get(path) ?? workspace.read(path) } : workspace;
}

/** What a file offers to others. */
interface Offer {
  readonly exports: readonly ExportedModel[];
  readonly reexports: readonly Reexport[];
  readonly clients: readonly ExportedClient[];
}

/** What was looked up, with the file that holds it. */
interface Found<Value> {
  readonly path: string;
  readonly text: string;
  readonly value: Value;
}

type ExtraIds = ReadonlySet<string> | undefined;

const nothing: Offer = { exports: [], reexports: [], clients: [] };

/** Marks files that may re-export everything, or export a single value. */
const wholesale = /\*|\bmodule\.exports\b|\bexport =/;

/** How many files are remembered, and through how many and how deep a name is followed. */
const remembered = 500;
const maxFiles = 40;
const maxDepth = 8;
/** How much imported text is parsed for one file, in characters: some two seconds’ worth, well below the parser's time limit. */
const maxText = 2_500_000;

/** What files offer, by path, valid while their text is the same: a file being edited imports the same modules each time. */
const offers = new Map<string, { readonly text: string; readonly extraIds: ExtraIds; readonly offer: Offer }>();

/** Looks up imported names in the files of a workspace, through re-exports. */
export class Modules {
  /** The files that have been read. */
  readonly files = new Set<string>();
  /** The imports that no file matches. */
  readonly lacks = new Map<string, Lack>();
  readonly #project: ProjectFiles;
  readonly #texts = new Map<string, Promise<string | undefined>>();
  readonly #parsed = new Set<string>();
  #textParsed = 0;

  /** @param extraIds ids to find whatever their shape; see `Program.extraIds` */
  constructor(
    private readonly workspace: Workspace,
    private readonly extraIds?: ExtraIds,
  ) {
    this.#project = new ProjectFiles(workspace);
  }

  /** The model that an imported name stands for, with the file that holds it. */
  async model(wanted: ImportedName, from: string, language: Language): Promise<Found<ExportedModel> | undefined> {
    const pick = ({ exports }: Offer, exported: string) => exports.find(({ name }) => name === exported);
    return this.#find(wanted, from, language, pick);
  }

  /** Understands a text, given the clients that it imports: where other files tell their routes, the text is read a second time. */
  async understand({ path, text, language, references, cells }: SourceText): Promise<Understanding | undefined> {
    const read = (routes?: ImportedRoutes) =>
      cells
        ? understandCells(text, language, cells, references, routes)
        : understand(text, language, references, routes);
    const alone = await read();
    if (path === undefined) return alone;
    const routes = new Map<string, Route>();
    for (const client of alone?.asked ?? []) {
      const found = await this.#find(client, path, language, clientIn);
      if (found) routes.set(importKey(client), { ...found.value.route, from: client.specifier });
    }
    return routes.size > 0 ? read(routes) : alone;
  }

  async #find<Value>(
    wanted: ImportedName,
    from: string,
    language: Language,
    pick: (offer: Offer, exported: string) => Value | undefined,
    depth = 0,
    seen = new Set<string>(),
  ): Promise<Found<Value> | undefined> {
    if (seen.size >= maxFiles) return undefined;
    const names = await this.#namesFor(wanted, from, language);
    const candidates = names.flatMap((name) =>
      importCandidates(name, from, language).map((each) => ({ ...each, by: name.by })),
    );
    let exists = false;
    for (const { path, exported, by } of candidates) {
      // A workspace cannot name a file outside itself.
      if (path === from || !isWithin(path, this.workspace.roots)) continue;
      const text = await this.#read(path);
      if (text === undefined) continue;
      exists = true;
      const key = `${path}\n${exported}`;
      if (seen.has(key)) return undefined;
      seen.add(key);
      for (const file of by ? [by, path] : [path]) this.files.add(file);
      const offer = this.#mayParse(path, text, exported) ? await offerOf(path, text, this.extraIds) : nothing;
      const value = pick(offer, exported);
      if (value) return { path, text, value };
      for (const next of depth < maxDepth ? handedOn(exported, offer.reexports) : []) {
        const found = await this.#find(next, path, languageOf(path) as Language, pick, depth + 1, seen);
        if (found) return found;
      }
      // Where `ai.client` of a Python package is not in its module `ai`, the package itself may have something called `ai`.
      if (exported === wanted.exported) return undefined;
    }
    if (exists) return undefined;
    for (const { specifier, exported, ofAny } of names) if (!ofAny) this.#lack({ specifier, exported, from });
    return undefined;
  }

  /** The paths that the project's settings map an import to, with the file that does so, and the import as written. */
  async #namesFor(
    wanted: ImportedName,
    from: string,
    language: Language,
  ): Promise<(ImportedName & Partial<Meaning>)[]> {
    if (language === 'python') return [wanted];
    const meanings = await meaningsOf(wanted.specifier, from, this.#project);
    return [...meanings.map((each) => ({ ...wanted, ...each, specifier: relativeTo(from, each.path) })), wanted];
  }

  /** Reads each file only once, and remembers those that do not exist, as most: several names may be imported from one module. */
  #read(path: string): Promise<string | undefined> {
    return onceLoaded(this.#texts, path, async () => this.workspace.read(path));
  }

  /** Remembers an import that no file matches, if a file could ever match it. */
  #lack(lack: Lack): void {
    const key = [lack.from, lack.specifier, nameIn(lack.exported)].join('\n');
    if (!this.lacks.has(key) && pathsFor(lack).length > 0) this.lacks.set(key, lack);
  }

  /** Whether a file may offer a name, and there is still time to parse it. */
  #mayParse(path: string, text: string, wanted: string): boolean {
    // A file that neither contains the name nor re-exports everything is not worth parsing.
    if (!text.includes(nameIn(wanted)) && !wholesale.test(text)) return false;
    if (this.#parsed.has(path)) return true;
    if (this.#textParsed + text.length > maxText) return false;
    this.#textParsed += text.length;
    this.#parsed.add(path);
    return true;
  }
}

/**
 * The client that a name stands for or is a member of; where the file as a whole is a client, every name is a member of it. A function's
 * parameter is not the function.
 */
function clientIn({ clients }: Offer, exported: string): ExportedClient | undefined {
  const isMember = !exported.endsWith(')');
  const holds = ({ name }: ExportedClient) =>
    name === exported || (isMember && (name === '' || exported.startsWith(`${name}.`)));
  return clients.filter(holds).sort((one, other) => other.name.length - one.name.length)[0];
}

/** Where a re-exported name may come from: first the re-exports that name it, then those of everything. */
function handedOn(wanted: string, reexports: readonly Reexport[]): ImportedName[] {
  const named = reexports.flatMap(({ name, specifier, exported }): ImportedName[] => {
    if (name === undefined || (wanted !== name && !wanted.startsWith(`${name}.`))) return [];
    const rest = wanted.slice(name.length + 1);
    const there = [exported, rest].filter((part) => part !== undefined && part !== '').join('.');
    return there === '' ? [] : [{ specifier, exported: there }];
  });
  const whole = reexports.filter(({ name, except }) => name === undefined && !except?.includes(nameIn(wanted)));
  return [...named, ...whole.map(({ specifier }) => ({ specifier, exported: wanted }))];
}

/** The exported name in a path of members: `ai` in `ai.responses`. */
function nameIn(exported: string): string {
  return exported.split('.', 1)[0] as string;
}

async function offerOf(path: string, text: string, extraIds: ExtraIds): Promise<Offer> {
  const language = languageOf(path);
  if (!language || language === 'notebook') return nothing;
  const known = offers.get(path);
  if (known?.text === text && sameIds(known.extraIds, extraIds)) return known.offer;
  const offer = (await understand(text, language, findReferences(text, language, extraIds))) ?? nothing;
  if (offers.size >= remembered) offers.delete(offers.keys().next().value as string);
  offers.delete(path);
  const { exports, reexports, clients } = offer;
  offers.set(path, { text, extraIds, offer: { exports, reexports, clients } });
  return offer;
}

function sameIds(one: ExtraIds, other: ExtraIds): boolean {
  return one === other || [...(one ?? [])].join() === [...(other ?? [])].join();
}
