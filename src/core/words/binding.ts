import type { ModelBinding } from '../understand/understanding';
import { sentences } from './sentences';
import { Speaker } from './speaker';

/**
 * Where the value of a name comes from.
 * @param line the line that sets it, from 1, where that is in the same file or notebook
 * @param quote how names and values are written: in Markdown, as `code`
 */
export function bindingText(
  { name, text, origin }: Pick<ModelBinding, 'name' | 'text' | 'origin'>,
  line: number,
  quote?: (text: string) => string,
): string {
  const speaker = new Speaker(quote);
  const held = [name, text].map(speaker.quote);
  if ('specifier' in origin) return speaker.say('bindingImported', ...held, speaker.quote(origin.specifier));
  if (origin.cell === undefined) return speaker.say('bindingHere', ...held, String(line));
  return speaker.say('bindingCell', ...held, String(line), String(origin.cell + 1));
}

/** A problem of a name's value, with where the value comes from. */
export const boundProblemText = (problem: string, ...binding: Parameters<typeof bindingText>): string =>
  sentences([problem, bindingText(...binding)]);
