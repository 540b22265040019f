import * as vscode from 'vscode';
import { commands, walkthrough } from './ids';

const example = `from openai import OpenAI

client = OpenAI()
response = client.responses.create(
    model="gpt-4o",
    input="Hello",
)
`;

/** Registers the commands that show the first five minutes' walkthrough, and its example to read a hover in. */
export function registerWalkthrough({ extension }: vscode.ExtensionContext): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.openWalkthrough, () =>
      vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extension.id}#${walkthrough}`, false),
    ),
    vscode.commands.registerCommand(commands.openExample, openExample),
  );
}

/** Opens an unsaved file with one request beside the walkthrough, the cursor on the model's name. */
async function openExample(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'python', content: example });
  const name = document.positionAt(example.indexOf('gpt-') + 1);
  await vscode.window.showTextDocument(document, {
    viewColumn: vscode.ViewColumn.Beside,
    selection: new vscode.Range(name, name),
  });
}
