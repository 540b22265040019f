import * as vscode from 'vscode';
import { lineStarts, placeAt } from '../../core/lines';
import { diagnosticSourceName } from '../diagnostics/register';
import type { OwnFile, OwnListings } from './own-listings';

/**
 * Marks problems of listing files in the files themselves, as last saved. Skips places that VS Code's JSON validation has marked, by JSON's
 * grammar or by this extension's schema; it only looks at open files with certain names.
 */
export function registerListingDiagnostics(own: OwnListings): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('token-allowance-listings');
  let found = new Map<
    string,
    { readonly uri: vscode.Uri; readonly all: readonly vscode.Diagnostic[]; shown?: readonly vscode.Diagnostic[] }
  >();
  let round = 0;
  const show = (key: string): void => {
    const file = found.get(key);
    if (!file) return;
    const marked = vscode.languages.getDiagnostics(file.uri).filter(({ source = 'json' }) => /^jsonc?$/.test(source));
    const ours = file.all.filter(({ range }) => !marked.some((other) => other.range.start.isEqual(range.start)));
    // Setting them fires this event again.
    if (ours.length === file.shown?.length && ours.every((one, index) => one === file.shown?.[index])) return;
    file.shown = ours;
    collection.set(file.uri, ours);
  };
  const refresh = async (): Promise<void> => {
    const mine = ++round;
    const folders = vscode.workspace.workspaceFolders?.map(({ uri }) => uri) ?? [undefined];
    const all = await Promise.all(folders.map((folder) => own.of(folder)));
    if (mine !== round) return;
    collection.clear();
    const files = all.flatMap(({ files }) => files);
    found = new Map(files.map((file) => [file.uri.toString(), { uri: file.uri, all: diagnosticsOf(file) }]));
    for (const key of found.keys()) show(key);
  };
  void refresh();
  return vscode.Disposable.from(
    collection,
    own.onDidChange(() => void refresh()),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => uris.forEach((uri) => show(uri.toString()))),
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
