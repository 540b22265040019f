import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { readmePath, readmeText } from '../../../scripts/generate-settings';
import { commands, modelTreeView, panelView, section, walkthrough } from '../../../src/editor/ids';
import { readSettings, schema, type SettingName } from '../../../src/editor/settings';
import manifest from '../../../package.json';
import texts from '../../../package.nls.json';

type Property = Record<string, unknown> & { scope: string; order: number };
const properties = manifest.contributes.configuration.properties as Record<string, Property>;

suite('settings', () => {
  test('package.json declares the settings of the schema: types, limits and defaults', () => {
    const declared = Object.fromEntries(
      Object.entries(properties).map(([id, { type, enum: values, default: fallback, minimum, maximum, items }]) => [
        id.slice(section.length + 1),
        { type, enum: values, default: fallback, minimum, maximum, items },
      ]),
    );
    const expected = Object.fromEntries(
      Object.entries(z.toJSONSchema(schema).properties!).map(([name, json]) => {
        const { type, enum: values, default: fallback, minimum, maximum, items } = json as Record<string, unknown>;
        return [name, { type, enum: values, default: fallback, minimum, maximum, items }];
      }),
    );
    assert.deepEqual(declared, expected);
  });

  test('README’s table is up to date; npm run generate makes it so', () => {
    assert.equal(readFileSync(readmePath, 'utf8'), readmeText());
  });

  test('every setting can differ between the folders of a workspace and stands in order', () => {
    for (const property of Object.values(properties)) assert.equal(property.scope, 'resource');
    assert.deepEqual(
      Object.values(properties).map((property) => property.order),
      Object.keys(properties).map((_, index) => index),
    );
  });

  test('every text of package.json stands in package.nls.json, and every one there is used', () => {
    const used = [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]!);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(texts).sort());
  });

  test('package.json declares the commands and the views that the code registers', () => {
    assert.deepEqual(
      manifest.contributes.commands.map((each) => each.command),
      Object.values(commands),
    );
    assert.deepEqual(
      manifest.contributes.views.tokenAllowance.map(({ id }) => id),
      [panelView, modelTreeView],
    );
  });

  test('the walkthrough is the one that the command opens; its pictures and commands exist', () => {
    const [start] = manifest.contributes.walkthroughs;
    assert.equal(start!.id, walkthrough);
    const known: string[] = Object.values(commands);
    for (const { id, media, completionEvents } of start!.steps) {
      for (const file of Object.values(media.image)) assert.ok(existsSync(file), file);
      const said = texts[`walkthrough.${id}.description` as keyof typeof texts];
      const used = [said, ...completionEvents].join().matchAll(/ommand:(tokenAllowance\.\w+)/g);
      for (const [, command] of used) assert.ok(known.includes(command!), command);
    }
  });

  test('unset settings have their defaults', () => {
    const { settings, problems } = readSettings(() => undefined);
    assert.equal(settings.usageTier, 1);
    assert.equal(settings.listings, 'all');
    assert.equal(settings['severity.not-listed'], 'warning');
    assert.deepEqual(settings['scan.exclude'], []);
    assert.deepEqual(problems, []);
  });

  test('a wrong value falls back to its default and is named with its remedy, alone', () => {
    const wrong: Partial<Record<SettingName, unknown>> = {
      usageTier: '3',
      listingFile: 5,
      ignoreModels: 'gpt-4',
      shutdownHorizonDays: -1,
      'scan.exclude': ['fixtures', 5],
      'severity.shut-down': 'fatal',
      'diagnostics.enabled': 'yes',
    };
    const { settings, problems } = readSettings(
      (name) => wrong[name] ?? (name === 'listings' ? 'makerperks' : undefined),
    );
    assert.equal(settings.usageTier, 1);
    assert.equal(settings.listings, 'makerperks');
    assert.deepEqual(problems, [
      'tokenAllowance.usageTier is "3", but must be 1, 2, 3, 4, or 5. 1 is used instead; correct it in the settings.',
      'tokenAllowance.listingFile is 5, but must be a string. "" is used instead; correct it in the settings.',
      'tokenAllowance.diagnostics.enabled is "yes", but must be true or false. true is used instead; correct it in the settings.',
      'tokenAllowance.severity.shut-down is "fatal", but must be "error", "warning", "information", "hint", or "off". "warning" is used instead; correct it in the settings.',
      'tokenAllowance.ignoreModels is "gpt-4", but must be a list of strings. [] is used instead; correct it in the settings.',
      'tokenAllowance.shutdownHorizonDays is -1, but must be a whole number from 0 to 730. 90 is used instead; correct it in the settings.',
      'tokenAllowance.scan.exclude is ["fixtures",5], but must be a list of strings. [] is used instead; correct it in the settings.',
    ]);
  });
});
