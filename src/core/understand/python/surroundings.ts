import type { SyntaxNode } from '@lezer/common';
import type { ModelReference } from '../../find/reference';
import { purposeOf } from '../purpose';
import { once } from '../once';
import { batchRow, hostedTool, isUnclearTier, serviceTier } from '../extras';
import { lastName, maxNameLength } from './calls';
import { handsOn } from './libraries';
import { calleeOf, callParts, items, listsAround, parts, spanOf } from './nodes';
import type { Values } from './values';

/** Packages whose tool classes stand for tools that OpenAI hosts; others use the same names for tools of their own. */
const toolPackages =
  /^(?:agents|openai|pydantic_ai|langchain_openai|autogen|semantic_kernel|agent_framework|llama_index)(?:\.|$)/;
/** A limit for lists made of each other. */
const maxTools = 100;
const toolList = /(?:^|_)tools$/;

/** Says what the calls around a model are for, and what else they ask for. */
export class Surroundings {
  private readonly known = new Map<number, readonly string[]>();

  constructor(private readonly values: Values) {}

  /** What the calls or the configuration around an expression ask for besides a model; see `ModelReference.extras`. */
  extras(node: SyntaxNode): string[] {
    return [...new Set(listsAround(node).flatMap((list) => this.extrasIn(list)))];
  }

  private extrasIn(list: SyntaxNode): readonly string[] {
    return once(this.known, spanOf(list), [], () => this.readExtras(list));
  }

  private readExtras(list: SyntaxNode): readonly string[] {
    const found = new Set<string>();
    const { named, spreads } = this.values.fields(list);
    const option = (name: string, value: SyntaxNode): void => {
      if (name === 'web_search_options' && value.name !== 'None') add(found, hostedTool(name));
      if (toolList.test(name)) this.collect(value, found, new Set());
      if (serviceTier.test(name)) {
        const tier = this.values.literal(value)?.text;
        if (isUnclearTier(tier)) found.add(tier);
      }
    };
    if (named.has(batchRow.id) && named.has(batchRow.request)) found.add('batch');
    for (const [name, { value }] of named) option(name, value);
    for (const { value } of spreads) {
      for (const held of this.values.of(value)) {
        const inner = this.values.fieldList(held);
        for (const extra of inner ? this.extrasIn(inner) : []) add(found, extra);
      }
      for (const { name, value: set } of this.values.members.itemsSetOn(value)) option(name, set);
    }
    return [...found];
  }

  private collect(node: SyntaxNode | undefined, found: Set<string>, seen: Set<number>): void {
    for (const value of this.values.of(node)) {
      if (value.kind !== 'node' || seen.has(spanOf(value.node)) || seen.size > maxTools) continue;
      seen.add(spanOf(value.node));
      const { node: held } = value;
      for (const added of this.values.members.added(node)) this.collect(added, found, seen);
      switch (held.name) {
        case 'ArrayExpression':
        case 'TupleExpression':
          for (const item of items(held)) this.collect(item.value, found, seen);
          break;
        case 'BinaryExpression':
          for (const part of parts(held)) this.collect(part, found, seen);
          break;
        case 'DictionaryExpression': {
          const type = this.values.literal(this.values.keyword(held, 'type'));
          add(found, type && hostedTool(type.text));
          break;
        }
        case 'CallExpression':
          add(found, this.toolMade(held));
      }
    }
  }

  /** The hosted tool that a class instance stands for: `WebSearchTool()`. */
  private toolMade(call: SyntaxNode): string | undefined {
    const [callee] = callParts(call);
    if (!callee) return undefined;
    const [value] = this.values.of(callee);
    if (value?.kind === 'class' || (value?.kind === 'import' && !toolPackages.test(value.specifier))) return undefined;
    const name = lastName(value?.kind === 'import' ? (value.exported ?? '') : this.values.source(callee));
    return /^[A-Z]/.test(name) ? hostedTool(name) : undefined;
  }

  /** Whether a call takes an expression, not counting calls that only pass it on: `json.dumps(body)`, `kwargs.get("model", it)`. */
  isInCall(node: SyntaxNode): boolean {
    return listsAround(node).some((list) => {
      const callee = calleeOf(list);
      return callee !== undefined && !handsOn.test(lastName(this.values.source(callee)));
    });
  }

  /** What the innermost call around an expression is for, by its callee's original name. */
  purpose(node: SyntaxNode): ModelReference['purpose'] {
    const callee = calleeOf(listsAround(node).find(({ name }) => name === 'ArgList'));
    if (!callee) return undefined;
    const [value] = this.values.of(callee);
    return purposeOf(
      value?.kind === 'import' && value.exported ? value.exported : this.values.source(callee).slice(-maxNameLength),
    );
  }
}

function add(set: Set<string>, value: string | undefined): void {
  if (value !== undefined) set.add(value);
}
