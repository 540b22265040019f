import type { FileReferences } from './scan-text';
import type { FileUnderstanding, SourceText } from './understand-file';
import type { Lookup } from './lookup';
import type { Workspace } from './modules';
import { reasonOf, type Note } from './notes';

/** A file's text; or, for a file on disk that the parser reads itself, where to store answers, if anywhere. */
export type RefinedFrom = { readonly text: string } | { readonly cacheFile: string | undefined };

/** What a parser can be asked. */
export type Question = { readonly id: number } & (
  | ({
      readonly kind: 'understand';
      /** Whether the asking side reads the imported files, since they are not on disk. */
      readonly remote: boolean;
    } & SourceText &
      Pick<Lookup, 'roots' | 'unsaved'>)
  /** Refine everything that was found in one file. */
  | ({ readonly kind: 'refine'; readonly found: readonly FileReferences[] } & RefinedFrom & Pick<Lookup, 'roots'>)
  /** Write what was refined to the cache. */
  | { readonly kind: 'keep' }
);

/** What is sent to a parser: questions, and the text of a file that it has asked for. */
export type ParserRequest = Question | { readonly kind: 'text'; readonly text: string | undefined };

export interface ParserAnswer {
  /** The question's; 0 where the parser itself has failed and is about to end. */
  readonly id: number;
  readonly understanding?: FileUnderstanding;
  readonly refined?: readonly FileReferences[];
  /** What a person should know about how a file was refined. */
  readonly notes?: readonly Note[];
  /** Why there is no answer, unless the text just does not parse. */
  readonly error?: string;
  /** Instead of an answer: the path of a file to read first. */
  readonly wants?: string;
}

/**
 * Makes the function that handles a parser's requests. Questions come one at a time.
 * @param answer may read files of the asking side through `remote`
 */
export function requestHandler(
  post: (answer: ParserAnswer) => void,
  answer: (question: Question, remote: (roots: readonly string[]) => Workspace) => Promise<Omit<ParserAnswer, 'id'>>,
): (request: ParserRequest) => void {
  let give: ((text: string | undefined) => void) | undefined;
  return (request) => {
    if (request.kind === 'text') return give?.(request.text);
    const { id } = request;
    const read = (path: string) =>
      new Promise<string | undefined>((resolve) => {
        give = resolve;
        post({ id, wants: path });
      });
    void answer(request, (roots) => ({ roots, read }))
      .catch((error: unknown) => ({ error: reasonOf(error) }))
      .then((said) => post({ id, ...said }));
  };
}
