import * as vscode from 'vscode';
import type { Language } from '../core/find/reference';
import type { Finding } from '../core/findings';
import { cellScheme } from './analysis';
import { fileOf, isLong } from './documents';
import type * as Engine from './engine';
import type { Services } from './services';
import type { Settings } from './settings';

/** What VS Code asks about, with the text of that moment: typing goes on, but ranges must fit the position asked about. */
export interface CompletionRequest {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
  readonly whole: string;
  /** The position as an offset, in UTF-16 code units. */
  readonly offset: number;
}

/** Offers models in strings that name one, and ignore comments in comments. */
export function completionProvider({ configuration, engine }: Pick<Services, 'configuration' | 'engine'>) {
  return {
    async provide({ document, position, whole, offset }: CompletionRequest, token: vscode.CancellationToken) {
      if (isLong(document)) return undefined;
      // The replaced text never spans lines.
      const rangeOf = ({ start, end }: { readonly start: number; readonly end: number }): vscode.Range =>
        new vscode.Range(position.translate(0, start - offset), position.translate(0, end - offset));
      const settings = await configuration.settings(fileOf(document));
      const knowing = await engine();
      if (token.isCancellationRequested) return undefined;
      const language = document.languageId as Language;
      const text = knowing.sourceIn(whole, language, document.uri.scheme === cellScheme);

      const models = knowing.modelsAt(text, language, offset, settings, new Date());
      if (models) {
        const range = rangeOf(models);
        return models.items.map((finding, place) => new ModelItem(finding, range, place, knowing, settings));
      }
      const directives = knowing.directiveCompletionsAt(text, language, offset);
      return directives?.items.map((directive, place) => directiveItem(directive, rangeOf(directives), place));
    },

    async resolve(item: vscode.CompletionItem) {
      if (!(item instanceof ModelItem)) return item;
      const { explain } = await engine();
      // As in hovers: no trust, no HTML.
      item.documentation = new vscode.MarkdownString(explain(item.finding.reference, item.settings, new Date()));
      return item;
    },
  };
}

/** A model to choose; it replaces exactly what is between the quotes. The list shows it without its prefix, which would push its end out of sight. */
class ModelItem extends vscode.CompletionItem {
  constructor(
    readonly finding: Finding,
    range: vscode.Range,
    place: number,
    { briefText, isShutDown }: typeof Engine,
    readonly settings: Settings,
  ) {
    const { coverage, reference } = finding;
    super({ label: reference.model, description: briefText(finding) }, vscode.CompletionItemKind.Value);
    const shutDown = isShutDown(finding);
    this.range = range;
    // VS Code ranks an exact match first: on the way to gpt-4.1, Enter after gpt-4 would take a model that is shut down.
    this.filterText = shutDown ? `${reference.text} ` : reference.text;
    this.insertText = reference.text;
    this.sortText = sortText(place);
    if (coverage.kind === 'covered' && coverage.viaAlias) this.detail = coverage.snapshot;
    if (shutDown) this.tags = [vscode.CompletionItemTag.Deprecated];
  }
}

function directiveItem(directive: string, range: vscode.Range, place: number): vscode.CompletionItem {
  const item = new vscode.CompletionItem(directive, vscode.CompletionItemKind.Keyword);
  item.range = range;
  item.sortText = sortText(place);
  return item;
}

/** Keeps the order of items that match the typed text equally well. */
function sortText(place: number): string {
  return String(place).padStart(4, '0');
}
