// The one entry to everything that knows models: the listings and the finder. Features `import()` it when they first have something to do,
// so that activation loads none of it.
export { directiveCompletionsAt } from '../core/find/directive-completion';
export { withIgnoredCodes } from '../core/find/directives';
export { isBilledCall, isShutDown } from '../core/findings';
export { isTestPath } from '../core/find/test-path';
export { allowanceFor, usageTiers } from '../core/program/allowance';
export { countUsed } from '../core/program/used';
export {
  adminKeysUrl,
  boundProblemText,
  briefText,
  poolText,
  shortText,
  usageStatus,
  usageTroubleText,
  usedText,
  utcClock,
} from '../core/words';
export { Speaker } from '../core/words/speaker';
export { computeReports } from './diagnostics/computer';
export {
  explain,
  explainBinding,
  findIn,
  judge,
  modelsAt,
  programOf,
  severitySetting,
  sourceIn,
  summarize,
} from './answers';
export {
  ignoreFixes,
  misspeltFix,
  originFixes,
  pinFixes,
  removalFix,
  removalsFix,
  replacementFixes,
} from './quick-fixes/fixes';
