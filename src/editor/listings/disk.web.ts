/** A browser has no home folder. */
export function homeFolder(): undefined {
  return undefined;
}

/** Folders in a browser have no links. */
export function isInside(): boolean {
  return true;
}
