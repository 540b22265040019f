import * as vscode from 'vscode';
import { messages } from '../../core/messages';
import { fileOf } from '../documents';
import { commands, fixCommands } from '../ids';
import type { Services } from '../services';
import { replaceAtOrigin } from './origin';

const { l10n } = vscode;

/** Which model is meant, by a quick fix, a line of the tree or a row of the panel. */
interface Target {
  readonly model?: unknown;
  /** What it is to be replaced by, if that has been chosen already. */
  readonly by?: unknown;
  readonly uri?: unknown;
}

/** The commands that replace a model throughout the workspace, and where a name's value is set. */
export function replaceCommands(services: Services, context: vscode.ExtensionContext) {
  const anyFile = vscode.Uri.joinPath(context.extensionUri, 'package.json');
  return {
    [commands.replaceEverywhere]: (target?: Target) => replaceEverywhere(services, anyFile, target),
    [fixCommands.replaceAtOrigin]: (uri: vscode.Uri, origin: { start: number; text: string }, by: string) =>
      replaceAtOrigin(services, uri, origin, by),
  };
}

/** Asks for what is not known yet, and applies the edit once the user has agreed to it in VS Code's preview. Undefined where nobody answers. */
async function replaceEverywhere(
  services: Services,
  anyFile: vscode.Uri,
  target: Target = {},
): Promise<boolean | undefined> {
  const { configuration, index } = services;
  const { chooseModel, chooseReplacement, modelUnderCursor } = await import('./choose');
  // Asked before waiting for a scan: the cursor may move meanwhile.
  const named = typeof target.model === 'string' ? { model: target.model, uri: target.uri } : undefined;
  const here = named ? undefined : await modelUnderCursor(services);
  // What has not been found would not be replaced. This joins a scan in progress.
  if (index.state !== 'ready') await vscode.commands.executeCommand(commands.scanWorkspace);
  if (index.state === 'idle' || index.state === 'error') {
    void vscode.window.showInformationMessage(l10n.t(messages.replaceHalfRead));
    return false;
  }
  const { findAll } = await import('../../sidebar/found');
  const chosen = named ?? (await chooseModel(await findAll(services), here));
  if (!chosen) return undefined;
  const { model, uri } = chosen;
  const active = vscode.window.activeTextEditor?.document;
  const also = uri instanceof vscode.Uri ? uri : undefined;
  const settings = await configuration.settings(also ?? (active && fileOf(active)));
  const by = typeof target.by === 'string' ? target.by : await chooseReplacement(model, settings);
  if (!by) return undefined;

  const { replacementEdit } = await import('./edit');
  const title = l10n.t(messages.replaceLooking, model);
  const built = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (_, token) => replacementEdit({ model, by, anyFile, ...(also && { also }) }, services, token),
  );
  if (!built) return false;
  const { edit, left } = built;
  if (left.size) void vscode.window.showWarningMessage(l10n.t(messages.replaceLeft, model, listed(left)));
  else if (!edit) void vscode.window.showInformationMessage(l10n.t(messages.replaceNone, model));
  if (!edit) return false;
  const { applyRefactoring } = await import('./apply');
  return applyRefactoring(edit);
}

/** The first few of some files; a message is no place for a hundred. */
function listed(files: ReadonlySet<string>): string {
  return [...files].slice(0, 5).join(', ') + (files.size > 5 ? ', …' : '');
}
