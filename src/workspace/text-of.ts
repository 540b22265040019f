import { workspace, type Uri } from 'vscode';

/** A file's text by way of VS Code's file systems, without its byte order mark, which may declare UTF-16: Windows' shell writes that. */
export async function textOf(uri: Uri): Promise<string> {
  const bytes = await workspace.fs.readFile(uri);
  const [first, second] = bytes;
  const marks = (one: number, other: number): boolean => first === one && second === other;
  const encoding = marks(0xff, 0xfe) ? 'utf-16le' : marks(0xfe, 0xff) ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
