import { simpleTraverse, type TSESTree } from '@typescript-eslint/typescript-estree';
import { lastName } from './javascript-context';
import { hostRoute, type RouteKind } from './names';

type Node = TSESTree.Node;
type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** Classes, factories and provider functions by the name that their package exports them under. */
const makers: Readonly<Record<string, RouteKind>> = {
  OpenAI: 'openai',
  AzureOpenAI: 'azure',
  ChatOpenAI: 'openai',
  ChatOpenAIResponses: 'openai',
  OpenAIEmbeddings: 'openai',
  OpenAIEmbedding: 'openai',
  AzureChatOpenAI: 'azure',
  AzureOpenAIEmbeddings: 'azure',
  openai: 'openai',
  createOpenAI: 'openai',
  azure: 'azure',
  createAzure: 'azure',
  createOpenRouter: 'gateway',
  createGateway: 'gateway',
  createGatewayProvider: 'gateway',
  createGatewayLanguageModel: 'gateway',
  ChatOpenRouter: 'gateway',
  gateway: 'gateway',
};
const packages =
  /^(?:openai|@ai-sdk\/(?:openai|azure|gateway)|@langchain\/openai|@llamaindex\/openai|@openrouter\/ai-sdk-provider)$/;
const endpoints =
  /^(?:create|parse|stream|generate|edit|run|runTools|createAndRun|createAndPoll|chat|responses|completion|embedding|textEmbedding\w*|image\w*|speech|transcription|embeddingModel|languageModel)$/;

/** The routes that a simple reading of one file shows: those of names that are bound once, to a client with its options. */
export class JavaScriptRoutes {
  private readonly bound = new Map<string, (Node | { module: string; name: string } | undefined)[]>();

  constructor(
    program: TSESTree.Program,
    /** Whether the file mentions gateways, so that a prefix alone says nothing. */
    private readonly gateways: boolean,
    /** Whether it mentions a library that asks OpenAI itself for models with the prefix `openai/`. */
    private readonly direct: boolean,
  ) {
    simpleTraverse(program, { enter: (node) => this.note(node) });
  }

  of(literal: Node, value: string, spelled: RouteKind | undefined): RouteKind | undefined {
    if (spelled === 'azure' || spelled === 'gateway') return spelled;
    let node = literal;
    while (node.parent && /^(?:Property|ObjectExpression|TSAsExpression|TSSatisfiesExpression)$/.test(node.parent.type))
      node = node.parent;
    const call = node.parent;
    const alone = this.gateways || (value.startsWith('openai/') && !this.direct) ? undefined : spelled;
    if ((call?.type !== 'CallExpression' && call?.type !== 'NewExpression') || call.callee === node) return alone;
    if (value.startsWith('openai/') && this.module(call.callee) === 'ai' && node !== literal) return 'gateway';
    return this.made(call, 0) ?? alone;
  }

  private note(node: Node): void {
    if (node.type === 'VariableDeclarator') this.bind(node.id, node.init ?? undefined);
    else if (node.type === 'AssignmentExpression') this.bind(node.left, node.right);
    else if (node.type === 'PropertyDefinition' && node.value) {
      if (node.key.type === 'Identifier') this.add(`this.${node.key.name}`, node.value);
    } else if (node.type === 'ImportDeclaration') {
      for (const each of node.specifiers) {
        const imported =
          each.type === 'ImportSpecifier' && each.imported.type === 'Identifier' ? each.imported.name : each.local.name;
        this.add(each.local.name, { module: node.source.value, name: imported });
      }
    } else if (
      node.type === 'FunctionDeclaration' ||
      node.type === 'FunctionExpression' ||
      node.type === 'ArrowFunctionExpression'
    ) {
      for (const parameter of node.params) this.bind(parameter, undefined);
      if (node.id) this.add(node.id.name, undefined);
    } else if (node.type === 'ClassDeclaration' && node.id) this.add(node.id.name, undefined);
  }

  private bind(target: Node, value: Node | undefined): void {
    const name = path(target);
    if (name) this.add(name.join('.'), value);
    if (target.type === 'AssignmentPattern') this.bind(target.left, undefined);
    if (target.type === 'ObjectPattern')
      for (const entry of target.properties)
        this.bind(entry.type === 'Property' ? entry.value : entry.argument, undefined);
    if (target.type === 'ArrayPattern') for (const entry of target.elements) if (entry) this.bind(entry, undefined);
  }

  private add(name: string, value: Node | { module: string; name: string } | undefined): void {
    this.bound.set(name, [...(this.bound.get(name) ?? []), value]);
  }

  /** What a name is bound to, if it is bound once in the whole file. */
  private single(name: string): Node | { module: string; name: string } | undefined {
    const values = this.bound.get(name) ?? [];
    return values.length === 1 ? values[0] : undefined;
  }

  private module(callee: Node): string | undefined {
    const held = this.single(path(callee)?.[0] ?? '');
    return held && 'module' in held ? held.module : undefined;
  }

  private made(call: Call, depth: number): RouteKind | undefined {
    const names = path(call.callee);
    if (!names || depth > 6) return undefined;
    const [root = '', second] = names;
    const held = this.single(root);
    if (held && 'module' in held && packages.test(held.module)) {
      const kind = makers[held.name] ?? (held.name === 'default' ? makers[root] : undefined);
      const isNamespaced = second !== undefined && makers[second] !== undefined && /^[A-Z]/.test(second);
      const base = isNamespaced ? makers[second] : kind;
      if (base && (names.length === 1 || isNamespaced || endpoints.test(lastName(call.callee))))
        return this.configured(call, base);
    }
    if (names.length === 1 && /^(?:wrapOpenAI|observeOpenAI|Instructor)$/.test(root) && call.arguments[0])
      return this.object(call.arguments[0], depth + 1);
    if (names.includes('withOptions') || (names.length > 1 && !endpoints.test(lastName(call.callee)))) return undefined;
    for (let end = names.length; end > 0; end--) {
      const value = this.single(names.slice(0, end).join('.'));
      if (value && 'type' in value) return this.object(value, depth + 1);
    }
    return undefined;
  }

  private object(node: Node, depth: number): RouteKind | undefined {
    if (node.type === 'AwaitExpression') return this.object(node.argument, depth);
    if (node.type === 'CallExpression' || node.type === 'NewExpression') return this.made(node, depth);
    const value = this.single(path(node)?.join('.') ?? '');
    return value && 'type' in value && depth < 6 ? this.object(value, depth + 1) : undefined;
  }

  /** The route of a client with its options: a literal address decides, any other leaves it open. */
  private configured(call: Call, base: RouteKind): RouteKind | undefined {
    for (const argument of call.arguments) {
      if (argument.type === 'Literal' || argument.type === 'TemplateLiteral') continue;
      if (argument.type !== 'ObjectExpression') return undefined;
      const found = this.options(argument, base);
      if (found !== base) return found;
    }
    return base;
  }

  private options(object: TSESTree.ObjectExpression, base: RouteKind): RouteKind | undefined {
    for (const entry of object.properties) {
      if (entry.type !== 'Property') return undefined;
      const key = entry.key.type === 'Identifier' ? entry.key.name : '';
      if (/^azureOpenAI/.test(key)) return 'azure';
      if (key === 'configuration' || key === 'clientOptions') {
        if (entry.value.type !== 'ObjectExpression') return undefined;
        const inner = this.options(entry.value, base);
        if (inner !== base) return inner;
      }
      if (/^(?:baseURL|basePath|baseUrl|endpoint)$/.test(key) && base !== 'azure') {
        return entry.value.type === 'Literal' ? hostRoute(String(entry.value.value)) : undefined;
      }
    }
    return base;
  }
}

/** `client.chat.completions` or `this.client` as a list of names; nothing if a part has none. */
function path(node: Node): string[] | undefined {
  if (node.type === 'Identifier') return [node.name];
  if (node.type === 'ThisExpression') return ['this'];
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return undefined;
  const owner = path(node.object);
  return owner && [...owner, node.property.name];
}
