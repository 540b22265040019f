import { findReferences } from '../core/find/find';
import { languageOf } from '../core/find/languages';
import type { Language, ModelReference, Route } from '../core/find/reference';
import { append } from '../core/group-by';
import { lastPart } from '../core/last-part';
import { pathBelow, rootOf } from '../core/paths';
import { unanimous } from '../core/understand/agreement';
import { standIns } from '../core/understand/stand-in';
import { asTried, mayBeTried } from '../core/understand/tree-fields';
import type { ModelBinding, Understanding } from '../core/understand/understanding';
import { importedModels } from './imported-models';
import { Modules, type Workspace } from './modules';
import type { SourceText } from './understand-file';

/** How many files are parsed for the tables of one file, and how much of their text, in characters: some two seconds’ worth. */
const maxReaders = 100;
const maxText = 1_000_000;

/** The name of a row behind that of its table, if that has one. Names in quotes are read in other ways. */
const member = /^(?:\w+\.)*?((?:\w+\.)?\w+)$/;

/** A file's references, given what other files ask of its tables. */
export interface Asked {
  readonly references: readonly ModelReference[];
  /** The files that this rests on; absent where there is no table that others could read, so that none was looked for. */
  readonly reads?: readonly string[];
}

/**
 * Makes uses of the rows of a file's tables that another file asks by name: `ask({ model: Models.GPT_4O })`. Where reading one is no use (a
 * comparison, a list), it stays a mention. Its route is told if all these uses agree on one.
 */
export async function askedElsewhere(
  { references, exports }: Understanding,
  { path = '', language, extraIds }: Pick<SourceText, 'path' | 'language' | 'extraIds'>,
  workspace: Workspace,
): Promise<Asked> {
  const offered = new Set(references.filter(mayBeTried).map(({ start }) => start));
  const rows = exports.flatMap(({ name, start }) => (offered.has(start) && member.exec(name)?.[1]) || []);
  // Nothing imports from a notebook.
  if (rows.length === 0 || !workspace.holding || languageOf(path) === 'notebook') return { references };
  const row = new RegExp(
    `(?:\\w{1,40}\\.){0,3}\\b(?:${rows.join('|').replaceAll('.', '\\.')})\\b(?:\\.value\\b)?`,
    'g',
  );
  const modules = new Modules(workspace, extraIds);
  const reads = new Set<string>();
  const routes = new Map<number, Route[]>();
  const members = new Set(rows.map(lastPart));
  let [files, length] = [0, 0];
  for (const file of workspace.holding([...new Set(rows.map(sign))], path)) {
    if (file === path) continue;
    const source = await sourceOf(file, language, workspace);
    if (!source) continue;
    const places = Array.from(source.text.matchAll(row), rangeOf);
    if (places.length === 0) continue;
    // Also where it does not ask a row yet.
    reads.add(file);
    if (!standIns(source.text, source.language, places).some((like) => like?.role === 'use')) continue;
    if (++files > maxReaders || (length += source.text.length) > maxText) break;
    for (const { origin, role, route } of await importsOf(source, members, modules))
      if (role === 'use' && 'path' in origin && origin.path === path)
        append(routes, origin.start, seenIn(route, file, workspace));
  }
  for (const file of modules.files) if (file !== path) reads.add(file);
  return { references: references.map((each) => asked(each, routes.get(each.start))), reads: [...reads] };
}

function asked(reference: ModelReference, routes: readonly Route[] | undefined): ModelReference {
  if (!routes) return reference;
  const route = (reference.route.kind === 'unknown' && unanimous(routes)) || reference.route;
  return { ...reference, ...asTried(reference), route };
}

/** By what a file that reads a row is looked for: the table's name and the dot, or how the names of constants begin, since there are many. */
function sign(row: string): string {
  return row.slice(0, row.indexOf('.') + 1) || row.slice(0, 4);
}

function rangeOf({ index, 0: { length } }: RegExpExecArray): { readonly from: number; readonly to: number } {
  return { from: index, to: index + length };
}

type Source = Pick<SourceText, 'text' | 'language'> & { readonly path: string };

/** A file's text, if it may import from one of that language; notebooks, which may, are left out. */
async function sourceOf(path: string, other: Language, { read }: Workspace): Promise<Source | undefined> {
  const language = languageOf(path);
  if (!language || language === 'notebook' || (language === 'python') !== (other === 'python')) return undefined;
  const text = await read(path);
  return text === undefined ? undefined : { path, text, language };
}

/** The names in a text that hold a model of another file, of those whose last part is one of these. */
async function importsOf(source: Source, members: ReadonlySet<string>, modules: Modules): Promise<ModelBinding[]> {
  const references = findReferences(source.text, source.language);
  const understanding = await modules.understand({ ...source, references });
  const names = understanding?.imports.filter(({ exported }) => members.has(lastPart(exported)));
  return importedModels(names ?? [], source, modules);
}

/** A route with the file that holds its evidence, by its path in the workspace. */
function seenIn(route: Route, file: string, { roots }: Workspace): Route {
  return route.evidence === undefined ? route : { ...route, from: pathBelow(rootOf(file, roots) ?? '', file) };
}
