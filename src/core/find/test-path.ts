/** Folders of tests, of test data and of mocks; `unit_tests` and `test-utils`, but not `ab-test`. */
const folder = new RegExp(
  '(?:^|/)(?:' +
    [
      // Python projects call specifications so.
      'spec(?!.*\\.(?:pyi?|ipynb)$)',
      'tests?|testing|cypress|fixtures|mocks?|(?:mock|fake)[-_]?data|__(?:tests?|mocks|fixtures|testfixtures)__',
      '[\\w-]+[-_]tests|(?:unit|integration|functional|smoke|e2e)[-_]?tests?',
      'test[-_]?(?:utils?|helpers?|support|harness|fixtures?|data|apps?)',
      '(?:[\\w-]+[-_])?e2e(?:[-_][\\w-]+)?',
    ].join('|') +
    ')/',
  'i',
);
const file = new RegExp(
  '(?:^|/)(?:' +
    [
      'test_[^/]*\\.pyi?|[^/]*_tests?\\.(?:pyi?|[cm]?[jt]sx?)|conftest\\.py',
      '(?:tests?|fixtures?|mocks?|(?:mock|fake)[-_]?data)\\.(?:py|ipynb|[cm]?[jt]sx?)',
      '[^/]*(?:[.-](?:test|tests|spec|smoke|e2e|cy|bench|stories)(?:-d)?|\\.(?:client|server|unit|int|vi|pg)test)\\.[cm]?[jt]sx?',
      '[^/]*\\.(?:fixtures?|mocks?)\\.[cm]?[jt]sx?|test-[^/]*\\.[cm]?[jt]sx?',
      '(?:[^/]*[._-])?tests?[-_]?(?:utils?|helpers?|support|harness|setup)\\.(?:py|[cm]?[jt]sx?)',
      '(?:jest|vitest|playwright)[.-]setup\\.[cm]?[jt]sx?|setup[-_]?tests?\\.(?:py|[cm]?[jt]sx?)',
    ].join('|') +
    ')$',
  'i',
);
/** `spanFixtures.ts`, `renderFixtures/a.ts`, `jobsTestSupport.ts`; in lower case it may be another word. */
const fixtures = /[a-z](?:Fixtures?|Mocks?|Test(?:Utils?|Helpers?|Support))(?:\.[cm]?[jt]sx?$|\/)/;

/**
 * Whether a path is a test's or its data's, by the conventions of pytest, mocha, jest, vitest, Deno, Playwright and Cypress. The path is
 * relative to the workspace, with `/`, so that a checkout in a folder called `test` is not one itself.
 */
export function isTestPath(relativePath: string): boolean {
  return folder.test(relativePath) || file.test(relativePath) || fixtures.test(relativePath);
}
