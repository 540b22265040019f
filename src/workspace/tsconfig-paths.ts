import { ancestors, folderOf, join, withSlash } from '../core/paths';
import { record, texts, type Json, type ProjectFiles } from './project-files';
import type { Meaning } from './specifiers';

/** What a configuration, with those it extends, says about specifiers. */
interface Options {
  /** Absolute. */
  readonly baseUrl?: string;
  readonly paths?: Json;
  /** The file that has `paths`. */
  readonly holder?: string;
}

const names = ['tsconfig.json', 'jsconfig.json'];

/**
 * Where a specifier leads by `paths` and `baseUrl` of the nearest tsconfig.json or jsconfig.json that says anything about it; see
 * https://www.typescriptlang.org/tsconfig/#paths.
 */
export async function pathsMeanings(specifier: string, from: string, files: ProjectFiles): Promise<Meaning[]> {
  for (const used of ancestors(from).flatMap((folder) => names.map((name) => withSlash(folder) + name))) {
    const { baseUrl, paths, holder } = await files.once(`paths by ${used}`, () => optionsOf(used, files));
    const by = holder ?? used;
    const { targets, ...more } = match(specifier, paths ?? {});
    const found: Meaning[] = [];
    for (const target of targets) {
      const own = target.startsWith(configFolder);
      const path = own
        ? join(folderOf(used), target.slice(configFolder.length))
        : join(baseUrl ?? folderOf(by), target);
      if (path !== undefined) found.push({ path, by, ...more });
    }
    const below = baseUrl === undefined ? undefined : join(baseUrl, specifier);
    if (below !== undefined) found.push({ path: below, by, ofAny: true });
    if (found.length > 0) return found;
  }
  return [];
}

/** At the beginning of a target: the folder of the configuration in use, even if the target comes from one that it extends. */
const configFolder = '${configDir}';

/** @param seen the configurations read on the way, since some extend each other in a circle */
async function optionsOf(path: string, files: ProjectFiles, seen = new Set<string>()): Promise<Options> {
  const isUsed = seen.size === 0;
  if (seen.has(path)) return {};
  seen.add(path);
  const config = await files.json(path);
  const folder = folderOf(path);
  const { baseUrl, paths } = record(config.compilerOptions);
  let options: Options = {};
  for (const other of texts(config.extends)) {
    const file = join(folder, other);
    if (file) options = { ...options, ...(await optionsOf(file.replace(/(?:\.json)?$/, '.json'), files, seen)) };
  }
  if (typeof baseUrl === 'string') options = { ...options, baseUrl: join(folder, baseUrl) ?? folder };
  if (paths) return { ...options, paths: record(paths), holder: path };
  if (options.paths || !Array.isArray(config.references) || !isUsed) return options;
  // As Vite's templates do it: the file that editors look for references two others beside it, for the program and for its tools.
  for (const reference of config.references) {
    const file = join(folder, texts(record(reference).path)[0] ?? '');
    if (file !== undefined && folderOf(file) === folder) {
      const found = await optionsOf(file, files, seen);
      if (found.paths) return found;
    }
  }
  return options;
}

/** The targets for a specifier: those of its exact entry, or of the matching pattern with the longest prefix. */
function match(specifier: string, paths: Json): { readonly targets: string[] } & Pick<Meaning, 'ofAny'> {
  let longest = -1;
  let targets: string[] = [];
  for (const [pattern, entry] of Object.entries(paths)) {
    if (pattern === specifier) return { targets: texts(entry) };
    const [prefix, suffix] = pattern.split('*', 2) as [string, string?];
    if (suffix === undefined || prefix.length <= longest || specifier.length < prefix.length + suffix.length) continue;
    if (!specifier.startsWith(prefix) || !specifier.endsWith(suffix)) continue;
    longest = prefix.length;
    const star = specifier.slice(prefix.length, specifier.length - suffix.length);
    targets = texts(entry).map((target) => target.replace('*', () => star));
  }
  return { targets, ...(longest === 0 && { ofAny: true }) };
}
