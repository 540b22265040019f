import assert from 'node:assert/strict';
import { bundledProgram } from '../../../../src/core/program/program';
import { findReferences } from '../../../../src/core/find/find';
import type { Language } from '../../../../src/core/find/reference';
import { applyEdit } from '../../../../src/core/text-edit';
import { judge, severitySetting, sourceIn } from '../../../../src/editor/answers';
import * as fixes from '../../../../src/editor/quick-fixes/fixes';
import { readSettings } from '../../../../src/editor/settings';

const { settings } = readSettings(() => undefined);
const now = new Date('2026-11-22T12:00:00Z');

function judged(source: string, language: Language = 'typescript') {
  const judgement = judge(source, language, findReferences(source, language), settings, now);
  return { ...judgement, source, language, finding: judgement.findings[0]! };
}

const applied = (source: string, { edits }: fixes.Fix) => [...edits].reverse().reduce(applyEdit, source);

suite('fixes: another model', () => {
  test('a few of each pool at once, the others on demand, each once', () => {
    const { finding, source } = judged('ask({ model: "gpt-4o" });');
    const { first, more } = fixes.replacementFixes(finding, source, bundledProgram());
    assert.equal(first[0]!.title, "Replace with gpt-6-luna (OpenAI's replacement, large pool)");
    assert.equal(first.filter(({ title }) => /\(.*large pool\)/.test(title)).length, 3);
    assert.equal(first.filter(({ title }) => title.includes('small pool instead of large')).length, 2);
    assert.deepEqual(
      [...first, ...more].filter(({ preferred }) => preferred).map(({ title }) => title),
      [first[0]!.title],
    );
    const titles = [...first, ...more].map(({ title }) => title);
    assert.equal(new Set(titles).size, titles.length);
    assert.ok(more.length > 0);
  });

  test('OpenAI’s own replacement is offered although it is billed, and says so', () => {
    const { finding, source } = judged('ask({ model: "gpt-4o-audio-preview" });');
    const { first, more } = fixes.replacementFixes(finding, source, bundledProgram());
    assert.deepEqual(
      first.map(({ title, preferred }) => [title, preferred]),
      [["Replace with gpt-audio-1.5 (OpenAI's replacement, not covered: billed at normal rates)", false]],
    );
    assert.deepEqual(more, []);
  });

  test('only the id is replaced: prefix and quotes stay', () => {
    const { finding, source } = judged('ask({ model: `openai/gpt-3.5-turbo` });');
    const { first } = fixes.replacementFixes(finding, source, bundledProgram());
    assert.equal(applied(source, first[0]!), 'ask({ model: `openai/gpt-5.6-terra` });');
  });

  for (const model of ['ft:gpt-4o-mini-2024-07-18:org::id', 'azure/gpt-4o']) {
    test(`there is nothing to write instead of ${model}`, () => {
      const { finding, source } = judged(`ask({ model: "${model}" });`);
      assert.deepEqual(fixes.replacementFixes(finding, source, bundledProgram()), { first: [], more: [] });
    });
  }

  test('there is nothing to write where a comment stands within the string', () => {
    const { finding, source } = judged('ask(model=("gpt-"  # why\n  "4"))', 'python');
    assert.deepEqual(fixes.replacementFixes(finding, source, bundledProgram()), { first: [], more: [] });
  });

  test('where a name is set, as many are offered as a menu takes', () => {
    const { finding } = judged('ask({ model: "gpt-4o" });');
    assert.deepEqual(fixes.originFixes(finding, bundledProgram()), [
      { title: "Replace with gpt-6-luna (OpenAI's replacement, large pool), where it is set", by: 'gpt-6-luna' },
      { title: 'Replace with gpt-6-astra (large pool), where it is set', by: 'gpt-6-astra' },
      { title: 'Replace with gpt-6-sol (large pool), where it is set', by: 'gpt-6-sol' },
    ]);
  });

  const pins: [model: string, title: RegExp, text: string][] = [
    ['gpt-4o', /^Pin to the snapshot gpt-4o-2024-08-06 \(large pool/, 'gpt-4o-2024-08-06'],
    ['gpt-4o-2024-08-06', /^Follow the alias gpt-4o \(large pool/, 'gpt-4o'],
  ];
  for (const [model, title, text] of pins) {
    test(`${model} can become ${text}`, () => {
      const { finding, source } = judged(`ask({ model: "${model}" });`);
      const [pin, ...more] = fixes.pinFixes(finding, source, bundledProgram());
      assert.deepEqual(more, []);
      assert.match(pin!.title, title);
      assert.equal(applied(source, pin!), `ask({ model: "${text}" });`);
    });
  }
});

suite('fixes: ignoring', () => {
  test('in the line and in the file', () => {
    const text = judged('#!/usr/bin/env python\nask(model="gpt-5-pro")\n', 'python');
    const [line, file] = fixes.ignoreFixes(text.finding, text);
    assert.equal(line!.title, 'Ignore not-listed on this line');
    assert.match(applied(text.source, line!), /"gpt-5-pro"\) {2}# token-allowance: ignore\[not-listed\]\n$/);
    assert.equal(file!.title, 'Ignore not-listed in this file');
    assert.match(applied(text.source, file!), /^#!.*\n# token-allowance: ignore-file\[not-listed\]\nask/);
  });

  const cells: [cell: string, magic: string, rest: string][] = [
    ['%%time', '%%time\n', ''],
    ['%%time behind a blank line', '\r\n%%time\r\n', ''],
    ['%%time and an encoding', '%%time\n# coding: utf-8\n', ''],
    ['%%time where it is none', '', 'x = 1\n%%time\n'],
  ];
  for (const [what, first, rest] of cells) {
    test(`in a notebook’s cell, behind what must come first: ${what}`, () => {
      const code = `${rest}ask(model="gpt-5-pro")\n`;
      const cell = first + code;
      const text = judged(sourceIn(cell, 'python', true), 'python');
      const file = fixes.ignoreFixes(text.finding, text, cell).at(-1)!;
      assert.equal(file.title, 'Ignore not-listed in this cell');
      assert.equal(applied(cell, file), `${first}# token-allowance: ignore-file[not-listed]\n${code}`);
    });
  }

  test('in a notebook’s cell that has a list of its own, behind its magic', () => {
    const cell = '%%time\n# token-allowance: ignore-file[fine-tuned]\nask(model="gpt-5-pro")\n';
    const text = judged(sourceIn(cell, 'python', true), 'python');
    const file = fixes.ignoreFixes(text.finding, text, cell).at(-1)!;
    assert.equal(applied(cell, file), cell.replace('fine-tuned', 'fine-tuned, not-listed'));
  });

  test('where nothing is reported, nothing', () => {
    const text = judged('ask({ model: "gpt-5.5" });');
    assert.deepEqual(fixes.ignoreFixes(text.finding, text), []);
  });

  test('where no comment can stand, only in the file', () => {
    const text = judged('m = f"""\n{f(model="gpt-4")}\n"""', 'python');
    assert.deepEqual(
      fixes.ignoreFixes(text.finding, text).map(({ title }) => title),
      ['Ignore shut-down in this file'],
    );
  });

  test('unneeded comments go, one or all, and nothing else does', () => {
    const text = [
      '// token-allowance: ignore-next-line',
      'ask({ model: "gpt-5.5" }); // token-allowance: ignore -- why',
      'ask({ model: "gpt-5-pro" }); // token-allowance: ignore[not-listed]',
      '',
    ].join('\n');
    const { unneeded, source } = judged(text);
    assert.equal(unneeded.length, 2);
    const [one, all] = [fixes.removalFix(unneeded[0]!, source), fixes.removalsFix(unneeded, source)!];
    assert.deepEqual([one.title, one.preferred], ['Remove this ignore comment', true]);
    assert.match(applied(source, one), /^ask/);
    assert.equal(all.title, 'Remove all unneeded ignore comments');
    assert.equal(
      applied(source, all),
      'ask({ model: "gpt-5.5" });\nask({ model: "gpt-5-pro" }); // token-allowance: ignore[not-listed]\n',
    );
    assert.equal(fixes.removalsFix([], source), undefined);
  });

  test('of two unneeded comments that share a blank one goes after the other', () => {
    const text = 'f(/* token-allowance: ignore */ /* token-allowance: ignore */ );';
    const run = (text: string) => applied(text, fixes.removalsFix(judged(text).unneeded, text)!);
    assert.equal(run(text), 'f(/* token-allowance: ignore */ );');
    assert.equal(run(run(text)), 'f();');
  });
});

suite('fixes: misspelt ignore comments', () => {
  test('are written as they were meant, where that is clear', () => {
    const text = 'f(); // token-allowance-ignore-nextline -- why\n// token-allowance-disable\n';
    const { misspelt, source } = judged(text);
    const [first, second] = misspelt.map(fixes.misspeltFix);
    assert.deepEqual([first!.title, first!.preferred], ['Write token-allowance: ignore-next-line', true]);
    assert.equal(applied(source, first!), text.replace('token-allowance-ignore-nextline', first!.title.slice(6)));
    assert.equal(second, undefined);
  });
});

suite('fixes: severity', () => {
  const settings: [model: string, setting: string | undefined][] = [
    ['gpt-5-pro', 'severity.not-listed'],
    ['gpt-4o-transcribe', 'severity.notListedOtherKinds'],
    ['gpt-4', 'severity.shut-down'],
    ['gpt-5.5', undefined],
  ];
  for (const [model, setting] of settings)
    test(`${setting ?? 'nothing'} decides about ${model}`, () =>
      assert.equal(severitySetting(judged(`ask({ model: "${model}" })`).finding), setting));
});
