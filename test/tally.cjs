const { writeFileSync } = require('node:fs')
const { reporters } = require('mocha')

/** Characters that are told of a failure. */
const MOST = 2_000

/** Prints every test; leaves the counts, what failed and what was tried again, a line each, in the file that `VIGIE_TALLY` names. */
module.exports = class Tally extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options)
    const failed = []
    const again = []
    runner.on('fail', (test, error) => failed.push(line(test, error)))
    runner.on('retry', (test, error) => again.push(line(test, error)))
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats
      if (process.env.VIGIE_TALLY)
        writeFileSync(
          process.env.VIGIE_TALLY,
          JSON.stringify({ passed: passes, failed: failures, skipped: pending, failures: failed, retried: again }),
        )
    })
  }
}

/** What failed, and of a property the cases that bring it up again. */
function line(test, error) {
  const said = String(error?.message).split('\n')
  const told = said.slice(0, said[0].startsWith('Property failed') ? 3 : 1).join(' ')
  return `${test.fullTitle()}: ${told.slice(0, MOST)}`
}
