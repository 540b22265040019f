import * as vscode from 'vscode';
import type { WordsOptions } from '../core/words/speaker';

/** What is said in the language of this VS Code, by its English; nothing where it is English, or where there are no texts in it. */
export const texts = (vscode.l10n.bundle ?? {}) as Readonly<Record<string, string>>;

/** How to speak to whoever sits at this VS Code: in its language where there are texts in it, else in English. */
export const words: Required<WordsOptions> = {
  translate: (message, ...args) => vscode.l10n.t(message, ...args),
  locale: vscode.l10n.bundle ? vscode.env.language : 'en-US',
};
