/** Lines of context round a change, as `diff -u` gives them. */
const CONTEXT = 3
/** Lines ahead that are looked through for the next one in common. */
const AHEAD = 50

interface Step {
  readonly sign: ' ' | '-' | '+'
  readonly line: string
}

/** The change from one text to another as a unified diff; empty when they are alike. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return ''
  const old = before === '' ? [] : before.split(/(?<=\n)/)
  const fresh = after === '' ? [] : after.split(/(?<=\n)/)
  let text = `--- ${path}\n+++ ${path}\n`
  for (const { steps, oldLine, newLine } of hunks(stepsOf(old, fresh))) {
    const count = (sign: string) => steps.filter(step => step.sign === ' ' || step.sign === sign).length
    text += `@@ -${oldLine},${count('-')} +${newLine},${count('+')} @@\n`
    for (const { sign, line } of steps)
      text += sign + (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`)
  }
  return text
}

function* stepsOf(old: readonly string[], fresh: readonly string[]): Generator<Step> {
  let at = 0
  let to = 0
  // What came waits until all that went before it is told: a hunk reads `-` lines first.
  let come: string[] = []
  const arrivals = (): Step[] => come.map(line => ({ sign: '+', line }))
  while (at < old.length || to < fresh.length) {
    if (at < old.length && old[at] === fresh[to]) {
      yield* arrivals()
      come = []
      yield { sign: ' ', line: old[at]! }
      at++
      to++
      continue
    }
    const [goneLines, comeLines] = nextInCommon(old, fresh, at, to)
    for (const line of old.slice(at, at + goneLines)) yield { sign: '-', line }
    for (const line of fresh.slice(to, to + comeLines)) come.push(line)
    at += goneLines
    to += comeLines
  }
  yield* arrivals()
}

/** How many lines of each text to pass before a line in common, the fewest first. */
function nextInCommon(old: readonly string[], fresh: readonly string[], at: number, to: number): [number, number] {
  for (let passed = 1; passed <= AHEAD; passed++)
    for (let gone = 0; gone <= passed; gone++) {
      const line = old[at + gone]
      if (line !== undefined && line === fresh[to + passed - gone]) return [gone, passed - gone]
    }
  return [Math.min(1, old.length - at), Math.min(1, fresh.length - to)]
}

interface Hunk {
  readonly steps: Step[]
  readonly oldLine: number
  readonly newLine: number
}

function* hunks(steps: Iterable<Step>): Generator<Hunk> {
  let recent: Step[] = []
  let hunk: Hunk | undefined
  let calm = 0
  let oldLine = 1
  let newLine = 1
  for (const step of steps) {
    if (step.sign === ' ') calm++
    else {
      calm = 0
      hunk ??= { steps: recent, oldLine: oldLine - recent.length, newLine: newLine - recent.length }
      recent = []
    }
    if (hunk) hunk.steps.push(step)
    else recent = [...recent.slice(1 - CONTEXT), step]
    if (step.sign !== '+') oldLine++
    if (step.sign !== '-') newLine++
    if (hunk && calm > 2 * CONTEXT) {
      recent = hunk.steps.splice(hunk.steps.length - CONTEXT)
      hunk.steps.length -= calm - 2 * CONTEXT
      yield hunk
      hunk = undefined
    }
  }
  if (!hunk) return
  hunk.steps.length -= Math.max(0, calm - CONTEXT)
  yield hunk
}
