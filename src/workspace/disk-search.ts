import { isTestPath } from '../core/find/test-path';
import { withSlash } from '../core/paths';
import { listFolder } from './listing';
import { FileReader } from './read';
import { isMinifiedName, maxModuleSize } from './skip-rules';
import { Tree } from './walk';

/** How many folders a search looks into: what is beyond them in a huge workspace is left out, since the parser must answer in time. */
const maxFolders = 2_000;
/** How long the files of a folder are remembered, in milliseconds: there may be several searches one after the other. */
const remembered = 10_000;

interface Walked {
  readonly root: string;
  readonly files: readonly string[];
  readonly until: number;
}

let walked: Walked | undefined;

/**
 * The source files below a folder that hold one of these texts, sorted. Tests are left out, and what .gitignore does; what settings leave out
 * is not known here.
 */
export function filesHolding(texts: readonly string[], root: string): string[] {
  const wanted = texts.map((text) => Buffer.from(text));
  const memory = Buffer.allocUnsafe(maxModuleSize + 1);
  const reader = new FileReader(() => memory, memory.length);
  return filesBelow(root).filter((path) => {
    try {
      const length = reader.read(path, maxModuleSize);
      return length !== undefined && wanted.some((text) => memory.subarray(0, length).includes(text));
    } catch {
      return false; // It has gone since, or is not readable.
    }
  });
}

function filesBelow(root: string): readonly string[] {
  const now = Date.now();
  if (walked?.root === root && now < walked.until) return walked.files;
  const files: string[] = [];
  const add = (path: string) => {
    if (!isMinifiedName(path) && !isTestPath(path.slice(withSlash(root).length))) files.push(path);
  };
  let folders = 0;
  const list = (folder: string) =>
    folders++ < maxFolders ? listFolder(folder) : { files: [], folders: [], ruling: [] };
  new Tree(root, [], list).walk(add, () => undefined);
  walked = { root, files: files.sort(), until: now + remembered };
  return files;
}
