// The one way to these for the extension host's code: the bundler then keeps them in one piece. Imported one by one, they make the engine
// load four more files, half a millisecond each.
export { comparisonMarkdown } from './words/comparison';
export { bindingText, boundProblemText } from './words/binding';
export { adviceText, candidateTitle } from './words/candidate';
export { hoverText, ignoredText } from './words/hover';
export { billedCallText, briefText, diagnosticText, ignoreText, shortText } from './words/problem';
export { basisText, fileText, poolText } from './words/status';
export { utcClock } from './words/reset';
export { adminKeysUrl, usageStatus, usageTroubleText, usedText } from './words/used';
