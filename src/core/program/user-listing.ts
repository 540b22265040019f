import {
  findNodeAtLocation,
  getNodeValue,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import * as z from 'zod/mini';
import { fieldName, fieldProblem, syntaxProblem, unknownField, type SchemaIssue } from '../words/listing-problem';
import { Speaker } from '../words/speaker';
import { pools } from './allowance';
import type { Program } from './program';
import { userListingSchema, type Listing } from './schema';

/** Something to tell a listing's author, at its place; offsets are UTF-16, `[start, end)`. */
export interface ListingProblem {
  /** With an error the listing is not used; with warnings only, it is. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** What a listing file holds. */
export interface ParsedListing {
  /** Absent if there is any error. */
  readonly listing?: Listing;
  readonly problems: readonly ListingProblem[];
}

/** How to read a listing file. */
export interface UserListingOptions {
  /** Today, `YYYY-MM-DD`, UTC. */
  readonly asOf?: string;
  /** The ids of listings that count beside this one, with what people call their files. */
  readonly others?: ReadonlyMap<string, string>;
}

/** More problems than these help nobody. */
const maxProblems = 100;

/**
 * Reads a listing of a user's own. Comments and trailing commas are allowed, as in VS Code's own files. Loads zod: import it when there is
 * a file to read.
 */
export function parseUserListing(json: string, program: Program, options: UserListingOptions = {}): ParsedListing {
  const speaker = new Speaker();
  try {
    // A byte order mark counts as an offset but is no JSON.
    return read(json.replace(/^\uFEFF/, ' '), program, options, speaker);
  } catch (error) {
    // Whoever nests brackets a thousand deep overflows the stack of any parser.
    if (!(error instanceof RangeError)) throw error;
    return { problems: [{ severity: 'error', message: speaker.say('listingDeep'), start: 0, end: 1 }] };
  }
}

function read(text: string, program: Program, { asOf, others }: UserListingOptions, speaker: Speaker): ParsedListing {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  if (errors.length || !root) return { problems: [syntaxAt(text, errors[0], speaker)] };
  const repeated = repeatedFields(root, speaker);
  const { data, error } = z.safeParse(userListingSchema, getNodeValue(root));
  const invalid = error?.issues.flatMap((issue) => problemsOf(issue, root, speaker)) ?? [];
  const found = inOrder([...repeated, ...invalid, ...takenId(root, others, speaker)]);
  // No warning where there is an error already.
  const wrong = new Set(found.map(({ start }) => start));
  const all = [...undecoded(text, speaker), ...warningsFor(root, program, asOf, speaker)];
  const warnings = inOrder(all.filter(({ start }) => !wrong.has(start)));
  const problems = [...found, ...warnings].slice(0, maxProblems);
  if (!data || found.length) return { problems };
  const listing = { ...data };
  delete listing.$schema;
  return { listing, problems };
}

function syntaxAt(text: string, error: ParseError | undefined, speaker: Speaker): ListingProblem {
  const message = syntaxProblem(error ? printParseErrorCode(error.error) : 'ValueExpected', speaker);
  const { offset = text.length, length = 0 } = error ?? {};
  // What is missing at the file's end is shown at its last character.
  const start = Math.max(0, length ? offset : text.trimEnd().length - 1);
  // The parser counts the end that an open comment lacks as two characters more.
  return { severity: 'error', message, start, end: Math.max(start + 1, Math.min(offset + length, text.length)) };
}

function problemsOf(issue: z.core.$ZodIssue, root: Node, speaker: Speaker): ListingProblem[] {
  const path = issue.path as (string | number)[];
  const node = findNodeAtLocation(root, path);
  if (issue.code === 'unrecognized_keys') {
    const fields = fieldsAt(path);
    return issue.keys.map((key) => errorAt(keyNode(node, key) ?? root, unknownField([...path, key], fields, speaker)));
  }
  const message = fieldProblem(issue as SchemaIssue, node && getNodeValue(node), speaker);
  if (node) return [errorAt(node, message, node.type === 'object' || node.type === 'array')];
  const parent = findNodeAtLocation(root, path.slice(0, -1)) ?? root;
  return [errorAt(parent, message, true)];
}

/** `opening`: mark only the bracket that opens the node, not all it holds. */
function errorAt({ offset, length }: Node, message: string, opening = false): ListingProblem {
  return { severity: 'error', message, start: offset, end: offset + (opening ? 1 : length) };
}

function keyNode(object: Node | undefined, key: string): Node | undefined {
  return object?.children?.find(({ children }) => children?.[0]?.value === key)?.children?.[0];
}

/** Fields that appear twice in one object; JSON would silently take the last. */
function repeatedFields(node: Node, speaker: Speaker, path: readonly (string | number)[] = []): ListingProblem[] {
  const keys = new Set<unknown>();
  return (node.children ?? []).flatMap((child, place) => {
    if (node.type !== 'object') return repeatedFields(child, speaker, [...path, place]);
    const [key, value] = child.children ?? [];
    const here = [...path, String(key?.value)];
    const again = key && keys.has(key.value) ? [errorAt(key, speaker.say('listingRepeated', fieldName(here)))] : [];
    keys.add(key?.value);
    return [...again, ...(value ? repeatedFields(value, speaker, here) : [])];
  });
}

/** An id that another listing has as well, so that choosing by it would be ambiguous. */
function takenId(root: Node, others: UserListingOptions['others'], speaker: Speaker): ListingProblem[] {
  const id = findNodeAtLocation(root, ['id']);
  const other = others?.get(String(id?.value));
  if (!id || other === undefined) return [];
  return [errorAt(id, speaker.say('listingIdOfOther', fieldName(['id']), JSON.stringify(id.value), other))];
}

/** The names of the fields that the schema has at a place. */
function fieldsAt(path: readonly (string | number)[]): string[] {
  let schema: unknown = userListingSchema;
  const inside = (schema: unknown): unknown =>
    schema instanceof z.ZodMiniExactOptional ? schema.def.innerType : schema;
  for (const step of path) {
    if (schema instanceof z.ZodMiniObject) schema = inside(schema.shape[String(step)]);
    else if (schema instanceof z.ZodMiniArray) schema = inside(schema.def.element);
  }
  return schema instanceof z.ZodMiniObject ? Object.keys(schema.shape) : [];
}

/** The first place that was read as U+FFFD: people would see that in the listing's title. */
function undecoded(text: string, speaker: Speaker): ListingProblem[] {
  const start = text.indexOf('\ufffd');
  if (start < 0) return [];
  return [{ severity: 'warning', message: speaker.say('listingEncoding'), start, end: start + 1 }];
}

function warningsFor(root: Node, program: Program, asOf: string | undefined, speaker: Speaker): ListingProblem[] {
  const warning = (node: Node, message: string): ListingProblem => ({ ...errorAt(node, message), severity: 'warning' });
  const date = findNodeAtLocation(root, ['date']);
  const isFuture = asOf && date?.type === 'string' && date.value > asOf;
  const future = isFuture ? [warning(date, speaker.say('listingFuture', fieldName(['date'])))] : [];
  const unknown = pools.flatMap((pool) =>
    (findNodeAtLocation(root, ['pools', pool])?.children ?? []).flatMap((node, place) => {
      if (program.models.has(String(node.value))) return [];
      const field = fieldName(['pools', pool, place]);
      const id = JSON.stringify(node.value);
      return [warning(node, speaker.say('listingUnknownModel', field, id, program.knownAsOf))];
    }),
  );
  return [...future, ...unknown];
}

function inOrder(problems: readonly ListingProblem[]): ListingProblem[] {
  return [...problems].sort((a, b) => a.start - b.start);
}
