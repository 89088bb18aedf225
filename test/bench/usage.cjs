// Preloaded: tells at the end, on the last line of standard error, what the whole process used.
const start = process.hrtime.bigint()
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  const wall = Number(process.hrtime.bigint() - start) / 1e6
  require('node:fs').writeSync(
    2,
    `\n${JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e3, wall, peak: maxRSS / 1024 })}\n`,
  )
})
