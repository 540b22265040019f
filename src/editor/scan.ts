import * as vscode from 'vscode';
import { commands, panelView } from './ids';
import type { Services } from './services';

/** The command that scans the workspace, with progress on the panel's view; also scans when listings change which ids to find. */
export function registerScan({ configuration, index, log }: Services) {
  const idsInForce = async () => [...(await configuration.extraIds())].sort().join('\n');
  /** The ids that the last scan was to find; undefined before the first. */
  let known: string | undefined;
  const rescan = async (): Promise<void> => {
    if (known === undefined) return;
    const ids = await idsInForce();
    if (ids === known) return;
    known = ids;
    // Another listing can turn strings into models. A scan in progress may have begun without it.
    if (index.state === 'scanning') await index.scan();
    if (index.state === 'ready') await index.scan();
  };
  const scanWorkspace = async (): Promise<void> => {
    known ??= await idsInForce();
    const options = { location: { viewId: panelView } };
    // A scan never rejects: the index says how it went.
    await vscode.window.withProgress(options, () => index.scan());
    if (index.error) log.error(index.error);
    for (const { severity, uri, message } of index.notes) {
      const write = severity === 'info' ? log.info : log.warn;
      write.call(log, uri ? `${uri.toString(true)}: ${message}` : message);
    }
  };
  const listener = configuration.onDidChange(() => void rescan());
  return { commands: { [commands.scanWorkspace]: scanWorkspace }, dispose: () => void listener.dispose() };
}
