import * as assert from 'node:assert/strict';
import { isTestPath } from '../../../../src/core/find/test-path';

function paths(words: string): string[] {
  return words.trim().split(/\s+/);
}

const tests = paths(`
  test/a.ts src/tests/a.py src/__tests__/a.tsx a/__mocks__/b.js a/__fixtures__/b.js a/fixtures/b.json.ts
  codemods/__testfixtures__/a.ts app/__e2e__/a.ts mocks/handlers.ts src/mock/a.ts cypress/e2e/a.ts spec/a.js
  ecosystem-tests/node/a.ts libs/unit_tests/a.py e2etests/a.py integration-test/a.ts
  examples/ai-e2e-next/a.ts pkg/test-utils/a.ts test_helpers/a.py testdata/a.py testing/a.py test_a.py
  a_test.py a_tests.py tests.py test.ts conftest.py pkg/conftest.py a_test.ts a.test.ts a-test.js a.tests.mts
  a.spec.cy.ts login.cy.ts testutils/a.py a.e2e.ts a.bench.ts a.stories.tsx a.test-d.ts test-a.mjs
  a.clienttest.ts a.servertest.tsx a.int.test.ts llm.fixtures.ts fixtures.py spanFixtures.ts a.mock.ts
  mocks.ts a.vitest.ts a.pgtest.ts loop.testSupport.ts jobsTestSupport.ts testUtils.ts a.test-helpers.ts
  llm_test_utils.py testhelpers.py
`);

const others = paths(`
  a.ts src/a.py latest.ts ai-latest.ts contest.py attest/a.ts latest/a.py protest.js a/testimonials.tsx
  testament/a.py inspect/a.ts specs.ts spectrum/a.ts hammock.ts mockingbird.py mockup/a.ts fixture_list.py
  stories/a.ts benchmarks/a.py e2eventually.ts seeder/a.ts a.latest.ts latestData.ts generate_test_data.py support.ts testify.ts ab-test/a.ts examples/a.ts evals/a.py
`);

suite('Paths of tests', () => {
  for (const path of tests) test(path, () => assert.equal(isTestPath(path), true));
  for (const path of others) test(`not ${path}`, () => assert.equal(isTestPath(path), false));
});
