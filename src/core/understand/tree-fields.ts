import type { ModelReference } from '../find/reference';

/** The fields of a reference that the second pass decides; the others come from the first pass. */
export function treeFields({ context, role, route, extras, purpose }: ModelReference): Partial<ModelReference> {
  return {
    ...((context === 'tried' || context === 'unread') && { context, role }),
    route,
    ...(extras && { extras }),
    ...(purpose && { purpose }),
  };
}

/** What changes about a model that is given to a name which nothing reads: it becomes a mention. */
export const unread = { context: 'unread', role: 'mention' } as const;

/** Whether a mention may turn out to be asked: only what a list or a table offers. */
export function mayBeTried({ context }: ModelReference): boolean {
  return context === 'list';
}

/** What changes about a model of a list or a table once the tree shows that it is asked, in a loop or by its name: it becomes a use. */
export function asTried(reference: ModelReference): Pick<ModelReference, 'context' | 'role'> | undefined {
  return mayBeTried(reference) ? { context: 'tried', role: 'use' } : undefined;
}
