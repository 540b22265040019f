import type { ModelReference } from '../../find/reference';
import { once } from '../once';
import type { Follower } from './follow';
import type { Node } from './tree';
import { isNothing } from './tree';

/**
 * Says which model an expression holds, as the first pass's reference that it comes from: through names, `??` and `||` defaults, and
 * conditionals whose arms agree. Answers nothing where there may be several.
 */
export class Models {
  private readonly known = new Map<Node, ModelReference | undefined>();

  constructor(private readonly follower: Follower) {}

  /** @param path the members that lead to the value from there */
  heldBy(node: Node, path: readonly string[] = []): ModelReference | undefined {
    const sources = this.follower.follow(node, path);
    let held: ModelReference | undefined;
    for (const source of sources) {
      const model = source.path.length === 0 ? this.at(source.node) : undefined;
      if (!model || (held && held.text !== model.text)) return undefined;
      held ??= model;
    }
    return held;
  }

  /** The model that an expression other than a name holds. */
  private at(node: Node): ModelReference | undefined {
    return once(this.known, node, undefined, () => this.read(node));
  }

  private read(node: Node): ModelReference | undefined {
    switch (node.type) {
      case 'Literal':
      case 'TemplateLiteral':
        return this.follower.tree.referenceAt(node);
      case 'LogicalExpression':
        return (node.operator === '&&' ? undefined : this.heldBy(node.left)) ?? this.heldBy(node.right);
      case 'ConditionalExpression':
        return this.either(node.consequent, node.alternate);
      case 'CallExpression': {
        // `getenv("MODEL", "gpt-4o")`, `config.get("model", "gpt-4o")`
        const last = node.arguments.at(-1);
        const fallback = last && this.follower.tree.referenceAt(last);
        return fallback?.context === 'fallback' ? fallback : undefined;
      }
      default:
        return undefined;
    }
  }

  private either(one: Node, other: Node): ModelReference | undefined {
    const [first, second] = [this.heldBy(one), this.heldBy(other)];
    if (first && second) return first.text === second.text ? first : undefined;
    return (first && isNothing(other) ? first : undefined) ?? (second && isNothing(one) ? second : undefined);
  }
}
