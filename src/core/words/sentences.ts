/**
 * Sentences one after the other, without the empty ones: apart by a space, which full-width punctuation brings itself. After bold text a
 * space always stands: Markdown takes no asterisks between a full stop and a letter for the end of it.
 */
export function sentences(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .reduce((text, next) => text + (!text || /[。！？）]$/.test(text) || next.startsWith('（') ? '' : ' ') + next, '');
}
