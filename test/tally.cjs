const { writeFileSync } = require('node:fs')
const { reporters } = require('mocha')

/** Prints every test; leaves the counts and what failed, a line each, in the file that `VIGIE_TALLY` names. */
module.exports = class Tally extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options)
    const failed = []
    runner.on('fail', (test, error) => failed.push(`${test.fullTitle()}: ${String(error?.message).split('\n', 1)[0]}`))
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats
      if (process.env.VIGIE_TALLY)
        writeFileSync(
          process.env.VIGIE_TALLY,
          JSON.stringify({ passed: passes, failed: failures, skipped: pending, failures: failed }),
        )
    })
  }
}
