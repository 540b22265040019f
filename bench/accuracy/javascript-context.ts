import type { TSESTree } from '@typescript-eslint/typescript-estree';
import { bareIds, nameOf } from './names';

type Node = TSESTree.Node;

const wrappers = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression', 'JSXExpressionContainer']);
const modelish = /model|llm|engine|embedd(?:er|ing)|(?:^|_)v?lm$/i;
const labels =
  /(?:^|[_-])(?:label|title|caption|placeholder|desc|description|help|hint|text|content|summary|alt|url|path|href|icon)s?$|^(?:id|key|name|value|slug|family|provider|type|group|owned_by|object|root|parent)$|display_?name|(?:Label|Title|Description|Text|Url|Path)$|[a-z]Id$/;

/** What a string is for, judged by the tree around it; nothing if it is not a value (a module's name, a directive). */
export function contextOf(literal: Node): string | undefined {
  let node = literal;
  while (node.parent && wrappers.has(node.parent.type)) {
    if (node.parent.type === 'TSSatisfiesExpression' && node.parent.expression !== node) return 'type';
    if (node.parent.type === 'TSAsExpression' && isTiktoken(node.parent.typeAnnotation)) return 'tokenizer';
    node = node.parent;
  }
  const parent = node.parent;
  if (!parent) return undefined;
  if (asserted(node)) return 'assertion';
  switch (parent.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSExternalModuleReference':
    case 'ExpressionStatement':
      return undefined;
    case 'TSLiteralType':
      return 'type';
    case 'JSXAttribute': {
      const name = String(parent.name.name);
      return (labels.test(name) && !modelish.test(name)) || /models?_?used$/i.test(name) ? 'label' : 'attribute';
    }
    case 'Property':
    case 'PropertyDefinition':
    case 'TSPropertySignature':
    case 'TSEnumMember':
    case 'MethodDefinition': {
      const key = parent.type === 'TSEnumMember' ? parent.id : parent.key;
      if (key === node) return 'key';
      if (parent.type === 'TSEnumMember') return ownerNamed(parent) ? 'model' : 'constant';
      const name = nameOfKey(key);
      const unsent = parent.type === 'Property' && sendsNothing(givenTo(parent.parent.parent));
      if (unsent) return unsent;
      if (nameOf(name.toLowerCase().replaceAll(' ', '-')) && parent.type === 'Property') return 'label';
      if (parent.type === 'PropertyDefinition') return modelish.test(name) ? 'model' : 'constant';
      if (isMetadata(parent.parent.parent)) return 'label';
      const named = byName(name, parent);
      return named === 'model' && parent.type === 'Property' && isToldOf(parent) ? 'label' : named;
    }
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' && isModel(parent.id.name) ? 'model' : 'constant';
    case 'AssignmentExpression': {
      const { left } = parent;
      const name =
        left.type === 'Identifier' ? left.name : left.type === 'MemberExpression' ? nameOfKey(left.property) : '';
      if (parent.operator !== '=') return 'fallback';
      return isModel(name) ? 'model' : 'constant';
    }
    case 'AssignmentPattern':
      return sendsNothing(givenTo(parent.parent)) ?? 'default';
    case 'BinaryExpression':
      return /^(?:[=!]==?|[<>]=?)$/.test(parent.operator)
        ? 'comparison'
        : parent.operator === 'in'
          ? 'test'
          : 'expression';
    case 'SwitchCase':
      return 'comparison';
    case 'LogicalExpression':
      return standIn(parent) ?? toldOf(parent) ?? 'fallback';
    case 'ConditionalExpression':
      return parent.test === node ? 'expression' : (standIn(parent) ?? toldOf(parent) ?? 'conditional');
    case 'MemberExpression':
      return parent.property === node ? 'key' : 'expression';
    case 'ArrayExpression':
      return 'list';
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
    case 'YieldExpression':
      return 'return';
    case 'CallExpression':
    case 'NewExpression':
      return argument(parent, node);
    default:
      return 'expression';
  }
}

function isModel(name: string): boolean {
  return modelish.test(name) && !labels.test(name) && !/models?_?used$/i.test(name);
}

/** Whether an object is given as metadata or as an example, alone, in a list or as a part: `{ metadata: { model: "gpt-4o" } }`. */
function isMetadata(owner: Node | undefined): boolean {
  if (owner?.type === 'ArrayExpression') return isMetadata(owner.parent);
  if (owner?.type !== 'Property') return false;
  const name = nameOfKey(owner.key);
  return (
    /metadata$|^meta$|_meta$|^examples?$/i.test(name) || /[a-z]Meta$/.test(name) || isMetadata(owner.parent.parent)
  );
}

function isTiktoken(type: Node): boolean {
  return type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && /^Tiktoken/.test(type.typeName.name);
}

/** Whether the keys beside a model's tell its costs or answers, and none how to ask it; never so in an argument of a call. */
function isToldOf(property: TSESTree.Property): boolean {
  const row = property.parent;
  if (row.type !== 'ObjectExpression' || givenTo(row.parent)) return false;
  const others = row.properties
    .filter((other) => other.type === 'Property')
    .filter(
      (other) => other !== property && (other.value.type !== 'Literal' || typeof other.value.value !== 'boolean'),
    );
  const keys = others.map(({ key }) => nameOfKey(key));
  if (keys.some((key) => /^(?:api_?key|base_?url|temperature|messages)$/i.test(key))) return false;
  return (
    others.some((other) => showsModel(other, property)) || keys.some((key) => tellsAnswer(words(key)) || tellsCost(key))
  );
}

/** `title: "GPT-4o mini"`; a bare id counts only if it is the model's own. */
function showsModel({ key, value }: TSESTree.Property, model: TSESTree.Property): boolean {
  if (!/^(?:name|title|label|(?:display|public)_?name)$/i.test(nameOfKey(key))) return false;
  const id = plain(value)
    .toLowerCase()
    .replace(/ *\(.*\)$/, '')
    .replaceAll(' ', '-');
  return bareIds.includes(id) ? id === plain(model.value) : nameOf(id) !== undefined;
}

function plain(node: Node): string {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : '';
}

/** The same for an expression in place of a model. */
function toldOf(expression: Node): string | undefined {
  const { parent } = expression;
  return parent?.type === 'Property' && isModel(nameOfKey(parent.key)) && isToldOf(parent) ? 'label' : undefined;
}

function tellsAnswer(key: string): boolean {
  return /^(?:response|(?:(?:avg|mean|overall|total) )?scores?|finish reason|(?:total|prompt|completion) tokens|tokens? used|(?:avg|latency|duration|elapsed|response time|processing time) ms)$/.test(
    key,
  );
}

function tellsCost(key: string): boolean {
  return (
    /\bcosts?\b|^pricing$|per ?(?:1 k|million)|(?=.*pric)(?:input|output|prompt|completion|tokens?)\b|\bprices? .*(?:input|output|tokens?)|token rates?$/.test(
      words(key),
    ) && !/max|limit|budget|track/i.test(key)
  );
}

/** A name's words in lower case, separated by spaces: of `inputCostUsd` and `input_cost_usd`, `input cost usd`. */
function words(name: string): string {
  return (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).join(' ').toLowerCase();
}

/** What a default or a branch is for if its receiver sends nothing: a function that counts, a key that shows or records. */
function standIn(expression: Node): string | undefined {
  let node = expression;
  while (node.parent && wrappers.has(node.parent.type) && node.parent.type !== 'JSXExpressionContainer')
    node = node.parent;
  const { parent } = node;
  if (parent?.type === 'CallExpression' || parent?.type === 'NewExpression')
    return sendsNothing(lastName(parent.callee));
  if (parent?.type === 'JSXExpressionContainer')
    return parent.parent.type === 'JSXAttribute' && labels.test(String(parent.parent.name.name)) ? 'label' : undefined;
  if (parent?.type !== 'Property') return undefined;
  const unsent = sendsNothing(givenTo(parent.parent.parent));
  if (unsent) return unsent;
  const name = nameOfKey(parent.key);
  if (/tokeni[sz]er|tiktoken/i.test(name)) return 'tokenizer';
  if (isMetadata(parent.parent.parent) || /models?_?used$|(?:request|response)_?model$/i.test(name)) return 'label';
  return labels.test(name) &&
    !/^(?:id|key|name|value|slug|family|provider|type|group|owned_by|object|root|parent)$/.test(name)
    ? 'label'
    : undefined;
}

function byName(name: string, property: Node): string {
  if (/deployment/i.test(name)) return 'deployment';
  if (/tokeni[sz]er|tiktoken|token_?encod|encoding_?for_?model/i.test(name)) return 'tokenizer';
  if (/^(?:gen_ai\..*model|(?:.*[._])?(?:request|response)[._]model(?:[._]name)?|responseModel)$/i.test(name))
    return 'label';
  if (/^(?:(?:azure_?)?open_?ai|api_?name|provider)$/i.test(name)) return 'model';
  if (modelish.test(name) && !/label|title|display|desc|models?_?used$/i.test(name)) return 'model';
  if (/default|fallback/i.test(name)) return 'default';
  if (/^(?:id|name)$/.test(name) && isOneModel(ownerOf(property))) return 'model';
  return !labels.test(name) && ownerNamed(property) ? 'model' : 'label';
}

/** Whether an object is assigned to a name for one model (`chatModel`) or its configuration (`MODEL_CONFIG`). */
function isOneModel(owner: Node | undefined): boolean {
  const id = owner?.type === 'VariableDeclarator' ? owner.id : owner?.type === 'Property' ? owner.key : undefined;
  return id !== undefined && / model(?: config| settings)?$/.test(` ${words(nameOfKey(id))}`);
}

/** What the object that holds a property is assigned to. */
function ownerOf(property: Node): Node | undefined {
  let owner = property.parent?.parent;
  while (owner && wrappers.has(owner.type)) owner = owner.parent;
  return owner;
}

/** Whether the object that holds a property is itself assigned to a name that is about models. */
function ownerNamed(property: Node): boolean {
  const owner = ownerOf(property);
  if (owner?.type === 'VariableDeclarator') return owner.id.type === 'Identifier' && isModel(owner.id.name);
  if (owner?.type === 'Property')
    return isModel(nameOfKey(owner.key)) || /^(?:azure_?)?open_?ai$/i.test(nameOfKey(owner.key));
  return property.type === 'TSEnumMember' && owner?.type === 'TSEnumDeclaration' && isModel(owner.id.name);
}

function nameOfKey(key: Node): string {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' ? String(key.value) : '';
}

/** The last name of a callee: `create` of `client.chat.completions.create`. */
export function lastName(callee: Node): string {
  if (callee.type === 'MemberExpression') return callee.property.type === 'Identifier' ? callee.property.name : '';
  return callee.type === 'Identifier' ? callee.name : '';
}

/** All names of a callee: `client.chat.completions.create`. */
function dotted(callee: Node): string {
  if (callee.type === 'ChainExpression') return dotted(callee.expression);
  return callee.type === 'MemberExpression' ? `${dotted(callee.object)}.${lastName(callee)}` : lastName(callee);
}

function asserted(node: Node): boolean {
  for (let at = node.parent, child = node; at; child = at, at = at.parent) {
    if (at.type === 'BlockStatement' || at.type === 'ClassBody') return false;
    // The callee holds what is tested: in `expect(f('gpt-4o')).toBe(…)` the string is an argument of `f`.
    if (at.type !== 'CallExpression' || at.callee === child) continue;
    const name = lastName(at.callee);
    if (
      /^(?:assert\w*|(?:to|not)(?:Be|Equal|StrictEqual|Contain|Match|Have|Throw)\w*|equal|deepEqual|strictEqual|eq|eql|should)$/.test(
        name,
      )
    )
      return true;
  }
  return false;
}

/** What a string given to a function of this name is for, if the function only counts, checks or reports. */
function sendsNothing(name: string): string | undefined {
  const each = words(name).split(' ');
  const together = each.join('');
  if (
    !/generat|stream/.test(together) &&
    /encodingformodel|getencoding|tokens|tokenizer|tokencount|tiktoken/.test(together)
  )
    return 'tokenizer';
  const [first = '', second] = each;
  if (second && /^supports?$/.test(first)) return 'test';
  if (/^(?:is|has|can|should)$/.test(first) && each.some((word) => word.includes('model'))) return 'test';
  const facts =
    /pricesfor|price(?:for|per|of)(?:model|token|usage)|model(?:info|capabilit|limit|budget|metadata|price)|context(?:length|window|size)/;
  const costs = each.some((word) => /^(?:costs?|pricing)$/.test(word));
  if (/^[a-z_]/.test(name) && (costs || facts.test(together))) return 'test';
  if (/^(?:Model|Token|LLM)(?:Costs?|Prices?|Pricing)$/.test(name)) return 'test';
  if (
    first === 'track' ||
    (/^(?:record|log)$/.test(first) && /^(?:usage|request|response|call|payload)s?$/.test(each.at(-1) ?? ''))
  )
    return 'expression';
  if (
    /^(?:print|log|debug|info|warn|error|setAttributes?|setPlaceholder(?:Text)?)$|(?:Error|Exception|Warning)$/.test(
      name,
    )
  )
    return 'expression';
  if (/^[A-Z]\w*(?:Log(?:Entry)?|Metadata)$/.test(name)) return 'expression';
  return each.some((word) => /^spans?$/.test(word)) ? 'expression' : undefined;
}

/** The name of the function that is called with an object, or that has a parameter. */
function givenTo(holder: Node | undefined): string {
  if (holder?.type === 'CallExpression' || holder?.type === 'NewExpression') return lastName(holder.callee);
  return holder?.type === 'FunctionDeclaration' ? (holder.id?.name ?? '') : '';
}

function argument(call: TSESTree.CallExpression | TSESTree.NewExpression, node: Node): string | undefined {
  const name = lastName(call.callee);
  const index = call.arguments.indexOf(node as TSESTree.Expression);
  if (name === 'require') return undefined;
  const unsent = sendsNothing(name);
  if (unsent) return unsent;
  if (/^(?:startsWith|endsWith|includes|indexOf|lastIndexOf|match|search|test|replace|replaceAll|split)$/.test(name))
    return call.callee.type === 'MemberExpression' ? 'test' : 'expression';
  if (/^(?:get|config|getenv|env)$/.test(name)) return index === 0 ? 'key' : (standIn(call) ?? 'fallback');
  if (/alias\w*\.(?:set|add)$|^(?:register|add|set)\w*alias$/i.test(dotted(call.callee)))
    return index ? 'label' : 'key';
  if (/^selectOptions?$/.test(name)) return 'expression';
  if (/^(?:has|delete|hasOwn|hasOwnProperty)$/.test(name) || (name === 'set' && index === 0)) return 'key';
  if (/^(?:Set|add|push|unshift|enum|picklist|oneOf|union)$/.test(name)) return 'list';
  if (name === 'literal') return 'type';
  if (index === 0 && /^_*(?:is|has|can|should)[A-Z_]/.test(name) && !/^has(?:Own|_key)/.test(name)) return 'test';
  if (/^(?:get|query|find)(?:All)?By(?:Text|Role|Label|TestId|Title|Display|Placeholder)/.test(name))
    return 'expression';
  if (/^(?:retrieve|del|delete)$/.test(name) && /\bmodels\.\w+$/.test(dotted(call.callee))) return 'key';
  if (/^(?:trace|write|describe|it|join)$/.test(name)) return 'expression';
  if (/^(?:on)?(?:[sS]et|[sS]elect|[uU]pdate)[A-Z_]/.test(name) && isClicked(call)) return 'list';
  return 'argument';
}

/** `onClick={() => setModel("gpt-4o")}` */
function isClicked({ parent: handler }: Node): boolean {
  if (handler?.type !== 'ArrowFunctionExpression' || handler.parent.type !== 'JSXExpressionContainer') return false;
  const attribute = handler.parent.parent;
  return attribute.type === 'JSXAttribute' && /^on[A-Z]/.test(String(attribute.name.name));
}

/** The names that receive or call a value, up to its statement. */
export function namesAround(node: Node): string[] {
  const names: string[] = [];
  for (let at = node.parent, child = node; at; child = at, at = at.parent) {
    if (at.type === 'Property' && at.key !== child) names.push(nameOfKey(at.key));
    if (at.type === 'PropertyDefinition') names.push(nameOfKey(at.key));
    if (at.type === 'TSEnumMember') names.push(nameOfKey(at.id));
    if (at.type === 'TSPropertySignature') names.push(nameOfKey(at.key));
    if (at.type === 'TSTypeAliasDeclaration') names.push(at.id.name);
    if (at.type === 'JSXAttribute') names.push(String(at.name.name));
    if (at.type === 'VariableDeclarator' && at.id.type === 'Identifier') names.push(at.id.name);
    if (at.type === 'AssignmentExpression') names.push(lastName(at.left));
    if (at.type === 'CallExpression' || at.type === 'NewExpression') names.push(dotted(at.callee));
    if (at.type === 'BinaryExpression') names.push(lastName(at.left), lastName(at.right));
    if (at.type === 'BlockStatement' || at.type === 'ClassBody' || at.type === 'Program') break;
  }
  return names;
}

/** Where the object, enumeration, class or block begins of which a value is an entry. */
export function tableOf({ parent }: Node): number | null {
  if (parent?.type === 'VariableDeclarator') return parent.parent.parent.range[0];
  const isEntry =
    parent?.type === 'Property' || parent?.type === 'PropertyDefinition' || parent?.type === 'TSEnumMember';
  return isEntry ? parent.parent.range[0] : null;
}
