import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ModelReference } from '../../../../src/core/find/reference';
import { assess } from '../../../../src/core/findings';
import { english, messages } from '../../../../src/core/messages';
import { bundledProgram, createProgram } from '../../../../src/core/program/program';
import type { Listing, Model } from '../../../../src/core/program/schema';
import type { Misspelt } from '../../../../src/core/find/misspelt-directives';
import type { ModelBinding } from '../../../../src/core/understand/understanding';
import { bindingText } from '../../../../src/core/words/binding';
import { hoverText } from '../../../../src/core/words/hover';
import { diagnosticText, ignoreText } from '../../../../src/core/words/problem';
import { code, escape, link } from '../../../../src/core/words/markdown';
import { countdownText } from '../../../../src/core/words/reset';
import { sentences } from '../../../../src/core/words/sentences';
import { Speaker } from '../../../../src/core/words/speaker';
import { tallyText } from '../../../../src/core/words/tally';
import { inLanguage, shipped } from './in-language';

const program = bundledProgram();
const now = new Date('2026-11-22T18:48:30Z');

function finding(model: string, route: ModelReference['route'] = { kind: 'unknown' }, of = program) {
  const place = { start: 0, end: model.length, text: model, context: 'model', role: 'use' } as const;
  return assess(of, { ...place, model, route }, { listings: 'all', asOf: '2026-11-22' });
}

suite('words', () => {
  test('speak the reader’s language, in words and in numbers', () => {
    const seen: string[] = [];
    const translate = (message: string, ...args: string[]) => {
      seen.push(message);
      return english(message === messages.covered ? 'Gedeckt: {0}, {1} Token am Tag (Stufe {2})' : message, ...args);
    };
    const text = inLanguage({ translate, locale: 'de' }, () => hoverText(finding('gpt-5.6-luna'), program, 1, now));
    assert.match(text, /^\*\*Gedeckt: small, 2\.500\.000 Token am Tag \(Stufe 1\)\*\*/);
    const known: string[] = Object.values(messages);
    for (const message of seen) assert.ok(known.includes(message), 'a translator sees whole messages only');
  });

  test('arguments are never read as messages', () => {
    assert.equal(english('{0} and {1}', '{1}', '$&'), '{1} and $&');
    assert.equal(english('{0} {7}', 'a'), 'a {7}');
  });

  test('placeholders of every message count from zero', () => {
    for (const message of Object.values(messages)) {
      const places = new Set(Array.from(message.matchAll(/\{(\d)\}/g), ([, place]) => Number(place)));
      assert.deepEqual(
        [...places].sort(),
        [...places.keys()].map((_, index) => index),
        message,
      );
    }
  });

  test('text from code cannot become markup, and no link leads anywhere but to https', () => {
    const evil = 'gpt`](command:x) <img src=x> [a](https://evil.example) **b** $(bug)\n\n# h';
    const texts = [
      hoverText(finding(evil), program, 1, now),
      hoverText(finding(`ft:${evil}`), program, 1, now),
      hoverText(finding('gpt-4o', { kind: 'gateway', evidence: evil }), program, 1, now),
    ];
    for (const text of texts) {
      const outside = text.replace(/(`+) ?.*?[^`]\1(?!`)/g, '');
      assert.doesNotMatch(outside, /command:|evil|<|#|\$\(/, text);
    }
  });

  test('the title of a user’s listing cannot become markup either', () => {
    const title = 'My ](command:x) <b> `list` https://evil.example';
    const own: Listing = { id: 'own', title, date: '2026-11-01', pools: { large: ['gpt-4o'], small: [] } };
    const extended = createProgram([...program.listings, own], program.models.values());
    const text = hoverText(finding('gpt-4o', undefined, extended), extended, 1, now);
    assert.match(text, /My \\\]\(command\\:x\) \\<b\\> \\`list\\` https\\:/);
  });

  test('a listing that puts a model into another pool is named with it', () => {
    const own: Listing = { id: 'own', title: 'Own', date: '2026-11-01', pools: { large: [], small: ['gpt-4o'] } };
    const extended = createProgram([...program.listings, own], program.models.values());
    const text = hoverText(finding('gpt-4o', undefined, extended), extended, 1, now);
    assert.match(text, /Covered: small pool, 2,500,000 tokens a day/);
    assert.match(
      text,
      /Listed by Own \(2026-11-01, own listing\), \[OpenAI Help \(2026-09-28\)\]\([^)]*\) in the large pool, and/,
    );
  });

  test('the condition is said last, however much there is to say before it', () => {
    const { reference, ...rest } = finding('gpt-4.1');
    const tooled = { ...rest, reference: { ...reference, extras: ['web_search'] } };
    const lines = hoverText(tooled, program, 1, now).split('\n\n');
    const said = [
      /Shuts down on/,
      /Covered/,
      /hosted tools/,
      /stands for.*Listed by/,
      /Free only for requests to OpenAI/,
    ];
    assert.equal(lines.length, said.length);
    said.forEach((words, index) => assert.match(lines[index]!, words));
  });

  test('of a service tier it is said, beside the tools, that the rules do not speak of it, but not where the model is on no list', () => {
    const hover = (model: string, extras: readonly string[]) => {
      const { reference, ...rest } = finding(model);
      return hoverText({ ...rest, reference: { ...reference, extras } }, program, 1, now);
    };
    assert.match(
      hover('gpt-5.4', ['flex', 'web_search']),
      /\n\nThis call passes hosted tools \(`web_search`\): .* This call asks for `flex` processing: the \[rules\]\(https:[^)]*\) do not say whether that is covered\.\n\n/,
    );
    assert.match(hover('gpt-5.4', ['priority']), /\n\nThis call asks for `priority` processing: /);
    assert.doesNotMatch(hover('gpt-5.5-pro', ['flex']), /processing/);
  });

  test('where the call is billed, a hover says so in place of what the lists give, and on what condition', () => {
    const { reference, ...rest } = finding('gpt-4.1');
    const billed = { ...rest, reference: { ...reference, extras: ['web_search'], purpose: 'evals' as const } };
    const lines = hoverText(billed, program, 1, now).split('\n\n');
    const said = [/Shuts down on/, /^\*\*Evals are billed/, /stands for.*Listed by/, /hosted tools/];
    assert.equal(lines.length, said.length);
    said.forEach((words, index) => assert.match(lines[index]!, words));
  });

  const chat = { kind: 'chat', family: 'x', source: 'a test' } as const;
  const soon = { ...chat, shutdown: '2026-12-01' };
  const gone = { ...chat, shutdown: '2026-11-01' };
  const ways: [what: string, models: Model[], said: RegExp][] = [
    [
      'are shut down all',
      [
        { ...gone, id: 'a', replacement: 'b' },
        { ...gone, id: 'b' },
      ],
      /requests fail\. OpenAI's replacement, b, is shut down too\.$/,
    ],
    [
      'end themselves',
      [
        { ...gone, id: 'a', replacement: 'b' },
        { ...soon, id: 'b' },
      ],
      /OpenAI's replacement, b, is not covered either\. It shuts down on 2026-12-01 itself\.$/,
    ],
  ];
  for (const [what, models, said] of ways)
    test(`replacements that ${what} are told with it`, () => {
      const few = createProgram([], models);
      assert.match(diagnosticText(finding('a', undefined, few), few), said);
    });

  test('a model that nothing is known of but its name may be on a list to come', () => {
    const few = createProgram(program.listings, [{ ...chat, id: 'next' }]);
    assert.match(
      hoverText(finding('next', undefined, few), few, 1, now),
      /Lists newer than 2026-09-28 may include it\.$/,
    );
  });

  const comments: [what: Pick<Misspelt, 'code' | 'meant'>, said: string][] = [
    [
      { code: 'shutdown', meant: 'shut-down' },
      'shutdown is not a problem code, so this ignores nothing. The codes are not-listed, fine-tuned, other-route, unknown-model, shut-down, and shutting-down.',
    ],
    [{ meant: 'token-allowance: ignore' }, 'This ignores nothing: it should read token-allowance: ignore.'],
    [
      {},
      'This ignores nothing: it should read token-allowance: ignore, token-allowance: ignore-next-line, or token-allowance: ignore-file.',
    ],
  ];
  for (const [comment, said] of comments)
    test(`of the ignore comment ${JSON.stringify(comment)}`, () => assert.equal(ignoreText(comment), said));

  const origins: [origin: ModelBinding['origin'], quote: typeof code | undefined, said: string][] = [
    [{ start: 0, end: 6 }, code, '`MODEL` holds `gpt-4o`, set on line 7.'],
    [{ start: 0, end: 6, cell: 2 }, undefined, 'MODEL holds gpt-4o, set on line 7 of cell 3.'],
    [
      { specifier: './models', exported: 'MODEL', path: '/models.ts', start: 0, end: 6 },
      code,
      '`MODEL` holds `gpt-4o`, imported from `./models`.',
    ],
  ];
  for (const [origin, quote, said] of origins)
    test(`of a name that is set ${'specifier' in origin ? 'elsewhere' : origin.cell ? 'in a cell' : 'here'}`, () =>
      assert.equal(bindingText({ name: 'MODEL', text: 'gpt-4o', origin }, 7, quote), said));

  test('days, amounts and sums of money are written as the language does', () => {
    const speaker = new Speaker();
    assert.deepEqual(
      [0, 1, 55, -1].map((days) => speaker.ago(days)),
      ['today', 'yesterday', '55 days ago', 'today'],
    );
    assert.deepEqual([speaker.compact(2_750_000), speaker.compact(1_234_000)], ['2.75M', '1.23M']);
    const german = inLanguage({ locale: 'de' }, () => new Speaker());
    assert.equal(german.dollars(2_000.4), '2.000\u00a0$');
  });

  test('Spanish has “de” between whole millions and what they are of', () => {
    const speaker = inLanguage(shipped('es'), () => new Speaker());
    assert.deepEqual(
      [1, 250_000, 1_000_000, 2_500_000, 10_000_000].map((n) => speaker.counted(n, 'panelToken', 'panelTokens')),
      ['1 token', '250.000 tokens', '1.000.000 de tokens', '2.500.000 tokens', '10.000.000 de tokens'],
    );
  });

  test('a problem is one or two sentences without markup', () => {
    for (const model of program.models.keys()) {
      const text = diagnosticText(finding(model), program);
      assert.doesNotMatch(text, /[`*[\]\n]/);
      assert.ok(text.split(/[.] (?=[A-Z])/).length <= 3, text);
    }
  });
});

suite('sentences', () => {
  const rows: [parts: string[], text: string][] = [
    [['', 'A.', '', 'B.'], 'A. B.'],
    [['。', 'A.', 'B.'], '。A. B.'],
    [['A。B', 'C。', 'D'], 'A。B C。D'],
    [['A', '（B）', 'C'], 'A（B）C'],
    [['A', 'B（C'], 'A B（C'],
  ];
  for (const [parts, text] of rows) test(text, () => assert.equal(sentences(parts), text));
});

suite('tallies', () => {
  const rows: [uses: number, mentions: number, tests: number, text: string][] = [
    [3, 1, 2, '3 uses · 1 mention · 2 in tests'],
    [1, 0, 0, '1 use'],
    [0, 2_000, 0, '2,000 mentions'],
    [0, 0, 1, '1 in tests'],
    [0, 0, 0, ''],
  ];
  for (const [uses, mentions, tests, text] of rows)
    test(text || 'nothing', () => assert.equal(tallyText({ uses, mentions, tests }, new Speaker()), text));
});

suite('markdown helpers', () => {
  test('a code span holds any text', () => {
    assert.equal(code('gpt-4o'), '`gpt-4o`');
    assert.equal(code('a`b``c'), '``` a`b``c ```');
    assert.equal(code('a\n b'), '`a b`');
    assert.equal(code('x'.repeat(80)), `\`${'x'.repeat(80)}\``);
    assert.equal(code('x'.repeat(200)).length, 82);
    fc.assert(
      fc.property(fc.string(), (text) => {
        const [, fence = '', inside = ''] = /^(`+) ?(.*?) ?`+$/s.exec(code(text)) ?? [];
        assert.ok(!inside.split(/[^`]+/).includes(fence));
      }),
    );
  });

  test('escaped text keeps letters, digits and blanks as they are', () => {
    assert.equal(escape('OpenAI Help'), 'OpenAI Help');
    assert.equal(escape('a_b <c>'), 'a\\_b \\<c\\>');
    assert.equal(escape(' a*b+c '), 'a\\*b\\+c');
  });

  test('a link is made of https addresses only, and cannot be left', () => {
    assert.equal(link('a', 'https://example.com/x'), '[a](https://example.com/x)');
    assert.equal(link('a', 'https://example.com/) b'), '[a](https://example.com/%29%20b)');
    assert.equal(link('a', 'https://example.com/\t'), '[a](https://example.com/%09)');
    assert.equal(link('a', 'command:x'), 'a');
    assert.equal(link('a', undefined), 'a');
  });
});

suite('reset in words', () => {
  const cases: [string, string][] = [
    ['2026-11-22T18:48:00Z', '5 h 12 min'],
    ['2026-11-22T19:00:00Z', '5 h'],
    ['2026-11-22T23:48:30Z', '12 min'],
    ['2026-11-22T23:59:59Z', '1 min'],
    ['2026-11-22T00:00:00Z', '24 h'],
  ];
  for (const [at, text] of cases) test(at, () => assert.equal(countdownText(new Date(at)), text));
});
