import { workspace, type Uri } from 'vscode';
import { encodingOf } from './encoding';

/** A file's text, read through VS Code's file systems, without its byte order mark. */
export async function textOf(uri: Uri): Promise<string> {
  const bytes = await workspace.fs.readFile(uri);
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}
