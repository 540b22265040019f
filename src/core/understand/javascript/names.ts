import type { Language, ModelReference, Route } from '../../find/reference';
import { parseModelName } from '../../find/model-id';
import { isModelName } from '../../find/receivers';
import { byName, type ImportedName } from '../imported-names';
import { mayBeWorkspaceModule } from '../resolve';
import { decided, weigh } from '../route';
import { standIns } from '../stand-in';
import type { ImportedModel, ModelBinding, ModelRead } from '../understanding';
import type { Flow } from './flow';
import type { Follower } from './follow';
import type { Models } from './models';
import type { Node, Tree } from './tree';
import { isCall, isWrapper, memberName, readsOf } from './tree';

/** An expression that reads a name, with the model of this file or the export of another that it holds. */
interface Spotted {
  /** The whole expression: `MODELS.fast`. */
  readonly node: Node;
  /** Its last identifier, where hovers appear: `fast`. */
  readonly identifier: Node;
  readonly held?: ModelReference;
  readonly imported?: ImportedName;
}

/** Finds the reads of names that hold a model, or that may hold one from another file. */
export class Names {
  constructor(
    private readonly language: Language,
    private readonly tree: Tree,
    private readonly follower: Follower,
    private readonly models: Models,
    private readonly flow: Flow,
  ) {}

  read(): { bindings: ModelBinding[]; imports: ImportedModel[] } {
    const spotted = this.spotted();
    const places = spotted.map(({ node }) => ({
      from: node.range[0],
      to: node.range[1],
      ...(isShorthand(node) ? { before: `${this.tree.text.slice(...node.range)}: ` } : {}),
    }));
    const sites = standIns(this.tree.text, this.language, places);
    const bindings: ModelBinding[] = [];
    const imports: [ImportedName, ModelRead][] = [];
    spotted.forEach((spot, index) => {
      const { held, imported } = spot;
      const read = this.describe(spot, sites[index]);
      if (held) {
        const { text, model, start, end } = held;
        bindings.push({ ...read, text, model, origin: { start, end } });
      } else if (imported && mayBeModel(imported.exported, read, sites[index])) {
        imports.push([imported, read]);
      }
    });
    return { bindings, imports: byName(imports) };
  }

  private describe({ node, identifier, held }: Spotted, site: ModelReference | undefined): ModelRead {
    const { route: client, extras, purpose } = this.flow.destination(node, held?.text ?? '');
    const [start, end] = identifier.type.endsWith('Identifier') ? identifier.range : inside(identifier);
    const context = site?.context ?? 'expression';
    return {
      start,
      end,
      name: this.tree.text.slice(start, end),
      context,
      role: site?.role === 'use' && isPassed(node) ? 'use' : 'mention',
      route: routeOf(held?.text, site?.route, client),
      ...(extras.length > 0 ? { extras } : {}),
      ...(purpose ? { purpose } : {}),
    };
  }

  private spotted(): Spotted[] {
    const found: Spotted[] = [];
    for (const variable of this.tree.variables) {
      for (const read of readsOf(variable)) {
        const spot = read.type === 'Identifier' ? this.spot(read, read) : undefined;
        if (spot) found.push(spot);
      }
    }
    for (const member of this.tree.fieldReads()) {
      const spot = this.spot(member, member.property);
      if (spot) found.push(spot);
    }
    return found.sort((one, other) => one.node.range[0] - other.node.range[0]);
  }

  /** The shortest of `A`, `A.b`, `A.b.c` that holds a model, or the longest that may come from another file. */
  private spot(root: Node, name: Node): Spotted | undefined {
    let imported: Spotted | undefined;
    for (let node = root, identifier = name; isRead(node);) {
      const held = this.models.heldBy(node);
      if (held) return { node, identifier, held };
      imported = this.importedAt(node, identifier) ?? imported;
      const { parent } = node;
      if (parent?.type !== 'MemberExpression' || parent.object !== node || memberName(parent) === undefined) break;
      node = parent;
      identifier = parent.property;
    }
    return imported;
  }

  private importedAt(node: Node, identifier: Node): Spotted | undefined {
    const [source, ...others] = this.follower.follow(node);
    if (!source?.module || others.length > 0 || source.path.length === 0 || !mayBeWorkspaceModule(source.module)) {
      return undefined;
    }
    return { node, identifier, imported: { specifier: source.module, exported: source.path.join('.') } };
  }
}

/** Whether an imported name is worth looking up in its file: its own name, the receiving one or the call suggests a model. */
function mayBeModel(exported: string, { route }: ModelRead, site: ModelReference | undefined): boolean {
  if (!site || /^(?=[A-Z]\w*[a-z])\w+$/.test(exported)) return false; // A class is no model, whatever it is called.
  return isModelName(exported) || isModelName(site.name ?? '') || route.kind !== 'unknown';
}

/** Whether an expression is read as a value that could be a model's name: not called, assigned to or re-exported. */
function isRead(node: Node): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee !== node;
    case 'AssignmentExpression':
      return parent.left !== node;
    case 'ClassDeclaration':
    case 'ClassExpression':
    case 'ExportSpecifier':
    case 'TSTypeQuery':
    case 'TSQualifiedName':
    case 'UpdateExpression':
    case 'TaggedTemplateExpression':
    case 'Decorator':
    case undefined:
      return false;
    default:
      return true;
  }
}

/** Whether the value is passed to a call, an object or an element rather than only given another name. */
function isPassed(node: Node): boolean {
  for (let at = node, { parent } = at; parent; at = parent, { parent } = at) {
    switch (parent.type) {
      case 'LogicalExpression':
      case 'ConditionalExpression':
        continue;
      case 'VariableDeclarator':
      case 'AssignmentExpression':
      case 'AssignmentPattern':
      case 'PropertyDefinition':
      case 'ReturnStatement':
      case 'ArrowFunctionExpression':
      case 'ExportDefaultDeclaration':
        return false;
      default:
        if (!isWrapper(parent)) return isCall(parent) || parent.type !== 'MemberExpression';
    }
  }
  return false;
}

function isShorthand(node: Node): boolean {
  return node.parent?.type === 'Property' && node.parent.shorthand;
}

/** The text between a computed key's quotes. */
function inside(node: Node): [number, number] {
  return [node.range[0] + 1, node.range[1] - 1];
}

/** The route by the held string, the callees around the place, and the client, weighed as for a string in that place. */
function routeOf(text: string | undefined, site: Route | undefined, client: Route | undefined): Route {
  const named = parseModelName(text ?? '')?.route ?? { kind: 'unknown' };
  const prefixed = named.kind !== 'unknown';
  const first = weigh(named, prefixed, decided(site));
  return weigh(first, prefixed && first === named, client);
}
