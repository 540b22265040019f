import type { ModelReference } from '../../core/find/reference';
import { replaceEdit } from '../../core/replacements';
import type { TextEdit } from '../../core/text-edit';

/** Why a place is replaced, or only offered: what the refactor preview groups by. */
export type PlaceSort = 'use' | 'test' | 'mention' | 'elsewhere';

/** A place where a model can be replaced. */
export interface Replaceable {
  readonly edit: TextEdit;
  readonly sort: PlaceSort;
  /** Replaced unless the user says otherwise. */
  readonly byDefault: boolean;
}

/**
 * The places in a text where a model can be replaced, prefixes kept; `references` are all to that model. By default uses are replaced, and
 * what tests assert about them; mentions (types, lists, keys) and calls that go to other hosts are left to the user.
 */
export function replaceablePlaces(
  text: string,
  references: readonly ModelReference[],
  replacement: string,
  inTest: boolean,
): Replaceable[] {
  return references.flatMap((reference) => {
    const edit = replaceEdit(text, reference, replacement);
    if (!edit) return [];
    const sort = sortOf(reference, inTest);
    return [{ edit, sort, byDefault: sort === 'use' || sort === 'test' }];
  });
}

function sortOf({ role, route, context }: ModelReference, inTest: boolean): PlaceSort {
  if (route.kind === 'azure' || route.kind === 'gateway') return 'elsewhere';
  if (role === 'mention' && !(inTest && context === 'assertion')) return 'mention';
  return inTest ? 'test' : 'use';
}
