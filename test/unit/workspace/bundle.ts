import { buildSync } from 'esbuild';
import { join } from 'node:path';
import { folderWith } from './temporary';

/** Bundles the scanning thread's code and its helpers', as the build does, and answers their paths. */
export function scanBundles(): { readonly scan: string; readonly helper: string } {
  const outdir = folderWith({});
  buildSync({
    entryPoints: { 'scan-worker': 'src/workspace/worker.ts', 'helper-worker': 'src/workspace/helper-worker.ts' },
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  return { scan: join(outdir, 'scan-worker.js'), helper: join(outdir, 'helper-worker.js') };
}
