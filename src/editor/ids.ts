// Names that package.json declares and the code uses; a test keeps them in step.

/** The section all settings live in. */
export const section = 'tokenAllowance';

/** The webview view with the allowance. */
export const panelView = 'tokenAllowance.panel';

/** The tree of models below it. */
export const modelTreeView = 'tokenAllowance.models';

/** The same page as an editor. */
export const panelEditor = 'tokenAllowance.panelEditor';

/** The walkthrough of the first five minutes. */
export const walkthrough = 'start';

export const commands = {
  scanWorkspace: 'tokenAllowance.scanWorkspace',
  showPanel: 'tokenAllowance.showPanel',
  openPanelAsEditor: 'tokenAllowance.openPanelAsEditor',
  openWalkthrough: 'tokenAllowance.openWalkthrough',
  openExample: 'tokenAllowance.openExample',
  chooseUsageTier: 'tokenAllowance.chooseUsageTier',
  createListing: 'tokenAllowance.createListing',
  compareListings: 'tokenAllowance.compareListings',
  replaceEverywhere: 'tokenAllowance.replaceEverywhere',
  filterTree: 'tokenAllowance.filterTree',
  filterTreeActive: 'tokenAllowance.filterTreeActive',
  openPlace: 'tokenAllowance.openPlace',
  copyModel: 'tokenAllowance.copyModel',
  ignoreTreeModel: 'tokenAllowance.ignoreTreeModel',
  reportTreeModel: 'tokenAllowance.reportTreeModel',
  connectUsage: 'tokenAllowance.connectUsage',
  refreshUsage: 'tokenAllowance.refreshUsage',
  disconnectUsage: 'tokenAllowance.disconnectUsage',
} as const;

/** Commands that quick fixes run; they take arguments, so the palette does not show them. */
export const fixCommands = {
  apply: 'tokenAllowance.applyFix',
  choose: 'tokenAllowance.chooseFix',
  ignoreModel: 'tokenAllowance.ignoreModel',
  changeSeverity: 'tokenAllowance.changeSeverity',
  replaceAtOrigin: 'tokenAllowance.replaceAtOrigin',
} as const;

type ValueOf<T> = T[keyof T];

/** Every command there is. */
export type CommandId = ValueOf<typeof commands> | ValueOf<typeof fixCommands>;

/** The one fix-all's name below VS Code's `source.fixAll`. */
export const fixAllName = 'tokenAllowance';

/** Characters that open a string, or continue an id or an ignore comment: in strings and comments VS Code asks for completions after no others. */
export const completionTriggers = ['"', "'", '`', '-', '/', ':', '['] as const;
