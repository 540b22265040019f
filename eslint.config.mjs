import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Modules that would tie `src/core` to one host; the core runs in a worker, a browser and a terminal alike. */
const hostModules = {
  patterns: [
    { group: ['vscode', 'node:*', 'fs', 'path', 'os', 'worker_threads'], message: 'src/core knows no host.' },
    {
      group: ['**/editor/**', '**/workspace/**', '**/sidebar/**', '**/cli/**', '**/usage/**'],
      message: 'src/core depends on no other folder.',
    },
  ],
};

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'node_modules/**',
      'examples/**',
      '.vscode-host/**',
      '.vscode-test/**',
      'test/fixtures/**',
      'bench/.cache/**',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      'max-lines': ['error', { max: 350 }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['src/core/**'],
    rules: {
      'no-restricted-imports': ['error', hostModules],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'require', 'window', 'document', 'fetch'],
    },
  },
  {
    files: ['src/**'],
    ignores: ['src/workspace/system.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'platform', message: 'src/workspace/system.ts knows the systems.' },
      ],
    },
  },
  {
    // AssemblyScript knows no imports of types alone.
    files: ['src/core/find/lexer/assembly/**'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: {
        require: 'readonly',
        module: 'writable',
        process: 'readonly',
        console: 'readonly',
        __dirname: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        Buffer: 'readonly',
      },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
