import { languages, type Language } from './reference';

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

/** The extensions of the files that are read, without the dot. */
export const extensions: readonly string[] = Object.keys(byExtension);

/** The last letters of extensions, as bits from a to z: checking one rules out most other files at once. */
const lastLetters = extensions.reduce(
  (bits, extension) => bits | letterBit(extension.charCodeAt(extension.length - 1)),
  0,
);

/** A letter's bit in either case; any other character shares some letter's. */
function letterBit(code: number): number {
  return 1 << ((code - 1) & 31);
}

/** The language a path's extension stands for. */
export function languageOf(path: string): Language | 'notebook' | undefined {
  if (!(lastLetters & letterBit(path.charCodeAt(path.length - 1)))) return undefined;
  const dot = path.lastIndexOf('.');
  return dot < 0 ? undefined : byExtension[path.slice(dot + 1).toLowerCase()];
}

/** Whether an editor's language identifier is one that the finder reads. */
export function isLanguage(id: string): id is Language {
  return languages.some((language) => language === id);
}
