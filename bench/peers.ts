import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { extensions } from '../src/core/find/languages';
import type { Command } from './measure';
import { cached } from './paths';

/** Other programs that can look for the same strings, each pinned. */
export const peerVersions = {
  '@vscode/ripgrep': '1.18.0',
  '@ast-grep/cli': '0.51.1',
  eslint: '10.15.0',
  '@typescript-eslint/parser': '8.73.0',
  typescript: '6.0.3',
} as const;

/** What the lexer's prefilter looks for (`assembly/places.ts`), as one expression. */
const placesPattern = [
  /gpt-[0-9a-z"']|dall-e-|sora-2|whisper-1|tts-1|chat-latest|codex-mini|computer-use|o[134]-|:ft-/,
  /(?:text|omni)-(?:emb|mod)|(?:text|code)-(?:ada|bab|cur|dav|cus|sim|sea)|(?:davinci|babbage)-00/,
  /["'`/:]o[13]["'`:]/,
  /["'`/:](?:(?:ada|babbage|curie|davinci)["'`:]|ft:)/,
]
  .map(({ source }) => source)
  .join('|');

/** A whole string that names a model: the rule that the parsers are given. */
const wholeId =
  '^(?:[a-z_]+[/:])*(?:gpt-[0-9][a-z0-9.-]*|o[134](?:-[a-z0-9-]+)?|chatgpt-[a-z0-9-]+|text-embedding-[a-z0-9-]+|dall-e-[23]|whisper-1|tts-1[a-z0-9-]*)$';

/** Installs the peers into the cache and returns the folder. */
export function installPeers(): string {
  const home = path.join(cached(), `peers-${Object.values(peerVersions).join('-')}`);
  if (existsSync(home)) return home;
  console.log('Peers: installing from the npm registry …');
  const aside = mkdtempSync(path.join(cached(), 'peers-installing-'));
  try {
    writeFileSync(path.join(aside, 'package.json'), JSON.stringify({ private: true, dependencies: peerVersions }));
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: aside, stdio: 'inherit' });
    writeFileSync(path.join(aside, 'rules.yml'), astGrepRules(wholeId));
    writeFileSync(path.join(aside, 'eslint.config.mjs'), eslintConfig(wholeId));
    renameSync(aside, home);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return home;
}

/** The peers' programs, relative to the folder that they are installed in. */
export const programs = {
  ripgrep: `node_modules/@vscode/ripgrep-${process.platform}-${process.arch}/bin/rg`,
  astGrep: 'node_modules/@ast-grep/cli/ast-grep',
  eslint: 'node_modules/eslint/bin/eslint.js',
} as const;

/** ripgrep with the prefilter's expression, in the same files, printing the lines. */
export function ripgrep(home: string, folder: string, ...more: readonly string[]): Command {
  const file = path.join(home, programs.ripgrep);
  const globs = extensions.map((extension) => `--glob=*.${extension}`);
  return { file, args: ['--line-number', '--hidden', ...globs, ...more, '-e', placesPattern, '.'], folder };
}

/** ast-grep with one rule per language, on strings. */
export function astGrep(home: string, folder: string): Command {
  const file = path.join(home, programs.astGrep);
  return { file, args: ['scan', '--rule', path.join(home, 'rules.yml'), '--report-style', 'short', '.'], folder };
}

/** ESLint with one rule on literals; it reads no Python. */
export function eslint(home: string, folder: string): Command {
  const script = path.join(home, programs.eslint);
  const args = [
    '--max-old-space-size=8192',
    script,
    '--no-inline-config',
    '--config',
    path.join(home, 'eslint.config.mjs'),
  ];
  return {
    file: process.execPath,
    args: [...args, '--no-warn-ignored', '--no-error-on-unmatched-pattern', '.'],
    folder,
  };
}

/** ast-grep's rules that report the strings an expression matches. */
export function astGrepRules(expression: string): string {
  const rule = (language: string, kind: string) =>
    `id: model-${language}\nlanguage: ${language}\nseverity: warning\nmessage: model\nrule:\n  kind: ${kind}\n  regex: '${expression}'\n`;
  const kinds = {
    TypeScript: 'string_fragment',
    Tsx: 'string_fragment',
    JavaScript: 'string_fragment',
    Python: 'string_content',
  };
  return Object.entries(kinds)
    .map(([language, kind]) => rule(language, kind))
    .join('---\n');
}

/** The same for ESLint; the file has to be beside the peers' `node_modules`. */
export function eslintConfig(expression: string): string {
  const selector = `Literal[value=/${expression.replaceAll('/', '\\u002F')}/]`;
  return `import parser from '@typescript-eslint/parser';
export default [{
  files: ['**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}'],
  languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
  rules: { 'no-restricted-syntax': ['warn', { selector: ${JSON.stringify(selector)}, message: 'model' }] },
}];
`;
}
