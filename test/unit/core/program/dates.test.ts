import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { bundledProgram } from '../../../../src/core/program/program';

/** What people read about the bundled data is written by hand in places, and must not be older than the data. */
suite('the dates of the bundled data, where prose names them', () => {
  const { listings, knownAsOf } = bundledProgram();
  const read = (file: string): string => readFileSync(file, 'utf8');

  for (const { id, title, date } of listings) {
    test(`README and the list of changes: ${title}`, () => {
      assert.ok(read('README.md').includes(`**${title}** (${date})`));
      assert.ok(read('CHANGELOG.md').includes(`${title} (${date})`));
    });

    test(`the codes: ${title}`, () => assert.ok(read('docs/codes.md').split('\n\n')[2]?.includes(date)));

    for (const file of readdirSync('.').filter((name) => /^package\.nls(?:\..+)?\.json$/.test(name)))
      test(`${file}: ${title}`, () => {
        const texts = JSON.parse(read(file)) as Record<string, string>;
        assert.ok(texts[`listings.${id}`]?.includes(date));
      });
  }

  test('the tests’ day is that up to which models are known', () =>
    assert.ok(read('test/clock/clock.js').includes(`const day = '${knownAsOf}';`)));
});
