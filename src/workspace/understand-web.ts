// The worker that parses in a browser. It cannot read files by itself.
import { withUnsaved } from './modules';
import { requestHandler, type ParserAnswer, type ParserRequest } from './question';
import { refineText } from './refine-text';
import { understandFile } from './understand-file';

interface WorkerScope {
  onmessage: (event: { data: ParserRequest }) => void;
  postMessage(answer: ParserAnswer): void;
}
declare const self: WorkerScope;

const handle = requestHandler(
  (answer) => self.postMessage(answer),
  async (question, remote) => {
    // Without a disk there are no paths to read from, and no cache to store anything in.
    if (question.kind === 'keep' || 'cacheFile' in question) return {};
    const files = remote(question.roots);
    if (question.kind === 'refine') return { refined: await refineText(question.text, question.found, files) };
    const understanding = await understandFile(question, withUnsaved(files, question.unsaved));
    return understanding ? { understanding } : {};
  },
);

self.onmessage = ({ data }) => handle(data);
