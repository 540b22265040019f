import type { ResourceLimits } from 'node:worker_threads';

/** Limits for a parsing thread: deep nesting needs a large stack, and a hostile text would take all the memory it can get. */
export const parserLimits: ResourceLimits = { maxOldGenerationSizeMb: 512, stackSizeMb: 8 };
