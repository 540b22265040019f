import { mayHoldModel } from '../core/find/prefilter';
import { ByteSearch, type Window } from './byte-search';

const before = '"\'`/:';
const behind = '"\'`/:-';

const letters = (text: string) => [...text] as unknown as Window;

/** Every string that names a model holds one of these: a rare part of each family's ids, short ids with what stands around them. */
const windows: readonly (readonly Window[])[] = [
  [letters('gpt-')],
  [[before, 'o', '134', behind]],
  [letters('at-l'), letters('t-em')], // chat-latest, text-embedding
  [letters('ex-m'), letters('er-1')], // codex-mini, whisper-1
  [letters('r-us'), letters('ts-1')], // computer-use, tts-1
  [letters('ll-e'), ['a', 'd', 'a', behind]], // dall-e
  [letters('ra-2'), letters('urie'), letters('babb')], // sora-2, curie, babbage
  [letters('dera'), letters('davi'), [before, 'f', 't', ':'], letters('cush'), letters('-sim'), letters('-sea')],
];

/** How far a model's name can reach to either side of its window. */
const reach = 32;

/** Tells whether a file's bytes can hold a model, at the speed of reading them: `mayHoldModel` for bytes. */
export class BytePrefilter {
  readonly #search: ByteSearch;

  constructor(capacity: number) {
    this.#search = new ByteSearch(windows, capacity);
  }

  /** Where to put the bytes to look at. */
  get buffer(): Buffer {
    return this.#search.buffer;
  }

  /** Whether the buffer's first `length` bytes can hold a model. */
  mayHoldModel(length: number): boolean {
    for (let at = this.#search.next(0, length); at >= 0; at = this.#search.next(at + 1, length)) {
      if (mayHoldModel(this.buffer.toString('latin1', Math.max(0, at - reach), Math.min(length, at + reach))))
        return true;
    }
    return false;
  }
}
