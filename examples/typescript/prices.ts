/** A made-up table of what a million tokens costs us, to compare jobs with one another. */
export const pricePerMillion: Record<string, { input: number; output: number }> = {
  'gpt-4o': { input: 2.5, output: 10 },
  'gpt-4o-mini': { input: 0.15, output: 0.6 },
  o1: { input: 15, output: 60 },
  o3: { input: 2, output: 8 },
};

/** Models that think before they answer take no temperature. */
export function takesTemperature(model: string): boolean {
  return model !== 'o1' && model !== 'o3';
}
