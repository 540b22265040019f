import * as vscode from 'vscode';
import { languages } from '../core/find/reference';
import { fileOf, isLong } from './documents';
import { inspect } from './inspect';
import type { Services } from './services';

/** Shows the pool behind each covered model that the code uses; off by default. */
export function registerInlayHints(services: Services): vscode.Disposable {
  const { configuration, engine, secondPass } = services;
  const provider: vscode.InlayHintsProvider = {
    onDidChangeInlayHints: (listener) =>
      vscode.Disposable.from(
        configuration.onDidChange(() => listener()),
        secondPass.onDidChange(() => listener()),
      ),
    async provideInlayHints(document, range, token) {
      const settings = await configuration.settings(fileOf(document));
      if (!settings['inlayHints.enabled'] || isLong(document)) return [];
      const { isBilledCall, isShutDown, poolText, shortText } = await engine();
      const { findings, source } = await inspect(services, document);
      if (token.isCancellationRequested) return [];
      return findings.flatMap((finding) => {
        const { coverage, reference } = finding;
        if (coverage.kind !== 'covered' || reference.role !== 'use') return [];
        // A pool beside a request that fails or is billed would be read as a promise.
        if (isShutDown(finding) || isBilledCall(finding)) return [];
        const [quotes = ''] = /^("{3}|'{3}|.)/.exec(source.slice(reference.end, reference.end + 3)) ?? [];
        const position = document.positionAt(reference.end + quotes.length);
        if (!range.contains(position)) return [];
        const hint = new vscode.InlayHint(position, poolText(coverage.pool));
        hint.paddingLeft = true;
        hint.tooltip = shortText(finding);
        return [hint];
      });
    },
  };
  return vscode.languages.registerInlayHintsProvider(languages, provider);
}
