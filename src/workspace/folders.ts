import { workspace, type WorkspaceFolder } from 'vscode';
import type { Exclude } from './ignore-rules';

/** The settings that exclude files and folders. */
export const excludeSettings = ['files.exclude', 'search.exclude', 'tokenAllowance.scan.exclude'] as const;

/** What the settings exclude from a folder. A value of the wrong type counts as none. */
export function excludesOf(folder: WorkspaceFolder): Exclude[] {
  const configuration = workspace.getConfiguration(undefined, folder);
  return excludeSettings.flatMap((name) => {
    const value: unknown = configuration.get(name);
    if (Array.isArray(value)) return value.filter((glob) => typeof glob === 'string').map((pattern) => ({ pattern }));
    if (typeof value !== 'object' || !value) return [];
    return Object.entries(value).flatMap(([pattern, condition]): Exclude[] => {
      if (condition === true) return [{ pattern }];
      const when = (condition as { when?: unknown } | undefined)?.when;
      return typeof when === 'string' ? [{ pattern, when }] : [];
    });
  });
}
