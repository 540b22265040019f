import type { Language, ModelReference } from '../find/reference';
import { callsIn, type Calls } from './javascript/callers';
import { Clients } from './javascript/clients';
import { isDeeperThan } from './depth';
import { Exports } from './javascript/exports';
import { Flow } from './javascript/flow';
import { Follower } from './javascript/follow';
import { Models } from './javascript/models';
import { Names } from './javascript/names';
import { readTree } from './javascript/tree';
import { Unread } from './javascript/unread';
import { ImportedClients, type ImportedRoutes } from './imported-clients';
import { isNamedDeployment, isPrefixed, weigh } from './route';
import { asTried, unread } from './tree-fields';
import { limits, type Understanding } from './understanding';

/**
 * The second pass over JavaScript and TypeScript. Loading this module loads the TypeScript parser (some 60 MB): import it where it is
 * first needed, off the extension host's main thread.
 */
export function understandJavaScript(
  text: string,
  language: Exclude<Language, 'python'>,
  references: readonly ModelReference[],
  routes?: ImportedRoutes,
): Understanding | undefined {
  if (isDeeperThan(text, limits.depth, costly) || stalling.test(text)) return undefined;
  try {
    return read(text, language, references, routes);
  } catch {
    return undefined; // The converter cannot express the tree, or the stack overflowed.
  }
}

/** Parameters behind `async`: TypeScript's parser tries both readings, so that each level of nesting doubles its time. */
const costly = /\basync\b[^()[\]{};=]*$/;

/** For each of these words, the parser reads to the end of the file again. No real code has such a row. */
const stalling = /(?:\basync\s+){100}/;

/** What gives a value to a variable, a parameter or a field. */
const variables = /^(?:VariableDeclarator|PropertyDefinition|Assignment(?:Expression|Pattern))$/;

function read(
  text: string,
  language: Exclude<Language, 'python'>,
  references: readonly ModelReference[],
  routes: ImportedRoutes | undefined,
): Understanding {
  const tree = readTree(text, language, references);
  const follower = new Follower(tree);
  const models = new Models(follower);
  const imported = new ImportedClients(routes);
  const clientsFor = (calls: Calls) => new Clients(tree, new Follower(tree, calls), imported);
  const clients = clientsFor(callsIn(tree));
  const flow = new Flow(tree, follower, clients);
  const unreadNames = new Unread(tree);
  const refined = references.map((reference) => {
    const node = tree.nodeOf(reference);
    if (!node) return reference;
    const { route, extras, purpose, requested } = flow.destination(node, reference.text);
    // What takes a variable tells better than its name.
    const isNamed = isNamedDeployment(reference.route) && variables.test(node.parent?.type ?? '');
    const firm = isPrefixed(reference) || (reference.context === 'deployment' && !isNamed);
    return {
      ...reference,
      route: weigh(reference.route, firm, route),
      ...(extras.length > 0 ? { extras } : {}),
      ...(purpose ? { purpose } : {}),
      ...(requested ? asTried(reference) : {}),
      ...(reference.role === 'use' && unreadNames.has(node) ? unread : {}),
    };
  });
  const names = new Names(language, tree, follower, models, flow).read();
  const { asked } = imported;
  return { references: refined, ...names, asked, ...new Exports(tree, follower, models, clientsFor).read() };
}
