import * as vscode from 'vscode';
import type { MessageKey } from '../core/messages';
import { Speaker } from '../core/words/speaker';
import type { Place } from './protocol';

/** Opens a place in its editor with the model's name selected; a notebook at its cell. */
export async function openPlace({
  uri,
  line,
  column,
  length,
  cell,
}: Omit<Place, 'path' | 'role' | 'inTest'>): Promise<void> {
  const file = vscode.Uri.parse(uri, true);
  const selection = new vscode.Range(line, column, line, column + length);
  if (cell === undefined) {
    await vscode.window.showTextDocument(file, { selection });
    return;
  }
  const notebook = await vscode.workspace.openNotebookDocument(file);
  const range = new vscode.NotebookRange(cell, cell + 1);
  const editor = await vscode.window.showNotebookDocument(notebook, { selections: [range] });
  editor.revealRange(range, vscode.NotebookEditorRevealType.InCenterIfOutsideViewport);
  if (cell < notebook.cellCount) await vscode.window.showTextDocument(notebook.cellAt(cell).document, { selection });
}

/** `line 7`, `cell 3, line 7` */
export function lineText({ cell, line }: Pick<Place, 'cell' | 'line'>, speaker: Speaker): string {
  const shown = String(line + 1);
  return cell === undefined ? speaker.say('panelLine', shown) : speaker.say('panelCellLine', String(cell + 1), shown);
}

/** Lets the user choose among all places of a model, and opens the chosen one; undefined where none is chosen. */
export async function choosePlace(model: string, places: readonly Place[]): Promise<Place | undefined> {
  const speaker = new Speaker();
  const items = places.map((place) => ({
    label: place.path,
    description: `${lineText(place, speaker)} · ${speaker.say(kind(place))}`,
    place,
  }));
  const chosen = await vscode.window.showQuickPick(items, { title: model, matchOnDescription: true });
  if (chosen) await openPlace(chosen.place);
  return chosen?.place;
}

const kind = ({ inTest, role }: Place): MessageKey =>
  inTest ? 'panelTagTest' : role === 'use' ? 'panelTagUse' : 'panelTagMention';
