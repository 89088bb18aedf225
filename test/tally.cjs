const { writeFileSync } = require('node:fs')
const { reporters } = require('mocha')

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

function line(test, error) {
  return `${test.fullTitle()}: ${String(error?.message).split('\n', 1)[0]}`
}
