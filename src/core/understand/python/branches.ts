import type { SyntaxNode } from '@lezer/common';
import { blockAround, isPlain, parts } from './nodes';

/** What a value may stand in before it is assigned: `os.getenv("MODEL", "gpt-4o")`, `name or "gpt-4o"`. */
const around = /^(?:ArgList|CallExpression|BinaryExpression|ParenthesizedExpression)$/;

/**
 * What else the branch sets in which a value is assigned, each with its name: in `if x: client = OpenAI(); model = "gpt-4o"` the client, where
 * other branches may set others.
 */
export function setBeside(node: SyntaxNode): { readonly target: SyntaxNode; readonly value: SyntaxNode }[] {
  let at = node.parent;
  while (at && around.test(at.name)) at = at.parent;
  const branch = at?.name === 'AssignStatement' ? blockAround(at) : undefined;
  if (!branch || !/^(?:IfStatement|MatchClause)$/.test(branch.parent?.name ?? '')) return [];
  return branch.getChildren('AssignStatement').flatMap((statement) => {
    if (statement.from === at?.from) return [];
    const [target, operator, value, ...more] = parts(statement);
    const sets = operator?.name === 'AssignOp' && more.length === 0;
    return sets && target && value && (!isPlain(value) || value.name === 'String') ? [{ target, value }] : [];
  });
}
