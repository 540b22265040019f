import * as vscode from 'vscode';
import type { DisplayLanguage } from '../core/words/speaker';

/** The translations into VS Code's display language, by their English; none where that is English, or one without translations. */
export const texts = (vscode.l10n.bundle ?? {}) as Readonly<Record<string, string>>;

/** VS Code's display language where there are translations into it, else English. */
export const displayLanguage: DisplayLanguage = {
  translate: (message, ...args) => vscode.l10n.t(message, ...args),
  locale: vscode.l10n.bundle ? vscode.env.language : 'en-US',
};
