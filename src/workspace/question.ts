import type { FileReferences } from './scan-text';
import type { FileUnderstanding, SourceText } from './understand-file';
import type { Lookup } from './lookup';
import type { Workspace } from './modules';
import { reasonOf, type Note } from './notes';

/** A file's text; or, of a file on disk that the parser reads itself, where answers are kept, if anywhere. */
export type RefinedFrom = { readonly text: string } | { readonly cacheFile: string | undefined };

/** What a parser is asked. */
export type Question = { readonly id: number } & (
  | ({
      readonly kind: 'understand';
      /** Whether whoever asks reads the imported files, since they are on no disk. */
      readonly remote: boolean;
    } & SourceText &
      Pick<Lookup, 'roots' | 'unsaved'>)
  /** Refine all that was found in one file. */
  | ({ readonly kind: 'refine'; readonly found: readonly FileReferences[] } & RefinedFrom & Pick<Lookup, 'roots'>)
  /** Write into the cache what was refined. */
  | { readonly kind: 'keep' }
);

/** What a parser hears: questions, and the text of a file that it has asked for. */
export type ParserRequest = Question | { readonly kind: 'text'; readonly text: string | undefined };

export interface ParserAnswer {
  readonly id: number;
  readonly understanding?: FileUnderstanding;
  readonly refined?: readonly FileReferences[];
  /** What a person should know of how a file was refined. */
  readonly notes?: readonly Note[];
  /** Why there is no answer, where it is not just that the text does not parse. */
  readonly error?: string;
  /** No answer yet: the path of a file to be read first. */
  readonly wants?: string;
}

/** Answers a parser's questions, which come one at a time. */
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
