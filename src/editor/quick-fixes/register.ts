import * as vscode from 'vscode';
import { languages } from '../documents';
import { fixCommands } from '../ids';
import type { Services } from '../services';
import { applyFix, chooseFix } from './apply';
import { codeActionProvider, fixAllKind } from './provider';
import { changeSeverity, ignoreModel } from './settings';

/** Registers the quick fixes and the commands they run. */
export function registerQuickFixes(services: Services): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  const { QuickFix, RefactorRewrite } = vscode.CodeActionKind;
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider([...languages], codeActionProvider(services), {
      providedCodeActionKinds: [QuickFix, RefactorRewrite, fixAllKind],
    }),
    registerCommand(fixCommands.apply, applyFix),
    registerCommand(fixCommands.choose, chooseFix),
    registerCommand(fixCommands.ignoreModel, ignoreModel),
    registerCommand(fixCommands.changeSeverity, changeSeverity),
  );
}
