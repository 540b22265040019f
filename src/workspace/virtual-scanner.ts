import type { Uri } from 'vscode';
import { RelativePattern, workspace, type CancellationToken, type WorkspaceFolder } from 'vscode';
import { extensions, languageOf } from '../core/find/languages';
import { excludesOf } from './folders';
import { IgnoreScope } from './ignore-rules';
import { Rules } from './rules';
import { scanText } from './scan-text';
import { isMinifiedName, largestFile, skipReason } from './skip-rules';
import type { AskExtraIds, IndexedFile, Scanner, ScanSink } from './scanner';

/** How many files are asked for at once: the way to a virtual file system is long, but it is not ours alone. */
const together = 16;

/**
 * Scans folders that are on no disk, or where no thread can be had: on the web, in virtual workspaces.
 * It works in the extension host itself, some files at a time, and gives way between them.
 */
export class VirtualScanner implements Scanner {
  /** @param extraIds asked before each scan */
  constructor(private readonly extraIds: AskExtraIds = async () => new Set()) {}

  async scan(folders: readonly WorkspaceFolder[], sink: ScanSink, token?: CancellationToken): Promise<void> {
    const lists = await Promise.all(folders.map((folder) => filesOf(folder, token)));
    await scanAll(lists.flat(), sink, await this.extraIds(), token);
  }

  async paths(folders: readonly WorkspaceFolder[], uris: readonly Uri[], sink: ScanSink): Promise<Uri[]> {
    const inside = (await Promise.all(folders.map((folder) => filesOf(folder)))).flat();
    const wanted = (file: Uri) => uris.some((uri) => file.path === uri.path || file.path.startsWith(`${uri.path}/`));
    const files = inside.filter(wanted);
    await scanAll(files, sink, await this.extraIds());
    return uris.filter((uri) => !files.some((file) => file.path === uri.path || file.path.startsWith(`${uri.path}/`)));
  }

  dispose(): void {}
}

/** The files of a folder that no rule leaves out. Only rules inside the folder are known here. */
async function filesOf(folder: WorkspaceFolder, token?: CancellationToken): Promise<Uri[]> {
  const glob = (pattern: string) =>
    workspace.findFiles(new RelativePattern(folder, pattern), undefined, undefined, token);
  const [files, ignoreFiles, markers] = await Promise.all([
    glob(`**/*.{${extensions.join(',')}}`),
    glob('**/.gitignore'),
    glob('**/pyvenv.cfg'),
  ]);
  const ignoreTexts = new Map(
    await Promise.all(ignoreFiles.map(async (uri) => [uri.path, await textOf(uri)] as const)),
  );
  const known = new Set([...files, ...ignoreFiles, ...markers].map(({ path }) => path));
  const root = folder.uri.path.endsWith('/') ? folder.uri.path : `${folder.uri.path}/`;
  const rules = new Rules(root, excludesOf(folder), {
    exists: (path) => known.has(path),
    scopeAbove: () => undefined,
    scopeOf: (path, above) => {
      const text = ignoreTexts.get(`${path}.gitignore`);
      return text === undefined ? above : new IgnoreScope(path, text, above);
    },
  });
  return files.filter(({ path }) => rules.admits(path));
}

async function scanAll(
  files: readonly Uri[],
  sink: ScanSink,
  extraIds: ReadonlySet<string>,
  token?: CancellationToken,
): Promise<void> {
  sink.progress(0, files.length);
  for (let from = 0; from < files.length && !token?.isCancellationRequested; from += together) {
    await Promise.all(files.slice(from, from + together).map((uri) => scanOne(uri, sink, extraIds)));
    sink.progress(Math.min(from + together, files.length), files.length);
    await new Promise((resolve) => setTimeout(resolve));
  }
}

async function scanOne(uri: Uri, sink: ScanSink, extraIds: ReadonlySet<string>): Promise<void> {
  const language = languageOf(uri.path);
  if (!language || isMinifiedName(uri.path)) return;
  try {
    const text = await textOf(uri);
    if (text.length > largestFile) return;
    const found = scanText(uri.path, text, language, extraIds);
    if (found.length && !skipReason(text, language === 'notebook'))
      sink.found(found.map(({ path: _path, ...rest }): IndexedFile => ({ uri, ...rest })));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    sink.note({ severity: 'error', uri, message: `Not read: ${reason}` });
  }
}

async function textOf(uri: Uri): Promise<string> {
  const bytes = await workspace.fs.readFile(uri);
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
