/** Every sentence people read, in English. `{0}`, `{1}` … are filled in; a translation may reorder them. */
export const messages = {
  poolLarge: 'large',
  poolSmall: 'small',

  covered: 'Covered: {0} pool, {1} tokens a day at usage tier {2}',
  coveredShared: '(shared by all {0} models and the whole organization).',
  alias: '{0} stands for {1}.',
  aliasInferred: '{0} is taken to stand for {1} (inferred).',
  listedBy: 'Listed by {0}.',
  listedInPool: '{0} in the {1} pool',
  hostedTools: 'This call passes hosted tools ({0}): their use is billed, whatever the model.',
  fineTuningPurpose: 'Fine-tuning jobs are billed, whatever the model.',
  evalsPurpose: 'Evals are billed, whatever the model.',
  bindingHere: '{0} holds {1}, set in line {2}.',
  bindingImported: '{0} holds {1}, imported from {2}.',
  conditions: 'Free only for requests to OpenAI itself, from a project that {0}; the code does not show that.',
  sharesTraffic: 'shares its traffic',

  notCovered: 'Not covered: billed at normal rates.',
  notInPools: 'Not part of either pool.',
  notListedBy: 'Not listed by {0}.',
  listedElsewhere: 'Not chosen in the settings: {0}, with this model in the {1} pool.',
  noListing: 'The chosen listing does not exist, so nothing counts as covered.',
  kindNotListed: 'Only chat and reasoning models have been listed so far.',
  openWeights: 'An open-weight model, usually run on other hosts.',
  lookAlike: '{0} begins like {1}, but is another model and is not covered.',
  listsGrow: 'A list newer than {0} may have it.',

  fineTuned: 'Not covered: fine-tuned models are billed at normal rates.',
  fineTunedBase: 'The base, {0}, is covered; a fine-tune of it is not.',
  fineTunedOtherBase: 'The base, {0}, is not covered either.',
  fineTunedRule: 'The {0} leave out every fine-tuned model.',
  rules: 'rules',

  otherRoute: 'Not covered: this goes to {0}, not to OpenAI.',
  otherRouteEvidence: 'Not covered: this goes to {0} ({1}), not to OpenAI.',
  azure: 'Azure',
  otherHost: 'another host',
  otherRouteRule:
    'By the {0}, free tokens are for traffic that projects share with OpenAI; other hosts are taken to be excluded.',
  otherRouteCovered: 'Sent to OpenAI, {0} would be covered: {1} pool.',
  otherRouteNotCovered: 'Sent to OpenAI, {0} would not be covered either.',

  unknownModel: 'Unknown model: {0} is known to no list as of {1}; check the spelling.',
  unknownBilled: 'Only ids on a list are covered; if the model exists, it is billed at normal rates.',

  shutDown: 'Shut down on {0}: requests fail.',
  shuttingDown: 'Shuts down on {0}, {1}.',
  replacementSamePool: "OpenAI's replacement, {0}, is covered, from the same pool.",
  replacementOtherPool: "OpenAI's replacement, {0}, is covered, but from the {1} pool.",
  replacementOtherPoolTokens: "OpenAI's replacement, {0}, is covered, but from the {1} pool: {2} tokens a day.",
  replacementCovered: "OpenAI's replacement, {0}, is covered: {1} pool.",
  replacementNotCovered: "OpenAI's replacement, {0}, is not covered: billed at normal rates.",
  replacementNeither: "OpenAI's replacement, {0}, is not covered either.",
  replacementGone: "OpenAI's replacement, {0}, is shut down too.",
  replacementVia: '{0} (by way of {1}, shut down too)',
  replacementEnds: 'It shuts down on {0} itself.',

  problemNotListed: '{0} is on no list of complimentary tokens (newest: {1}): billed at normal rates.',
  problemNotInPools: '{0} is on no list of complimentary tokens (newest: {1}).',
  problemLookAlike: 'It begins like {0}, but is another model.',
  problemFineTuned: 'Fine-tuned models are not covered by the complimentary tokens: billed at normal rates.',
  problemOtherRoute: 'This goes to {0}, not to OpenAI: not covered by the complimentary tokens.',
  problemOtherRouteEvidence: 'This goes to {0} ({1}), not to OpenAI: not covered by the complimentary tokens.',
  problemUnknownModel: '{0} is known to no list as of {1}; check the spelling.',
  problemShutDown: '{0} was shut down on {1}: requests fail.',
  problemShuttingDown: '{0} shuts down on {1}.',

  ignoreUnneeded: 'Unneeded: there is nothing here for this comment to ignore.',

  fixReplace: 'Replace by {0} ({1})',
  fixSpelling: 'Correct to {0} ({1})',
  fixPin: 'Pin to the snapshot {0} ({1})',
  fixUnpin: 'Follow the alias {0} ({1})',
  fixNamed: "OpenAI's replacement",
  fixNamedVia: "OpenAI's replacement by way of {0}",
  fixPool: '{0} pool',
  fixOtherPool: '{0} pool instead of {1}',
  fixBilled: 'not covered: billed at normal rates',
  fixNotCovered: 'not covered',
  fixEnds: 'shuts down on {0}',

  shortCovered: 'covered, {0} pool',
  shortNotListed: 'not covered',
  shortFineTuned: 'fine-tuned, not covered',
  shortOtherRoute: 'goes to {0}, not covered',
  shortUnknownModel: 'unknown model',
  shortShutDown: '{0}; shut down on {1}',
  shortShuttingDown: '{0}; shuts down on {1}',

  hoursMinutes: '{0} h {1} min',
  hours: '{0} h',
  minutes: '{0} min',
  reset: 'Resets in {0}, at {1} (00:00 UTC)',
} as const;

export type MessageKey = keyof typeof messages;

/** Puts `args` into a message, in the reader's language; has the shape of `vscode.l10n.t`. */
export type Translate = (message: string, ...args: string[]) => string;

/** English: fills in the placeholders, each once and in one pass, so that an argument is never read as a message. */
export const english: Translate = (message, ...args) =>
  message.replace(/\{(\d+)\}/g, (placeholder, index) => args[Number(index)] ?? placeholder);
