import assert from 'node:assert/strict';
import type { ModelReference, Route } from '../../../src/core/find/reference';
import { codeLink, diagnosticCodes, misspeltIgnore, unneededIgnore } from '../../../src/core/codes';
import { assess, daysBetween, defaultSeverities, groupOf, severityKeyOf, severityOf } from '../../../src/core/findings';
import { bundledProgram, programWith } from '../../../src/core/program/program';
import { readFileSync } from 'node:fs';

const program = bundledProgram();

function reference(model: string, change: Partial<ModelReference> = {}): ModelReference {
  const place = { start: 0, end: model.length, text: model, context: 'model', role: 'use' } as const;
  return { ...place, model, route: { kind: 'unknown' }, ...change };
}

function finding(model: string, change: Partial<ModelReference> = {}, horizonDays?: number) {
  const basis = { listings: 'all', asOf: '2026-11-22', ...(horizonDays !== undefined && { horizonDays }) };
  return assess(program, reference(model, change), basis);
}

suite('findings', () => {
  const azure: Route = { kind: 'azure', evidence: 'AzureOpenAI(…)' };
  const table: [string, ReturnType<typeof finding>, string | undefined, string][] = [
    ['covered, no end in sight', finding('gpt-5.6-luna'), undefined, 'off'],
    ['covered, ends within the horizon', finding('gpt-4o'), 'shutting-down', 'information'],
    ['covered, ends behind the horizon', finding('gpt-4o', {}, 52), undefined, 'off'],
    ['covered, ends on the horizon', finding('gpt-4o', {}, 53), 'shutting-down', 'information'],
    ['covered, but shut down', finding('o1'), 'shut-down', 'warning'],
    ['not listed, chat', finding('chat-latest'), 'not-listed', 'warning'],
    ['not listed, reasoning', finding('gpt-5.5-pro'), 'not-listed', 'warning'],
    ['not listed, embedding', finding('text-embedding-3-small'), 'not-listed', 'information'],
    ['not listed, moderation', finding('omni-moderation-latest'), 'not-listed', 'information'],
    ['not listed, ends soon: billed is the worse news', finding('gpt-5-pro'), 'not-listed', 'warning'],
    ['not listed and shut down', finding('gpt-3.5-turbo'), 'shut-down', 'warning'],
    ['embedding, shut down', finding('code-search-ada-code-001'), 'shut-down', 'warning'],
    ['fine-tuned', finding('ft:gpt-4o-mini-2024-07-18:org::id'), 'fine-tuned', 'warning'],
    ['fine-tuned, base shut down', finding('ft:gpt-3.5-turbo-0125:org::id'), 'fine-tuned', 'warning'],
    ['unknown', finding('gpt-4o-minii'), 'unknown-model', 'information'],
    ['elsewhere', finding('gpt-4o', { route: azure }), 'other-route', 'information'],
    ['elsewhere and shut down at OpenAI', finding('gpt-3.5-turbo', { route: azure }), 'other-route', 'information'],
    ['elsewhere and unknown', finding('gpt-35-turbo', { route: azure }), 'other-route', 'information'],
    ['a mention', finding('gpt-3.5-turbo', { role: 'mention', context: 'type' }), undefined, 'off'],
  ];
  for (const [what, answer, code, severity] of table)
    test(what, () => {
      assert.equal(answer.code, code);
      assert.equal(severityOf(answer), severity);
    });

  const groups: [ReturnType<typeof finding>, ReturnType<typeof groupOf>][] = [
    [finding('gpt-5.6-luna'), 'small'],
    [finding('gpt-4o'), 'large'],
    [finding('gpt-4o', { purpose: 'embeddings' }), 'large'],
    [finding('gpt-4o', { purpose: 'fine-tuning' }), 'billed'],
    [finding('gpt-4o', { purpose: 'evals' }), 'billed'],
    [finding('chat-latest'), 'billed'],
    [finding('o1'), 'failing'],
    [finding('gpt-3.5-turbo'), 'failing'],
    [finding('ft:gpt-3.5-turbo-0125:org::id'), 'billed'],
    [finding('gpt-4o-minii'), 'unknown'],
    [finding('gpt-3.5-turbo', { route: azure }), 'elsewhere'],
  ];
  for (const [answer, group] of groups) {
    const { model, purpose = 'any call', route } = answer.reference;
    test(`${model} in ${purpose}, to ${route.kind}: ${group}`, () => assert.equal(groupOf(answer), group));
  }

  test('a mention still knows its coverage and its end', () => {
    const { coverage, lifecycle } = finding('o1', { role: 'mention', context: 'list' });
    assert.equal(coverage.kind, 'covered');
    assert.equal(lifecycle?.date, '2026-10-23');
  });

  test("OpenAI's dates do not bind other hosts", () => {
    assert.equal(finding('gpt-3.5-turbo', { route: azure }).lifecycle, undefined);
  });

  test('the kind is the model’s or, for a fine-tune, its base’s', () => {
    assert.equal(finding('whisper-1').kind, 'audio');
    assert.equal(finding('ft:gpt-4o-mini-2024-07-18:org::id').kind, 'chat');
    assert.equal(finding('gpt-4o-minii').kind, undefined);
  });

  test('the day decides', () => {
    const on = (asOf: string) => assess(program, reference('o1'), { listings: 'all', asOf }).code;
    assert.deepEqual(['2026-07-24', '2026-07-25', '2026-10-22', '2026-10-23'].map(on), [
      undefined,
      'shutting-down',
      'shutting-down',
      'shut-down',
    ]);
  });

  test('days are whole, also across daylight-saving changes and leap days', () => {
    assert.equal(daysBetween('2026-03-28', '2026-03-30'), 2);
    assert.equal(daysBetween('2028-02-28', '2028-03-01'), 2);
    assert.equal(daysBetween('2026-11-22', '2026-11-22'), 0);
  });
});

suite('severity', () => {
  test('kinds without a covered counterpart have one of their own', () => {
    assert.equal(severityKeyOf(finding('chat-latest')), 'not-listed');
    assert.equal(severityKeyOf(finding('whisper-1')), 'not-listed-other-kinds');
  });

  test('a kind that nobody knows is none of these: only a listing that is not chosen names the model', () => {
    const mine = { id: 'mine', title: 'Mine', date: '2026-12-01', pools: { large: ['gpt-9'], small: [] } };
    const basis = { listings: 'makerperks', asOf: '2026-11-22' };
    const answer = assess(programWith([mine]), reference('gpt-9'), basis);
    assert.deepEqual([answer.code, severityOf(answer)], ['not-listed', 'warning']);
  });
});

suite('codes', () => {
  const page = readFileSync('docs/codes.md', 'utf8');

  for (const code of diagnosticCodes)
    test(`${code} is explained where its link leads, with its default severity`, () => {
      assert.equal(
        codeLink(code),
        `https://github.com/token-allowance/token-allowance/blob/main/docs/codes.md#${code}`,
      );
      const section = page.split(/^## /m).find((section) => section.startsWith(`${code}\n`));
      assert.ok(section, `a heading "## ${code}"`);
      assert.match(section, new RegExp(`Default severity: ${defaultSeverities[code]}`));
    });

  test('the page has no other code', () => {
    const headings = Array.from(page.matchAll(/^## (.+)$/gm), ([, heading]) => heading);
    assert.deepEqual(headings, [...diagnosticCodes, unneededIgnore, misspeltIgnore]);
  });
});
