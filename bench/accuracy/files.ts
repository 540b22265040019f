import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const sources = /\.(?:py|pyi|pyw|ipynb|[cm]?[jt]s|[jt]sx)$/i;
const quick =
  /gpt-|o[134]-|dall-e|whisper-1|tts-1|embedding|moderation|davinci|curie|babbage|sora-2|codex-mini|computer-use|chat-latest|cushman|text-(?:ada|sim|sea)|code-(?:ada|sea)|["'`/:](?:o1|o3|ada)["'`:]|ft:/;

/** The source files below a folder, relative to it: those that git knows of, or all where it is no repository. */
export function sourceFiles(root: string): string[] {
  const listed = existsSync(join(root, '.git'))
    ? execFileSync('git', ['-C', root, 'ls-files', '-z'], { encoding: 'utf8', maxBuffer: 1 << 28 }).split('\0')
    : walk(root, '');
  return listed.filter((path) => sources.test(path) && existsSync(join(root, path))).sort();
}

function walk(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return /^(?:\.git|node_modules)$/.test(entry.name) ? [] : walk(root, path);
    return entry.isFile() ? [path] : [];
  });
}

/** Whether a file is worth reading. Generous, so that only files without any trace of a model are skipped. */
export function mayMatter(text: string): boolean {
  return quick.test(text);
}

/** Whether the command line should leave a file out unless it is named: generated or minified, in the usual sense of the words, or an editor's copy. */
export function isLeftOut(path: string, text: string): boolean {
  if (/(?:^|\/)\.(?:ipynb_checkpoints|history)\//.test(path)) return true;
  if (/[.-](?:min|bundle)\.[cm]?js$/i.test(path) || text.length > 5 * 1024 * 1024) return true;
  if (path.endsWith('.ipynb')) return false;
  if (/@generated\b|code generated\b.{0,200}do not edit/i.test(text.slice(0, 1000))) return true;
  return text.length > 20_000 && text.length / text.split('\n').length > 1000;
}

/** A checkout's commit; nothing where it is no repository. */
export function commitOf(root: string): string | undefined {
  if (!existsSync(join(root, '.git'))) return undefined;
  return execFileSync('git', ['-C', root, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
}

/** A file's text, with U+FFFD for bytes that are not UTF-8. */
export function textOf(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
