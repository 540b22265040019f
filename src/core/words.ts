/** All sentences people read, as pure functions of findings; the messages themselves stand in `messages.ts`. */
export { comparisonMarkdown } from './words/comparison';
export { candidateTitle } from './words/candidate';
export { bindingText } from './words/binding';
export { hoverText } from './words/hover';
export { billedCallText, briefText, diagnosticText, ignoreText, shortText } from './words/problem';
export { basisText, fileText, poolText } from './words/status';
export { utcClock } from './words/reset';
export { adminKeysUrl, usageStatus, usageTroubleText, usedText } from './words/used';
