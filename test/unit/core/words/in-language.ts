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
