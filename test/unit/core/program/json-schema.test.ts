import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import Ajv from 'ajv';
import {
  remarkedPaths,
  schemaLanguages,
  schemaPath,
  schemaText,
  schemaTexts,
  spoken,
} from '../../../../scripts/generate-schema';
import makerperks from '../../../../src/core/program/listings/makerperks.json';
import openaiHelp from '../../../../src/core/program/listings/openai-help.json';
import { bundledProgram } from '../../../../src/core/program/program';
import { parseUserListing } from '../../../../src/core/program/user-listing';

const schema = JSON.parse(readFileSync(schemaPath(), 'utf8')) as object;
const ajv = new Ajv({ strict: true, allErrors: true, formats: { date: true, uri: true } });
for (const keyword of ['allowComments', 'allowTrailingCommas', 'errorMessage', 'patternErrorMessage'])
  ajv.addKeyword(keyword);
const validate = ajv.compile(schema);

/** The schema at a path such as `bands[].tiers`. */
function at(path: string): unknown {
  let here: unknown = schema;
  for (const step of path.match(/[^.[\]]+|\[\]/g) ?? []) {
    const { properties, items } = here as { properties?: Record<string, unknown>; items?: unknown };
    here = step === '[]' ? items : properties?.[step];
  }
  return here;
}

suite('the JSON Schema of listing files', () => {
  test('is in sync with the zod schema; after a change run: npm run generate', () => {
    for (const language of schemaLanguages)
      assert.equal(readFileSync(schemaPath(language), 'utf8'), schemaText(language), language);
  });

  test('speaks every language of the extension, in each of its sentences', () => {
    const sentences = new Set<string>();
    JSON.parse(schemaText(), (key, value) => {
      if (typeof value === 'string' && spoken.has(key)) sentences.add(value);
    });
    const languages = readdirSync('l10n').map((name) => name.replace(/^bundle\.l10n\.|\.json$/g, ''));
    assert.deepEqual(Object.keys(schemaTexts), languages.sort());
    for (const [language, texts] of Object.entries(schemaTexts)) {
      assert.deepEqual(Object.keys(texts).sort(), [...sentences].sort(), language);
      for (const [text, translation] of Object.entries(texts)) {
        const kept = (said: string) => said.match(/`[^`]+`|"[^"]+"|https:\/\//g);
        assert.deepEqual(kept(translation), kept(text), translation);
      }
    }
  });

  test('explains only fields that there are', () => {
    for (const path of remarkedPaths) assert.ok(at(path) as { description?: string } | undefined, path);
  });

  test('is contributed for the file, and ships', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
    const fileMatch = ['/.vscode/token-allowance.json', '*.token-allowance.json'];
    assert.deepEqual(contributes.jsonValidation, [{ fileMatch, url: '%schema.listing%' }]);
    for (const language of schemaLanguages) {
      const texts = JSON.parse(readFileSync(`package.nls.${language ? `${language}.` : ''}json`, 'utf8'));
      assert.equal(texts['schema.listing'], `./${schemaPath(language)}`);
    }
    assert.match(readFileSync('.vscodeignore', 'utf8'), /^!schemas\/\*\*$/m);
  });

  const mine = { id: 'mine', title: 'My list', date: '2026-11-01', pools: { large: ['gpt-7'], small: [] } };
  const table: [string, unknown][] = [
    ['the least', mine],
    ['a $schema', { $schema: './listing.schema.json', ...mine }],
    ['a bundled listing under another name', { ...makerperks, id: 'copy' }],
    ['the other', { ...openaiHelp, id: 'copy' }],
    ['a bundled id', { ...mine, id: 'makerperks' }],
    ['an id with blanks', { ...mine, id: 'a b' }],
    ['no title', { ...mine, title: undefined }],
    ['an empty title', { ...mine, title: '' }],
    ['a day that is none', { ...mine, date: '2026-02-30' }],
    ['an insecure address', { ...mine, url: 'http://a.b' }],
    ['a wildcard', { ...mine, pools: { large: ['gpt-*'], small: [] } }],
    ['a model twice', { ...mine, pools: { large: ['o3', 'o3'], small: [] } }],
    ['half the pools', { ...mine, pools: { large: [] } }],
    ['an unknown field', { ...mine, colour: 1 }],
    ['an unknown tier', { ...mine, bands: [{ title: 'a', tiers: [6], tokens: { large: 1, small: 1 } }] }],
    ['no object', [mine]],
  ];
  for (const [what, listing] of table)
    test(`agrees with the reader: ${what}`, () => {
      const json = JSON.stringify(listing);
      const { listing: read } = parseUserListing(json, bundledProgram());
      assert.equal(validate(JSON.parse(json)), read !== undefined, ajv.errorsText(validate.errors));
    });
});
