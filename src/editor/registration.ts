import {
  CodeActionKind,
  commands as vscodeCommands,
  Disposable,
  languages as vscodeLanguages,
  type CodeActionProvider,
  type CompletionItemProvider,
  type HoverProvider,
} from 'vscode';
import { languages } from '../core/find/reference';
import type { Features } from '../features';
import { commands, completionTriggers, fixAllName, fixCommands } from './ids';

/** What a command runs. */
export type Handler = (...args: never[]) => unknown;

/** Loads the features on the first call. */
export type LoadFeatures = () => Promise<Features>;

/** Registers every command. */
export function registerCommands(features: LoadFeatures): Disposable {
  const ids = [...Object.values(commands), ...Object.values(fixCommands)];
  const run = (id: (typeof ids)[number]) =>
    vscodeCommands.registerCommand(id, async (...args: never[]) =>
      ((await features()).commands[id] as Handler)(...args),
    );
  return Disposable.from(...ids.map(run));
}

/** Registers the providers that VS Code asks while people read and type. */
export function registerProviders(features: LoadFeatures): Disposable {
  const { QuickFix, RefactorRewrite, SourceFixAll } = CodeActionKind;
  const kinds = { providedCodeActionKinds: [QuickFix, RefactorRewrite, SourceFixAll.append(fixAllName)] };
  const { registerCodeActionsProvider, registerCompletionItemProvider, registerHoverProvider } = vscodeLanguages;
  const hover: HoverProvider = {
    provideHover: async (...asked) => (await features()).hover.provideHover(...asked),
  };
  const codeActions: CodeActionProvider = {
    provideCodeActions: async (...asked) => (await features()).codeActions.provideCodeActions(...asked),
  };
  return Disposable.from(
    registerHoverProvider(languages, hover),
    registerCompletionItemProvider(languages, completionBehind(features), ...completionTriggers),
    registerCodeActionsProvider(languages, codeActions, kinds),
  );
}

/** Takes the text before its first `await`: VS Code may deliver the next keystroke together with its question. */
export function completionBehind(features: LoadFeatures): CompletionItemProvider {
  return {
    async provideCompletionItems(document, position, token) {
      const request = { document, position, whole: document.getText(), offset: document.offsetAt(position) };
      return (await features()).completion.provide(request, token);
    },
    resolveCompletionItem: async (item) => (await features()).completion.resolve(item),
  };
}
