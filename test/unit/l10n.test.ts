import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { messages } from '../../src/core/messages';
import { bundledProgram } from '../../src/core/program/program';
import { root } from '../../scripts/lib/run.js';

type Texts = Record<string, string>;

const languages = ['de', 'es', 'ja', 'zh-cn'];
const read = (file: string): Texts => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const { models, listings } = bundledProgram();
/** Sentences of the data that people read: remarks on models, what the newest listing with conditions demands, and where the listings are from. */
const terms = listings.find(({ conditions }) => conditions);
const remarks = [
  ...[...models.values()].flatMap(({ notes }) => notes ?? []),
  ...(terms?.conditions ?? []).flatMap(({ text, link }) => [text, ...(link ? [link.label] : [])]),
  ...(terms?.exclusions ?? []),
  ...(terms?.rules ?? []),
  ...listings.flatMap(({ publisher }) => publisher ?? []),
];
const wanted = new Set<string>([...Object.values(messages), ...remarks]);
const manifest = read('package.nls.json');

/** What a translation must keep: placeholders, code, addresses and commands. */
const kept = (text: string): string[] => (text.match(/\{\d+\}|`[^`]+`|\]\([^)]+\)|%\w+%/g) ?? []).sort();

suite('translations', () => {
  test('are there for the languages promised, and no other', () => {
    const found = (folder: string, pattern: RegExp) =>
      readdirSync(path.join(root, folder)).flatMap((name) => pattern.exec(name)?.[1] ?? []);
    assert.deepEqual(found('l10n', /^bundle\.l10n\.(.+)\.json$/).sort(), languages);
    assert.deepEqual(found('.', /^package\.nls\.(.+)\.json$/).sort(), languages);
  });

  test('the manifest’s texts are all said, and all needed', () => {
    const used = new Set(JSON.stringify(read('package.json')).match(/(?<="%)[\w.-]+(?=%")/g));
    assert.deepEqual(
      [...used].filter((key) => !(key in manifest)),
      [],
      'missing in package.nls.json',
    );
    assert.deepEqual(
      Object.keys(manifest).filter((key) => !used.has(key)),
      [],
      'not used by package.json',
    );
  });

  test('the commands that ask for more before they act end in an ellipsis, and no others', () => {
    const asking = ['chooseUsageTier', 'compareListings', 'connectUsage', 'filterTree', 'filterTreeActive'];
    for (const file of ['package.nls.json', ...languages.map((language) => `package.nls.${language}.json`)]) {
      const titles = Object.entries(read(file)).filter(([key]) => key.startsWith('command.'));
      assert.deepEqual(
        titles.flatMap(([key, title]) => (title.endsWith('…') ? [key.slice('command.'.length)] : [])).sort(),
        [...asking, 'replaceEverywhere'],
        file,
      );
    }
  });

  for (const language of languages) {
    test(`${language}: no sentence is missing, and none is left over`, () => {
      const bundle = read(`l10n/bundle.l10n.${language}.json`);
      assert.deepEqual(
        [...wanted].filter((text) => !(text in bundle)),
        [],
        'missing',
      );
      assert.deepEqual(
        Object.keys(bundle).filter((text) => !wanted.has(text)),
        [],
        'left over',
      );
    });

    test(`${language}: no text of the manifest is missing, and none is left over`, () => {
      assert.deepEqual(Object.keys(read(`package.nls.${language}.json`)), Object.keys(manifest));
    });

    test(`${language}: what is filled in, code and addresses are kept`, () => {
      const said = read(`package.nls.${language}.json`);
      const pairs: [text: string, translation: string][] = [
        ...Object.entries(read(`l10n/bundle.l10n.${language}.json`)),
        ...Object.entries(manifest).map(([key, text]): [string, string] => [text, said[key] ?? '']),
      ];
      for (const [text, translation] of pairs) {
        assert.ok(translation.trim(), `nothing for ${text}`);
        assert.deepEqual(kept(translation), kept(text), text);
      }
    });
  }
});
