import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { Route } from '../../find/reference';
import { isWorkspaceModule } from '../resolve';
import type { Export, ExportedClient, Reexport } from '../understanding';
import type { Clients } from './clients';
import type { Follower } from './follow';
import type { Models } from './models';
import type { ClassNode, Node, Tree } from './tree';
import { dotted, keyOf, stringValue } from './tree';

const deepest = 3;

/**
 * The names by which other files can have this file's models and clients: `MODEL`, `MODELS.fast`, `Model.Fast`, `default`; and what it hands
 * on.
 */
export function exportsOf(
  tree: Tree,
  follower: Follower,
  models: Models,
  clients: Clients,
): { readonly exports: Export[]; readonly reexports: Reexport[]; readonly clients: ExportedClient[] } {
  const found: Export[] = [];
  const offered: ExportedClient[] = [];
  const reexports: Reexport[] = [];
  const names = new Set(['default']);
  /** Answers where the client sends that the name stands for, if it does for one. `path` leads from the expression to what the name stands for, so that what is assigned to its members elsewhere counts. */
  const add = (name: string, node: Node, path: readonly string[] = [], made?: Route): Route | undefined => {
    const held = models.heldBy(node, path);
    if (held) {
      const { start, end, text, model } = held;
      found.push({ name, start, end, text, model });
      return undefined;
    }
    const [source, ...others] = follower.follow(node, path);
    if (source?.module !== undefined && others.length === 0) {
      const exported = source.path.join('.');
      if (isWorkspaceModule(source.module))
        reexports.push({ name, specifier: source.module, ...(exported && { exported }) });
      return undefined;
    }
    const route = clients.offered(node, path);
    if (route) offered.push({ name, route: made ?? route });
    if (!source || route || others.length > 0) return route;
    if (source.path.length > 0 || path.length >= deepest) return undefined;
    const from = source.node.type === 'NewExpression' ? clients.madeWith(source.node) : undefined;
    for (const key of members(source.node)) add(`${name}.${key}`, node, [...path, key], from);
    return undefined;
  };
  const members = (node: Node): string[] => {
    const owner = node.type === 'NewExpression' ? follower.classOf(node) : undefined;
    return owner ? instanceMembers(owner, tree) : membersOf(node);
  };
  const addOwn = (name: string, node: Node) => {
    add(name, node);
    names.add(name);
  };
  /** CommonJS: what a file is. To `import` it is the default as well. */
  const addWhole = (node: Node) => {
    const route = add('default', node);
    if (route) offered.push({ name: '', route });
    const [source, ...others] = follower.follow(node);
    if (!source || source.path.length > 0 || others.length > 0) return;
    if (source.module === undefined) for (const key of members(source.node)) add(key, node, [key]);
    else if (isWorkspaceModule(source.module)) reexports.push({ specifier: source.module });
  };
  for (const statement of tree.program.body) {
    if (statement.type === 'ExportDefaultDeclaration') add('default', statement.declaration);
    else if (isHandingOn(statement)) reexports.push(...handedOn(statement));
    else if (statement.type === 'ExportNamedDeclaration') {
      for (const { local, exported } of statement.specifiers) {
        const name = nameOf(exported);
        if (name !== undefined) addOwn(name, local);
      }
      if (statement.declaration) for (const { name, node } of declared(statement.declaration)) addOwn(name, node);
    } else if (statement.type === 'TSExportAssignment') {
      addWhole(statement.expression);
    } else if (statement.type === 'ExpressionStatement') {
      assigned(statement.expression, add, addWhole);
    }
  }
  // What a file has of its own it does not hand on from others.
  const own = reexports.map((each) => (each.name === undefined ? { ...each, except: [...names] } : each));
  return { exports: found, reexports: own, clients: offered };
}

type HandingOn = TSESTree.ExportAllDeclaration | (TSESTree.ExportNamedDeclaration & { source: TSESTree.StringLiteral });

function isHandingOn(statement: Node): statement is HandingOn {
  return (
    statement.type === 'ExportAllDeclaration' || (statement.type === 'ExportNamedDeclaration' && !!statement.source)
  );
}

/** `export * from`, `export * as models from`, `export { MODEL as FAST } from`. */
function handedOn(statement: HandingOn): Reexport[] {
  const specifier = statement.source.value;
  if (!isWorkspaceModule(specifier)) return [];
  if (statement.type === 'ExportAllDeclaration') {
    return [{ specifier, ...(statement.exported && { name: statement.exported.name }) }];
  }
  return statement.specifiers.flatMap(({ local, exported }) => {
    const [name, there] = [nameOf(exported), nameOf(local)];
    return name === undefined || there === undefined ? [] : [{ name, specifier, exported: there }];
  });
}

function declared(declaration: TSESTree.NamedExportDeclarations): { name: string; node: Node }[] {
  if (declaration.type === 'VariableDeclaration') {
    return declaration.declarations.flatMap(({ id }) =>
      id.type === 'Identifier' ? [{ name: id.name, node: id }] : [],
    );
  }
  const id = 'id' in declaration ? declaration.id : undefined;
  return id?.type === 'Identifier' ? [{ name: id.name, node: id }] : [];
}

/** CommonJS: `module.exports = { MODEL }`, `exports.MODEL = …`. */
function assigned(expression: Node, add: (name: string, node: Node) => void, addWhole: (node: Node) => void): void {
  if (expression.type !== 'AssignmentExpression' || expression.left.type !== 'MemberExpression') return;
  const path = dotted(expression.left);
  const name = /^(?:module\.)?exports\.(\w+)$/.exec(path)?.[1];
  if (name !== undefined) add(name, expression.right);
  else if (path === 'module.exports') addWhole(expression.right);
}

/** The members of an object, an enum or a class that can hold a model, by the names known without running the code. */
function membersOf(node: Node): string[] {
  const keys: (string | undefined)[] = [];
  if (node.type === 'ObjectExpression') {
    for (const entry of node.properties) if (entry.type === 'Property') keys.push(keyOf(entry));
  } else if (node.type === 'TSEnumDeclaration') {
    for (const { id } of node.body.members) keys.push(keyOf({ key: id }));
  } else if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') {
    for (const member of node.body.body)
      if (member.type === 'PropertyDefinition' && member.static) keys.push(keyOf(member));
  }
  return [...new Set(keys.filter((key) => key !== undefined))];
}

/** The fields and methods of an object of a class. */
function instanceMembers(of: ClassNode, tree: Tree): string[] {
  const own = of.body.body.flatMap((member) => {
    const named = member.type === 'PropertyDefinition' || member.type === 'MethodDefinition';
    const key = named && !member.static ? keyOf(member) : undefined;
    return key === undefined || key === 'constructor' ? [] : [key];
  });
  return [...new Set([...own, ...tree.members(of).keys()])];
}

function nameOf(node: Node): string | undefined {
  return node.type === 'Identifier' ? node.name : stringValue(node);
}
