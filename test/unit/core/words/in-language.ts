import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { root } from '../../../../scripts/lib/run.js';
import { english } from '../../../../src/core/messages';
import { setLanguage, type DisplayLanguage } from '../../../../src/core/words/speaker';

const usual: DisplayLanguage = { translate: english, locale: 'en-US' };

/** What a function answers while another language is set. */
export function inLanguage<Answer>(language: Partial<DisplayLanguage>, answer: () => Answer): Answer {
  setLanguage({ ...usual, ...language });
  try {
    return answer();
  } finally {
    setLanguage(usual);
  }
}

/** A language that the extension speaks, as it is shipped. */
export function shipped(locale: string): DisplayLanguage {
  const texts = JSON.parse(readFileSync(path.join(root, `l10n/bundle.l10n.${locale}.json`), 'utf8'));
  return { locale, translate: (message, ...args) => english(texts[message] ?? message, ...args) };
}
