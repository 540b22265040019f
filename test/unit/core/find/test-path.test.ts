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
  llm_test_utils.py testhelpers.py dev/renderFixtures/a.ts src/apiMocks/a.ts lib/mock-data/models.ts mockData.ts mock_data/a.py seeds/fakeData/a.ts fake_data.py
  cypress/support/a.ts unit_test/a.py unittests/a.py functional_test/a.ts smoke-test/a.ts my-tests/a.ts my_tests/a.py
  test-util/a.ts test-helper/a.ts testSupport/a.ts test_fixture/a.py test-fixtures/a.ts test-app/a.ts test-apps/a.ts
  e2e/a.ts a_e2e/b.ts my-own-e2e/b.ts e2e_web/a.ts e2e-web-app/a.ts src/__test__/a.ts mock/a.py my-own-tests/a.ts
  test_a.pyi test_.py a_test.pyi _test.py a_test.js a_test.tsx a_test.mts a_tests.cts test.tsx test.mjs test.py test.ipynb
  mock.ts fixture.py test.cjs a.unittest.ts a.inttest.ts a-spec.ts a.spec.cjs a.fixture.ts a.mocks.jsx a.fixture.mts a.mock.cjs
  test-a.cts test-a.ts test-.js test-a.tsx a_test_util.py a-test-utils.js test-helper.ts testSupport.cts test_support.mjs
  test_utils.jsx a_test_helpers.py apiMocks.ts apiMock.js aTestUtil.ts aTestUtils.ts aTestHelper.tsx aTestHelpers.js spanFixture.mts aMock.cts
  jest.setup.js vitest.setup.ts jest-setup.ts playwright.setup.ts src/setupTests.ts setup-test.mjs test-setup.ts test_setup.py tests-setup.js
  spec/js/a.mts spec/py/a.test.ts
  agent.smoke.ts api/smoke/agent-smoke.ts
  model.test-harness.ts test_harness.py src/test-harness/a.ts testHarness.mjs
`);

const others = paths(`
  a.ts src/a.py latest.ts ai-latest.ts contest.py attest/a.ts latest/a.py protest.js a/testimonials.tsx
  testament/a.py inspect/a.ts specs.ts spectrum/a.ts hammock.ts mockingbird.py mockup/a.ts fixture_list.py
  stories/a.ts benchmarks/a.py smoke.ts scripts/smokeBot.ts smoke/a.ts e2eventually.ts seeder/a.ts a.latest.ts latestData.ts generate_test_data.py support.ts testify.ts ab-test/a.ts fixturesOf/a.ts hammockData.ts fakeDatabase.ts examples/a.ts evals/a.py
  aMockStore.ts aMocks.json xMockups.js aFixtures.test.json.ts/b.ts
  src/spec/agent.py spec/a/b.ipynb
  setup.ts setup.py jest.config.js app.setup.ts testSetupGuide.ts latest-setup-guide.ts harness.ts latest-harness.ts
`);

suite('Paths of tests', () => {
  for (const path of tests) test(path, () => assert.equal(isTestPath(path), true));
  for (const path of others) test(`not ${path}`, () => assert.equal(isTestPath(path), false));
});
