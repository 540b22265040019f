import { languageOf } from '../core/find/languages';
import type { ImportedName } from '../core/understand/imported-names';
import { importCandidates } from '../core/understand/resolve';

/** An import for which no file is there; one may come. */
export interface Lack extends ImportedName {
  /** The importing file's path. */
  readonly from: string;
}

/** The files that would be looked into. */
export function pathsFor({ from, ...wanted }: Lack): string[] {
  const language = languageOf(from);
  if (!language) return [];
  return importCandidates(wanted, from, language === 'notebook' ? 'python' : language).map(({ path }) => path);
}
