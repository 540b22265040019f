import assert from 'node:assert/strict';
import fc from 'fast-check';
import { coverageOf } from '../../../../src/core/program/coverage';
import { bundledProgram } from '../../../../src/core/program/program';

const program = bundledProgram();
const ids = [...program.models.keys()];
const coveredIds = ids.filter((id) => coverageOf(program, id).kind === 'covered');
const anyCovered = fc.constantFrom(...coveredIds);
const extra = fc.oneof(fc.string({ minLength: 1, maxLength: 12 }), fc.stringMatching(/^[-.a-z0-9]{1,12}$/));
const choice = fc.constantFrom('all', 'makerperks', 'openai-help');
const isCovered = (id: string, listings = 'all') => coverageOf(program, id, { listings }).kind === 'covered';

suite('coverage, for any id', () => {
  test('nothing is covered because it begins or ends with a covered id', () => {
    fc.assert(
      fc.property(anyCovered, extra, choice, (id, more, listings) => {
        fc.pre(!coveredIds.includes(id + more) && !coveredIds.includes(more + id));
        assert.ok(!isCovered(id + more, listings));
        assert.ok(!isCovered(more + id, listings));
      }),
      { numRuns: 2_000 },
    );
  });

  test('nothing is covered because it is a part of a covered id, or in other letters', () => {
    fc.assert(
      fc.property(anyCovered, fc.nat(40), (id, length) => {
        const part = id.slice(0, length);
        assert.equal(isCovered(part), coveredIds.includes(part));
        assert.ok(!isCovered(id.toUpperCase()));
      }),
    );
  });

  test('a date behind an alias is covered only if a list has it', () => {
    fc.assert(
      fc.property(
        anyCovered,
        fc.date({ min: new Date('2023-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
        (id, date) => {
          const dated = `${id}-${date.toISOString().slice(0, 10)}`;
          assert.equal(
            isCovered(dated),
            program.listings.some(({ pools }) => [...pools.large, ...pools.small].includes(dated)),
          );
        },
      ),
    );
  });

  test('no fine-tune and no other host is ever covered', () => {
    fc.assert(
      fc.property(fc.oneof(anyCovered, fc.string()), fc.string(), (id, rest) => {
        assert.equal(coverageOf(program, `ft:${id}:${rest}`).kind, 'fine-tuned');
        assert.equal(coverageOf(program, id, { route: { kind: 'azure' } }).kind, 'other-route');
      }),
    );
  });

  test('any text gets an answer, and `all` covers what any one listing covers', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...ids), fc.string(), fc.constantFrom('__proto__', 'constructor')), (id) => {
        assert.equal(isCovered(id), isCovered(id, 'makerperks') || isCovered(id, 'openai-help'));
      }),
    );
  });
});
