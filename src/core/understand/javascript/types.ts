import type { TSESTree } from '@typescript-eslint/typescript-estree';
import type { Route } from '../../find/reference';
import { calleeRoute } from '../../find/route';
import { unanimous } from '../agreement';
import type { Node, Tree } from './tree';
import { classAround, keyOf, memberName, unwrap } from './tree';

/**
 * The route by the declared type of the name or field at an expression's root: `client: AzureOpenAI`. `OpenAI` says nothing, since its base
 * URL may be any.
 */
export function declaredRoute(node: Node, tree: Tree): Route | undefined {
  const route = typeRoute(declaredType(node, tree));
  return route?.kind === 'openai' ? undefined : route;
}

function typeRoute(type: TSESTree.TypeNode | undefined): Route | undefined {
  if (type?.type === 'TSUnionType') return unanimous(type.types.filter((each) => !mayMiss(each)).map(typeRoute));
  if (type?.type !== 'TSTypeReference') return undefined;
  const { typeName } = type;
  const last = typeName.type === 'TSQualifiedName' ? typeName.right : typeName;
  if (last.type !== 'Identifier') return undefined;
  const route = calleeRoute(last.name);
  return route && { ...route, evidence: last.name };
}

/** Whether a type only allows for a missing value. */
export function mayMiss({ type }: TSESTree.TypeNode): boolean {
  return type === 'TSUndefinedKeyword' || type === 'TSNullKeyword';
}

/** The declared type of the name or field at an expression's root: of `client` in `client.chat`. */
function declaredType(node: Node, tree: Tree): TSESTree.TypeNode | undefined {
  for (let at = unwrap(node); ; at = unwrap(at.object)) {
    if (at.type === 'Identifier') {
      const name = tree.variableOf(at)?.defs[0]?.name;
      return name?.type === 'Identifier' ? typeOfName(name) : undefined;
    }
    if (at.type !== 'MemberExpression') return undefined;
    const owner = at.object.type === 'ThisExpression' ? classAround(at) : undefined;
    const key = memberName(at);
    for (const member of [...tree.classes.lineage(owner)].flatMap(({ body }) => body.body)) {
      const isField = member.type === 'PropertyDefinition' || member.type === 'TSAbstractPropertyDefinition';
      if (isField && keyOf(member) === key) return member.typeAnnotation?.typeAnnotation;
    }
  }
}

/** The type annotation of a declared name, or its part of the annotation of the pattern around it: `({ client }: { client: OpenAI })`. */
function typeOfName(name: TSESTree.Identifier): TSESTree.TypeNode | undefined {
  if (name.typeAnnotation) return name.typeAnnotation.typeAnnotation;
  const property = name.parent.type === 'AssignmentPattern' ? name.parent.parent : name.parent;
  if (property?.type !== 'Property' || property.parent.type !== 'ObjectPattern') return undefined;
  const whole = property.parent.typeAnnotation?.typeAnnotation;
  const members = whole?.type === 'TSTypeLiteral' ? whole.members : [];
  const key = keyOf(property);
  const own = members.find((member) => member.type === 'TSPropertySignature' && keyOf(member) === key);
  return own?.type === 'TSPropertySignature' ? own.typeAnnotation?.typeAnnotation : undefined;
}
