import * as vscode from 'vscode';

/** Asks for one of several items. Enter alone takes the first that `isCurrent`; in `showQuickPick` it would take the very first. */
export function pickFrom<Item extends vscode.QuickPickItem>(
  items: readonly Item[],
  isCurrent: (item: Item) => boolean,
  options: Pick<vscode.QuickPickOptions, 'title' | 'matchOnDescription'> & { readonly placeholder?: string },
): Promise<Item | undefined> {
  const picker = vscode.window.createQuickPick<Item>();
  const active = items.find(isCurrent);
  Object.assign(picker, { items, ...options, ...(active && { activeItems: [active] }) });
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}
