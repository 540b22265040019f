import type * as vscode from 'vscode';
import { registerCommands, registerProviders } from './editor/registration';
import type { Features } from './features';
import { registerPanelViews } from './sidebar/views';

/** How long after activation, in milliseconds, the features load that nobody asked for, problems above all: other extensions start first. */
const delay = 100;

/** Registers everything that a user can reach. What is behind it is one bundle, loaded on the first use or a moment later. */
export function activate(context: vscode.ExtensionContext): void {
  let started: Features | undefined;
  // What cannot be loaded now may load the next time.
  const features = async () => {
    const { startFeatures } = await import('./features');
    return (started ??= startFeatures(context));
  };
  const timer = setTimeout(() => void features().catch(console.error), delay);
  context.subscriptions.push(
    { dispose: () => clearTimeout(timer) },
    registerCommands(features),
    registerProviders(features),
    registerPanelViews(features),
  );
}
