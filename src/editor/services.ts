import type { LogOutputChannel } from 'vscode';
import type { WorkspaceIndex } from '../workspace/index';
import type { Analysis } from './analysis';
import type { Configuration } from './configuration';
import type * as Engine from './engine';
import type { SecondPass } from './second-pass/second-pass';

/** What the features share. Built once when the extension is activated, and loading nothing then. */
export interface Services {
  readonly log: LogOutputChannel;
  readonly configuration: Configuration;
  readonly analysis: Analysis;
  readonly secondPass: SecondPass;
  readonly index: WorkspaceIndex;
  /** Everything that knows models; the first call loads it. */
  readonly engine: () => Promise<typeof Engine>;
}
