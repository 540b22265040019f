// A mocha reporter that prints like `spec` and writes the counts to a file, so that those of several processes can be added up.
const { writeFileSync } = require('node:fs');
const Mocha = require('mocha');

/** The file for the counts, `{ passed, failed, skipped }` as JSON. Only written if the run finishes. */
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
