import * as vscode from 'vscode';
import { misspeltIgnore, unneededIgnore } from '../../core/codes';
import type { Finding } from '../../core/findings';
import { messages } from '../../core/messages';
import { cellScheme } from '../analysis';
import { diagnosticSourceName } from '../diagnostics/register';
import { fileOf, isLong } from '../documents';
import { commands, fixAllName, fixCommands } from '../ids';
import { inspect, type Inspection } from '../inspect';
import { originOf } from '../origin';
import type { Services } from '../services';
import { workspaceEdit } from './apply';
import type { Fix } from './fixes';

const { CodeActionKind, l10n } = vscode;

/** The one fix-all: it only removes comments that do nothing, so that saving a file can never swap a model. */
const fixAllKind = CodeActionKind.SourceFixAll.append(fixAllName);

/** Offers quick fixes for the extension's diagnostics, by their codes, and for any covered model its snapshot or alias. */
export function codeActionProvider(services: Services): vscode.CodeActionProvider {
  return {
    async provideCodeActions(document, range, context, token) {
      if (isLong(document)) return [];
      const engine = await services.engine();
      const { only } = context;
      // Without the tree's answer, no comment counts as unneeded.
      if (only?.contains(fixAllKind)) await services.secondPass.ensure(document);
      const inspection = await inspect(services, document);
      if (token.isCancellationRequested) return [];
      const actions: vscode.CodeAction[] = [];
      if (!only || only.contains(CodeActionKind.QuickFix)) {
        for (const diagnostic of context.diagnostics) actions.push(...fixesFor(engine, inspection, diagnostic));
      }
      if (!only || only.contains(CodeActionKind.RefactorRewrite)) {
        const at = document.offsetAt(range.start);
        const finding = inspection.findings.find(({ reference: { start, end } }) => start <= at && at <= end);
        const fixes = finding ? engine.pinFixes(finding, inspection.source, engine.programOf(inspection.settings)) : [];
        actions.push(...fixes.map((fix) => applying(inspection, fix, CodeActionKind.RefactorRewrite)));
      }
      const removals = only?.contains(fixAllKind) && engine.removalsFix(inspection.unneeded, inspection.source);
      if (removals) {
        const action = new vscode.CodeAction(removals.title, fixAllKind);
        // Saving a file applies this directly, which takes an edit rather than a command.
        action.edit = workspaceEdit(document, removals.edits);
        actions.push(action);
      }
      return actions;
    },
  };
}

type Engine = Awaited<ReturnType<Services['engine']>>;

function fixesFor(engine: Engine, inspection: Inspection, diagnostic: vscode.Diagnostic): vscode.CodeAction[] {
  if (diagnostic.source !== diagnosticSourceName) return [];
  const { document, source, findings, names, unneeded, misspelt } = inspection;
  const code = typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code;
  const start = document.offsetAt(diagnostic.range.start);
  const forDiagnostic = (action: vscode.CodeAction): vscode.CodeAction => {
    action.diagnostics = [diagnostic];
    return action;
  };
  if (code === unneededIgnore) {
    const directive = unneeded.find((each) => each.start === start);
    const fixes = directive ? [engine.removalFix(directive, source)] : [];
    return fixes.map((fix) => forDiagnostic(applying(inspection, fix)));
  }
  if (code === misspeltIgnore) {
    const comment = misspelt.find((each) => each.start === start);
    const fix = comment && engine.misspeltFix(comment);
    return fix ? [forDiagnostic(applying(inspection, fix))] : [];
  }
  const finding = [...findings, ...names].find((each) => each.code === code && each.reference.start === start);
  if (!finding) return [];
  const { first, more } = engine.replacementFixes(finding, source, engine.programOf(inspection.settings));
  const cell = document.uri.scheme === cellScheme ? document.getText() : undefined;
  const ignores = engine.ignoreFixes(finding, inspection, cell);
  return [
    ...first.map((fix) => applying(inspection, fix)),
    ...atOrigin(engine, inspection, finding),
    ...(more.length ? [choosing(inspection, finding, [...first, ...more])] : []),
    replacing(document, finding),
    ...ignores.map((fix) => applying(inspection, fix)),
    ...settingActions(engine, document, finding),
  ].map(forDiagnostic);
}

/** At the use of a name there is nothing to replace: its value is written elsewhere in this file, in another cell, or in another file. */
function atOrigin(engine: Engine, inspection: Inspection, finding: Finding): vscode.CodeAction[] {
  const { document, bindings, settings } = inspection;
  const binding = bindings.find(({ start }) => start === finding.reference.start);
  if (!binding) return [];
  const { origin, text } = binding;
  const { uri } = originOf(document, binding);
  return engine
    .originFixes(finding, engine.programOf(settings))
    .map(({ title, by }) => commanding(title, fixCommands.replaceAtOrigin, uri, { start: origin.start, text }, by));
}

function replacing(document: vscode.TextDocument, { reference: { model } }: Finding): vscode.CodeAction {
  const title = l10n.t(messages.fixEverywhere, model);
  return commanding(title, commands.replaceEverywhere, { model, uri: fileOf(document) });
}

function settingActions(engine: Engine, document: vscode.TextDocument, finding: Finding): vscode.CodeAction[] {
  const { code = '', reference } = finding;
  const file = fileOf(document);
  const title = vscode.workspace.workspaceFolders ? messages.fixIgnoreModel : messages.fixIgnoreModelEverywhere;
  return [
    commanding(l10n.t(title, reference.model), fixCommands.ignoreModel, file, reference.model),
    commanding(
      l10n.t(messages.fixSeverity, code),
      fixCommands.changeSeverity,
      file,
      engine.severitySetting(finding),
      code,
    ),
  ];
}

function applying(
  { document, version }: Inspection,
  { title, edits, preferred }: Fix,
  kind = CodeActionKind.QuickFix,
): vscode.CodeAction {
  const action = commanding(title, fixCommands.apply, { uri: document.uri, version, edits });
  action.kind = kind;
  action.isPreferred = preferred === true;
  return action;
}

function choosing({ document, version }: Inspection, finding: Finding, fixes: readonly Fix[]): vscode.CodeAction {
  const title = l10n.t(messages.moreTitle, finding.reference.model);
  return commanding(l10n.t(messages.fixMore), fixCommands.choose, title, { uri: document.uri, version }, fixes);
}

function commanding(title: string, command: string, ...args: unknown[]): vscode.CodeAction {
  const action = new vscode.CodeAction(title, CodeActionKind.QuickFix);
  action.command = { title, command, arguments: args };
  return action;
}
