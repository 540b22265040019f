import * as vscode from 'vscode';
import { commands, walkthrough } from './ids';

const example = `from openai import OpenAI

client = OpenAI()
response = client.responses.create(
    model="gpt-4o",
    input="Hello",
)
`;

/** The commands that open the walkthrough, and the example that it shows a hover in. */
export function walkthroughCommands({ extension }: vscode.ExtensionContext) {
  return {
    [commands.openWalkthrough]: () =>
      vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extension.id}#${walkthrough}`, false),
    [commands.openExample]: openExample,
  };
}

/** Opens an unsaved file with one request beside the walkthrough, the cursor on the model's name. */
async function openExample(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'python', content: example });
  const name = document.positionAt(example.indexOf('gpt-') + 1);
  const { activeTab } = vscode.window.tabGroups.activeTabGroup;
  await vscode.window.showTextDocument(document, {
    viewColumn: activeTab ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active,
    selection: new vscode.Range(name, name),
  });
}
