import assert from 'node:assert/strict';
import { assess } from '../../../src/core/findings';
import { createProgram, type Program } from '../../../src/core/program/program';
import type { Model } from '../../../src/core/program/schema';
import { candidatesFor } from '../../../src/core/replacements';

function finding(model: string, program: Program) {
  const place = { start: 0, end: model.length, text: model, context: 'model', role: 'use' } as const;
  const reference = { ...place, model, route: { kind: 'unknown' } } as const;
  return assess(program, reference, { listings: 'all', asOf: '2026-11-22' });
}

suite('replacements among few models', () => {
  const model = (id: string, more: Partial<Model> = {}): Model => ({
    ...{ id, kind: 'chat', family: 'x', source: 'a test' },
    ...more,
  });
  const soon = '2026-12-01';
  const late = '2027-12-01';
  const gone = '2026-11-01';
  const old = model('old', { shutdown: soon, replacement: 'new' });
  const dated = model('both-2026-02-02');
  const both = model('both', { aliasOf: dated.id });

  interface Few {
    readonly large: string[];
    readonly small?: string[];
    readonly models: Model[];
    /** Best first; a star where it is clearly right. */
    readonly shown: string[];
  }
  const table: Record<string, Few> = {
    'OpenAI’s choice is clearly right': { large: ['old', 'new'], models: [old, model('new')], shown: ['★ new'] },
    'not while the end is far': {
      large: ['old', 'new'],
      models: [{ ...old, shutdown: late }, model('new')],
      shown: ['new'],
    },
    'nor out of the other pool': { large: ['old'], small: ['new'], models: [old, model('new')], shown: ['new'] },
    'nor where it ends itself, which is no help': {
      large: ['old', 'new'],
      models: [old, model('new', { shutdown: soon })],
      shown: [],
    },
    'nor for another kind of model': {
      large: ['old', 'new'],
      models: [{ ...old, kind: 'audio', shutdown: gone }, model('new')],
      shown: ['new'],
    },
    'nor with another kind of model': {
      large: ['old', 'new'],
      models: [old, model('new', { kind: 'audio' })],
      shown: ['new'],
    },
    'what ends soon comes last, and only where the model is shut down': {
      large: ['old', 'new', 'other'],
      models: [{ ...old, shutdown: gone }, model('new', { shutdown: soon }), model('other')],
      shown: ['other', 'new'],
    },
    'models whose end is not announced come first': {
      large: ['old', 'ending', 'lasting'],
      models: [model('old'), model('ending', { shutdown: late }), model('lasting')],
      shown: ['lasting', 'ending'],
    },
    'the pool of OpenAI’s choice comes first where the model has none': {
      large: ['big'],
      small: ['new'],
      models: [old, model('new'), model('big')],
      shown: ['new', 'big'],
    },
    'who does not pin is offered a snapshot only where it has no alias': {
      large: ['old', 'alone-2026-01-01', dated.id],
      models: [model('old'), model('alone-2026-01-01'), both, dated],
      shown: ['alone-2026-01-01', 'both'],
    },
    'models of other kinds are not offered': {
      large: ['old', 'voice', 'unheard-of'],
      models: [model('old'), model('voice', { kind: 'audio' })],
      shown: [],
    },
  };
  const shownFor = (of: string, { large, small = [], models }: Few) => {
    const few = createProgram([{ id: 'few', title: 'Few', date: '2026-11-01', pools: { large, small } }], models);
    const candidates = candidatesFor(finding(of, few), few);
    return candidates.map((each) => `${each.preferred ? '★ ' : ''}${each.model}`);
  };
  for (const [what, few] of Object.entries(table)) test(what, () => assert.deepEqual(shownFor('old', few), few.shown));

  test('who pins is offered snapshots, but none that no list names', () => {
    const few = {
      large: ['old-2026-01-01', 'alias', 'both', dated.id],
      models: [
        model('old-2026-01-01'),
        model('alias', { aliasOf: 'alias-2026-01-01' }),
        model('alias-2026-01-01'),
        both,
        dated,
      ],
      shown: [dated.id],
    };
    assert.deepEqual(shownFor('old-2026-01-01', few), few.shown);
  });
});
