import { parentPort } from 'node:worker_threads';
import { bundleVersion } from './cache';
import { onDisk } from './disk-modules';
import { requestHandler } from './question';
import { withUnsaved } from './modules';
import type { Note } from './notes';
import { refineText } from './refine-text';
import { Refinements } from './refinements';
import { statOf } from './stat';
import { understandFile } from './understand-file';

// The thread that parses, both in the parsing process and on the command line.
let refinements: Refinements | undefined;

const handle = requestHandler(
  (answer) => parentPort?.postMessage(answer),
  async (question, remote) => {
    switch (question.kind) {
      case 'understand': {
        const { roots, unsaved } = question;
        const saved = question.remote ? remote(roots) : onDisk(roots);
        const understanding = await understandFile(question, withUnsaved(saved, unsaved));
        return understanding ? { understanding } : {};
      }
      case 'refine': {
        const { found, roots } = question;
        if ('text' in question) return { refined: await refineText(question.text, found, remote(roots)) };
        // A file that has gone since is no error: the asking side hears of it anyway.
        if (!statOf(found[0]?.path ?? '')) return {};
        refinements ??= new Refinements(question.cacheFile, bundleVersion(__filename));
        const notes: Note[] = [];
        const refined = await refinements.of(found, onDisk(roots), (note) => notes.push(note));
        return { refined, notes };
      }
      case 'keep':
        refinements?.keep();
        return {};
    }
  },
);

parentPort?.on('message', handle);
