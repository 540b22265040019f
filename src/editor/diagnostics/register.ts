import * as vscode from 'vscode';
import { codeLink, unneededIgnore } from '../../core/codes';
import { fileOf, isInstalled, isLong, isWritten, pathInFolder, rangeIn } from '../documents';
import { inspect } from '../inspect';
import { originOf } from '../origin';
import type { Services } from '../services';
import { DiagnosticManager, type DiagnosticSource } from './manager';
import type { Report } from './computer';

/** The source of diagnostics, as the Problems panel names it. */
export const diagnosticSourceName = 'Token Allowance';

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
function diagnosticSource(services: Services): DiagnosticSource {
  const { secondPass, configuration, engine } = services;

  async function diagnose(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.Diagnostic[]> {
    const file = fileOf(document);
    if (!isWritten(document) || isInstalled(file)) return [];
    const settings = await configuration.settings(file);
    if (!settings['diagnostics.enabled'] || token.isCancellationRequested) return [];
    const { boundProblemText, computeReports, isTestPath } = await engine();
    if (!settings['diagnostics.inTests'] && isTestPath(pathInFolder(file))) return [];
    if (token.isCancellationRequested || isLong(document)) return [];
    const inspection = await inspect(services, document);
    const names = computeReports({ findings: inspection.names, unneeded: [], misspelt: [] }, settings).flatMap(
      (report) => {
        const binding = inspection.bindings.find(({ start }) => start === report.start);
        if (!binding) return [];
        const origin = originOf(document, binding);
        const message = boundProblemText(report.message, binding, origin.range.start.line + 1);
        const diagnostic = toDiagnostic(document, { ...report, message });
        diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(origin, binding.text)];
        return [diagnostic];
      },
    );
    return [...computeReports(inspection, settings).map((report) => toDiagnostic(document, report)), ...names];
  }
  const onDidChange: DiagnosticSource['onDidChange'] = (listener) =>
    vscode.Disposable.from(
      configuration.onDidChange(() => listener(undefined)),
      secondPass.onDidChange((documents) => listener(documents)),
    );
  return { onDidChange, diagnose };
}

function toDiagnostic(document: vscode.TextDocument, report: Report): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(rangeIn(document, report), report.message, severities[report.severity]);
  diagnostic.source = diagnosticSourceName;
  if (report.code === unneededIgnore) diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  diagnostic.code = { value: report.code, target: vscode.Uri.parse(codeLink(report.code)) };
  return diagnostic;
}
