import { buildSync } from 'esbuild';
import { join } from 'node:path';
import { folderWith } from './temporary';

/** Bundles the scanning thread's code and its helpers', as the build does, and answers their paths. */
export function scanBundles(): { readonly scan: string; readonly sieve: string } {
  const outdir = folderWith({});
  buildSync({
    entryPoints: { 'scan-worker': 'src/workspace/worker.ts', 'sieve-worker': 'src/workspace/sieve-worker.ts' },
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  return { scan: join(outdir, 'scan-worker.js'), sieve: join(outdir, 'sieve-worker.js') };
}
