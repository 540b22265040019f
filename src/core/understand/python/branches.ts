import type { SyntaxNode } from '@lezer/common';
import { blockAround, isPlain, parts } from './nodes';

/** What a value may stand in before it is assigned: `os.getenv("MODEL", "gpt-4o")`, `name or "gpt-4o"`. */
const around = /^(?:ArgList|CallExpression|BinaryExpression|ParenthesizedExpression)$/;

/** The statement that assigns a value to a name. */
export function assignmentAround(node: SyntaxNode): SyntaxNode | undefined {
  let at = node.parent;
  while (at && around.test(at.name)) at = at.parent;
  return at?.name === 'AssignStatement' ? at : undefined;
}

/** A branch of a choice, and the statement in it that assigns a value: others may set other clients. */
export function branchAround(
  node: SyntaxNode,
): { readonly branch: SyntaxNode; readonly statement: SyntaxNode } | undefined {
  const statement = assignmentAround(node);
  const branch = statement && blockAround(statement);
  const isChosen = /^(?:IfStatement|MatchClause)$/.test(branch?.parent?.name ?? '');
  return statement && branch && isChosen ? { branch, statement } : undefined;
}

/** An assignment of a single value to a single target. */
export interface Assignment {
  readonly statement: SyntaxNode;
  readonly target: SyntaxNode;
  readonly value: SyntaxNode;
}

/** What a branch sets that may be a client or an address. */
export function setIn(branch: SyntaxNode): Assignment[] {
  return branch.getChildren('AssignStatement').flatMap((statement) => {
    const [target, operator, value, ...more] = parts(statement);
    const sets = operator?.name === 'AssignOp' && more.length === 0;
    return sets && target && value && (!isPlain(value) || value.name === 'String')
      ? [{ statement, target, value }]
      : [];
  });
}
