const { writeFileSync } = require('node:fs')
const { reporters } = require('mocha')

/** Prints every test, and leaves the counts in the file that `VIGIE_TALLY` names. */
module.exports = class Tally extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options)
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats
      if (process.env.VIGIE_TALLY)
        writeFileSync(process.env.VIGIE_TALLY, JSON.stringify({ passed: passes, failed: failures, skipped: pending }))
    })
  }
}
