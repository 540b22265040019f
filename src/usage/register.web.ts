import * as vscode from 'vscode';
import { commands } from '../editor/ids';
import type { Services } from '../editor/services';

/** In a browser OpenAI is not asked: an admin key does not belong in a page. So no key is ever taken, and the commands say why. */
export function registerUsage({ engine }: Pick<Services, 'engine'>) {
  const explain = async (): Promise<void> => {
    const { Speaker } = await engine();
    void vscode.window.showInformationMessage(new Speaker().say('usageInBrowser'));
  };
  return {
    commands: {
      [commands.connectUsage]: explain,
      [commands.disconnectUsage]: explain,
      [commands.refreshUsage]: explain,
    },
    dispose: () => undefined,
  };
}
