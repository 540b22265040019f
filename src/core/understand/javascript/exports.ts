import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { Route } from '../../find/reference';
import { mayBeWorkspaceModule } from '../resolve';
import type { ExportedModel, ExportedClient, Reexport } from '../understanding';
import { onlyCall, type Calls } from './callers';
import { isClass } from './classes';
import type { Clients } from './clients';
import type { Follower } from './follow';
import type { Models } from './models';
import type { ClassNode, Node, Tree } from './tree';
import { dotted, keyOf, stringValue } from './tree';

const maxDepth = 3;

/** Collects the names by which other files can import models and clients: `MODEL`, `MODELS.fast`, `Model.Fast`, `default`. */
export class Exports {
  private readonly exports: ExportedModel[] = [];
  private readonly offered: ExportedClient[] = [];
  private readonly reexports: Reexport[] = [];
  private readonly names = new Set(['default']);
  /** Parameters count as unknown, since the importing file makes the calls. */
  private readonly clients: Clients;

  constructor(
    private readonly tree: Tree,
    private readonly follower: Follower,
    private readonly models: Models,
    private readonly clientsFor: (calls: Calls) => Clients,
  ) {
    this.clients = clientsFor(() => []);
  }

  read(): { readonly exports: ExportedModel[]; readonly reexports: Reexport[]; readonly clients: ExportedClient[] } {
    for (const statement of this.tree.program.body) this.statement(statement);
    // A file's own exports win over those of `export *`.
    const except = [...this.names];
    const reexports = this.reexports.map((each) => (each.name === undefined ? { ...each, except } : each));
    return { exports: this.exports, reexports, clients: this.offered };
  }

  private statement(statement: TSESTree.ProgramStatement): void {
    switch (statement.type) {
      case 'ExportDefaultDeclaration':
        this.add('default', statement.declaration);
        return;
      case 'ExportAllDeclaration':
        return this.handOn(statement.source.value, [{ ...(statement.exported && { name: statement.exported.name }) }]);
      case 'ExportNamedDeclaration':
        return statement.source ? this.handOn(statement.source.value, renamed(statement)) : this.named(statement);
      case 'TSExportAssignment':
        return this.whole(statement.expression);
      case 'ExpressionStatement':
        return this.assigned(statement.expression);
    }
  }

  /** `export * from`, `export * as models from`, `export { MODEL as FAST } from`. */
  private handOn(specifier: string, names: readonly Omit<Reexport, 'specifier'>[]): void {
    if (mayBeWorkspaceModule(specifier)) this.reexports.push(...names.map((name) => ({ specifier, ...name })));
  }

  private named(statement: TSESTree.ExportNamedDeclaration): void {
    const own = statement.declaration ? declared(statement.declaration) : [];
    const listed = statement.specifiers.map(({ local, exported }) => ({ name: nameOf(exported), node: local }));
    for (const { name, node } of [...listed, ...own]) {
      if (name === undefined) continue;
      this.add(name, node);
      this.names.add(name);
    }
  }

  /** CommonJS: `module.exports = { MODEL }`, `exports.MODEL = …`. */
  private assigned(expression: Node): void {
    if (expression.type !== 'AssignmentExpression' || expression.left.type !== 'MemberExpression') return;
    const path = dotted(expression.left);
    const name = /^(?:module\.)?exports\.(\w+)$/.exec(path)?.[1];
    if (name !== undefined) this.add(name, expression.right);
    else if (path === 'module.exports') this.whole(expression.right);
  }

  /** CommonJS: the module as a whole, which `import` also takes as the default. */
  private whole(node: Node): void {
    const route = this.add('default', node);
    if (route) this.offered.push({ name: '', route });
    const [source, ...others] = this.follower.follow(node);
    if (!source || source.path.length > 0 || others.length > 0) return;
    if (source.module === undefined) for (const key of this.members(source.node)) this.add(key, node, [key]);
    else this.handOn(source.module, [{}]);
  }

  /**
   * Adds a name as a model, a re-export or a client, whichever it stands for. Returns the route, if that is a client.
   * @param path members that lead to it from the expression, so that assignments to these elsewhere count
   * @param clients judges where requests go
   */
  private add(name: string, node: Node, path: readonly string[] = [], clients = this.clients): Route | undefined {
    const held = this.models.heldBy(node, path);
    if (held) {
      const { start, end, text, model } = held;
      this.exports.push({ name, start, end, text, model });
      return undefined;
    }
    const [source, ...others] = this.follower.follow(node, path);
    if (source?.module !== undefined && others.length === 0) {
      const exported = source.path.join('.');
      this.handOn(source.module, [{ name, ...(exported && { exported }) }]);
      return undefined;
    }
    const route = clients.offered(node, path);
    if (route) this.offered.push({ name, route });
    if (!source || route || others.length > 0) return route;
    if (source.path.length > 0 || path.length >= maxDepth) return undefined;
    const object = source.node.type === 'NewExpression' ? source.node : undefined;
    const own = object ? this.clientsFor(onlyCall(object, this.follower.classOf(object), this.tree)) : clients;
    for (const key of this.members(source.node)) this.add(`${name}.${key}`, node, [...path, key], own);
    return undefined;
  }

  private members(node: Node): string[] {
    const owner = node.type === 'NewExpression' ? this.follower.classOf(node) : undefined;
    const { classes } = this.tree;
    if (owner) return unique([...classes.lineage(owner)].flatMap((each) => instanceMembers(each, this.tree)));
    if (isClass(node)) return unique([...classes.lineage(node)].flatMap(staticMembers));
    return unique(membersOf(node));
  }
}

function renamed({ specifiers }: TSESTree.ExportNamedDeclaration): Omit<Reexport, 'specifier'>[] {
  return specifiers.flatMap(({ local, exported }) => {
    const [name, there] = [nameOf(exported), nameOf(local)];
    return name === undefined || there === undefined ? [] : [{ name, exported: there }];
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

/** The members of an object or an enum, as far as their names are known without running the code. */
function membersOf(node: Node): (string | undefined)[] {
  if (node.type === 'TSEnumDeclaration') return node.body.members.map(({ id }) => keyOf({ key: id }));
  if (node.type !== 'ObjectExpression') return [];
  return node.properties.map((entry) => (entry.type === 'Property' ? keyOf(entry) : undefined));
}

/** A class's own static fields. */
function staticMembers({ body }: ClassNode): (string | undefined)[] {
  return body.body.map((each) => (each.type === 'PropertyDefinition' && each.static ? keyOf(each) : undefined));
}

/** The fields and methods that a class gives its instances. */
function instanceMembers(of: ClassNode, tree: Tree): (string | undefined)[] {
  const own = of.body.body.map((member) => {
    const named = member.type === 'PropertyDefinition' || member.type === 'MethodDefinition';
    const key = named && !member.static ? keyOf(member) : undefined;
    return key === 'constructor' ? undefined : key;
  });
  return [...own, ...tree.members(of).keys()];
}

function unique(names: readonly (string | undefined)[]): string[] {
  return [...new Set(names.filter((name) => name !== undefined))];
}

function nameOf(node: Node): string | undefined {
  return node.type === 'Identifier' ? node.name : stringValue(node);
}
