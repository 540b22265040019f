import * as vscode from 'vscode';
import type { ModelReference } from '../core/find/reference';
import { fileOf, rangeIn } from './documents';
import { originOf } from './origin';
import type { Services } from './services';

/** Shows whether a model is covered, on its string or on a name that holds it: three to five lines. */
export function hoverProvider({ analysis, secondPass, configuration, engine, usage }: Services): vscode.HoverProvider {
  return {
    async provideHover(document, position, token) {
      const { version } = document;
      const references = secondPass.refine(document, await analysis.references(document));
      const offset = document.offsetAt(position);
      const isHere = ({ start, end }: ModelReference): boolean => start <= offset && offset <= end;
      const binding = secondPass.bindings(document).find(isHere);
      const reference = references.find(isHere) ?? binding;
      if (!reference) return undefined;

      const settings = await configuration.settings(fileOf(document));
      const { explain, explainBinding } = await engine();
      if (token.isCancellationRequested || document.version !== version) return undefined;
      // No trust, no HTML: the text can neither run commands nor style itself, whatever a listing holds.
      const given = [settings, new Date(), usage.answer] as const;
      const text = new vscode.MarkdownString(
        reference === binding
          ? explainBinding(binding, originOf(document, binding).range.start.line + 1, ...given)
          : explain(reference, ...given),
      );
      return new vscode.Hover(text, rangeIn(document, reference));
    },
  };
}
