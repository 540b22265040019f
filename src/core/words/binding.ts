import type { ModelBinding } from '../understand/understanding';
import { code } from './markdown';
import type { WordsOptions } from './speaker';
import { Speaker } from './speaker';

/**
 * Where the value of a name comes from, in markdown or plain.
 * @param line the line that sets it, from 1, where that is in the same file
 */
export function bindingText(
  { name, text, origin }: Pick<ModelBinding, 'name' | 'text' | 'origin'>,
  line: number,
  options: WordsOptions & { readonly markdown?: boolean } = {},
): string {
  const mark = options.markdown ? code : (value: string): string => value;
  const speaker = new Speaker(options);
  return 'specifier' in origin
    ? speaker.say('bindingImported', mark(name), mark(text), mark(origin.specifier))
    : speaker.say('bindingHere', mark(name), mark(text), String(line));
}
