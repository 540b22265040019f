import type { SyntaxNode } from '@lezer/common';
import { groupBy } from '../../group-by';
import { related } from '../related';
import { items } from './nodes';
import { scopeAt, type Scope } from './scopes';
import type { Values } from './values';

/** A file's classes and how they extend each other. Base classes from other files are not among them. */
export class Classes {
  private derived: ReadonlyMap<Scope, readonly Scope[]> | undefined;

  constructor(private readonly values: Values) {}

  /** The classes that a class names as its bases, in their order. */
  basesOf({ node }: Scope): Scope[] {
    const head = node.getChild('ArgList');
    return (head ? items(head) : []).flatMap(({ name, value: base }) =>
      name ? [] : this.values.of(base).flatMap((value) => (value.kind === 'class' ? [value.scope] : [])),
    );
  }

  /** A class, followed by those that it extends, nearest first. */
  lineage(of: Scope): ReadonlySet<Scope> {
    return related(of, (each) => this.basesOf(each));
  }

  /** A class, followed by those that extend it, directly or through each other. */
  heirs(of: Scope): ReadonlySet<Scope> {
    this.derived ??= this.readDerived();
    return related(of, (each) => this.derived?.get(each) ?? []);
  }

  private readDerived(): ReadonlyMap<Scope, readonly Scope[]> {
    const classes = this.values.scopes.all.filter(({ kind }) => kind === 'class');
    const pairs = classes.flatMap((heir) => this.basesOf(heir).map((base) => ({ base, heir })));
    return new Map([...groupBy(pairs, ({ base }) => base)].map(([base, all]) => [base, all.map(({ heir }) => heir)]));
  }

  /** The classes that `super()` means at a place. */
  superAt({ from }: SyntaxNode): Scope[] {
    for (let at: Scope | undefined = scopeAt(this.values.scopes, from); at; at = at.parent)
      if (at.kind === 'class') return this.basesOf(at);
    return [];
  }
}
