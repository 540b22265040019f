// What asks which model to replace, and by which; loaded with the first replacement.
import * as vscode from 'vscode';
import { assessUse, completionsFor } from '../../core/completions';
import { isLanguage } from '../../core/find/languages';
import { isListedKind, isShutDown, type Finding } from '../../core/findings';
import { messages } from '../../core/messages';
import { candidatesFor } from '../../core/replacements';
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

/** Asks for one of the workspace's models; Enter alone takes the one under the cursor, wherever that is. Says so if there is none. */
export async function chooseModel(found: readonly Found[], here?: UnderCursor): Promise<Chosen | undefined> {
  const speaker = new Speaker();
  /** By model, what is said about it, which may differ between folders, and its places. */
  const models = new Map<string, { said: Set<string>; found: Found[] }>();
  const add = (finding: Finding, places: readonly Found[]) => {
    const { model } = finding.reference;
    const known = models.get(model) ?? { said: new Set(), found: [] };
    known.said.add(shortText(finding));
    known.found.push(...places);
    models.set(model, known);
  };
  for (const [, rows] of gather(found)) for (const { finding, found: places } of rows) add(finding, places);
  const current = here?.finding.reference.model;
  if (here && !models.has(here.finding.reference.model)) add(here.finding, []);
  const items = [...models].map(([label, { said, found: places }]) => ({
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

/** What could stand in a model's place: first what is suggested, then the other models of its kind that still answer. */
function replacementsFor(model: string, settings: Settings, now: Date): [suggested: Finding[], others: Finding[]] {
  const program = programOf(settings);
  const basis = basisOf(settings, now);
  const finding = assessUse(program, model, basis);
  const { kind } = finding;
  const kinds = kind && (isListedKind(kind) ? (['chat', 'reasoning'] as const) : [kind]);
  const living = completionsFor(program, '', basis, kinds).filter(
    (each) => each.reference.model !== model && !isShutDown(each),
  );
  const suggested = candidatesFor(finding, program).flatMap(
    (candidate) => living.find(({ reference }) => reference.model === candidate.model) ?? [],
  );
  return [suggested, living.filter((each) => !suggested.includes(each))];
}

/** Asks what to write instead of a model. */
export async function chooseReplacement(model: string, settings: Settings): Promise<string | undefined> {
  const [suggested, others] = replacementsFor(model, settings, new Date());
  const item = (finding: Finding) => ({ label: finding.reference.model, description: shortText(finding) });
  const separator = (label: string) => ({ label, kind: QuickPickItemKind.Separator });
  const items: vscode.QuickPickItem[] = [
    ...(suggested.length ? [separator(l10n.t(messages.replaceSuggested)), ...suggested.map(item)] : []),
    separator(l10n.t(messages.replaceOthers)),
    ...others.map(item),
  ];
  const title = l10n.t(messages.replaceBy, model);
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.label;
}
