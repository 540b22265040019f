import { once } from '../once';
import { ownConstructor, superCall } from './classes';
import type { Source } from './follow';
import type { Call, ClassNode, FunctionNode, Node, Tree } from './tree';
import { isCall, isNothing, keyOf, memberName } from './tree';

/**
 * The calls whose arguments count for a parameter of a function or constructor.
 * @param needed whether the parameter is required, so that calls in other files must give it, too
 */
export type Calls = (of: FunctionNode, needed: boolean) => readonly Call[];

/** The calls in one file. For a required parameter only a sole call counts: other files may call, too, and one of several may say nothing. */
export function callsIn(tree: Tree): Calls {
  const sole = new Map<FunctionNode, readonly Call[]>();
  const all = new Map<FunctionNode, readonly Call[]>();
  return (of, needed) =>
    needed ? once(sole, of, [], () => soleCall(of, tree)) : once(all, of, [], () => readCalls(of, tree));
}

/** The one call that makes an object of a class, and the `super(…)` calls by which its constructors pass arguments on. */
export function onlyCall(made: Call, owner: ClassNode | undefined, { classes }: Tree): Calls {
  const calls = new Map<FunctionNode, readonly Call[]>();
  let call: Call | undefined = made;
  for (const each of classes.lineage(owner)) {
    const own = ownConstructor(each);
    if (!own) continue;
    if (call) calls.set(own, [call]);
    call = superCall(own);
  }
  return (of) => calls.get(of) ?? [];
}

/** The only call of a function that is neither exported nor passed on; nothing where there are, or may be, more. */
function soleCall(of: FunctionNode, tree: Tree): readonly Call[] {
  const declaration = declarationOf(of);
  if (declaration.type !== 'FunctionDeclaration' && declaration.type !== 'VariableDeclarator') return [];
  const statement = declaration.type === 'VariableDeclarator' ? declaration.parent : declaration;
  if (statement.parent.type.startsWith('Export')) return [];
  const uses = named(declaration, tree).filter((each) => each !== declaration.id);
  return uses.length === 1 ? uses.flatMap(calling) : [];
}

/** The declaration that gives a function its name. */
function declarationOf(of: FunctionNode): Node {
  return of.type === 'FunctionDeclaration' ? of : of.parent;
}

function readCalls(of: FunctionNode, tree: Tree): readonly Call[] {
  const { parent } = of;
  if (parent.type !== 'MethodDefinition' && parent.type !== 'PropertyDefinition')
    return named(declarationOf(of), tree).flatMap(calling);
  const heirs = [...tree.classes.heirs(parent.parent.parent)];
  if (parent.type === 'MethodDefinition' && parent.kind === 'constructor')
    return heirs.flatMap((each) => making(each, of, tree));
  const name = keyOf(parent) ?? '';
  const own = heirs.flatMap((each) => tree.members(each).get(name) ?? []);
  const others = heirs
    .flatMap((each) => namedClass(each, tree))
    .flatMap(({ parent: member }) =>
      member?.type === 'MemberExpression' && memberName(member) === name ? [member] : [],
    );
  return [...own, ...others].flatMap(calling);
}

/** The calls that run a constructor when a class is instantiated: `new` of the class, or `super(…)` in its own constructor. */
function making(owner: ClassNode, constructor: FunctionNode, tree: Tree): Call[] {
  const { classes } = tree;
  if (classes.constructorOf(owner) === constructor) return namedClass(owner, tree).flatMap(calling);
  const own = ownConstructor(owner);
  const call = own && classes.constructorOf(classes.baseOf(owner)) === constructor ? superCall(own) : undefined;
  return call ? [call] : [];
}

function namedClass(owner: ClassNode, tree: Tree): Node[] {
  return [owner, owner.parent].flatMap((declaration) => named(declaration, tree));
}

/** Where a function or class is read by its declared name. */
function named(declaration: Node, tree: Tree): Node[] {
  const variables = 'id' in declaration && declaration.id ? tree.declaredBy(declaration.id) : [];
  return variables.flatMap(({ references }) => references.map(({ identifier }) => identifier as Node));
}

function calling(callee: Node): Call[] {
  return isCall(callee.parent) && callee.parent.callee === callee ? [callee.parent] : [];
}

/** The argument that a parameter's name takes its value from, and the members of it that lead there. */
interface Place {
  readonly index: number;
  readonly keys: readonly string[];
  readonly needed: boolean;
}

/** Where calls pass the value for a name in a function's parameters; nothing for `...rest` and `[first]`, which take one of several. */
export function placeOf(name: Node, of: FunctionNode): Place | undefined {
  const keys: string[] = [];
  let needed = true;
  for (let at = name; at.parent; at = at.parent) {
    if ('optional' in at && at.optional) needed = false;
    const { parent } = at;
    if (parent === of) return { index: of.params.indexOf(at as FunctionNode['params'][number]), keys, needed };
    if (parent.type === 'AssignmentPattern') needed = false;
    else if (parent.type === 'Property') keys.unshift(keyOf(parent) ?? '');
    else if (parent.type !== 'ObjectPattern' && parent.type !== 'TSParameterProperty') return undefined;
  }
  return undefined;
}

/** What a call passes there, and the members that are still to follow; nothing where it passes none. */
export function givenAt(list: Call['arguments'], { index, keys }: Place): Source | undefined {
  const taken = list.slice(0, index + 1).find(({ type }) => type === 'SpreadElement');
  let node: Node | undefined = taken ?? list[index];
  let path = keys;
  while (node?.type === 'ObjectExpression' && path.length > 0) {
    const [key, ...rest] = path;
    const entry: Node | undefined = node.properties.findLast(
      (each) => each.type === 'SpreadElement' || keyOf(each) === key,
    );
    node = entry?.type === 'Property' ? entry.value : entry;
    if (entry?.type === 'SpreadElement') break;
    path = rest;
  }
  return node && !isNothing(node) ? { node, path } : undefined;
}
