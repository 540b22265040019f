import type { SyntaxNode } from '@lezer/common';
import { lastName } from './calls';
import { parts } from './nodes';
import type { Values } from './values';

const setter = 'set_default_openai_client';

/** The clients that a file gives OpenAI's Agents SDK for all agents without one of their own. */
export function defaultClients(root: SyntaxNode, values: Values): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  if (!values.text.includes(`${setter}(`)) return found;
  root.cursor().iterate((at) => {
    if (at.name !== 'CallExpression') return;
    const [callee, list] = parts(at.node);
    if (!callee || !list || lastName(values.source(callee)) !== setter) return;
    const client = values.keyword(list, 'client') ?? values.fields(list).positional[0];
    if (client) found.push(client);
  });
  return found;
}

/** Whether a callee is the SDK's class of agents. */
export function makesAgent(callee: SyntaxNode, values: Values): boolean {
  return values
    .of(callee)
    .some((value) => value.kind === 'import' && value.specifier === 'agents' && value.exported === 'Agent');
}
