/**
 * Joins sentences, without the empty ones: by a space, unless full-width punctuation brings its own. After bold text there is always one:
 * between a full stop and a letter, Markdown would not take asterisks for the end of bold text.
 */
export function sentences(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .reduce((text, next) => text + (!text || /[。！？）]$/.test(text) || next.startsWith('（') ? '' : ' ') + next, '');
}
