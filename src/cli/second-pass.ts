import { Worker } from 'node:worker_threads';
import { groupBy } from '../core/group-by';
import { needsTree } from '../core/understand/understand';
import { onDisk } from '../workspace/disk-modules';
import { hasGone, reasonOf, type Note } from '../workspace/notes';
import { Parser } from '../workspace/parser';
import type { ParserHost, ParserHostEvents } from '../workspace/parser-host';
import { parserLimits } from '../workspace/parser-limits';
import { refineFile } from '../workspace/refine';
import { unparsed } from '../workspace/refine-text';
import type { FileReferences } from '../workspace/scan-text';

type File = readonly FileReferences[];

/**
 * Runs the second pass over all files to find out where each use sends its requests. If it fails at a file, that is noted and the file's
 * references stay as they were.
 * @param roots absolute paths of the folders in which imports are looked up
 * @param parserFile the bundle of `understand-worker.ts`, for a thread that may stall or break; without it everything is parsed here
 */
export async function secondPass(
  found: readonly FileReferences[],
  roots: readonly string[],
  onNote: (note: Note) => void,
  parserFile?: string,
): Promise<FileReferences[]> {
  const apart = parserFile !== undefined && found.some(({ references }) => needsTree(references));
  const fates: string[] = [];
  const parser = apart ? new Parser(parserFile, (_, fate) => fates.push(fate), { start: startThread }) : undefined;
  const workspace = onDisk(roots);
  const here = async (file: File, path: string) => {
    try {
      return await refineFile(file, workspace, onNote);
    } catch (error) {
      if (!hasGone(error, path)) fates.push(`failed (${reasonOf(error)})`);
      return undefined;
    }
  };
  const there = async (file: File, thread: Parser) => {
    const answer = await thread.refine(file, { cacheFile: undefined }, { roots });
    answer?.notes?.forEach(onNote);
    return answer?.refined;
  };
  const refined: FileReferences[] = [];
  for (const [path, file] of groupBy(found, (part) => part.path)) {
    refined.push(...((await (parser ? there(file, parser) : here(file, path))) ?? file));
    for (const fate of fates.splice(0)) onNote({ severity: 'warning', path, message: unparsed(`parsing ${fate}`) });
  }
  parser?.dispose();
  return refined;
}

/** A thread starts sooner than a process, and the memory that it leaves behind is freed when the command line exits. */
function startThread(file: string, { answer, gone }: ParserHostEvents): ParserHost {
  const thread = new Worker(file, { resourceLimits: parserLimits });
  thread.on('message', answer);
  thread.on('error', ({ message }) => gone(message));
  thread.on('exit', (code) => gone(String(code)));
  return { send: (request) => thread.postMessage(request), end: () => void thread.terminate() };
}
