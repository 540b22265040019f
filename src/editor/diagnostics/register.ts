import * as vscode from 'vscode';
import type { Language } from '../../core/find/reference';
import type { ModelBinding } from '../../core/understand/understanding';
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
export function diagnosticSource({ analysis, secondPass, configuration, engine }: Services): DiagnosticSource {
  async function diagnose(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.Diagnostic[]> {
    const file = fileOf(document);
    if (!isWritten(document) || isInstalled(file)) return [];
    const settings = await configuration.settings(file);
    if (!settings['diagnostics.enabled'] || token.isCancellationRequested) return [];
    const { judge, judgeBindings, computeReports, isTestPath, reportOptions, bindingText } = await engine();
    if (!settings['diagnostics.inTests'] && isTestPath(vscode.workspace.asRelativePath(file, false))) return [];
    if (token.isCancellationRequested || document.getText().length > longest) return [];
    const now = new Date();
    const options = reportOptions(settings);
    const findings = judge(secondPass.refine(document, await analysis.references(document)), settings, now);
    const literals = computeReports(findings, options).map((report) => toDiagnostic(document, report));
    const bindings = secondPass.bindings(document);
    const judged = judgeBindings(bindings, document.getText(), document.languageId as Language, settings, now);
    const names = computeReports(judged, options).flatMap((report) => {
      const binding = bindings.find(({ start }) => start === report.start);
      if (!binding) return [];
      const origin = originOf(document, binding);
      const said = bindingText(binding, origin.range.start.line + 1);
      const diagnostic = toDiagnostic(document, { ...report, message: `${report.message} ${said}` });
      diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(origin, binding.text)];
      return [diagnostic];
    });
    return [...literals, ...names];
  }
  const onDidChange: vscode.Event<void> = (listener) =>
    vscode.Disposable.from(
      configuration.onDidChange(() => listener()),
      secondPass.onDidChange(() => listener()),
    );
  return { onDidChange, diagnose };
}

/** Where the value of a name is written; of another file only the file is told, since its text is not at hand. */
function originOf(document: vscode.TextDocument, { origin }: ModelBinding): vscode.Location {
  if ('path' in origin) return new vscode.Location(vscode.Uri.file(origin.path), new vscode.Position(0, 0));
  const range = new vscode.Range(document.positionAt(origin.start), document.positionAt(origin.end));
  return new vscode.Location(document.uri, range);
}

function toDiagnostic(document: vscode.TextDocument, report: Report): vscode.Diagnostic {
  const range = new vscode.Range(document.positionAt(report.start), document.positionAt(report.end));
  const diagnostic = new vscode.Diagnostic(range, report.message, severities[report.severity]);
  diagnostic.source = 'Token Allowance';
  diagnostic.code = { value: report.code, target: vscode.Uri.parse(report.link) };
  return diagnostic;
}
