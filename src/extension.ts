import type * as vscode from 'vscode';
import { registerCommands, registerProviders } from './editor/registration';
import type { Features } from './features';
import { registerPanelViews } from './sidebar/views';

/** So long after activation come the features that nobody asks for, problems first of all; other extensions start meanwhile. In milliseconds. */
const moment = 100;

/** Registers what a person's acts reach. All that lies behind it is one piece of its own, loaded with the first such act or a moment later. */
export function activate(context: vscode.ExtensionContext): void {
  let known: Promise<Features> | undefined;
  const features = () =>
    (known ??= import('./features').then(
      ({ startFeatures }) => startFeatures(context),
      (error: unknown) => {
        // What could not be read now may be the next time.
        known = undefined;
        throw error;
      },
    ));
  const timer = setTimeout(() => void features().catch(console.error), moment);
  context.subscriptions.push(
    { dispose: () => clearTimeout(timer) },
    registerCommands(features),
    registerProviders(features),
    registerPanelViews(features),
  );
}
