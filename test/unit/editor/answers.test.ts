import assert from 'node:assert/strict';
import { findReferences } from '../../../src/core/find/find';
import { computeReports } from '../../../src/editor/diagnostics/computer';
import { explain, explainBinding, findIn, judge } from '../../../src/editor/answers';
import { readSettings, type SettingName, type Settings } from '../../../src/editor/settings';

const now = new Date('2026-11-22T12:00:00Z');

function settings(values: Partial<Record<SettingName, unknown>> = {}): Settings {
  return readSettings((name) => values[name]).settings;
}

function reports(text: string, values: Partial<Record<SettingName, unknown>> = {}) {
  const chosen = settings(values);
  const references = findReferences(text, 'typescript');
  return computeReports(judge(text, 'typescript', references, chosen, now), chosen);
}

suite('diagnostics by the settings', () => {
  test('a billed or failing model is reported inside its quotes, with a code and a sentence', () => {
    const text = 'ask({ model: "gpt-4o" }); ask({ model: "gpt-3.5-turbo" });';
    const [report, ...more] = reports(text, { shutdownHorizonDays: 0 });
    assert.deepEqual(more, []);
    assert.equal(text.slice(report!.start, report!.end), 'gpt-3.5-turbo');
    assert.equal(report!.code, 'shut-down');
    assert.equal(report!.severity, 'warning');
    assert.match(report!.message, /gpt-3\.5-turbo was shut down on 2026-10-23/);
  });

  test('mentions are not reported', () => assert.deepEqual(reports('type M = "gpt-3.5-turbo" | "gpt-4";'), []));

  const severities: [text: string, setting: SettingName][] = [
    ['ask({ model: "gpt-4o-transcribe" })', 'severity.notListedOtherKinds'],
    ['ask({ model: "gpt-5-pro" })', 'severity.not-listed'],
    ['ask({ model: "ft:gpt-4o-mini-2024-07-18:org::id" })', 'severity.fine-tuned'],
    ['ask({ model: "azure/gpt-4o" })', 'severity.other-route'],
    ['ask({ model: "gpt-4o-max" })', 'severity.unknown-model'],
    ['ask({ model: "gpt-3.5-turbo" })', 'severity.shut-down'],
    ['ask({ model: "gpt-4o" })', 'severity.shutting-down'],
  ];
  for (const [text, setting] of severities) {
    test(`${setting} decides about ${text}`, () => {
      const usual = reports(text).map((report) => report.severity);
      assert.deepEqual(usual, [settings()[setting]]);
      for (const severity of ['error', 'warning', 'information', 'hint'] as const) {
        assert.deepEqual(
          reports(text, { [setting]: severity }).map((report) => report.severity),
          [severity],
        );
      }
      assert.deepEqual(reports(text, { [setting]: 'off' }), []);
    });
  }

  test('models to ignore are not reported', () => {
    const text = 'ask({ model: "gpt-5-pro" }); ask({ model: "gpt-3.5-turbo" });';
    assert.deepEqual(
      reports(text, { ignoreModels: ['gpt-5-pro'] }).map(({ code }) => code),
      ['shut-down'],
    );
  });

  test('an ignore comment that silences nothing is reported faintly', () => {
    const text = 'ask({ model: "gpt-5.5" }); // token-allowance: ignore -- why';
    const [report, ...more] = reports(text);
    assert.deepEqual(more, []);
    assert.deepEqual([report!.code, report!.severity], ['unneeded-ignore', 'hint']);
    assert.equal(text.slice(report!.start, report!.end), 'token-allowance: ignore -- why');
    assert.equal(report!.message, 'Unneeded: there is nothing here for this comment to ignore.');
  });

  test('an ignore comment that is written wrongly is reported with what it should be, and is not called unneeded', () => {
    const text = 'ask({ model: "gpt-5.5" }); // token-allowance: ignore[shutdown]\n// token-allowance-ignore-nextline';
    const found = reports(text);
    assert.deepEqual(
      found.map(({ start, end, code, severity }) => [text.slice(start, end), code, severity]),
      [
        ['shutdown', 'misspelt-ignore', 'information'],
        ['token-allowance-ignore-nextline', 'misspelt-ignore', 'information'],
      ],
    );
    assert.match(found[0]!.message, /^shutdown is not a problem code, .*not-listed, .*shutting-down\.$/);
    assert.match(found[1]!.message, /it should read token-allowance: ignore-next-line\.$/);
    const [unclear] = reports('x = 1; // token-allowance: off');
    assert.match(unclear!.message, /it should read .*: ignore, .*: ignore-next-line, or .*: ignore-file\.$/);
  });

  test('the horizon decides how far ahead a shutdown is reported', () => {
    const text = 'ask({ model: "gpt-4o" })';
    assert.equal(reports(text, { shutdownHorizonDays: 60 }).length, 1);
    assert.equal(reports(text, { shutdownHorizonDays: 30 }).length, 0);
  });

  test('the chosen listings decide what is covered', () => {
    const text = 'ask({ model: "gpt-5.5" })';
    assert.deepEqual(reports(text), []);
    assert.equal(reports(text, { listings: 'makerperks' })[0]!.code, 'not-listed');
  });
});

suite('hovers by the settings', () => {
  const [reference] = findReferences('ask(model="gpt-4o")', 'python');
  const tokens: [tier: number, text: string][] = [
    [1, '250,000'],
    [3, '1,000,000'],
  ];
  for (const [usageTier, text] of tokens) {
    test(`tier ${usageTier} shows ${text} tokens`, () => {
      const hover = explain(reference!, settings({ usageTier }), now);
      assert.match(hover, /large pool/);
      assert.ok(hover.includes(text), hover);
    });
  }

  test('it is said where the settings keep a problem from being reported', () => {
    const last = (model: string, ...ignoreModels: string[]) =>
      explain(findReferences(`ask(model="${model}")`, 'python')[0]!, settings({ ignoreModels }), now)
        .split('\n\n')
        .at(-1)!;
    assert.equal(last('gpt-5-pro', 'o1', 'gpt-5-pro'), 'Not reported: `tokenAllowance.ignoreModels` names it.');
    assert.doesNotMatch(last('gpt-5-pro', 'o1'), /reported/);
    assert.doesNotMatch(last('gpt-5.4-mini', 'gpt-5.4-mini'), /reported/, 'nothing to report');
  });

  test('of a name it is said where its value is set, then the same', () => {
    const binding = { ...reference!, name: 'MODEL', text: 'gpt-4o', origin: { start: 0, end: 6 } };
    assert.equal(
      explainBinding(binding, 7, settings(), now),
      `\`MODEL\` holds \`gpt-4o\`, set on line 7.\n\n${explain(reference!, settings(), now)}`,
    );
  });

  test('what is used today stands with the pool, as OpenAI counted it or estimated', () => {
    const said = (free: boolean, source = 'ask(model="gpt-4o")') => {
      const rows = [{ model: 'gpt-4o-2024-08-06', tokens: 230_000, free }];
      return explain(findReferences(source, 'python')[0]!, settings({}), now, { rows, at: now });
    };
    assert.match(said(true), /whole organization\)\. 230,000 of them are used today, as of \d\d:\d\d UTC\.\n/);
    assert.match(said(false), /whole organization\)\. An estimated 230,000 of them are used today, as of/);
    assert.match(said(true, 'ask(model="gpt-4o-mini")'), /small models.* 0 of them are used today/);
    assert.doesNotMatch(said(true, 'ask(model="gpt-5-pro")'), /used today/);
    assert.doesNotMatch(said(true, 'ask(model="o1")\nask(model="gpt-4o")'), /used today/, 'shut down');
  });
});

suite('finding in an editor', () => {
  test('what begins with an exclamation mark is a shell’s in a cell of Python alone', () => {
    const text = '!ask({ model: "gpt-4o" })';
    assert.equal(findIn(text, 'typescript', true).length, 1);
    assert.equal(findIn(text, 'python', true).length, 0);
  });

  const cases: [text: string, isCell: boolean, models: string[]][] = [
    ['ask(model="gpt-4o")', false, ['gpt-4o']],
    ['ask(model="gpt-4o")', true, ['gpt-4o']],
    ['%%bash\nllm --model "gpt-4o"', true, []],
    ['%env MODEL="gpt-4o"\nask(model="gpt-4.1")', true, ['gpt-4.1']],
  ];
  for (const [text, isCell, models] of cases) {
    test(`${JSON.stringify(text)} ${isCell ? 'in a cell' : 'in a file'} names ${models.join()}`, () => {
      const found = findIn(text, 'python', isCell);
      assert.deepEqual(
        found.map((reference) => reference.model),
        models,
      );
    });
  }
});
