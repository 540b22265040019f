import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import type { ModelReference } from '../../../../src/core/find/reference';
import { assess } from '../../../../src/core/findings';
import { bundledProgram } from '../../../../src/core/program/program';
import type { UsageTier } from '../../../../src/core/program/schema';
import { hoverText } from '../../../../src/core/words/hover';
import { diagnosticText, shortText } from '../../../../src/core/words/problem';

const program = bundledProgram();
const now = new Date('2026-11-22T18:48:30Z');

interface Case {
  readonly model: string;
  readonly tier?: UsageTier;
  readonly listings?: string;
  readonly route?: ModelReference['route'];
  readonly purpose?: ModelReference['purpose'];
}

/** What people read in each situation; the expected texts stand in test/golden/words.txt. */
const cases: Record<string, Case> = {
  'covered, large pool, by both lists, ends in 53 days': { model: 'gpt-4o' },
  'the same at usage tier 3': { model: 'gpt-4o', tier: 3 },
  'covered, small pool, without an end, a snapshot of its own': { model: 'gpt-5.6-luna' },
  'covered through an inferred alias': { model: 'gpt-5.5', tier: 5 },
  'covered, but shut down': { model: 'o1' },
  'covered, shut down, and its replacement is shut down too': { model: 'o1-mini' },
  'covered, the replacement comes out of the other pool': { model: 'gpt-4.1-mini' },
  'covered, the replacement is billed': { model: 'gpt-5-mini' },
  'covered, the replacement ends as well': { model: 'o1-preview' },
  'covered by MakerPerks only': { model: 'o3-mini' },
  'covered by a list that is not chosen': { model: 'o3-mini', listings: 'openai-help' },
  'not covered and shut down': { model: 'gpt-3.5-turbo' },
  'not covered, shut down, and its replacement takes other requests': { model: 'davinci-002' },
  'not covered, begins like a covered id': { model: 'gpt-4o-mini-tts' },
  'not covered, newer than the lists': { model: 'gpt-6.1-sol' },
  'not covered, a kind that is never listed': { model: 'text-embedding-3-small' },
  'not in the pools, but not billed either: moderation': { model: 'omni-moderation-latest' },
  'not in the pools, open weights': { model: 'gpt-oss-20b' },
  'not covered, and ends later than is reported': { model: 'whisper-1' },
  'in a fine-tuning job': { model: 'gpt-4.1', purpose: 'fine-tuning' },
  'in an eval': { model: 'gpt-5.6-luna', purpose: 'evals' },
  'fine-tuned': { model: 'ft:gpt-4o-mini-2024-07-18:org::id' },
  'fine-tuned, from what is not covered either': { model: 'ft:gpt-5-pro:org::id' },
  'fine-tuned, from what the id does not say': { model: 'ft::org::id' },
  'sent to Azure': { model: 'gpt-4o', route: { kind: 'azure', evidence: 'AzureOpenAI(…)' } },
  "in Azure's spelling": { model: 'gpt-35-turbo-16k', route: { kind: 'azure', evidence: 'gpt-35-turbo' } },
  'sent to another host': { model: 'o1-pro', route: { kind: 'gateway', evidence: 'openrouter/' } },
  "in Azure's spelling, sent to another host": {
    model: 'gpt-35-turbo',
    route: { kind: 'gateway', evidence: 'openrouter.ai' },
  },
  'sent to another host, as another file says': {
    model: 'gpt-5.5',
    route: { kind: 'gateway', evidence: 'openrouter.ai', from: './client' },
  },
  'sent to a server on the same machine': { model: 'gpt-4o', route: { kind: 'gateway', evidence: 'localhost' } },
  'sent to what may be a proxy, as another file says': {
    model: 'gpt-5.5',
    route: { kind: 'gateway', evidence: 'a.example', from: './client' },
  },
  'known to no list': { model: 'gpt-4o-minii' },
  'a listing that does not exist': { model: 'gpt-4o', listings: 'gone' },
};

function texts({ model, tier = 1, listings = 'all', route = { kind: 'unknown' }, purpose }: Case): string {
  const place = { start: 0, end: model.length, text: model, context: 'model', role: 'use' } as const;
  const reference = { ...place, model, route, ...(purpose && { purpose }) };
  const finding = assess(program, reference, { listings, asOf: '2026-11-22' });
  const problem = diagnosticText(finding, program);
  const hover = hoverText(finding, program, tier, now);
  return `"${model}"\n\n${hover}\n\n(${finding.code ?? 'no problem'})${problem && ` ${problem}`}\n[${shortText(finding)}]`;
}

suite('what people read', () => {
  const file = 'test/golden/words.txt';
  if (process.env['UPDATE_GOLDEN'])
    writeFileSync(
      file,
      Object.entries(cases)
        .map(([name, it]) => `=== ${name}\n${texts(it)}\n`)
        .join('\n'),
    );
  const sections = readFileSync(file, 'utf8').split(/^=== /m).slice(1);
  const golden = new Map(sections.map((section) => [section.slice(0, section.indexOf('\n')), section] as const));

  for (const [name, it] of Object.entries(cases))
    test(name, () => assert.equal(`${name}\n${texts(it)}`, golden.get(name)?.trimEnd()));

  test('the golden file has no other section', () => assert.deepEqual([...golden.keys()], Object.keys(cases)));

  test('a hover has three to five lines, whatever the model, the lists and the day', () => {
    for (const model of [...program.models.keys(), 'gpt-4o-minii', 'ft:gpt-4o:org::id', 'ft:gpt-5-pro:org::id'])
      for (const listings of ['all', 'makerperks', 'openai-help'])
        for (const asOf of ['2025-04-20', '2026-11-22', '2027-06-01']) {
          const place = { start: 0, end: 1, text: model, model, context: 'model', role: 'use' } as const;
          const finding = assess(program, { ...place, route: { kind: 'unknown' } }, { listings, asOf });
          const lines = hoverText(finding, program, 1, new Date(asOf)).split('\n\n');
          assert.ok(lines.length >= 3 && lines.length <= 5, `${model}, ${listings}, ${asOf}: ${lines.length}`);
        }
  });
});
