/** Code that is written over and over, with the number of each, from 0. */
export function repeated(length: number, write: (i: number) => string, between = '\n'): string {
  return Array.from({ length }, (_, i) => write(i)).join(between);
}
