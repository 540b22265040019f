import type { Language } from '../core/find/reference';

/** The languages whose files the extension reads, saved or not, in editors and in notebook cells. */
export const languages: readonly Language[] = [
  'typescript',
  'typescriptreact',
  'javascript',
  'javascriptreact',
  'python',
];
