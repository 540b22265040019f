import { classify, namesModel } from './context';
import { applyDirectives, directiveReader } from './directives';
import { Lexer, Wanted, type Reader } from './lexer/lexer';
import type { Literal } from './lexer/literal';
import { remember } from '../remember';
import { noExtraIds, parseModelName } from './model-id';
import type { Language, LocatedReference, ModelReference } from './reference';
import { contexts } from './reference';
import { routeOf } from './route';

const knownName = remember((text) => parseModelName(text));

let shared: Lexer | undefined;

/**
 * Finds the strings of a source text whose whole value names an OpenAI model, in the text's order. Never throws: half-typed code costs
 * a line at most. Takes time linear in the text's length. References that ignore comments speak of carry the codes these silence.
 * @param extraIds ids to be found whatever their shape; see `Program.extraIds`
 */
export function findReferences(text: string, language: Language, extraIds = noExtraIds): ModelReference[] {
  return findLocated(text, language, extraIds).map(({ line: _line, column: _column, ...reference }) => reference);
}

/** The same with lines and columns. */
export function findLocated(text: string, language: Language, extraIds = noExtraIds): LocatedReference[] {
  const lexer = (shared ??= new Lexer());
  lexer.takeString(text);
  const extra = [...extraIds].some((id) => text.includes(id));
  if (!extra && !lexer.mayNameModel()) return [];
  const comments = directiveReader(text);
  const wanted = comments ? Wanted.Comments : extra ? Wanted.Literals : Wanted.Models;
  const references = findInLexer(lexer, language, wanted, extraIds, comments?.onComment);
  return comments ? applyDirectives(references, comments.directives, comments.lineOf) : references;
}

/** Finds references in the text that a lexer has taken, ignore comments unheeded; see `findReferences`. */
export function findInLexer(
  lexer: Lexer,
  language: Language,
  wanted = Wanted.Models,
  extraIds = noExtraIds,
  comment?: Reader['comment'],
): LocatedReference[] {
  const found: { reference: LocatedReference; certain: boolean; supported: boolean }[] = [];
  const literal = (each: Literal): void => {
    const text = each.value();
    const name = extraIds.size ? parseModelName(text, extraIds) : knownName(text);
    if (!name) return;
    const site = each.site(text);
    const context = classify(site);
    if (!context) return;
    const { start, end, line, column } = each.position();
    const receiver = site.name;
    const callee = site.around.find((bracket) => bracket.kind === 'call')?.callee;
    const reference: LocatedReference = {
      start,
      end,
      text,
      model: name.model,
      context,
      role: contexts[context],
      ...(receiver === undefined ? {} : { name: receiver }),
      ...(callee === undefined ? {} : { callee: withoutSpace(callee) }),
      route: routeOf(site, name.route),
      line,
      column,
    };
    found.push({ reference, certain: !name.ambiguous, supported: name.ambiguous && namesModel(site, context) });
  };
  lexer.read(language, wanted, { literal, ...(comment && { comment }) });
  // A short or wordlike id needs company: another id in the file, or a name around it that speaks of models; see `namesModel`.
  const company = found.some((candidate) => candidate.certain);
  return found
    .filter(({ certain, supported, reference }) => certain || supported || (company && reference.context !== 'label'))
    .map(({ reference }) => reference);
}

/** Chains of calls may be broken over lines. */
const withoutSpace = remember((callee) => callee.replace(/\s+/g, ''));
