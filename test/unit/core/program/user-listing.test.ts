import assert from 'node:assert/strict';
import fc from 'fast-check';
import makerperks from '../../../../src/core/program/listings/makerperks.json';
import { coverageOf } from '../../../../src/core/program/coverage';
import { bundledProgram, createProgram } from '../../../../src/core/program/program';
import { parseUserListing } from '../../../../src/core/program/user-listing';
import { inLanguage } from '../words/in-language';

const program = bundledProgram();
const mine = {
  id: 'mine',
  title: 'My list',
  date: '2026-11-01',
  pools: { large: ['gpt-5.5-pro'], small: ['gpt-4o-mini'] },
};

/** Each problem as `what is marked → message`; warnings in brackets. */
function told(json: string, asOf?: string): string[] {
  const { listing, problems } = parseUserListing(json, program, asOf ? { asOf } : {});
  assert.equal(
    listing === undefined,
    problems.some(({ severity }) => severity === 'error'),
  );
  return problems.map(({ severity, message, start, end }) => {
    assert.match(severity, /^(?:error|warning)$/);
    assert.ok(0 <= start && start < end && (end <= json.length || json.length === 0));
    const text = `${json.slice(start, end)} → ${message}`;
    return severity === 'error' ? text : `[${text}]`;
  });
}

const changed = (change: object): string => JSON.stringify({ ...mine, ...change });

suite("a user's own listing", () => {
  test('is read, and covers what it lists', () => {
    const { listing, problems } = parseUserListing(JSON.stringify(mine), program);
    assert.deepEqual(problems, []);
    assert.deepEqual(listing, mine);
    assert.ok(listing);
    const own = createProgram([...program.listings, listing], program.models.values());
    const coverage = coverageOf(own, 'gpt-5.5-pro');
    assert.equal(coverage.kind === 'covered' && coverage.listings[0]?.title, 'My list');
  });

  test('may have comments, trailing commas, a byte order mark and a $schema', () => {
    const json = `\uFEFF// mine\n${JSON.stringify({ $schema: './s.json', ...mine }, undefined, 2).replace(/\n}$/, ', /* end */\n}')}\n`;
    assert.deepEqual(parseUserListing(json, program), { listing: mine, problems: [] });
  });

  test('a byte order mark counts as a place, and within a text it is a character', () => {
    assert.equal(parseUserListing('\uFEFF[1]', program).problems[0]?.start, 1);
    assert.equal(parseUserListing(changed({ title: 'a\uFEFFb' }), program).listing?.title, 'a\uFEFFb');
  });

  test('may say all that a bundled one says', () => {
    const { listing, problems } = parseUserListing(JSON.stringify({ ...makerperks, id: 'copy' }), program);
    assert.deepEqual(problems, []);
    assert.deepEqual(listing, { ...makerperks, id: 'copy' });
  });

  const table: [string, string, string[], string?][] = [
    ['nothing', '', [' → Not valid JSON: a value is missing here.']],
    ['no object', '[1]', ['[ → The listing must be an object in braces.']],
    ['a missing comma', '{"id": "a" "title": "b"}', ['"title" → Not valid JSON: a comma is missing here.']],
    ['a missing colon', '{"id" "a"}', ['"a" → Not valid JSON: a colon is missing here.']],
    ['a missing value', '{"id": }', ['} → Not valid JSON: a value is missing here.']],
    ['a missing brace', '{"id": "a"\n', ['"\n → Not valid JSON: a closing brace is missing here.']],
    ['a missing bracket', '{"a": [1', ['1 → Not valid JSON: a closing bracket is missing here.']],
    [
      'a name without quotes',
      '{id: "a"}',
      [
        'id → Not valid JSON: only strings in double quotes, numbers, lists, objects, true, false and null are allowed here.',
      ],
    ],
    [
      'single quotes',
      "{'id': 1}",
      [
        "'id' → Not valid JSON: only strings in double quotes, numbers, lists, objects, true, false and null are allowed here.",
      ],
    ],
    [
      'an unclosed text',
      '{"id": "a\n}',
      [
        '"a → Not valid JSON: a string must end on its own line with a double quote, and must not contain tabs or unknown escapes.',
      ],
    ],
    ...[
      ['an unknown escape', '{"id": "a\\q"}', '"a\\q"'],
      ['half an escape', '{"id": "\\u12"}', '"\\u12"'],
      ['a tab in a text', '{"id": "a\tb"}', '"a\tb"'],
    ].map(([what, json, marked]): [string, string, string[]] => [
      what!,
      json!,
      [
        `${marked} → Not valid JSON: a string must end on its own line with a double quote, and must not contain tabs or unknown escapes.`,
      ],
    ]),
    ['a number as name', '{"id": "a", 5: 1}', ['5 → Not valid JSON: a field name in double quotes is missing here.']],
    ['half a number', '{"id": 1e}', ['1e → Not valid JSON: this is not a number.']],
    ['a comma too many', '{, "id": "a"}', [', → Not valid JSON: a value is missing here.']],
    [
      'what is no blank of JSON',
      '{}\u00a0',
      [
        '\u00a0 → Not valid JSON: only strings in double quotes, numbers, lists, objects, true, false and null are allowed here.',
      ],
    ],
    ['two listings', '{} {}', ['{ → Not valid JSON: nothing may follow the listing.']],
    [
      'nothing in it',
      ' {}',
      [
        '{ → "id" is missing: add "id": "my-list".',
        '{ → "title" is missing: add "title": "My list".',
        '{ → "date" is missing: add "date": "2026-09-28".',
        '{ → "pools" is missing: add "pools": { "large": [], "small": [] }.',
      ],
    ],
    [
      'the other half of the pools',
      changed({ pools: { small: [] } }),
      ['{ → "pools.large" is missing: add "large": [].'],
    ],
    ['half the pools', changed({ pools: { large: [] } }), ['{ → "pools.small" is missing: add "small": [].']],
    ['a number as title', changed({ title: 5 }), ['5 → "title" must be a string in double quotes.']],
    [
      'an empty title',
      changed({ title: '' }),
      ['"" → "title" is empty: fill it in, or remove it if it is not needed.'],
    ],
    ['null', changed({ pools: null }), ['null → "pools" must be an object in braces.']],
    [
      'a text as list',
      changed({ pools: { large: 'a', small: [] } }),
      ['"a" → "pools.large" must be a list in square brackets.'],
    ],
    [
      'an object as list',
      changed({ pools: { large: {}, small: [] } }),
      ['{ → "pools.large" must be a list in square brackets.'],
    ],
    ['a list as object', changed({ pools: [] }), ['[ → "pools" must be an object in braces.']],
    [
      'a blank in the id',
      changed({ id: 'my list' }),
      ['"my list" → "id" may only contain lowercase letters, digits and hyphens, such as "my-list".'],
    ],
    [
      'a bundled id',
      changed({ id: 'all' }),
      ['"all" → "id" is taken: "all" already has a meaning where listings are chosen. Use another, such as "my-list".'],
    ],
    [
      'a day that is none',
      changed({ date: '2026-02-30' }),
      ['"2026-02-30" → "date" must be a calendar date written as YYYY-MM-DD, such as "2026-09-28".'],
    ],
    [
      'a day as others write it',
      changed({ date: '1.11.2026' }),
      ['"1.11.2026" → "date" must be a calendar date written as YYYY-MM-DD, such as "2026-09-28".'],
    ],
    [
      'an insecure address',
      changed({ url: 'http://a.b' }),
      ['"http://a.b" → "url" must be an address that begins with https://.'],
    ],
    ...['shttps://a.b', 'httpss://a.b'].map((url): [string, string, string[]] => [
      `an address that is as good as secure: ${url}`,
      changed({ url }),
      [`"${url}" → "url" must be an address that begins with https://.`],
    ]),
    [
      'a model twice, and what is none between',
      changed({ pools: { large: ['o3', 5, 'o3'], small: [] } }),
      [
        '5 → "pools.large[1]" must be a string in double quotes.',
        '"o3" → "pools.large[2]" names "o3" a second time: remove one of the two.',
      ],
    ],
    [
      'a wildcard',
      changed({ pools: { large: ['gpt-5', 'gpt-*'], small: [] } }),
      [
        '"gpt-*" → "pools.large[1]" must be one whole model id, such as "gpt-4o-mini": no wildcard, no prefix, no fine-tune.',
      ],
    ],
    [
      'a model twice',
      changed({ pools: { large: ['o3', 'gpt-5', 'o3'], small: [] } }),
      ['"o3" → "pools.large[2]" names "o3" a second time: remove one of the two.'],
    ],
    [
      'a model in both pools',
      changed({ pools: { large: ['o3'], small: ['gpt-5', 'o3'] } }),
      [
        '"o3" → "pools.small[1]" names "o3", which is in the large pool too: keep it only in the pool that it draws on.',
      ],
    ],
    ['an unknown field', changed({ colour: 1 }), ['"colour" → "colour" is not a field of a listing here: remove it.']],
    [
      'a misspelt field',
      changed({ titel: 'x' }),
      ['"titel" → "titel" is not a field of a listing here: did you mean "title"?'],
    ],
    [
      'a misspelt pool',
      '{"id":"a","title":"b","date":"2026-01-01","pools":{"large":[],"smal":[]}}',
      [
        '{ → "pools.small" is missing: add "small": [].',
        '"smal" → "pools.smal" is not a field of a listing here: did you mean "small"?',
      ],
    ],
    [
      'a field twice',
      '{"id":"a","title":"b","id":"c","date":"2026-01-01","pools":{"large":[],"small":[]}}',
      ['"id" → "id" appears here a second time: remove one of the two.'],
    ],
    [
      'fields twice, deep within',
      '{"id":"a","title":"b","date":"2026-01-01","pools":{"large":[],"small":[],"small":[]},"conditions":[{"text":"a","text":"b"}]}',
      [
        '"small" → "pools.small" appears here a second time: remove one of the two.',
        '"text" → "conditions[0].text" appears here a second time: remove one of the two.',
      ],
    ],
    [
      'numbers that are none, or beyond all bounds',
      changed({ bands: [{ title: 'b', tiers: [1], tokens: { large: 'many', small: 1e300 } }] }),
      [
        '"many" → "bands[0].tokens.large" must be a whole number above 0.',
        '1e+300 → "bands[0].tokens.small" must be a whole number above 0.',
      ],
    ],
    [
      'deep in a band',
      changed({
        bands: [{ title: 'b', tiers: [1, 9], tokens: { large: 1.5, small: -1 }, steps: [{ titel: 'x', text: 'y' }] }],
      }),
      [
        '9 → "bands[0].tiers[1]" must be 1, 2, 3, 4, or 5.',
        '1.5 → "bands[0].tokens.large" must be a whole number above 0.',
        '-1 → "bands[0].tokens.small" must be a whole number above 0.',
        '{ → "bands[0].steps[0].title" is missing: add "title": ….',
        '"titel" → "bands[0].steps[0].titel" is not a field of a listing here: did you mean "title"?',
      ],
    ],
    ['a fixed value', changed({ resetUtc: '8:00' }), ['"8:00" → "resetUtc" must be "00:00".']],
    [
      'a truth',
      changed({ program: { name: 'x', verified: 'yes' } }),
      ['"yes" → "program.verified" must be true or false.'],
    ],
    [
      'unknown models',
      changed({ pools: { large: ['gpt-99'], small: ['gpt-4o'] } }),
      [
        '["gpt-99" → "pools.large[0]": "gpt-99" is on no other list as of 2026-11-22; check the spelling. It counts as covered all the same.]',
      ],
    ],
    [
      'everything at once',
      '{"id":"my list","titel":"b","date":"2027-01-01","pools":{"large":["gpt-*","o3","o3","gpt-99"],"small":["o3",5],"smal":[]}}',
      [
        '{ → "title" is missing: add "title": "My list".',
        '"my list" → "id" may only contain lowercase letters, digits and hyphens, such as "my-list".',
        '"titel" → "titel" is not a field of a listing here: did you mean "title"?',
        '"gpt-*" → "pools.large[0]" must be one whole model id, such as "gpt-4o-mini": no wildcard, no prefix, no fine-tune.',
        '"o3" → "pools.large[2]" names "o3" a second time: remove one of the two.',
        '"o3" → "pools.small[0]" names "o3", which is in the large pool too: keep it only in the pool that it draws on.',
        '5 → "pools.small[1]" must be a string in double quotes.',
        '"smal" → "pools.smal" is not a field of a listing here: did you mean "small"?',
        '["2027-01-01" → "date" is in the future: give the day that the list dates from.]',
        '["gpt-99" → "pools.large[3]": "gpt-99" is on no other list as of 2026-11-22; check the spelling. It counts as covered all the same.]',
      ],
      '2026-11-22',
    ],
    [
      'what is no UTF-8, and was read with a loss',
      changed({ title: 'Caf\ufffd \ufffd' }),
      ['[\ufffd → Not valid UTF-8: bytes that cannot be decoded are read as \ufffd. Save the file as UTF-8.]'],
    ],
    [
      'a prototype',
      '{"__proto__": {"id": "x"}, "title":"b","date":"2026-01-01","pools":{"large":[],"small":[]}}',
      [
        '{ → "id" is missing: add "id": "my-list".',
        '"__proto__" → "__proto__" is not a field of a listing here: remove it.',
      ],
    ],
  ];
  for (const [what, json, expected, asOf] of table) test(what, () => assert.deepEqual(told(json, asOf), expected));

  test('an id that another listing has is taken', () => {
    const { listing, problems } = parseUserListing(JSON.stringify(mine), program, {
      others: new Map([['mine', 'a.json']]),
    });
    assert.equal(listing, undefined);
    assert.deepEqual(problems, [
      {
        severity: 'error',
        message: '"id" is taken: "mine" is the id of a.json too. Give each listing its own.',
        start: 6,
        end: 12,
      },
    ]);
    assert.ok(parseUserListing(JSON.stringify(mine), program, { others: new Map([['other', 'a.json']]) }).listing);
  });

  test('the date is held against the day', () => {
    assert.deepEqual(told(JSON.stringify(mine), '2026-11-01'), []);
    assert.deepEqual(told(JSON.stringify(mine), '2026-10-31'), [
      '["2026-11-01" → "date" is in the future: give the day that the list dates from.]',
    ]);
  });

  test('speaks the reader’s language', () => {
    const { problems } = inLanguage({ translate: (text) => text.toUpperCase() }, () => parseUserListing('{}', program));
    assert.equal(problems[0]?.message, '{0} IS MISSING: ADD {1}.');
  });

  test('nested without end, or wrong without end: one answer, in time', () => {
    const [deep] = told('['.repeat(200_000) + ']'.repeat(200_000));
    assert.match(deep ?? '', /nested too deeply/);
    assert.match(told('[{"a":'.repeat(100_000))[0] ?? '', /nested too deeply/);
    const many = changed({ pools: { large: Array(50_000).fill('o3'), small: [] } });
    assert.equal(told(many).length, 100);
  });

  test('a comment that does not end is marked to the end of the text', () => {
    for (const comment of ['/*', '/* mine'])
      assert.deepEqual(told(comment), [`${comment} → Not valid JSON: a comment is not closed.`]);
  });

  test('for any JSON and any damage to a good listing: an answer, in place', () => {
    const good = JSON.stringify(mine, undefined, 1);
    const damage = fc.tuple(fc.nat(good.length), fc.nat(8), fc.string({ maxLength: 8 }));
    fc.assert(
      fc.property(fc.oneof(fc.json(), damage, fc.string()), (input) => {
        const json =
          typeof input === 'string' ? input : good.slice(0, input[0]) + input[2] + good.slice(input[0] + input[1]);
        told(json);
      }),
      { numRuns: 1_000 },
    );
  });
});
