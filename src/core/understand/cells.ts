import type { ModelReference } from '../find/reference';
import type { ImportedRoutes } from './imported-clients';
import { understand } from './understand';
import type { Understanding } from './understanding';

/**
 * The second pass over a notebook's Python cells, read as one program. Cells that do not parse (`<your-api-key>`, a bare `pip install`) are
 * left out, so that the others are still understood.
 * @param text the cells' sources one after the other, each on lines of its own
 * @param starts where each cell begins in the text
 */
export async function understandCells(
  text: string,
  starts: readonly number[],
  references: readonly ModelReference[],
  routes?: ImportedRoutes,
): Promise<Understanding | undefined> {
  const whole = await understand(text, 'python', references, routes, true);
  if (whole || starts.length < 2) return whole;
  let sound = '';
  for (const [index, start] of starts.entries()) {
    const cell = text.slice(start, starts[index + 1]);
    sound += (await understand(cell, 'python', [])) ? cell : cell.replace(/[^\r\n]/g, ' ');
  }
  return sound.trim() ? understand(sound, 'python', references, routes, true) : undefined;
}
