import * as vscode from 'vscode';
import { fileOf, isInstalled, isWritten } from '../documents';
import type { Services } from '../services';
import { DiagnosticManager, type DiagnosticSource } from './manager';
import type { Report } from './computer';

/** Longer documents are not examined while one types in them; hovers and the workspace scan still read them. In UTF-16 code units. */
const longest = 2_000_000;

const severities: Record<Report['severity'], vscode.DiagnosticSeverity> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Reports models that are not covered, or shut down, in the Problems panel. */
export function registerDiagnostics(services: Services): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('token-allowance');
  return new DiagnosticManager(collection, diagnosticSource(services), services.log);
}

/** Reads the settings and the shared analysis. */
export function diagnosticSource({ analysis, configuration, engine }: Services): DiagnosticSource {
  async function diagnose(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.Diagnostic[]> {
    const file = fileOf(document);
    if (!isWritten(document) || isInstalled(file)) return [];
    const settings = await configuration.settings(file);
    if (!settings['diagnostics.enabled'] || token.isCancellationRequested) return [];
    const { judge, computeReports, isTestPath, reportOptions } = await engine();
    if (!settings['diagnostics.inTests'] && isTestPath(vscode.workspace.asRelativePath(file, false))) return [];
    if (token.isCancellationRequested || document.getText().length > longest) return [];
    const findings = judge(await analysis.references(document), settings, new Date());
    return computeReports(findings, reportOptions(settings)).map((report) => toDiagnostic(document, report));
  }
  return { onDidChange: configuration.onDidChange, diagnose };
}

function toDiagnostic(document: vscode.TextDocument, report: Report): vscode.Diagnostic {
  const range = new vscode.Range(document.positionAt(report.start), document.positionAt(report.end));
  const diagnostic = new vscode.Diagnostic(range, report.message, severities[report.severity]);
  diagnostic.source = 'Token Allowance';
  diagnostic.code = { value: report.code, target: vscode.Uri.parse(report.link) };
  return diagnostic;
}
