import { languageOf } from '../core/find/languages';
import type { ImportedName } from '../core/understand/imported-names';
import { importCandidates } from '../core/understand/resolve';

/** An import that no file matches; one may be created later. */
export interface Lack extends ImportedName {
  /** The importing file's path. */
  readonly from: string;
}

/** The files that would match the import, most likely first. */
export function pathsFor({ from, ...wanted }: Lack): string[] {
  const language = languageOf(from);
  if (!language) return [];
  const languages = language === 'notebook' ? (['python', 'typescript'] as const) : [language];
  return languages.flatMap((each) => importCandidates(wanted, from, each).map(({ path }) => path));
}

const word = /[\p{L}\p{N}_-]+/gu;

/** The words by which an import may name a file, or a folder that its file lies in; the empty one where it need not name it. */
export function wordsFor(path: string): string[] {
  const [name = '', folder = ''] = path.split('/').reverse();
  if (name === 'src') return [''];
  const isIndex = /^(?:index|__init__)\./.test(name);
  return (isIndex ? [name, folder] : [name]).map((each) => each.match(word)?.[0] ?? '');
}

/** Whether an import may mean what has one of these words. Tells most apart in a moment, where `pathsFor` has hundreds of paths to offer. */
export function mayMean({ specifier, exported }: Lack, words: ReadonlySet<string>): boolean {
  // `..` and `@/` name nothing.
  if (words.has('') || /[./]$/.test(specifier)) return true;
  return `${specifier} ${exported}`.match(word)?.some((each) => words.has(each)) ?? true;
}
