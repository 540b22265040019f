import { buildSync } from 'esbuild';
import { join } from 'node:path';
import { folderWith } from './temporary';

/** Bundles the scanning thread's code, as the build does, and answers the bundle's path. */
export function scanWorkerBundle(): string {
  const outfile = join(folderWith({}), 'scan-worker.js');
  buildSync({
    entryPoints: ['src/workspace/worker.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  return outfile;
}
