import { legacy, resolve, type Package } from 'resolve.exports';
import { ancestors, join, pathBelow, withSlash } from '../core/paths';
import { matchesName, parseGlob } from './glob';
import { record, texts, type Json, type ProjectFiles } from './project-files';
import type { Meaning } from './specifiers';

/** Where a specifier leads that names another package of the workspace, or an entry in the `imports` of its own package. */
export async function packageMeanings(specifier: string, from: string, files: ProjectFiles): Promise<Meaning[]> {
  if (specifier.startsWith('#')) return ownMeanings(specifier, from, files);
  const [name = '', rest = ''] = split(specifier);
  const folder = await packageFolder(name, from, files);
  if (folder === undefined) return [];
  const targets = targetsOf(await files.json(manifestIn(folder)), specifier);
  // Sources come before what is built from them.
  return meaningsIn(folder, [...targets.flatMap(sourcesOf), `src/${rest}`, ...targets, rest]);
}

/** `@acme/shared/models` → `@acme/shared` and `models`. */
function split(specifier: string): [name: string, rest: string] {
  const name = /^(?:@[^/]*\/)?[^/]*/.exec(specifier)?.[0] ?? '';
  return [name, specifier.slice(name.length + 1)];
}

async function ownMeanings(specifier: string, from: string, files: ProjectFiles): Promise<Meaning[]> {
  for (const folder of ancestors(from)) {
    const manifest = await files.json(manifestIn(folder));
    if (!manifest.imports) continue;
    const targets = targetsOf(manifest, specifier).filter((target) => target.startsWith('.'));
    return meaningsIn(folder, [...targets.flatMap(sourcesOf), ...targets]);
  }
  return [];
}

function meaningsIn(folder: string, targets: readonly string[]): Meaning[] {
  return targets.flatMap((target) => {
    const path = join(folder, target);
    return path === undefined ? [] : { path, by: manifestIn(folder) };
  });
}

function manifestIn(folder: string): string {
  return `${withSlash(folder)}package.json`;
}

/** Where a specifier leads according to a manifest, under all common conditions: `import` or `require`, Node or a bundler. */
function targetsOf(manifest: Json, specifier: string): string[] {
  const known = manifest as Json & Package;
  try {
    const found = resolve(known, specifier, { conditions: ['source', 'development', 'types', 'require'] });
    if (found) return texts(found);
  } catch {
    return []; // It has no such entry, or is malformed.
  }
  return specifier === known.name ? texts(legacy(known, { fields: ['source', 'module', 'main', 'types'] })) : [];
}

/** What a built file may come from: `dist/models.js` is built from `src/models.ts`, or `models.ts`. */
function sourcesOf(target: string): string[] {
  const [, built] = /^\.\/(?:dist|build|lib|out)\/(?:esm\/|cjs\/)?(.*(?:\.d\.[mc]?ts|\.[mc]?js))$/.exec(target) ?? [];
  const stem = built?.replace(/\.d(\.[mc]?)ts$/, '$1js');
  return stem === undefined ? [] : [`src/${stem}`, stem];
}

/** The folder of the package with a name, looked for in the workspaces above a file, nearest first. */
async function packageFolder(name: string, from: string, files: ProjectFiles): Promise<string | undefined> {
  // Most packages are named like their folders.
  const last = name.slice(name.lastIndexOf('/') + 1);
  const isLikely = (folder: string): number => (folder.endsWith(`/${last}`) ? 0 : 1);
  for (const folder of ancestors(from)) {
    const members = await files.once(`members of ${folder}`, () => membersOf(folder, files));
    for (const each of members.toSorted((one, other) => isLikely(one) - isLikely(other)))
      if ((await files.json(manifestIn(each))).name === name) return each;
  }
  return undefined;
}

/** The folders that a workspace root declares as its packages. */
async function membersOf(folder: string, files: ProjectFiles): Promise<string[]> {
  const patterns = await memberPatterns(folder, files);
  return [...new Set(patterns.flatMap((pattern) => matching(folder, pattern.split('/'), files)))];
}

/** The patterns by which a folder declares its packages: `workspaces` of npm, Yarn and Bun, or pnpm's own file. */
async function memberPatterns(folder: string, files: ProjectFiles): Promise<string[]> {
  const { workspaces } = await files.json(manifestIn(folder));
  const listed = texts(Array.isArray(workspaces) ? workspaces : record(workspaces).packages);
  return listed.length > 0 ? listed : pnpmPatterns(await files.text(`${withSlash(folder)}pnpm-workspace.yaml`));
}

/** The entries of `packages:`, one per line or in brackets. A YAML parser would be larger than all the code that reads projects. */
function pnpmPatterns(yaml: string): string[] {
  const list = /^packages:(.*(?:\r?\n(?:[ \t]*-.*|[ \t]*#.*|[ \t]*))*)/m.exec(yaml)?.[1] ?? '';
  const entries = list.replace(/(?:^|\s)#.*/g, '').matchAll(/'([^'\n]+)'|"([^"\n]+)"|([^\s,[\]'"-][^\s,[\]'"]*)/g);
  return [...entries].map(([, single, double, plain]) => single ?? double ?? plain ?? '');
}

/** How deep the `**` of a pattern are followed: packages lie near the top, their sources far below. */
const maxDepth = 3;

/** The folders that match a pattern, segment by segment. */
function matching(folder: string, [segment, ...rest]: readonly string[], files: ProjectFiles, depth = 0): string[] {
  if (segment === undefined) return [folder];
  if (segment === '**') {
    const below = depth < maxDepth ? files.folders(folder) : [];
    return [
      ...matching(folder, rest, files, depth),
      ...below.flatMap((each) => matching(each, [segment, ...rest], files, depth + 1)),
    ];
  }
  if (!/[*?[]/.test(segment)) {
    const path = join(folder, segment);
    return path === undefined ? [] : matching(path, rest, files, depth);
  }
  const glob = parseGlob(segment);
  const found = files.folders(folder).filter((each) => matchesName(glob, pathBelow(folder, each)));
  return found.flatMap((each) => matching(each, rest, files, depth));
}
