import assert from 'node:assert/strict';
import { assess } from '../../../../src/core/findings';
import { planDay } from '../../../../src/core/planner';
import { bundledProgram } from '../../../../src/core/program/program';
import { candidatesFor } from '../../../../src/core/replacements';
import { boundProblemText } from '../../../../src/core/words/binding';
import { candidateTitle } from '../../../../src/core/words/candidate';
import { hoverText } from '../../../../src/core/words/hover';
import { diagnosticText } from '../../../../src/core/words/problem';
import { fileText } from '../../../../src/core/words/status';
import { verdict } from '../../../../src/core/words/plan';
import { inLanguage, shipped } from './in-language';

const program = bundledProgram();
const now = new Date('2026-11-22T18:48:30Z');
const binding = { name: 'MODEL', text: 'gpt-4o', origin: { start: 0, end: 1 } };
const models = ['gpt-4o', 'o1-mini', 'gpt-4o-mini-tts', 'gpt-4.1-mini', 'gpt-4o-minii'];

suite('where punctuation is as wide as letters', () => {
  for (const locale of ['ja', 'zh-cn'])
    test(`${locale}: sentences and lists are put together without a space of their own`, () => {
      const findings = models.map((model) => {
        const place = { start: 0, end: model.length, text: model, context: 'model', role: 'use' } as const;
        const basis = { listings: 'all', asOf: '2026-11-22' };
        return assess(program, { ...place, model, route: { kind: 'unknown' } }, basis);
      });
      const plan = planDay([{ pool: 'large', tokensPerCall: 60_000, callsPerDay: 2 }], { large: 100_000, small: 1 });
      const said = inLanguage(shipped(locale), () => [
        ...findings.flatMap((finding) => [
          hoverText(finding, program, 1, now),
          boundProblemText(diagnosticText(finding, program), binding, 1),
          ...candidatesFor(finding, program).map((one) => candidateTitle(one, finding, program)),
        ]),
        fileText(findings),
        verdict(plan.large, now),
      ]);
      for (const text of said) assert.doesNotMatch(text, /[。、，：；）] |[^*] （|, /);
    });
});
