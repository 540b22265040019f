import * as vscode from 'vscode';

/** Asks for one of some items. The first that `holds` now is where Enter alone leads; `showQuickPick` would have it lead to the first of all. */
export function pickFrom<Item extends vscode.QuickPickItem>(
  items: readonly Item[],
  holds: (item: Item) => boolean,
  { title, placeholder = '' }: { readonly title: string; readonly placeholder?: string },
): Promise<Item | undefined> {
  const picker = vscode.window.createQuickPick<Item>();
  Object.assign(picker, { items, title, placeholder, activeItems: items.filter(holds).slice(0, 1) });
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
