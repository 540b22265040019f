import type { Language, ModelReference } from '../find/reference';
import type { ImportedRoutes } from './imported-clients';
import { understand } from './understand';
import type { Understanding } from './understanding';

/**
 * The second pass over a notebook's cells of one language, read as one program. Cells that do not parse (`<your-api-key>`, a bare
 * `pip install`) are left out, so that the others are still understood.
 * @param text the cells' sources; see `joinCells` in `notebook.ts`
 * @param starts where each cell begins in the text
 */
export async function understandCells(
  text: string,
  language: Language,
  starts: readonly number[],
  references: readonly ModelReference[],
  routes?: ImportedRoutes,
): Promise<Understanding | undefined> {
  const whole = await understand(text, language, references, routes, true);
  if (whole || starts.length < 2) return whole;
  let sound = '';
  for (const [index, start] of starts.entries()) {
    const cell = text.slice(start, starts[index + 1]);
    sound += (await understand(cell, language, [])) ? cell : cell.replace(/[^\r\n]/g, ' ');
  }
  return sound.trim() ? understand(sound, language, references, routes, true) : undefined;
}
