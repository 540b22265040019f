import type { ModelReference } from '../find/reference';

/** What of a reference a syntax tree decides; the rest is the first pass's to say. */
export function treeSays({ context, role, route, hostedTools, purpose }: ModelReference): Partial<ModelReference> {
  return {
    ...(context === 'tried' && { context, role }),
    route,
    ...(hostedTools && { hostedTools }),
    ...(purpose && { purpose }),
  };
}
