// What asks which model to replace, and by which; loaded with the first replacement.
import * as vscode from 'vscode';
import { choicesFor, urgencyOf } from '../../core/choices';
import { isLanguage } from '../../core/find/languages';
import { areAskedAlike, type Finding } from '../../core/findings';
import { messages } from '../../core/messages';
import { shortText } from '../../core/words';
import { Speaker } from '../../core/words/speaker';
import { tallyText } from '../../core/words/tally';
import { countsOf, gather, type Found } from '../../sidebar/groups';
import { fileOf } from '../documents';
import { inspect } from '../inspect';
import { basisOf, programOf } from '../answers';
import { pickFrom } from '../pick';
import type { Services } from '../services';
import type { Settings } from '../settings';

const { l10n, QuickPickItemKind } = vscode;

/** A model to replace, and a file that contains it, if one is known. */
interface Chosen {
  readonly model: string;
  readonly uri?: vscode.Uri;
}

/** The finding under the cursor, and its file. */
export interface UnderCursor {
  readonly finding: Finding;
  readonly uri: vscode.Uri;
}

/** The model under the cursor, or the one that the name there holds. */
export async function modelUnderCursor(services: Services): Promise<UnderCursor | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !isLanguage(editor.document.languageId)) return undefined;
  const { findings, names } = await inspect(services, editor.document);
  const at = editor.document.offsetAt(editor.selection.active);
  const finding = [...findings, ...names].find(({ reference: { start, end } }) => start <= at && at <= end);
  return finding && { finding, uri: fileOf(editor.document) };
}

/**
 * Asks for one of the workspace's models, the most urgent first; Enter alone takes the one under the cursor, wherever that is. Says so if
 * there is none.
 */
export async function chooseModel(found: readonly Found[], here?: UnderCursor): Promise<Chosen | undefined> {
  const speaker = new Speaker();
  /** By model, what is said about it, which may differ between folders, how urgent that is, and its places. */
  const models = new Map<string, { said: Set<string>; urgency: number; found: Found[] }>();
  const add = (finding: Finding, places: readonly Found[]) => {
    const { model } = finding.reference;
    const known = models.get(model) ?? { said: new Set(), urgency: Infinity, found: [] };
    known.said.add(shortText(finding));
    known.urgency = Math.min(known.urgency, urgencyOf(finding));
    known.found.push(...places);
    models.set(model, known);
  };
  for (const [, rows] of gather(found)) for (const { finding, found: places } of rows) add(finding, places);
  const current = here?.finding.reference.model;
  if (here && !models.has(here.finding.reference.model)) add(here.finding, []);
  const items = [...models]
    .sort(([, one], [, other]) => one.urgency - other.urgency)
    .map(([label, { said, found: places }]) => ({
      label,
      description: [...said].join(' · '),
      detail: tallyText(countsOf(places), speaker),
    }));
  if (!items.length) {
    const why = vscode.workspace.workspaceFolders?.length ? 'panelNoModels' : 'panelNoFolder';
    return void vscode.window.showInformationMessage(speaker.say(why));
  }
  const title = l10n.t(messages.replaceWhich);
  const chosen = await pickFrom(items, ({ label }) => label === current, { title, matchOnDescription: true });
  return chosen && { model: chosen.label, ...(here && chosen.label === current && { uri: here.uri }) };
}

/** Asks what to write instead of a model. */
export async function chooseReplacement(model: string, settings: Settings): Promise<string | undefined> {
  const program = programOf(settings);
  const [suggested, others] = choicesFor(model, program, basisOf(settings, new Date()));
  const speaker = new Speaker();
  const kind = program.models.get(model)?.kind;
  const item = (finding: Finding) => {
    const said = [shortText(finding), ...(areAskedAlike(kind, finding.kind) ? [] : [speaker.say('fixOtherKind')])];
    return { label: finding.reference.model, description: speaker.list(said) };
  };
  const separator = (label: string) => ({ label, kind: QuickPickItemKind.Separator });
  const items: vscode.QuickPickItem[] = [
    ...(suggested.length ? [separator(l10n.t(messages.replaceSuggested)), ...suggested.map(item)] : []),
    separator(l10n.t(messages.replaceOthers)),
    ...others.map(item),
  ];
  const title = l10n.t(messages.replaceBy, model);
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.label;
}
