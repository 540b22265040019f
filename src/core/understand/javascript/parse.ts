import type { TSESTree } from '@typescript-eslint/typescript-estree';
import { astConverter } from '@typescript-eslint/typescript-estree/use-at-your-own-risk';
import ts from 'typescript';
import type { Language } from '../../find/reference';

const kinds: Readonly<Record<Exclude<Language, 'python'>, ts.ScriptKind>> = {
  typescript: ts.ScriptKind.TS,
  typescriptreact: ts.ScriptKind.TSX,
  javascript: ts.ScriptKind.JSX,
  javascriptreact: ts.ScriptKind.JSX,
};

type ParseSettings = Parameters<typeof astConverter>[1];

/** Those of typescript-estree's settings that the converter reads: nodes have ranges, and half-typed code is no error. */
const settings = {
  allowInvalidAST: true,
  errorOnUnknownASTType: false,
  suppressDeprecatedPropertyWarnings: true,
  range: true,
  loc: true,
} as Partial<ParseSettings> as ParseSettings;

/** A syntax tree, and whether the text is free of errors: half-typed code may hide what follows it. */
interface Parsed {
  readonly program: TSESTree.Program;
  readonly isWhole: boolean;
}

/**
 * Parses tolerantly. TypeScript's own parser recovers from half-typed code, but typescript-estree's `parse` would reject the tree for its
 * errors. So these are dropped and the converter is called directly.
 * @throws where the converter cannot express the tree
 */
export function parse(text: string, language: Exclude<Language, 'python'>): Parsed {
  const options = { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };
  const file = ts.createSourceFile('file', text, options, true, kinds[language]);
  const told = file as unknown as { parseDiagnostics: unknown[] };
  const isWhole = told.parseDiagnostics.length === 0;
  told.parseDiagnostics = [];
  return { program: astConverter(file, settings, false).estree, isWhole };
}
