/** Four neighbouring bytes: for each, the characters (ASCII) it may be. */
export type Window = readonly [string, string, string, string];

/** What a search looks at behind the last byte: the rest of a block of 16 and of a window that begins in it. */
const padding = 32;
const pageSize = 65_536;

/**
 * Finds the first of many short windows in bytes, 16 at a time, with WebAssembly's vector instructions: several times faster than any
 * regular expression. The method is Hyperscan's "Teddy": every byte is looked up in two tables of 16, by its low and by its high four
 * bits, each telling in which of eight groups of windows it may stand; four neighbours that share a group are a candidate.
 * @see https://github.com/BurntSushi/aho-corasick/tree/master/src/packed/teddy
 */
export class ByteSearch {
  /** Where to put the bytes to search. */
  readonly buffer: Buffer;
  readonly #bytes: Uint8Array;
  readonly #vectorSearch: (from: number, to: number) => number;
  /** By two neighbouring bytes, the groups with a window that begins or ends with them: what makes a candidate certain. */
  readonly #first = new Uint8Array(pageSize);
  readonly #last = new Uint8Array(pageSize);

  /**
   * @param groups at most eight; the fewer characters a group's windows have in common places, the fewer false candidates
   * @param capacity how many bytes a search must take
   * Throws where WebAssembly or its vector instructions are missing.
   */
  constructor(groups: readonly (readonly Window[])[], capacity: number) {
    const memory = new WebAssembly.Memory({ initial: Math.ceil((capacity + padding) / pageSize) });
    this.buffer = Buffer.from(memory.buffer, 0, capacity);
    this.#bytes = new Uint8Array(memory.buffer);
    const tables = Array.from({ length: 8 }, () => new Uint8Array(16));
    const enter = (table: Uint8Array | undefined, index: number, group: number) => {
      if (table) table[index] = (table[index] ?? 0) | (1 << group);
    };
    groups.forEach((windows, group) => {
      for (const window of windows) {
        const [a, b, c, d] = window.map((choice) => Buffer.from(choice, 'latin1')) as [Buffer, Buffer, Buffer, Buffer];
        for (const x of a) for (const y of b) enter(this.#first, x | (y << 8), group);
        for (const x of c) for (const y of d) enter(this.#last, x | (y << 8), group);
        [a, b, c, d].forEach((choice, place) => {
          for (const byte of choice) {
            enter(tables[2 * place], byte & 15, group);
            enter(tables[2 * place + 1], byte >> 4, group);
          }
        });
      }
    });
    const module = new WebAssembly.Module(assemble(tables));
    const instance = new WebAssembly.Instance(module, { env: { memory } });
    this.#vectorSearch = instance.exports.search as (from: number, to: number) => number;
  }

  /** Where in the buffer's first `length` bytes, at `from` or behind it, the next window begins; -1 if there is none. */
  next(from: number, length: number): number {
    // What an earlier, longer content left behind the end must not match.
    this.#bytes.fill(0, length, length + padding);
    for (let at = this.#vectorSearch(from, length); at >= 0; at = this.#vectorSearch(at + 1, length)) {
      if (this.#groupsOf(this.#first, at) & this.#groupsOf(this.#last, at + 2)) return at;
    }
    return -1;
  }

  #groupsOf(table: Uint8Array, at: number): number {
    return table[(this.#bytes[at] ?? 0) | ((this.#bytes[at + 1] ?? 0) << 8)] ?? 0;
  }
}

/**
 * The WebAssembly module, instruction by instruction; for want of an assembler in the toolchain, in its binary form.
 * It exports `search(from, to)`: the first place from `from` on at which a candidate stands, or -1; `to` may be passed by 15.
 * @see https://webassembly.github.io/spec/core/binary/
 */
function assemble(tables: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const [i32, v128, none] = [0x7f, 0x7b, 0x40];
  const [from, to, firstTable, lowBits, here] = [0, 1, 2, 2 + tables.length, 3 + tables.length];
  const places = here + 1;
  const get = (local: number) => [0x20, local];
  const set = (local: number) => [0x21, local];
  const constant = (value: number) => [0x41, value];
  const vector = (bytes: Iterable<number>) => [0xfd, 0x0c, ...bytes];
  const loadFrom = (offset: number) => [...get(from), 0xfd, 0x00, 0, offset];
  const [and, swizzle, shiftRight, unequal, bitmask, trailingZeros] = [
    [0xfd, 0x4e],
    [0xfd, 0x0e],
    [0xfd, 0x6d],
    [0xfd, 0x24],
    [0xfd, 0x64],
    [0x68],
  ];
  const [atLeast, add, giveBack, end] = [[0x4f], [0x6a], [0x0f], [0x0b]];
  const when = (body: number[]) => [0x04, none, ...body, ...end];
  const [open, again] = [
    [0x03, none],
    [0x0c, 0],
  ];

  const groupsAt = (place: number) => [
    ...[...loadFrom(place), ...set(here)],
    ...[...get(firstTable + 2 * place), ...get(here), ...get(lowBits), ...and, ...swizzle],
    ...[...get(firstTable + 2 * place + 1), ...get(here), ...constant(4), ...shiftRight, ...swizzle],
    ...and,
  ];
  const body = [
    ...tables.flatMap((table, index) => [...vector(table), ...set(firstTable + index)]),
    ...[...vector(new Uint8Array(16).fill(15)), ...set(lowBits)],
    ...open,
    ...[...get(from), ...get(to), ...atLeast, ...when([...constant(0x7f), ...giveBack])],
    ...[...groupsAt(0), ...groupsAt(1), ...and, ...groupsAt(2), ...and, ...groupsAt(3), ...and],
    ...[...vector(new Uint8Array(16)), ...unequal, ...bitmask, ...set(places)],
    ...[...get(places), ...when([...get(from), ...get(places), ...trailingZeros, ...add, ...giveBack])],
    ...[...get(from), ...constant(16), ...add, ...set(from), ...again],
    ...end,
    ...[...constant(0x7f), ...end],
  ];
  const locals = [2, tables.length + 2, v128, 1, i32];
  const size = (length: number) => [(length & 0x7f) | 0x80, length >> 7];
  const section = (id: number, content: number[]) => [id, ...size(content.length), ...content];
  const name = (text: string) => [text.length, ...Buffer.from(text)];
  const code = [...locals, ...body];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 2, i32, i32, 1, i32]),
    ...section(2, [1, ...name('env'), ...name('memory'), 2, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...name('search'), 0, 0]),
    ...section(10, [1, ...size(code.length), ...code]),
  ]);
}
