import { Disposable, window } from 'vscode';
import { panelEditor, panelView } from '../editor/ids';
import type { LoadFeatures } from '../editor/registration';

/** Registers the allowance panel: the view in the sidebar, and its page as an editor, which VS Code brings back after a reload. */
export function registerPanelViews(features: LoadFeatures): Disposable {
  const { registerWebviewPanelSerializer, registerWebviewViewProvider } = window;
  return Disposable.from(
    registerWebviewViewProvider(panelView, {
      resolveWebviewView: async (view) => (await features()).panel.fill(view),
    }),
    registerWebviewPanelSerializer(panelEditor, {
      deserializeWebviewPanel: async (panel) => (await features()).panel.adopt(panel),
    }),
  );
}
