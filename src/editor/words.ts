import * as vscode from 'vscode';
import type { WordsOptions } from '../core/words/speaker';

/** How to speak to whoever sits at this VS Code: in its language where there are texts in it, else in English. */
export const words: WordsOptions = {
  translate: (message, ...args) => vscode.l10n.t(message, ...args),
  locale: vscode.l10n.bundle ? vscode.env.language : 'en-US',
};
