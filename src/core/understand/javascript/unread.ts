import type { Variable } from '@typescript-eslint/scope-manager';
import { once } from '../once';
import type { Node, Tree } from './tree';
import { dotted, isWrapper, keyOf, memberName, readsOf } from './tree';

/**
 * Knows which values are given to names that nothing can read, so that no request is made with them: a variable that neither its file reads
 * nor others can, a parameter, a state of React's, a row of an enumeration or an object of which only other rows are read.
 */
export class Unread {
  private readonly read = new Map<Variable, ReadonlySet<string> | undefined>();
  private readonly own = new Map<Node, boolean>();
  private readonly isModule: boolean;

  constructor(private readonly tree: Tree) {
    const { program, text } = tree;
    this.isModule =
      program.body.some(({ type }) => /^(?:Im|Ex)port/.test(type)) || /\brequire\(|\bexports\b/.test(text);
  }

  has(value: Node): boolean {
    if (!this.tree.isWhole) return false;
    let key: string | undefined;
    for (let node = value, { parent } = node; parent; node = parent, { parent } = node) {
      switch (parent.type) {
        case 'ConditionalExpression':
        case 'LogicalExpression':
          break;
        case 'ArrayExpression':
          key = undefined;
          break;
        case 'Property':
          key = keyOf(parent);
          break;
        case 'ObjectExpression':
          if (this.readsItself(parent)) return false;
          break;
        case 'TSEnumMember':
          return this.isNeverRead(parent.parent.parent.id, keyOf({ key: parent.id })) && !this.isReadBeside(parent.id);
        case 'VariableDeclarator':
          return this.isNeverRead(parent.id, key);
        case 'AssignmentPattern':
          return parent.parent.type !== 'TSParameterProperty' && this.isNeverRead(parent.left, key);
        case 'AssignmentExpression':
          return parent.parent.type === 'ExpressionStatement' && this.isNeverRead(parent.left, key);
        case 'CallExpression': {
          const { callee, parent: holder } = parent;
          if (!/^(?:React\.)?useState$/.test(dotted(callee)) || holder.type !== 'VariableDeclarator') return false;
          return holder.id.type === 'ArrayPattern' && this.isNeverRead(holder.id.elements[0]);
        }
        default:
          if (!isWrapper(parent)) return false;
      }
    }
    return false;
  }

  /** Whether an object's methods may read its other members. */
  private readsItself(object: Node): boolean {
    return once(this.own, object, false, () => /\bthis\b/.test(this.tree.text.slice(...object.range)));
  }

  /** Whether nothing reads a name, or only other members of it than one of this key. */
  private isNeverRead(name: Node | null | undefined, key?: string): boolean {
    const variable = name?.type === 'Identifier' ? this.tree.variableOf(name) : undefined;
    const read = variable && once(this.read, variable, undefined, () => this.membersRead(variable));
    return read !== undefined && (key === undefined ? read.size === 0 : !read.has(key));
  }

  /** The members of a variable that are read; nothing where it may be read as a whole, or by other files. */
  private membersRead(variable: Variable): ReadonlySet<string> | undefined {
    if (this.isOffered(variable)) return undefined;
    const members = readsOf(variable).map(({ parent }) =>
      parent?.type === 'MemberExpression' ? memberName(parent) : undefined,
    );
    return members.every((member) => member !== undefined) ? new Set(members) : undefined;
  }

  /** Whether another row of an enumeration reads one: `enum Model { FAST = "gpt-4o-mini", DEFAULT = FAST }`. */
  private isReadBeside(member: Node): boolean {
    const variable = this.tree.variableOf(member);
    return variable !== undefined && readsOf(variable).length > 0;
  }

  /** Whether other files may read a variable. All scripts of a page share what stands at the top of one that is no module. */
  private isOffered({ scope, defs }: Variable): boolean {
    if (scope.type === 'module' && !this.isModule) return true;
    const holders = defs.flatMap(({ type, node, parent }) =>
      type === 'Parameter' ? [] : [node.parent, parent?.parent],
    );
    return holders.some((holder) => holder?.type === 'ExportNamedDeclaration');
  }
}
