import type { Variable } from '@typescript-eslint/scope-manager';
import { groupBy } from '../../group-by';
import { related } from '../related';
import type { Call, ClassNode, FunctionNode, Node } from './tree';

/** A file's classes and how they extend each other. Base classes from other files are not among them. */
export class Classes {
  private derived: ReadonlyMap<ClassNode | undefined, readonly ClassNode[]> | undefined;

  constructor(
    private readonly all: readonly ClassNode[],
    private readonly variableOf: (identifier: Node) => Variable | undefined,
  ) {}

  /** A class, followed by those that it extends, nearest first. */
  lineage(of: ClassNode | undefined): ReadonlySet<ClassNode> {
    const bases = (each: ClassNode) => {
      const base = this.baseOf(each);
      return base ? [base] : [];
    };
    return of ? related(of, bases) : new Set();
  }

  /** A class, followed by those that extend it, directly or through each other. */
  heirs(of: ClassNode): ReadonlySet<ClassNode> {
    const derived = (this.derived ??= groupBy(this.all, (each) => this.baseOf(each)));
    return related(of, (each) => derived.get(each) ?? []);
  }

  /** The constructor that `new` runs: the class's own, or else the nearest that it inherits. */
  constructorOf(of: ClassNode | undefined): FunctionNode | undefined {
    for (const each of this.lineage(of)) {
      const own = ownConstructor(each);
      if (own) return own;
    }
    return undefined;
  }

  /** The class that `super` means in a class. */
  baseOf({ superClass }: ClassNode): ClassNode | undefined {
    if (!superClass || isClass(superClass)) return superClass ?? undefined;
    const [definition, ...others] = this.variableOf(superClass)?.defs ?? [];
    if (others.length > 0) return undefined;
    const node = definition?.type === 'Variable' ? definition.node.init : definition?.node;
    return node && isClass(node) ? node : undefined;
  }
}

export function isClass(node: Node): node is ClassNode {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression';
}

/** A class's own constructor, not counting overload signatures. */
export function ownConstructor(of: ClassNode): FunctionNode | undefined {
  for (const member of of.body.body)
    if (
      member.type === 'MethodDefinition' &&
      member.kind === 'constructor' &&
      member.value.type === 'FunctionExpression'
    )
      return member.value;
  return undefined;
}

/** The `super(…)` call of a constructor. */
export function superCall({ body }: FunctionNode): Call | undefined {
  for (const statement of body?.type === 'BlockStatement' ? body.body : []) {
    const expression = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
    if (expression?.type === 'CallExpression' && expression.callee.type === 'Super') return expression;
  }
  return undefined;
}
