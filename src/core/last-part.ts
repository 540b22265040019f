/** The last part of a dotted name: `GPT_4O` of `models.Model.GPT_4O`. */
export function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
