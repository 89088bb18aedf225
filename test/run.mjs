import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { installBrowser } from './host/browser.mjs'
import { editorNode, installEditor } from './host/editor.mjs'
import { node20 } from './host/node20.mjs'
import { cache, installDependencies, root } from './host/project.mjs'

// Runs everything, or the suites that are named (`engine`, `editor`, `view`), after installing what is missing.
// The last line says how many tests passed, failed and were skipped; what failed stands before it, a line each.
// In the real editor (`editor`, `view`) what fails is tried once more, since the editor has moods of its own; the run names each such test.
// A suite without tests is a failure.

installDependencies()
if (process.execPath !== realpathSync(editorNode())) {
  // On a bare clone the machine's Node has begun; the tools need the project's.
  const { status } = spawnSync(editorNode(), process.argv.slice(1), { cwd: root, stdio: 'inherit' })
  process.exit(status ?? 1)
}

const results = join(cache, 'results')
const suites = { engine, editor, view }
const wanted = process.argv.slice(2)
const reporter = ['--reporter', 'test/tally.cjs', '--timeout', '120000']
const counts = { passed: 0, failed: 0, skipped: 0 }
/** @type {string[]} */
const failures = []
/** @type {string[]} */
const retried = []

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
process.env.VIGIE_NODE20 = node20()

if (node('types', ['node_modules/typescript/bin/tsc', '-p', '.']) && node('build', ['.ci/build.mjs', '--tests']))
  for (const [name, suite] of Object.entries(suites))
    if (wanted.length === 0 || wanted.includes(name)) await run(name, suite)

for (const test of retried) console.log(`Tried again: ${test}`)
for (const failure of failures) console.log(`Failed: ${failure}`)
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0

/** What needs no editor, bundled by the build: a file on each processor. */
function engine() {
  const jobs = String(Math.min(4, availableParallelism()))
  node('mocha', [
    'node_modules/mocha/bin/mocha.js',
    'dist/test/**/*.test.js',
    '--ignore',
    'dist/test/editor/**',
    '--parallel',
    '--jobs',
    jobs,
    ...reporter,
  ])
}

/** The suite inside a real VS Code, on a copy of the samples. */
async function editor() {
  installEditor()
  installBrowser()
  const { runTests } = await import('@vscode/test-electron')
  const folder = join(results, 'samples')
  cpSync(join(root, 'test', 'samples'), folder, { recursive: true })
  const log = join(results, 'editor.log')
  // Our lines have a bar; VS Code's own go to the log only.
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      const text = String(chunk)
      appendFileSync(log, text)
      for (const line of text.split('\n')) if (line.startsWith('│')) console.log(line.slice(1))
      done()
    },
  })
  await runTests({
    vscodeExecutablePath: join(root, 'test', 'host', 'code'),
    extensionDevelopmentPath: root,
    extensionTestsPath: join(root, 'dist', 'test', 'editor', 'index.js'),
    launchArgs: [folder],
    stdout,
    stderr: stdout,
  }).catch(error => console.error(`${error}; VS Code’s own words are in ${log}.`))
}

/** What a person sees: the packed extension in the editor, driven by mouse and keyboard. */
function view() {
  installEditor()
  installBrowser()
  node('mocha', ['node_modules/mocha/bin/mocha.js', 'test/view/*.test.mjs', '--retries', '1', ...reporter])
}

/**
 * Runs a suite and adds its counts, which its reporter leaves in a file.
 * @param {string} name
 * @param {() => void | Promise<void>} suite
 */
async function run(name, suite) {
  const file = join(results, `${name}.json`)
  process.env.VIGIE_TALLY = file
  console.log(`\n# ${name}`)
  await suite()
  const tally = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { passed: 0, failed: 0, skipped: 0, failures: [], retried: [] }
  if (tally.passed + tally.failed === 0) {
    tally.failures.push(`the suite “${name}” ran no test`)
    tally.failed = 1
  }
  for (const count of Object.keys(counts)) counts[count] += tally[count]
  failures.push(...tally.failures)
  retried.push(...tally.retried)
}

/**
 * Runs a script of Node to its end; when it fails, one failure more is counted unless a suite counts its own.
 * @param {string} name
 * @param {readonly string[]} args
 */
function node(name, args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0 && name !== 'mocha') {
    failures.push(`the step “${name}”`)
    counts.failed++
  }
  return status === 0
}
