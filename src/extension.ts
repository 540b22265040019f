import type { ExtensionContext } from 'vscode';

/** Registers the extension's features; nothing is parsed or loaded before it is needed. */
export function activate(_context: ExtensionContext): void {}
