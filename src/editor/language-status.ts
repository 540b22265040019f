import * as vscode from 'vscode';
import { isLanguage } from '../core/find/languages';
import { languages } from '../core/find/reference';
import { messages } from '../core/messages';
import { isLong, maxDocument } from './documents';
import { commands, section } from './ids';
import { inspect } from './inspect';
import type { Services } from './services';

/** The same as for diagnostics, in milliseconds. */
const delay = 300;

/** Sums up the active editor's file in its language status, with the tier and the newest list's date; links to the panel. */
export function registerLanguageStatus(
  services: Services,
  create = vscode.languages.createLanguageStatusItem,
): vscode.Disposable {
  const { configuration, engine, log, secondPass } = services;
  const item = create(`${section}.summary`, languages);
  item.name = 'Token Allowance';
  item.command = { command: commands.showPanel, title: vscode.l10n.t(messages.statusOpen) };
  item.text = item.name;

  let timer: NodeJS.Timeout | undefined;
  const update = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !isLanguage(document.languageId)) return;
    if (isLong(document)) {
      const { Speaker } = await engine();
      if (document !== vscode.window.activeTextEditor?.document) return;
      const speaker = new Speaker();
      item.text = speaker.say('statusLong');
      item.detail = speaker.say('statusLongDetail', speaker.number(maxDocument));
      return;
    }
    const { version } = document;
    const inspection = await inspect(services, document);
    const { summarize } = await engine();
    if (document !== vscode.window.activeTextEditor?.document || document.version !== version) return;
    const { text, detail } = summarize([...inspection.findings, ...inspection.names], inspection.settings);
    item.text = text;
    item.detail = detail;
  };
  const schedule = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => update().catch((error) => log.error(error)), delay);
  };
  const heard = (document: vscode.TextDocument): void => {
    if (document === vscode.window.activeTextEditor?.document) schedule();
  };
  schedule();
  return vscode.Disposable.from(
    item,
    configuration.onDidChange(schedule),
    secondPass.onDidChange(schedule),
    vscode.window.onDidChangeActiveTextEditor(schedule),
    vscode.workspace.onDidChangeTextDocument(({ document }) => heard(document)),
    // A change of language closes and reopens the document.
    vscode.workspace.onDidOpenTextDocument(heard),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}
