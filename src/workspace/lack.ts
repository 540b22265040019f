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
  return importCandidates(wanted, from, language === 'notebook' ? 'python' : language).map(({ path }) => path);
}
