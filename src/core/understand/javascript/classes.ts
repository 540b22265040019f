import type { Variable } from '@typescript-eslint/scope-manager';
import { groupBy } from '../../group-by';
import { first } from '../first';
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
    return first(this.lineage(of), ownConstructor);
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
  return first(of.body.body, (member) => {
    const isConstructor = member.type === 'MethodDefinition' && member.kind === 'constructor';
    return isConstructor && member.value.type === 'FunctionExpression' ? member.value : undefined;
  });
}

/** The `super(…)` call of a constructor. */
export function superCall({ body }: FunctionNode): Call | undefined {
  return first(body?.type === 'BlockStatement' ? body.body : [], (statement) => {
    const expression = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
    return expression?.type === 'CallExpression' && expression.callee.type === 'Super' ? expression : undefined;
  });
}
