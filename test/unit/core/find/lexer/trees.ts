import { parser } from '@lezer/python';
import type { SyntaxNode } from '@lezer/common';
import { parse, simpleTraverse } from '@typescript-eslint/typescript-estree';

/** Ranges between the quotes of every whole string literal, and of every comment, as `start-end`, the way typescript-estree sees them. */
export function scriptRanges(text: string, path: string): Set<string> {
  const ranges = new Set<string>();
  const tree = parse(text, { jsx: !/\.[mc]?ts$/.test(path), range: true, loc: false, comment: true, filePath: path });
  for (const { range } of tree.comments ?? []) ranges.add(range.join('-'));
  simpleTraverse(tree, {
    enter(node) {
      const whole =
        (node.type === 'Literal' && typeof node.value === 'string') ||
        ((node.type === 'TemplateLiteral' || node.type === 'TSTemplateLiteralType') && node.quasis.length === 1);
      if (whole) ranges.add(`${node.range[0] + 1}-${node.range[1] - 1}`);
    },
  });
  return ranges;
}

/** The same for Python by @lezer/python; adjoining literals are one. Nothing where that parser reports an error. */
export function pythonRanges(text: string): Set<string> | undefined {
  const ranges = new Set<string>();
  let failed = false;
  parser.parse(text).iterate({
    enter({ type, name, node }) {
      failed ||= type.isError;
      if (name === 'Comment') ranges.add(`${node.from}-${node.to}`);
      if (name === 'ContinuedString') addRun(childLiterals(node), text, ranges);
      else if (isLiteral(name) && node.parent?.name !== 'ContinuedString') addRun([node], text, ranges);
    },
  });
  return failed ? undefined : ranges;
}

function addRun(run: readonly SyntaxNode[], text: string, ranges: Set<string>): void {
  const parts = run.map((node) => inside(node, text));
  // Bytes are no text, and what holds substitutions is no whole string.
  if (parts.some(({ prefix }) => prefix.includes('b')) || run.some(hasSubstitution)) return;
  ranges.add(`${parts[0]?.start}-${parts.at(-1)?.end}`);
}

const isLiteral = (name: string): boolean => name === 'String' || name === 'FormatString';

function childLiterals(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) if (isLiteral(child.name)) found.push(child);
  return found;
}

function inside({ from, to }: SyntaxNode, text: string): { start: number; end: number; prefix: string } {
  const [opening = '', prefix = '', quotes = ''] = /^([a-zA-Z]*)("""|'''|"|')/.exec(text.slice(from, from + 6)) ?? [];
  return { start: from + opening.length, end: to - quotes.length, prefix: prefix.toLowerCase() };
}

function hasSubstitution(node: SyntaxNode): boolean {
  if (node.name !== 'FormatString') return false;
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (child.name === 'FormatReplacement') return true;
  return false;
}
