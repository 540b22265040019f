/** The ids of the listings that ship with the extension. */
export const bundledIds = ['makerperks', 'openai-help'] as const;

/** What can be chosen instead of one listing: all of them, or those of the user's own. */
export const groupChoices = ['all', 'own'] as const;

/** Ids that mean something already where a listing is chosen. */
export const takenIds: readonly string[] = [...groupChoices, ...bundledIds];

/** Whether a listing is a user's own. */
export function isOwn({ id }: { readonly id: string }): boolean {
  return !bundledIds.some((bundled) => bundled === id);
}
