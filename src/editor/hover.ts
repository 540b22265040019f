import * as vscode from 'vscode';
import { fileOf, languages } from './documents';
import type { Services } from './services';

/** Says at a model's name whether it is covered: three to five lines, only on the string itself. */
export function registerHover({ analysis, configuration, engine }: Services): vscode.Disposable {
  return vscode.languages.registerHoverProvider([...languages], {
    async provideHover(document, position, token) {
      const { version } = document;
      const references = await analysis.references(document);
      const offset = document.offsetAt(position);
      const reference = references.find(({ start, end }) => start <= offset && offset <= end);
      if (!reference) return undefined;

      const settings = await configuration.settings(fileOf(document));
      const { explain } = await engine();
      if (token.isCancellationRequested || document.version !== version) return undefined;
      // No trust, no HTML: the text can neither run commands nor style itself, whatever a listing holds.
      const text = new vscode.MarkdownString(explain(reference, settings, new Date()));
      const range = new vscode.Range(document.positionAt(reference.start), document.positionAt(reference.end));
      return new vscode.Hover(text, range);
    },
  });
}
