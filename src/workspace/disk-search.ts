import { isTestPath } from '../core/find/test-path';
import { pathBelow } from '../core/paths';
import { listFolder } from './listing';
import { FileReader } from './read';
import { isMinifiedName, maxModuleSize } from './skip-rules';
import { Tree } from './walk';

/** How many folders a search looks into: what is beyond them in a huge workspace is left out, since the parser must answer in time. */
const maxFolders = 2_000;
/**
 * How long the files of a folder are remembered, and which of them hold what, in milliseconds: there may be several searches one after the
 * other, and while somebody types in a table, the same ones again and again.
 */
const remembered = 10_000;

interface Walked {
  readonly root: string;
  readonly files: readonly string[];
  /** What was found, by the texts looked for. */
  readonly found: Map<string, string[]>;
  readonly until: number;
}

let walked: Walked | undefined;

/**
 * The source files below a folder that hold one of these texts, sorted. Tests are left out, and what .gitignore does; what settings leave out
 * is not known here.
 */
export function filesHolding(texts: readonly string[], root: string): readonly string[] {
  const { files, found } = walkedIn(root);
  const key = texts.join('\n');
  const holding = found.get(key) ?? search(texts, files);
  found.set(key, holding);
  return holding;
}

function search(texts: readonly string[], files: readonly string[]): string[] {
  const wanted = texts.map((text) => Buffer.from(text));
  const memory = Buffer.allocUnsafe(maxModuleSize + 1);
  const reader = new FileReader(() => memory, memory.length);
  return files.filter((path) => {
    try {
      const length = reader.read(path, maxModuleSize);
      return length !== undefined && wanted.some((text) => memory.subarray(0, length).includes(text));
    } catch {
      return false; // It has gone since, or is not readable.
    }
  });
}

function walkedIn(root: string): Walked {
  const now = Date.now();
  if (walked?.root === root && now < walked.until) return walked;
  const files: string[] = [];
  const add = (path: string) => {
    if (!isMinifiedName(path) && !isTestPath(pathBelow(root, path))) files.push(path);
  };
  let folders = 0;
  const list = (folder: string) =>
    folders++ < maxFolders ? listFolder(folder) : { files: [], folders: [], ruling: [] };
  new Tree(root, [], list).walk(add, () => undefined);
  return (walked = { root, files: files.sort(), found: new Map(), until: now + remembered });
}
