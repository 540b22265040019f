// Names that package.json declares and the code uses; a test holds them together.

/** The section all settings live in. */
export const section = 'tokenAllowance';

/** The webview view with the allowance. */
export const panelView = 'tokenAllowance.panel';

export const commands = {
  scanWorkspace: 'tokenAllowance.scanWorkspace',
  showPanel: 'tokenAllowance.showPanel',
  chooseUsageTier: 'tokenAllowance.chooseUsageTier',
} as const;
