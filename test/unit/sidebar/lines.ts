import type { Markup } from '../../../src/sidebar/view/markup';
import { toHtml } from '../../../src/sidebar/view/text';

/** What is read of a part of the panel's page: a line for each element that ends a line. */
export function lines(part: readonly Markup[]): string[] {
  return toHtml(part)
    .replace(/<\/(?:h2|h3|p|summary|li|button|div|dd|dt|tr|caption|legend|label|option)>/g, '\n')
    .replace(/<\/t[hd]>/g, ' | ')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line);
}
