const folder =
  /(?:^|\/)(?:tests?|__tests__|__mocks__|__snapshots__|__fixtures__|fixtures|testing|testdata|e2e|cypress|spec)\//i;
const file =
  /(?:^|\/)(?:test_[^/]*\.pyi?|[^/]*_test\.pyi?|tests?\.(?:py|ipynb|[cm]?[jt]sx?)|conftest\.py|[^/]*[.-](?:test|tests|spec|e2e|bench|stories)(?:-d)?\.[cm]?[jt]sx?|test-[^/]*\.[cm]?[jt]sx?)$/i;

/**
 * Whether a path names a test or what tests read, by the conventions of pytest, mocha, jest, vitest, Playwright and Cypress.
 * The path is relative to the workspace, with `/`, so that a checkout below a folder called `test` is none itself.
 */
export function isTestPath(relativePath: string): boolean {
  return folder.test(relativePath) || file.test(relativePath);
}
