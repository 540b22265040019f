// A mocha reporter: prints like `spec` and leaves the counts in a file, so that runs in several processes add up.
const { writeFileSync } = require('node:fs');
const Mocha = require('mocha');

/** The file the counts go to: `{ passed, failed, skipped }` as JSON. Not written unless the run came to its end. */
const countsFile = process.env.TOKEN_ALLOWANCE_COUNTS;

module.exports = class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats;
      if (countsFile) writeFileSync(countsFile, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
    });
  }
};
