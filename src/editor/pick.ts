import * as vscode from 'vscode';

/** Asks for one of some items. The first that `holds` now is where Enter alone leads; `showQuickPick` would have it lead to the first of all. */
export function pickFrom<Item extends vscode.QuickPickItem>(
  items: readonly Item[],
  holds: (item: Item) => boolean,
  options: Pick<vscode.QuickPickOptions, 'title' | 'matchOnDescription'> & { readonly placeholder?: string },
): Promise<Item | undefined> {
  const picker = vscode.window.createQuickPick<Item>();
  const active = items.find(holds);
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
