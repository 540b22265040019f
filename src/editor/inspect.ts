import type { TextDocument } from 'vscode';
import type { Language } from '../core/find/reference';
import type { Finding } from '../core/findings';
import type { ModelBinding } from '../core/understand/understanding';
import type { Judgement } from '../core/judge';
import { cellScheme } from './analysis';
import { fileOf } from './documents';
import type { Services } from './services';
import type { Settings } from './settings';

/** Everything there is to say about one version of a document. */
export interface Inspection extends Judgement {
  readonly document: TextDocument;
  readonly version: number;
  readonly language: Language;
  /** The whole text, with everything but program text blanked; see `sourceIn`. */
  readonly source: string;
  readonly settings: Settings;
  /** The names that hold a model, and the findings about them. */
  readonly bindings: readonly ModelBinding[];
  readonly names: readonly Finding[];
}

/** Judges a document as it is now, by its folder's settings. Its language must be one of `languages`. */
export async function inspect(services: Services, document: TextDocument): Promise<Inspection> {
  const { analysis, secondPass, configuration, engine } = services;
  const settings = await configuration.settings(fileOf(document));
  const { withIgnoredCodes, judge, sourceIn } = await engine();
  const found = await analysis.references(document);
  // No await from here on: references, text and version belong together.
  const language = document.languageId as Language;
  const source = sourceIn(document.getText(), language, document.uri.scheme === cellScheme);
  const references = secondPass.refine(document, found);
  const bindings = secondPass.bindings(document);
  // Judged together: a comment that silences a name's problem is needed, too.
  const all = [...references, ...withIgnoredCodes(bindings, source, language)];
  const { findings, unneeded, misspelt } = judge(source, language, all, settings, new Date());
  return {
    findings: findings.slice(0, references.length),
    // A comment may be needed for what only the syntax tree will show.
    unneeded: secondPass.hasAnswered(document) ? unneeded : [],
    misspelt,
    document,
    version: document.version,
    language,
    source,
    settings,
    bindings,
    names: findings.slice(references.length),
  };
}
