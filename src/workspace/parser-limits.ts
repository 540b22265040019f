import type { ResourceLimits } from 'node:worker_threads';

/** What a thread that parses may use: deep nesting takes stack, and a hostile text all the memory it can get. */
export const parserLimits: ResourceLimits = { maxOldGenerationSizeMb: 512, stackSizeMb: 8 };
