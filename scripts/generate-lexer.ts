// Compiles the lexers (AssemblyScript) and writes them as a module that every bundle can include. Run: npm run generate
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const binaryPath = 'src/core/find/lexer/binary.ts';

const source = 'src/core/find/lexer/assembly/index.ts';
const options = ['-O2', '--runtime', 'stub', '--enable', 'simd,bulk-memory', '--noAssert'];

/** The text of the module that holds the compiled lexers. Throws the compiler's messages. */
export function binaryText(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lexer-'));
  try {
    const outFile = join(folder, 'lexer.wasm');
    const compiler = 'node_modules/assemblyscript/bin/asc.js';
    const { status, stderr } = spawnSync(process.execPath, [compiler, source, ...options, '--outFile', outFile]);
    if (status !== 0) throw new Error(`The lexers do not compile:\n${stderr.toString()}`);
    return [
      '// Generated from `assembly/` by `npm run generate`; do not edit.',
      '',
      '/** The lexers as a WebAssembly module, in base64. */',
      'export const binary =',
      `  '${readFileSync(outFile).toString('base64')}';`,
      '',
    ].join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (require.main === module) writeFileSync(binaryPath, binaryText());
