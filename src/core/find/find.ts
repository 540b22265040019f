import { classify, namesModel } from './context';
import { applyDirectives, directiveReader } from './directives';
import { lex } from './lexer/lex';
import type { OnLiteral } from './lexer/lexer';
import { mayBeModelName, noExtraIds, parseModelName } from './model-id';
import { Candidates } from './prefilter';
import type { Language, ModelReference } from './reference';
import { contexts } from './reference';
import { routeOf } from './route';

/**
 * Finds the strings of a source text whose whole value names an OpenAI model, in the text's order. Never throws: half-typed code costs
 * a line at most. Takes time linear in the text's length. References that ignore comments speak of carry the codes these silence.
 * @param extraIds ids to be found whatever their shape; see `Program.extraIds`
 */
export function findReferences(text: string, language: Language, extraIds = noExtraIds): ModelReference[] {
  const candidates = new Candidates(text, extraIds);
  if (candidates.next(0) === Infinity) return [];
  const found: { reference: ModelReference; certain: boolean; supported: boolean }[] = [];
  const isExtra = (start: number, end: number) => extraIds.size > 0 && extraIds.has(text.slice(start, end));
  const onLiteral: OnLiteral = (lexer, start, end, value) => {
    if (value === undefined && !mayBeModelName(text, start, end) && !isExtra(start, end)) return;
    const whole = value ?? text.slice(start, end);
    const name = parseModelName(whole, extraIds);
    if (!name) return;
    const site = lexer.site(start, end, whole);
    const context = classify(site);
    if (!context) return;
    const receiver = site.name;
    const callee = site.around.find((bracket) => bracket.kind === 'call')?.callee?.replace(/\s+/g, '');
    const reference: ModelReference = {
      start,
      end,
      text: whole,
      model: name.model,
      context,
      role: contexts[context],
      ...(receiver === undefined ? {} : { name: receiver }),
      ...(callee === undefined ? {} : { callee }),
      route: routeOf(site, name.route),
    };
    found.push({ reference, certain: !name.ambiguous, supported: name.ambiguous && namesModel(site, context) });
  };
  const reader = directiveReader(text);
  lex(text, language, onLiteral, reader?.onComment, candidates);
  // A short or wordlike id needs company: another id in the file, or a name around it that speaks of models; see `namesModel`.
  const company = found.some((candidate) => candidate.certain);
  const references = found
    .filter(({ certain, supported, reference }) => certain || supported || (company && reference.context !== 'label'))
    .map(({ reference }) => reference);
  return reader ? applyDirectives(references, reader.directives, reader.lineOf) : references;
}
