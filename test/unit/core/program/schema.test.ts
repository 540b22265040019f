import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import makerperks from '../../../../src/core/program/listings/makerperks.json';
import openaiHelp from '../../../../src/core/program/listings/openai-help.json';
import modelsFile from '../../../../src/core/program/models.json';
import { listingSchema, modelsFileSchema, userListingSchema } from '../../../../src/core/program/schema';

const mine = { id: 'mine', title: 'My list', date: '2026-11-01', pools: { large: ['gpt-7'], small: [] } };

function problems(schema: z.ZodMiniType, value: unknown): string[] {
  const result = z.safeParse(schema, value);
  return result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

suite('schemas', () => {
  test('the bundled data is valid', () => {
    assert.deepEqual(problems(listingSchema, makerperks), []);
    assert.deepEqual(problems(listingSchema, openaiHelp), []);
    assert.deepEqual(problems(modelsFileSchema, modelsFile), []);
  });

  test('the models file is consistent: ids once, targets and replacements known, sources named and used', () => {
    const models = modelsFile.families.flatMap(({ models }) => models as { id: string; aliasOf?: string }[]);
    const ids = new Set(models.map(({ id }) => id));
    assert.equal(ids.size, models.length);
    const shutdowns = modelsFile.shutdowns.flatMap(({ models }) => Object.entries(models as Record<string, string>));
    assert.equal(new Set(shutdowns.map(([id]) => id)).size, shutdowns.length, 'a model ends once');
    for (const id of [...models.map(({ aliasOf }) => aliasOf), ...shutdowns.flat()]) assert.ok(!id || ids.has(id), id);
    const keys = JSON.stringify([modelsFile.families, modelsFile.shutdowns]).matchAll(/ource":"([^"]*)"/g);
    const used = new Set(Array.from(keys, ([, key]) => key?.split(' ') ?? []).flat());
    assert.deepEqual([...used].sort(), Object.keys(modelsFile.sources).sort());
  });

  test('the models stay small enough for the bundle', () => {
    assert.ok(JSON.stringify(modelsFile).length < 25_000);
  });

  test('unknown keys are refused, at every depth', () => {
    const [band] = makerperks.bands;
    const refused: [schema: z.ZodMiniType, value: unknown, path: string, key: string][] = [
      [listingSchema, { ...makerperks, colour: 'red' }, '', 'colour'],
      [listingSchema, { ...makerperks, bands: [{ ...band, x: 1 }] }, 'bands.0', 'x'],
      [modelsFileSchema, { ...modelsFile, x: 1 }, '', 'x'],
    ];
    for (const [schema, value, path, key] of refused) {
      const [issue] = z.safeParse(schema, value).error?.issues ?? [];
      assert.ok(issue?.code === 'unrecognized_keys', key);
      assert.deepEqual([issue.path.join('.'), issue.keys], [path, [key]]);
    }
  });

  suite("a user's own listing", () => {
    test('needs an id, a title, a date and pools, nothing more', () => {
      assert.deepEqual(problems(userListingSchema, mine), []);
      assert.deepEqual(problems(userListingSchema, { ...mine, $schema: './listing.schema.json' }), []);
      for (const key of ['id', 'title', 'date', 'pools'] as const) {
        assert.match(problems(userListingSchema, { ...mine, [key]: undefined })[0] ?? '', new RegExp(`^${key}: `));
      }
    });

    test('may take over all that the bundled ones have', () => {
      assert.deepEqual(problems(userListingSchema, { ...makerperks, id: 'makerperks-today' }), []);
    });

    const refused: [string, object, RegExp][] = [
      ['the id of a bundled listing', { id: 'makerperks' }, /^id: is the name of a bundled listing/],
      ['the id "all"', { id: 'all' }, /^id: /],
      ['an id with blanks', { id: 'my list' }, /^id: must be lower-case/],
      ['a day that does not exist', { date: '2026-02-30' }, /^date: /],
      ['a url that is not https', { url: 'http://example.com' }, /^url: /],
      ['a script url', { url: 'javascript:alert(1)' }, /^url: /],
      ['a wildcard', { pools: { large: ['gpt-4*'], small: [] } }, /^pools\.large\.0: must be one whole model id/],
      ['a fine-tune', { pools: { large: ['ft:gpt-4o:x'], small: [] } }, /^pools\.large\.0: must be one whole model id/],
      ['a model twice', { pools: { large: ['a', 'a'], small: [] } }, /^pools\.large\.1: stands twice in its pool/],
      ['a model in both pools', { pools: { large: ['a'], small: ['a'] } }, /^pools\.small\.0: stands in both pools/],
      ['a misspelt pool', { pools: { large: [], smal: [] } }, /^pools/],
    ];
    for (const [what, change, message] of refused)
      test(`is refused with ${what}`, () => {
        assert.match(problems(userListingSchema, { ...mine, ...change })[0] ?? '', message);
      });

    test('has a JSON Schema for the editor', () => {
      const schema = z.toJSONSchema(userListingSchema);
      assert.deepEqual([...(schema.required ?? [])].sort(), ['date', 'id', 'pools', 'title']);
      assert.equal(schema.additionalProperties, false);
      assert.ok(schema.properties?.['bands']);
    });
  });
});
