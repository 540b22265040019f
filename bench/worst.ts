import { readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Language } from '../src/core/find/reference';
import { median, timed } from './measure';
import { cache, cached } from './paths';

/** A text of any size that could bring a lexer down. */
interface WorstCase {
  readonly name: string;
  readonly language: Language;
  /** Describes the full size, `text(1)`. */
  readonly text: (size: number) => string;
}

const id = '"gpt-4o"';
const times = (count: number, piece: string): string => piece.repeat(Math.round(count));

const cases: readonly WorstCase[] = [
  {
    name: '20 MB on one minified line',
    language: 'javascript',
    text: (size) => `f(${id});${times(size * 430_000, 'function a(b,c){return b?c/2:{k:"v",l:[1]}};;;;')}f(${id})`,
  },
  {
    name: '1,000,000 lines of data',
    language: 'python',
    text: (size) => `MODEL = ${id}\nROWS = [\n${times(size * 1_000_000, '  ("row", 1.5, None),\n')}]\nLAST = ${id}\n`,
  },
  { name: '100,000 ids', language: 'typescript', text: (size) => times(size * 100_000, `f({ model: ${id} });\n`) },
  {
    name: '10,000 nested brackets',
    language: 'typescript',
    text: (size) => `${times(size * 10_000, 'f([{a:')}${id}${times(size * 10_000, '}])')};f(${id})`,
  },
  {
    name: '50,000 computed keys',
    language: 'typescript',
    text: (size) => `const o = {${times(size * 50_000, '["a"]: 1, ')}};f(${id})`,
  },
  {
    name: '200,000 regex classes that never close',
    language: 'typescript',
    text: (size) => `${times(size * 200_000, 'x = /[')}\nf(${id})`,
  },
  { name: 'one word of 5 MB', language: 'typescript', text: (size) => `${times(size * 5_000_000, 'a')}(${id})` },
  { name: 'one word of 5 MB in Python', language: 'python', text: (size) => `${times(size * 5_000_000, 'a')}(${id})` },
  {
    name: '10,000 substitutions of unclosed templates',
    language: 'javascript',
    text: (size) =>
      `f(${id})\n${times(size * 10_000, '`${')}${times(size * 10_000, '}\n')}${times(size * 1e6, 'a b\n')}f(${id})`,
  },
  {
    name: '10,000 format specifications in each other',
    language: 'python',
    text: (size) =>
      `f(${id})\nf'''${times(size * 10_000, '{a:')}${times(size * 10_000, '}')}${times(size * 1e6, 'a b\n')}f(${id})`,
  },
  {
    name: '100,000 unclosed triple quotes',
    language: 'python',
    text: (size) => `f(${id})\n${times(size * 100_000, `x = f'''{a}\ny = """\n`)}`,
  },
];

/** Milliseconds at half and at full size: they double if time is linear. */
export interface WorstFigures {
  readonly name: string;
  readonly megabytes: number;
  readonly references: number;
  readonly half: number;
  readonly full: number;
}

export async function worstCases(rounds: number): Promise<WorstFigures[]> {
  const figures: WorstFigures[] = [];
  for (const { name, language, text } of cases) {
    const measure = async (size: number) => {
      const file = path.join(cached(), 'worst.txt');
      const content = text(size);
      writeFileSync(file, content);
      const all: { ms: number; references: number }[] = [];
      for (let round = 0; round < rounds; round++) {
        await timed({ file: process.execPath, args: [path.join(cache, 'one-file.js'), file, language], codes: [0] });
        all.push(JSON.parse(readFileSync(path.join(cache, 'output.txt'), 'utf8')));
      }
      return { ms: median(all.map(({ ms }) => ms)), references: all[0]?.references ?? 0, bytes: content.length };
    };
    const [half, full] = [await measure(0.5), await measure(1)];
    figures.push({ name, megabytes: full.bytes / 1e6, references: full.references, half: half.ms, full: full.ms });
  }
  return figures;
}
