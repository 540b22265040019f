// `npm run bench`: measures everything that has a budget, prints it and writes it into RESULTS.md.
//   -- --only scans,parsers,growth,editor,paint,worst,sizes   some of it; the rest keeps its last figures
//   -- --corpus DIR                                           another folder instead of the pinned corpora; only prints
//   -- --rounds N                                             how many runs a median is taken of, default 5
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { pinnedCorpora, type Corpus } from './corpora';
import { measureEditor } from './editor';
import { cached } from './paths';
import { panelPaint } from './panel-paint';
import { installPeers } from './peers';
import { render, writeResults, type Figures } from './report';
import { growth, scanCorpus, scanWithParsers } from './scans';
import { sizes } from './sizes';
import { build } from './subjects';
import { worstCases } from './worst';

const { values } = parseArgs({
  options: { only: { type: 'string' }, corpus: { type: 'string' }, rounds: { type: 'string', default: '5' } },
});

async function main(): Promise<void> {
  const rounds = Number(values.rounds);
  const parts = ['scans', 'parsers', 'growth', 'editor', 'paint', 'worst', 'sizes'] as const;
  const only = values.only?.split(',') ?? parts;
  const unknown = only.filter((name) => !parts.some((part) => part === name));
  if (unknown.length || !(rounds >= 1)) throw new Error(`--only takes ${parts.join(', ')}; --rounds a number from 1`);
  const wants = (part: (typeof parts)[number]): boolean => only.includes(part);
  const home = installPeers();
  const corpora = values.corpus ? [named(values.corpus)] : pinnedCorpora();
  const [first] = corpora;
  if (!first) throw new Error('There is no corpus to measure on; name one with --corpus.');
  await build();

  const figures: Figures = {};
  const each = async <Result>(what: string, measure: (corpus: Corpus) => Promise<Result>): Promise<Result[]> => {
    const results: Result[] = [];
    for (const corpus of corpora) {
      console.log(`${what}: ${corpus.name} …`);
      results.push(await measure(corpus));
    }
    return results;
  };
  // Programs that parse take minutes, and fewer runs of them are enough.
  const fewer = Math.min(rounds, 3);
  if (wants('scans')) figures.scans = await each('Scans', (corpus) => scanCorpus(home, corpus, rounds));
  if (wants('parsers')) figures.parsers = await each('Parsers', (corpus) => scanWithParsers(home, corpus, fewer));
  if (wants('growth')) figures.growth = await each('Growth', (corpus) => growth(home, corpus, fewer));
  if (wants('worst')) figures.worst = await worstCases(fewer);
  if (wants('editor')) figures.editor = await measureEditor(first, fewer);
  if (wants('paint')) figures.paint = await panelPaint(rounds);
  if (wants('sizes')) figures.sizes = sizes();

  console.log(`\n${render(figures, rounds)}`);
  if (!values.corpus) writeResults(render(remember(figures), rounds));
}

/** The figures of this run, completed by those of earlier ones where it has measured only some. */
function remember(figures: Figures): Figures {
  const file = path.join(cached(), 'figures.json');
  const all = existsSync(file) ? { ...(JSON.parse(readFileSync(file, 'utf8')) as Figures), ...figures } : figures;
  writeFileSync(file, JSON.stringify(all));
  return all;
}

function named(folder: string): Corpus {
  return { name: 'named folder', folder: path.resolve(folder) };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
