/** A browser's user has no folder. */
export function homeFolder(): undefined {
  return undefined;
}

/** A browser is handed folders without links. */
export function isInside(): boolean {
  return true;
}
