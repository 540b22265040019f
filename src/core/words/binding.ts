import type { ModelBinding } from '../understand/understanding';
import { code } from './markdown';
import type { WordsOptions } from './speaker';
import { Speaker } from './speaker';

/**
 * Where the value of a name comes from, in markdown or plain.
 * @param line the line that sets it, from 1, where that is in the same file or notebook
 */
export function bindingText(
  { name, text, origin }: Pick<ModelBinding, 'name' | 'text' | 'origin'>,
  line: number,
  options: WordsOptions & { readonly markdown?: boolean } = {},
): string {
  const mark = options.markdown ? code : (value: string): string => value;
  const speaker = new Speaker(options);
  if ('specifier' in origin) return speaker.say('bindingImported', mark(name), mark(text), mark(origin.specifier));
  if (origin.cell === undefined) return speaker.say('bindingHere', mark(name), mark(text), String(line));
  return speaker.say('bindingCell', mark(name), mark(text), String(line), String(origin.cell + 1));
}
