import type { ModelReference } from '../find/reference';

/** What of a reference a syntax tree decides; the rest is the first pass's to say. */
export function treeSays({ context, role, route, extras, purpose }: ModelReference): Partial<ModelReference> {
  return {
    ...(context === 'tried' && { context, role }),
    route,
    ...(extras && { extras }),
    ...(purpose && { purpose }),
  };
}

/** What becomes of a list's model once the tree shows that a loop asks one after the other: a use. What else is said of it stays. */
export function asTried({ context }: ModelReference): Pick<ModelReference, 'context' | 'role'> | undefined {
  return context === 'list' ? { context: 'tried', role: 'use' } : undefined;
}
