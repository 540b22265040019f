import makerperks from './listings/makerperks.json';
import { parseModelName } from '../find/model-id';
import { idsIn } from './coverage';
import openaiHelp from './listings/openai-help.json';
import modelsFile from './models.json';
import type { Listing, Model, ModelsFile } from './schema';

/** What questions about coverage are answered from. */
export interface Program {
  /** Those that name a model, newest first. */
  readonly listings: readonly Listing[];
  readonly models: ReadonlyMap<string, Model>;
  /** Listed ids of a shape that no id of OpenAI's has had: the finder must be told of them. */
  readonly extraIds: ReadonlySet<string>;
  /** The day up to which models are known, `YYYY-MM-DD`. */
  readonly knownAsOf: string;
}

/** Creates a program; `models` may be the values of another program's. */
export function createProgram(
  listings: Iterable<Listing>,
  models: Iterable<Model>,
  knownAsOf = modelsFile.compiled,
): Program {
  // One just created is empty and dated today, and would make the others look newer than they are.
  const all = [...listings].filter((listing) => idsIn(listing).length > 0);
  const named = all.flatMap(idsIn);
  return {
    listings: all.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)),
    extraIds: new Set(named.filter((id) => !parseModelName(id))),
    models: new Map(Array.from(models, (model) => [model.id, model])),
    knownAsOf,
  };
}

/** Unfolds the compact models file: families and shutdown tables become one record per model. */
function createModels(file: ModelsFile): Model[] {
  const titles = (keys: string) => keys.split(' ').map((key) => file.sources[key] ?? key);
  const shutdowns = new Map(
    file.shutdowns.flatMap((entry) => Object.entries(entry.models).map(([id, to]) => [id, { entry, to }] as const)),
  );
  return file.families.flatMap(({ family, kind, source: familySource, models }) =>
    models.map(({ source, aliasSource, ...model }): Model => {
      const shutdown = shutdowns.get(model.id);
      const sources = [...titles(source ?? familySource), ...(shutdown ? titles(shutdown.entry.source) : [])];
      return {
        ...model,
        family,
        kind,
        source: [...new Set(sources)].join('; '),
        ...(aliasSource && { aliasSource: titles(aliasSource).join('; ') }),
        ...(shutdown && { shutdown: shutdown.entry.date }),
        ...(shutdown?.entry.announced && { deprecated: shutdown.entry.announced }),
        ...(shutdown?.to && { replacement: shutdown.to }),
      };
    }),
  );
}

let bundled: Program | undefined;

/** The program as shipped: both bundled listings and all known models. Built on the first call. */
export function bundledProgram(): Program {
  // The data is validated against the schemas by a test, not at run time: zod stays off the activation path.
  return (bundled ??= createProgram(
    [makerperks, openaiHelp] as unknown as Listing[],
    createModels(modelsFile as unknown as ModelsFile),
  ));
}

/** The program as shipped, with listings of a user's own besides the bundled ones. */
export function programWith(own: readonly Listing[]): Program {
  const { listings, models } = bundledProgram();
  return createProgram([...own, ...listings], models.values());
}
