import type { Language } from '../find/reference';
import { ancestors, folderOf, join } from '../paths';
import type { ImportedName } from './imported-names';

/**
 * Prefixes of module specifiers that stand for a folder of sources or mark the name of one: SvelteKit's `$lib`, Node's `#lib`, `@shared/…`.
 * Names behind `@` are limited to those that repositories use for folders: all others may be packages.
 */
const alias =
  /^(?:[@~#]\/|#(?=\w)|\$(?=lib\/)|@(?=(?:api|app|backend|common|config|core|frontend|jobs|libs?|modules|server|services|shared|src|utils?)\/))/;

/** Whether a JavaScript or TypeScript module specifier may name a file of the workspace rather than a package. */
export function isWorkspaceModule(specifier: string): boolean {
  return specifier.startsWith('.') || specifier.startsWith('/') || alias.test(specifier);
}

/** Packages known by name, and specifiers with a scheme (`node:fs`), which are never files. */
const libraries =
  /^(?:\w+:|(?:ai|openai|langchain|llamaindex|react|next|vue|zod|@openai|@azure|@ai-sdk|@anthropic-ai|@google|@langchain|@llamaindex|@mastra)(?:$|\/))/;

/** Whether a specifier may mean a file through the project's settings: another package of a monorepo, a name among tsconfig's `paths`. */
export function mayBeWorkspaceModule(specifier: string): boolean {
  return !libraries.test(specifier);
}

/** npm's packages as Deno and browsers name them: `npm:openai@4`, `https://esm.sh/@ai-sdk/openai@1?target=deno`. */
const remote =
  /^(?:(?:npm|jsr):\/?|https:\/\/(?:esm\.sh|esm\.run|cdn\.skypack\.dev|cdn\.jsdelivr\.net\/npm|unpkg\.com|deno\.land\/x)\/)((?:@[^/@]+\/)?[^/@?]+)(?:@[^/?]*)?((?:\/[\w-]+)*(?=$|\?))?/;

/** A JavaScript module by the name that Node knows it by, where it is a package known here; any other as it is written. */
export function moduleNamed(specifier: string): string {
  const [, name = '', path = ''] = remote.exec(specifier) ?? [];
  if (!libraries.test(name)) return specifier;
  return (name === '@openai/openai' ? 'openai' : name) + path;
}

/** Packages that Python programs for language models import. */
const packages =
  /^(?:openai|azure|agents|anthropic|autogen\w*|crewai|dspy|google|groq|haystack|huggingface_hub|instructor|langchain\w*|langfuse|langgraph|litellm|llama_index|mistralai|ollama|pydantic\w*|semantic_kernel|tiktoken|transformers)\b/;

/** Whether a Python module is known to belong to an installed package rather than to the workspace. */
export function isPackage(specifier: string): boolean {
  return packages.test(specifier);
}

/** A file that an import may mean, and the name to look for among its exports. */
export interface Candidate {
  /** With `/`, relative where the importing file's path is. */
  readonly path: string;
  readonly exported: string;
}

/**
 * The files that an import may mean, likeliest first. Looks at no file: the caller takes the first that exists.
 * @param from path of the importing file, with `/`
 */
export function importCandidates({ specifier, exported }: ImportedName, from: string, language: Language): Candidate[] {
  return language === 'python'
    ? pythonCandidates(specifier, exported, from)
    : moduleCandidates(specifier, from).map((path) => ({ path, exported }));
}

const extensions = ['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs', 'cjs'];
/** The extensions of the source files that one with this extension may be compiled from. */
const sources = new Map([
  ['js', ['ts', 'tsx', 'js', 'jsx']],
  ['jsx', ['tsx', 'jsx']],
  ['mjs', ['mts', 'mjs']],
  ['cjs', ['cts', 'cjs']],
]);

function moduleCandidates(specifier: string, from: string): string[] {
  if (!isWorkspaceModule(specifier)) return [];
  const relative = specifier.startsWith('.');
  const rest = specifier.replace(alias, '').replace(/^\//, '');
  const bases = relative
    ? [join(folderOf(from), specifier)]
    : ancestors(from).flatMap((folder) => sourceFolders(folder, rest));
  return bases.filter((base) => base !== undefined).flatMap(filesAt);
}

function filesAt(base: string): string[] {
  const extension = /\.(\w+)$/.exec(base)?.[1] ?? '';
  const stem = base.slice(0, -extension.length - 1);
  const written =
    sources.get(extension)?.map((each) => `${stem}.${each}`) ?? (extensions.includes(extension) ? [base] : []);
  if (written.length > 0) return written;
  return [
    ...extensions.map((each) => `${base}.${each}`),
    ...extensions.map((each) => join(base, `index.${each}`) as string),
  ];
}

/** `.config` and `app.settings`; a name imported from a package may be a module in it (`from app import settings`). */
function pythonCandidates(specifier: string, exported: string, from: string): Candidate[] {
  const [, dots = '', dotted = ''] = /^(\.*)(.*)$/.exec(specifier) ?? [];
  const path = dotted.replaceAll('.', '/');
  const folder = dots ? join(folderOf(from), '../'.repeat(dots.length - 1) || '.') : undefined;
  if (dots && folder === undefined) return [];
  const bases =
    folder === undefined ? ancestors(from).flatMap((each) => sourceFolders(each, path)) : [join(folder, path)];
  const [first = '', ...rest] = exported.split('.');
  return bases
    .filter((base) => base !== undefined)
    .flatMap((base) => [
      ...(path === '' ? [] : [{ path: `${base}.py`, exported }]),
      ...(rest.length > 0 ? [{ path: join(base, `${first}.py`) as string, exported: rest.join('.') }] : []),
      { path: join(base, '__init__.py') as string, exported },
    ]);
}

function sourceFolders(folder: string, path: string): (string | undefined)[] {
  return [join(folder, path), join(folder, `src/${path}`)];
}
