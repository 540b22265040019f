import type { Language } from './reference';

const byExtension: Readonly<Record<string, Language | 'notebook'>> = {
  ts: 'typescript',
  mts: 'typescript',
  cts: 'typescript',
  tsx: 'typescriptreact',
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  jsx: 'javascriptreact',
  py: 'python',
  pyi: 'python',
  pyw: 'python',
  ipynb: 'notebook',
};

/** Extensions of the files that are read, without the dot. */
export const extensions: readonly string[] = Object.keys(byExtension);

/** The language a path's extension stands for. */
export function languageOf(path: string): Language | 'notebook' | undefined {
  const dot = path.lastIndexOf('.');
  return dot < 0 ? undefined : byExtension[path.slice(dot + 1).toLowerCase()];
}

const languages = new Set<string>(Object.values(byExtension).filter((language) => language !== 'notebook'));

/** Whether an editor's language identifier is one that the finder reads. */
export function isLanguage(id: string): id is Language {
  return languages.has(id);
}
