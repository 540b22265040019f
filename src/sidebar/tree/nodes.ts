// The model tree without VS Code: pool → model → file → place.
import { groupBy } from '../../core/group-by';
import { failingFirst, type GroupName } from '../../core/groups';
import { countsOf, gather, type Counts, type Found, type Gathered } from '../groups';

/** Which sorts of places the tree shows. */
export interface Filter {
  readonly uses: boolean;
  readonly mentions: boolean;
  /** Anything in tests, uses and mentions alike. */
  readonly tests: boolean;
}

/** A node of the tree; `id` stays the same as long as it means the same, so that what is expanded stays so. */
export type TreeNode = GroupNode | ModelNode | FileNode | PlaceNode;

/** What becomes of the tokens of the models below. */
export interface GroupNode {
  readonly kind: 'group';
  readonly id: string;
  readonly group: GroupName;
  readonly counts: Counts;
  readonly children: readonly ModelNode[];
}

export interface ModelNode {
  readonly kind: 'model';
  readonly id: string;
  readonly model: string;
  readonly gathered: Gathered;
  readonly counts: Counts;
  readonly children: readonly FileNode[];
}

export interface FileNode {
  readonly kind: 'file';
  readonly id: string;
  readonly uri: string;
  /** As the panel shows it: relative to the workspace, `/` between the parts. */
  readonly path: string;
  readonly counts: Counts;
  readonly children: readonly PlaceNode[];
}

export interface PlaceNode {
  readonly kind: 'place';
  readonly id: string;
  readonly model: string;
  readonly found: Found;
}

/** Whether a filter lets a place through. */
function admits({ uses, mentions, tests }: Filter, { place }: Pick<Found, 'place'>): boolean {
  if (place.inTest) return tests;
  return place.role === 'use' ? uses : mentions;
}

/** The whole tree; groups without models are left out. As in the panel, what fails comes first where the code uses it. */
export function buildTree(found: readonly Found[], filter: Filter): GroupNode[] {
  const shown = found.filter((one) => admits(filter, one));
  const groups = gather(shown).flatMap(([group, models]): GroupNode[] => {
    if (!models.length) return [];
    const counts = countsOf(models.flatMap((model) => model.found));
    return [{ kind: 'group', id: group, group, counts, children: models.map((model) => modelNode(group, model)) }];
  });
  return failingFirst(groups, ({ group, counts }) => group === 'failing' && counts.uses > 0);
}

function modelNode(group: GroupName, gathered: Gathered): ModelNode {
  const { model } = gathered.finding.reference;
  const id = `${group}/${model}`;
  // Sorted by importance: files with uses come first, and within a file uses do.
  const children = [...groupBy(gathered.found, ({ place }) => place.uri)].map(([uri, found]): FileNode => {
    const file = `${id}/${uri}`;
    const places = found.map((one, index): PlaceNode => ({ kind: 'place', id: `${file}#${index}`, model, found: one }));
    return { kind: 'file', id: file, uri, path: found[0]!.place.path, counts: countsOf(found), children: places };
  });
  return { kind: 'model', id, model, gathered, counts: gathered.counts, children };
}
