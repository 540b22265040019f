import { isAskedInTurn, isEntry, isInCatalogue, isKeptAnswer, isSet } from './catalogue';
import { isClass, isKeeper } from './callees';
import { classify, namesModel } from './context';
import { applyDirectives, directiveReader } from './directives';
import { sharedLexer, Wanted, type Lexer } from './lexer/lexer';
import type { Literal, Position } from './lexer/literal';
import type { Site } from './lexer/site';
import { remember } from '../remember';
import { noExtraIds, parseModelName } from './model-id';
import { isKept, isLabel, isModelName } from './receivers';
import { markTables } from './table';
import type { Context, Language, LocatedReference, ModelReference, Route } from './reference';
import { contexts } from './reference';
import { replacedName, routeOf } from './route';

const knownName = remember((text) => parseModelName(text));

/**
 * Finds the strings of a source text whose whole value names an OpenAI model, in the text's order. Never throws: half-typed code costs a
 * line at most. Takes time linear in the text's length. References that ignore comments apply to carry the codes these silence.
 * @param extraIds ids to be found whatever their shape; see `Program.extraIds`
 */
export function findReferences(text: string, language: Language, extraIds = noExtraIds): ModelReference[] {
  return findLocated(text, language, extraIds).map(({ line: _line, column: _column, ...reference }) => reference);
}

/** The same with lines and columns. */
export function findLocated(text: string, language: Language, extraIds = noExtraIds): LocatedReference[] {
  const lexer = sharedLexer();
  lexer.takeString(text);
  const extra = [...extraIds].some((id) => text.includes(id));
  if (!extra && !lexer.mayNameModel()) {
    lexer.release();
    return [];
  }
  const comments = directiveReader(text);
  const wanted = comments ? Wanted.Comments : extra ? Wanted.Literals : Wanted.Models;
  const finder = new Finder(extraIds);
  lexer.read(language, wanted, { literal: finder.look, ...(comments && { comment: comments.onComment }) });
  const references = finder.references();
  return comments ? applyDirectives(references, comments.directives, comments.lineOf) : references;
}

/** Finds references in the text that a lexer has taken, without regard to ignore comments; see `findReferences`. */
export function findInLexer(lexer: Lexer, language: Language): LocatedReference[] {
  const finder = new Finder(noExtraIds);
  lexer.read(language, Wanted.Models, { literal: finder.look });
  return finder.references();
}

/** How the code around a string uses it. */
interface Usage {
  readonly context: Context;
  readonly name: string | undefined;
  readonly callee: string | undefined;
}

/** Looks at one text's literals. */
class Finder {
  readonly #found: { reference: LocatedReference; certain: boolean; supported: boolean }[] = [];
  /** The last literal's site and usage: in a list they are the next one's, too. */
  #site: Site | undefined;
  #usage: Usage | undefined;
  /** The route that the last one's own name tells. */
  #named: Route | undefined;
  #route: Route | undefined;
  #replaced: string | undefined;

  constructor(private readonly extraIds: ReadonlySet<string>) {}

  readonly look = (literal: Literal): void => {
    const text = literal.value();
    const name = this.extraIds.size ? parseModelName(text, this.extraIds) : knownName(text);
    if (!name) return;
    const site = literal.site();
    if (site !== this.#site) this.#usage = usageAt(site);
    const usage = this.#usage && corrected(this.#usage, site, literal);
    const replaced = usage?.context === 'fallback' ? replacedName(literal.lead()) : undefined;
    if (site !== this.#site || name.route !== this.#named || replaced !== this.#replaced)
      this.#route = routeOf(site, name.route, replaced);
    this.#replaced = replaced;
    this.#site = site;
    this.#named = name.route;
    if (!usage) return;
    const model = inParts(text, literal) ?? name.model;
    const reference = referenceOf(literal.position(), text, model, usage, this.#route ?? name.route);
    const supported = name.ambiguous && namesModel(site, usage.context, literal.line());
    this.#found.push({ reference, certain: !name.ambiguous, supported });
  };

  /** A short or wordlike id needs company: another id in the file, or a name around it that speaks of models; see `namesModel`. */
  references(): LocatedReference[] {
    const company = this.#found.some((candidate) => candidate.certain);
    const kept = this.#found
      .filter(({ certain, supported, reference }) => certain || supported || (company && !isLabelled(reference)))
      .map(({ reference }) => reference);
    markTables(kept);
    return kept;
  }
}

/** Whether a string is only a label, or a variable's or attribute's that is called one: `event_id = "o1"`. */
function isLabelled({ context, name = '' }: ModelReference): boolean {
  return context === 'label' || (context === 'constant' && isLabel(name));
}

/** The model that Weaviate's configuration names in parts: `{ model: "ada", modelVersion: "002" }` is `text-embedding-ada-002`. */
function inParts(text: string, literal: Literal): string | undefined {
  if (text !== 'ada') return undefined;
  const [, , version] = /^,\s*(["']?)modelVersion\1\s*:\s*["'](\d{3})["']/.exec(literal.rest()) ?? [];
  return version && knownName(`text-embedding-ada-${version}`)?.model;
}

function usageAt(site: Site): Usage | undefined {
  const context = classify(site);
  if (!context) return undefined;
  const callee = site.around.find((bracket) => bracket.kind === 'call')?.callee;
  return { context, name: site.name, callee: callee && withoutSpace(callee) };
}

/** A usage corrected by the code beside the string: a row of a price table asks no model, nor does a tokenizer's name. */
function corrected(usage: Usage, site: Site, literal: Literal): Usage {
  if (site.after === 'as' && /^\s*as\s+Tiktoken/.test(literal.rest())) return { ...usage, context: 'tokenizer' };
  if (usage.context === 'label' && (isOpened(site, literal) || isSetting(site, literal)))
    return { ...usage, context: 'model' };
  if (usage.context === 'list') return isRequested(site, literal) ? { ...usage, context: 'model' } : usage;
  return isTold(usage, site, literal) ? { ...usage, context: 'label' } : usage;
}

/** Whether a label is the address of a realtime session, which asks for its model as it is opened: `{ wsUrl: "wss://…?model=gpt-realtime" }`. */
function isOpened({ name = '', around }: Site, literal: Literal): boolean {
  return /(?:ur[il]|endpoint)$/i.test(name) && /^(?:wss|https):/.test(literal.value()) && !isKept(around);
}

/** Whether a label calls settings by the model that is asked with them. Devices, which have a temperature, too, may be called `o1`. */
function isSetting(site: Site, literal: Literal): boolean {
  const { name = '', around } = site;
  if (!/^(?:id|name)$/.test(name) || around[0]?.kind !== 'object' || isKept(around)) return false;
  return knownName(literal.value())?.ambiguous === false && isSet(literal.value(), beside(site, literal));
}

/** Whether what looks like a list's element is sent: one of OpenRouter's `models`, or a form field in Python's notation, `(None, "whisper-1")`. */
function isRequested(site: Site, literal: Literal): boolean {
  const [inner, outer] = site.around;
  if (outer?.kind !== 'object') return false;
  const { name = '' } = outer;
  if (inner?.kind === 'list') return name === 'models' && isAskedInTurn(beside(site, literal, 1));
  return isModelName(name) && /\(\s*None\s*,\s*$/.test(literal.lead());
}

/** What stands beside a string in the bracket around it, or in the one around that. */
function beside({ language }: Site, literal: Literal, level: 0 | 1 = 0) {
  return { language, lead: literal.inBracket(level), rest: literal.rest() };
}

function isTold(usage: Usage, site: Site, literal: Literal): boolean {
  if (isSaid(usage, site, literal)) return true;
  if (mayBeRow(usage, site)) return isInCatalogue(literal.value(), beside(site, literal), keyOfRow(site));
  if (usage.context === 'argument')
    return site.after === ',' && isEntry(literal.value(), { language: site.language, rest: literal.rest() });
  const [inner] = site.around;
  if (site.name === undefined || !saysModel(usage) || (inner?.kind !== 'object' && inner?.kind !== 'call'))
    return false;
  return isKeptAnswer(inner.kind, isClass(inner.callee ?? ''), beside(site, literal));
}

/**
 * A text up to where a value is filled in after a word or a tag, by language: in an address, a document or a query the value follows a
 * mark, in a command an option. What tags a template may run it.
 */
const sentence = {
  javascript: /(?:^|[^\w$`])`[^`]*(?:>|[^\s=,](?<!\s--?[\w-]+)\s)\$\{[^`{}]*$/,
  python: /[fF][rR]?("""|'''|["'])(?:(?!\1)[^])*(?:>|[^\s=,](?<!\s--?[\w-]+)\s)\{[^{}]*$/,
};

/** Whether a fallback for another model is a part of a sentence, which only shows it: `Using the model ${model ?? "gpt-4o"}`. */
function isSaid({ context }: Usage, { language, before, around: [inner, outer] }: Site, literal: Literal): boolean {
  if (context !== 'fallback' && context !== 'conditional') return false;
  // The default of `f"Using {options.get('model', 'gpt-4o')}"` goes where the value that is read goes.
  const holder = before === ',' ? outer : inner;
  return holder?.kind === 'group' && sentence[language].test(literal.lead());
}

/**
 * Whether an object names a model, or a fallback for one: an argument of a call that does not store rows may make something that is asked,
 * unless it is passed under a name.
 */
function mayBeRow(usage: Usage, { around: [inner, outer] }: Site): boolean {
  if (inner?.kind !== 'object') return false;
  if (outer?.kind === 'call' && !isKeeper(outer.callee ?? '') && (outer.index === 0 || outer.name)) return false;
  return saysModel(usage);
}

/** The key under which a table has the object around a string. */
function keyOfRow({ around: [, outer] }: Site): string | undefined {
  return outer?.kind === 'object' ? outer.name : undefined;
}

/** Whether something is called a model, or is a fallback for one. */
function saysModel({ context, name = '' }: Usage): boolean {
  // A recommended model will be asked, whatever it costs: `{ score: 20, recommendedModel: "gpt-5-mini" }`.
  if (context === 'model') return !/recommended|suggested/i.test(name);
  return (context === 'fallback' || context === 'conditional') && isModelName(name);
}

function referenceOf(
  { start, end, line, column }: Position,
  text: string,
  model: string,
  { context, name, callee }: Usage,
  route: Route,
): LocatedReference {
  const role = contexts[context];
  // Property by property: spreading costs the compiler more than all the rest of a scan.
  const reference: { -readonly [Key in keyof LocatedReference]: LocatedReference[Key] } = {
    start,
    end,
    text,
    model,
    context,
    role,
    route,
    line,
    column,
  };
  if (name !== undefined) reference.name = name;
  if (callee !== undefined) reference.callee = callee;
  return reference;
}

/** Chains of calls may be broken over lines. */
const withoutSpace = remember((callee) => callee.replace(/\s+/g, ''));
