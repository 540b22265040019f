import * as vscode from 'vscode';
import type * as TypeScript from 'typescript';
import { computeReports } from '../../src/editor/diagnostics/computer';
import { findIn, judge } from '../../src/editor/answers';
import { readSettings } from '../../src/editor/settings';
import { median } from '../measure';
import { lines, longSource } from './long-source';

const { settings } = readSettings(() => undefined);

const keystrokes = 60;

/**
 * What the extension host does after a keystroke in a long file: finds, judges and publishes its models again. Compared with one parse of the
 * same text by TypeScript. Medians, in milliseconds.
 */
export async function keystroke(typescript: string): Promise<{ ours: number; createSourceFile: number }> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const ts = require(typescript) as typeof TypeScript;
  const collection = vscode.languages.createDiagnosticCollection('bench');
  const document = await vscode.workspace.openTextDocument({ language: 'typescript', content: longSource() });
  const editor = await vscode.window.showTextDocument(document);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let count = 0; count < keystrokes; count++) {
    const place = new vscode.Position(Math.floor((count * 7_919) % lines), 0);
    await editor.edit((edit) => edit.insert(place, count % 2 ? ' ' : 'x'));
    const publish = performance.now();
    collection.set(document.uri, diagnostics(document));
    const parse = performance.now();
    ts.createSourceFile('x.ts', document.getText(), ts.ScriptTarget.Latest);
    theirs.push(performance.now() - parse);
    ours.push(parse - publish);
  }
  collection.dispose();
  return { ours: median(ours), createSourceFile: median(theirs) };
}

function diagnostics(document: vscode.TextDocument): vscode.Diagnostic[] {
  const text = document.getText();
  const found = findIn(text, 'typescript', false);
  const judgement = judge(text, 'typescript', found, settings, new Date());
  return computeReports(judgement, settings).map(({ start, end, message }) => {
    return new vscode.Diagnostic(new vscode.Range(document.positionAt(start), document.positionAt(end)), message);
  });
}
