// What asks which model to replace, and by which; loaded with the first replacement.
import * as vscode from 'vscode';
import { completionsFor, type Completion } from '../../core/completions';
import { assess, isListedKind, type Finding } from '../../core/findings';
import { messages } from '../../core/messages';
import { candidatesFor } from '../../core/replacements';
import { shortText } from '../../core/words';
import { Speaker } from '../../core/words/speaker';
import { tallyText } from '../../core/words/tally';
import { countsOf, gather, type Found } from '../../sidebar/groups';
import { basisOf, programOf } from '../judge';
import type { Settings } from '../settings';

const { l10n, QuickPickItemKind } = vscode;

/** Asks for one of the workspace's models; says so where there is none. */
export async function chooseModel(found: readonly Found[]): Promise<string | undefined> {
  const speaker = new Speaker();
  const models = new Map<string, { finding: Finding; found: Found[] }>();
  for (const [, rows] of gather(found))
    for (const { finding, found: places } of rows) {
      const { model } = finding.reference;
      const known = models.get(model);
      models.set(model, { finding: known?.finding ?? finding, found: [...(known?.found ?? []), ...places] });
    }
  const items = [...models].map(([label, { finding, found: places }]) => ({
    label,
    description: shortText(finding),
    detail: tallyText(countsOf(places), speaker),
  }));
  if (!items.length) {
    const why = vscode.workspace.workspaceFolders?.length ? 'panelNoModels' : 'panelNoFolder';
    return void vscode.window.showInformationMessage(speaker.say(why));
  }
  const title = l10n.t(messages.replaceWhich);
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.label;
}

/** What could stand in a model's place: first what is suggested, then the other models of its kind that still answer. */
function replacementsFor(
  model: string,
  settings: Settings,
  now: Date,
): [suggested: Completion[], others: Completion[]] {
  const program = programOf(settings);
  const basis = basisOf(settings, now);
  const reference = {
    start: 0,
    end: 0,
    text: model,
    model,
    context: 'model',
    role: 'use',
    route: { kind: 'unknown' },
  } as const;
  const finding = assess(program, reference, basis);
  const { kind } = finding;
  const kinds = kind && (isListedKind(kind) ? (['chat', 'reasoning'] as const) : [kind]);
  const living = completionsFor(program, '', basis, kinds).filter((each) => each.model !== model && !each.shutDown);
  const suggested = candidatesFor(finding, program).flatMap(
    (candidate) => living.find((each) => each.model === candidate.model) ?? [],
  );
  return [suggested, living.filter((each) => !suggested.includes(each))];
}

/** Asks what to write instead of a model. */
export async function chooseReplacement(model: string, settings: Settings): Promise<string | undefined> {
  const [suggested, others] = replacementsFor(model, settings, new Date());
  const item = ({ model: label, finding }: Completion) => ({ label, description: shortText(finding) });
  const separator = (label: string) => ({ label, kind: QuickPickItemKind.Separator });
  const items: vscode.QuickPickItem[] = [
    ...(suggested.length ? [separator(l10n.t(messages.replaceSuggested)), ...suggested.map(item)] : []),
    separator(l10n.t(messages.replaceOthers)),
    ...others.map(item),
  ];
  const title = l10n.t(messages.replaceBy, model);
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.label;
}
