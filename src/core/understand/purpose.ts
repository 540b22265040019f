import type { ModelReference } from '../find/reference';

const purposes: readonly (readonly [callee: RegExp, purpose: NonNullable<ModelReference['purpose']>])[] = [
  [/(?:^|[._a-z])(?:fine_tun(?:ing|es?)|[fF]ineTun(?:ing|es?))(?![a-z])/, 'fine-tuning'],
  [/(?:^|\.)evals(?:\.\w+)?\.(?:create|run)$/, 'evals'],
  [
    /(?:^|\.|[cC]reate_?)[eE]mbeddings?(?:\.create)?$|(?:^|\.)a?embed(?:_?[mM]any)?$|Embeddings?(?:Model)?$/,
    'embeddings',
  ],
];

/** What a call is for, where complimentary tokens never apply, by its callee: `client.fineTuning.jobs.create`, `OpenAIEmbeddings`. */
export function purposeOf(callee: string): ModelReference['purpose'] {
  return purposes.find(([pattern]) => pattern.test(callee))?.[1];
}
