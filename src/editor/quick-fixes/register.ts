import { fixCommands } from '../ids';
import { applyFix, chooseFix } from './apply';
import { changeSeverity, ignoreModel } from './settings';

/** The commands that quick fixes run. */
export const quickFixCommands = {
  [fixCommands.apply]: applyFix,
  [fixCommands.choose]: chooseFix,
  [fixCommands.ignoreModel]: ignoreModel,
  [fixCommands.changeSeverity]: changeSeverity,
};
