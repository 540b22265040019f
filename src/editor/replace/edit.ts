// What builds the edit that replaces a model everywhere; loaded with the first one.
import * as vscode from 'vscode';
import { isTestPath } from '../../core/find/test-path';
import { messages, type MessageKey } from '../../core/messages';
import { fileOf, pathInFolder, rangeIn } from '../documents';
import type { Services } from '../services';
import { documentsWith } from './documents';
import { replaceablePlaces, type PlaceSort } from './places';

const { l10n } = vscode;

const labels: Record<PlaceSort, MessageKey> = {
  use: 'replaceUses',
  test: 'replaceTests',
  mention: 'replaceMentions',
  elsewhere: 'replaceElsewhere',
};

/** What to replace, and by what. */
export interface Replacement {
  readonly model: string;
  readonly by: string;
  /** A file to look into besides the workspace's. */
  readonly also?: vscode.Uri;
  /** Any file that exists. */
  readonly anyFile: vscode.Uri;
}

/** The outcome of a replacement. */
export interface Replaced {
  /** Absent where there is nothing to replace. */
  readonly edit?: vscode.WorkspaceEdit;
  /** Files that also contain the model in places that the edit leaves out. */
  readonly left: ReadonlySet<string>;
}

/**
 * The edit that replaces a model wherever it is now, to be applied as one step after VS Code has shown it. Every document is read anew, so
 * that nothing but the model's own string is touched. Undefined if cancelled.
 */
export async function replacementEdit(
  { model, by, also, anyFile }: Replacement,
  services: Services,
  token: vscode.CancellationToken,
): Promise<Replaced | undefined> {
  const { analysis, secondPass } = services;
  const edit = new vscode.WorkspaceEdit();
  const { documents, unread } = await documentsWith(model, services, also, token);
  /** Files of several folders may have the same path inside them. */
  const named = (uri: vscode.Uri) => vscode.workspace.asRelativePath(uri);
  const left = new Set(unread.map(named));
  for (const document of documents) {
    if (token.isCancellationRequested) return undefined;
    await secondPass.ensure(document);
    const references = secondPass.refine(document, await analysis.references(document));
    // No await from here on: references and text belong together.
    const file = fileOf(document);
    const own = references.filter((reference) => reference.model === model);
    const places = replaceablePlaces(document.getText(), own, by, isTestPath(pathInFolder(file)));
    if (places.length < own.length) left.add(named(file));
    for (const place of places) {
      const label = l10n.t(messages[labels[place.sort]]);
      const range = rangeIn(document, place.edit);
      edit.replace(document.uri, range, place.edit.insert, { label, needsConfirmation: !place.byDefault });
    }
  }
  if (token.isCancellationRequested) return undefined;
  if (!edit.size) return { left };
  // VS Code shows a preview only if a part of the edit needs confirmation, and leaves that part unticked. So that all real parts can be
  // ticked, this one is added: creating a file that already exists, which does nothing and is not shown.
  edit.createFile(
    anyFile,
    { ignoreIfExists: true },
    { label: l10n.t(messages.replacePreview), needsConfirmation: true },
  );
  return { edit, left };
}
