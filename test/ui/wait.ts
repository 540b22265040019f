import { setTimeout as delay } from 'node:timers/promises';

/**
 * Asks again until there is an answer.
 * @param what what is waited for, for the error message
 * @param probe gives the answer, or undefined while there is none; may throw meanwhile
 * @param timeout ms
 */
export async function until<T>(what: string, probe: () => Promise<T | undefined>, timeout = 90_000): Promise<T> {
  const end = Date.now() + timeout;
  let obstacle: unknown;
  do {
    try {
      const answer = await probe();
      if (answer !== undefined) return answer;
    } catch (error) {
      obstacle = error;
    }
    await delay(50);
  } while (Date.now() < end);
  throw new Error(`Waited ${timeout / 1000} s for ${what}.${obstacle ? ` Last error: ${String(obstacle)}` : ''}`);
}
