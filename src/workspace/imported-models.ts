import { lineStarts, placeAt } from '../core/lines';
import type { ImportedModel, ModelBinding } from '../core/understand/understanding';
import type { Modules } from './modules';
import type { SourceText } from './understand-file';

/** The names in a text that hold a model of another file: one binding per place, none where several files have the name and the values differ. */
export async function importedModels(
  names: readonly ImportedModel[],
  source: Pick<SourceText, 'path' | 'language'>,
  modules: Modules,
): Promise<ModelBinding[]> {
  const byPlace = new Map<number, ModelBinding | undefined>();
  for (const name of names) {
    for (const binding of await follow(name, source, modules)) {
      const { start, text } = binding;
      if (!byPlace.has(start)) byPlace.set(start, binding);
      else if (byPlace.get(start)?.text !== text) byPlace.set(start, undefined);
    }
  }
  return [...byPlace.values()].filter((binding) => binding !== undefined);
}

/** The bindings for each place that reads an imported name, where its value is in another file of the workspace. */
async function follow(
  { specifier, exported, reads }: ImportedModel,
  { path: from, language }: Pick<SourceText, 'path' | 'language'>,
  modules: Modules,
): Promise<ModelBinding[]> {
  const found = from === undefined ? undefined : await modules.model({ specifier, exported }, from, language);
  if (!found) return [];
  const { start, end, text, model } = found.value;
  const lines = lineStarts(found.text);
  const [begins, ends] = [placeAt(lines, start), placeAt(lines, end)];
  const origin = { specifier, exported, path: found.path, start, end, begins, ends };
  return reads.map((read) => ({ ...read, text, model, origin }));
}
