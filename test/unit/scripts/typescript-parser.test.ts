import assert from 'node:assert/strict';
import * as esbuild from 'esbuild';
import fc from 'fast-check';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import { typescriptParser } from '../../../scripts/lib/typescript-parser.js';
import { languageOf } from '../../../src/core/find/languages';
import * as whole from '../../../src/core/understand/javascript/parse';
import { packageFolder, sources } from '../core/find/lexer/sources';
import { folderWith, removeFolders } from '../workspace/temporary';

const source = 'src/core/understand/javascript/parse.ts';
type Language = Parameters<typeof whole.parse>[1];

suite('TypeScript’s parser alone', () => {
  let alone: typeof whole;
  let bytes: number;

  suiteSetup(async function () {
    this.timeout(120_000);
    const outfile = path.join(folderWith({}), 'parse.cjs');
    const plugins = [typescriptParser(source)];
    const { metafile } = await esbuild.build({
      ...{ entryPoints: [source], outfile, bundle: true, minify: true, platform: 'node', metafile: true, plugins },
    });
    bytes = Object.values(metafile.outputs)[0]!.bytes;
    alone = createRequire(__filename)(outfile);
  });

  suiteTeardown(removeFolders);

  /** The whole tree as text, or what the parser says instead. */
  function read({ parse }: typeof whole, text: string, language: Language): string {
    try {
      return JSON.stringify(parse(text, language), (key, value: unknown) => {
        if (key === 'parent') return undefined;
        return typeof value === 'bigint' ? `${value}n` : value;
      });
    } catch (error) {
      return String(error);
    }
  }

  function compare(text: string, language: Language): void {
    assert.ok(read(alone, text, language) === read(whole, text, language), `another tree of ${text.slice(0, 500)}`);
  }

  test('is a fifth of the package', () => assert.ok(bytes < 900_000, `${bytes} bytes`));

  for (const name of ['openai', 'zod', '@vscode/test-electron']) {
    test(`reads npm ${name} as the package does`, function () {
      this.timeout(120_000);
      let files = 0;
      for (const { path: file, text } of sources(packageFolder(name), ['.ts', '.js', '.mjs'], 400_000)) {
        files++;
        compare(text, languageOf(file) as Language);
      }
      assert.ok(files > 10, `${files} files`);
    });
  }

  const odd = `#!/usr/bin/env node
    import data from './data.json' with { type: 'json' }; import type { A } from 'a'; import x = require('x'); export = x;
    enum E { A = 1, B = A << 1 } namespace N.M { export declare const c: unique symbol; } abstract class C<const T extends A = A>
      extends D<T> implements I { @dec() accessor #p?: T; static { this.q = 1n; } constructor(private readonly r = /a[/\\]]+/giu) { super(); } get s(): this is C { return !0; } declare t: string; [k: string]: any }
    type F = { -readonly [K in keyof T as \`get\${K}\`]+?: T[K] extends infer U ? U : never }; function assert(v: unknown): asserts v is string;
    label: for await (const [a, ...b] of c?.d?.[e]!) { using f = g<string>\`h\${i satisfies J}\`; try { continue label } catch { debugger } }
    const view = async <T,>(x: T) => <Box {...x} a-b="1" c={<></>}>text &amp; {/* none */}<A.B:c /></Box>; x ??= y ** -z; new.target; import.meta.url;`;

  for (const language of ['typescript', 'typescriptreact', 'javascript', 'javascriptreact'] as const) {
    test(`reads ${language} as the package does, half-typed, too`, function () {
      this.timeout(60_000);
      compare(odd, language);
      const place = fc.nat(odd.length);
      const edits = fc.tuple(place, fc.nat(20), fc.string({ maxLength: 5 }));
      fc.assert(
        fc.property(edits, ([at, gone, more]) => compare(odd.slice(0, at) + more + odd.slice(at + gone), language)),
        { numRuns: 100 },
      );
    });
  }
});
