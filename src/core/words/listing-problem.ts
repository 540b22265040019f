import type { MessageKey } from '../messages';
import { bundledId, modelInBoth, modelTwice } from '../program/schema';
import { similarTo } from '../similar';
import type { Speaker } from './speaker';

/** A schema's objection to a value, in the shape of zod's issues. */
export interface SchemaIssue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly expected?: string;
  readonly format?: string;
  readonly values?: readonly unknown[];
}

const types: Readonly<Record<string, MessageKey>> = {
  string: 'listingText',
  number: 'listingNumber',
  int: 'listingNumber',
  boolean: 'listingTruth',
  array: 'listingList',
  object: 'listingObject',
};

/** The fields that every listing has, with examples. */
const examples: Readonly<Record<string, string>> = {
  id: '"id": "my-list"',
  title: '"title": "My list"',
  date: '"date": "2026-09-28"',
  pools: '"pools": { "large": [], "small": [] }',
  'pools.large': '"large": []',
  'pools.small': '"small": []',
};

/** Says what is wrong with a field's value, undefined where the field is missing, and what helps. */
export function fieldProblem(issue: SchemaIssue, value: unknown, speaker: Speaker): string {
  const { code, path, message, expected = '', format, values } = issue;
  const field = path.length ? fieldName(path) : speaker.say('listingWhole');
  if (value === undefined) {
    return speaker.say('listingMissing', field, examples[path.join('.')] ?? `"${String(path.at(-1))}": …`);
  }
  if (values) return speaker.say('listingChoice', field, speaker.or(values.map((choice) => JSON.stringify(choice))));
  switch (code === 'invalid_format' ? format : code) {
    case 'invalid_type':
      return speaker.say(types[expected] ?? 'listingOther', field, message);
    case 'too_small':
      return speaker.say(typeof value === 'number' ? 'listingNumber' : 'listingEmpty', field);
    case 'too_big':
      return speaker.say('listingNumber', field);
    case 'date':
      return speaker.say('listingDate', field);
    case 'url':
      return speaker.say('listingUrl', field);
    case 'regex':
      return speaker.say(path[0] === 'id' ? 'listingId' : 'listingModel', field);
  }
  const shown = JSON.stringify(value);
  if (message === modelTwice) return speaker.say('listingTwice', field, shown);
  if (message === modelInBoth) return speaker.say('listingBoth', field, shown);
  if (message === bundledId) return speaker.say('listingIdTaken', field, shown);
  return speaker.say('listingOther', field, message);
}

/** Says that a listing has no such field at this place; `fields` are those it has. */
export function unknownField(path: readonly PropertyKey[], fields: readonly string[], speaker: Speaker): string {
  const [like] = similarTo(String(path.at(-1)), fields);
  const field = fieldName(path);
  return like ? speaker.say('listingMisspelt', field, `"${like}"`) : speaker.say('listingUnknown', field);
}

/** `"pools.large[2]"` */
export function fieldName(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`));
  return `"${steps.join('').slice(1)}"`;
}

const syntax: Readonly<Record<string, MessageKey>> = {
  ValueExpected: 'syntaxValue',
  PropertyNameExpected: 'syntaxKey',
  ColonExpected: 'syntaxColon',
  CommaExpected: 'syntaxComma',
  CloseBraceExpected: 'syntaxBrace',
  CloseBracketExpected: 'syntaxBracket',
  UnexpectedEndOfString: 'syntaxText',
  InvalidUnicode: 'syntaxText',
  InvalidEscapeCharacter: 'syntaxText',
  InvalidCharacter: 'syntaxText',
  UnexpectedEndOfComment: 'syntaxComment',
  UnexpectedEndOfNumber: 'syntaxNumber',
  InvalidNumberFormat: 'syntaxNumber',
  EndOfFileExpected: 'syntaxEnd',
};

/** Says what is wrong with JSON, by jsonc-parser's name for it. */
export function syntaxProblem(error: string, speaker: Speaker): string {
  return speaker.say('listingSyntax', speaker.say(syntax[error] ?? 'syntaxSymbol'));
}
