import * as vscode from 'vscode';
import { lineStarts, placeAt } from '../../core/lines';
import { diagnosticSourceName } from '../diagnostics/register';
import type { OwnFile, OwnListings } from './own-listings';

/** Shows what is wrong with listing files in them, as they were last saved. */
export function registerListingDiagnostics(own: OwnListings): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('token-allowance-listings');
  let round = 0;
  const refresh = async (): Promise<void> => {
    const mine = ++round;
    const folders = vscode.workspace.workspaceFolders?.map(({ uri }) => uri) ?? [undefined];
    const all = await Promise.all(folders.map((folder) => own.of(folder)));
    if (mine !== round) return;
    collection.clear();
    for (const { files } of all) for (const file of files) collection.set(file.uri, diagnosticsOf(file));
  };
  void refresh();
  return vscode.Disposable.from(
    collection,
    own.onDidChange(() => void refresh()),
  );
}

function diagnosticsOf({ text, problems }: OwnFile): vscode.Diagnostic[] {
  const starts = lineStarts(text);
  const position = (offset: number): vscode.Position => {
    const { line, column } = placeAt(starts, offset);
    return new vscode.Position(line, column);
  };
  return problems.map(({ severity, message, start, end }) => {
    const level = severity === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
    const diagnostic = new vscode.Diagnostic(new vscode.Range(position(start), position(end)), message, level);
    diagnostic.source = diagnosticSourceName;
    return diagnostic;
  });
}
