import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { crc32 } from 'node:zlib'
import { cacheFolder } from './files/cache-folder'

// The door of the program: it runs the bundle beside it from the code that an earlier run has compiled. Node's own cache
// keeps what is compiled while a module is loaded, and what is called later would be compiled anew in each run.

/** A hash of the bundle: V8 would take the code of any text of the same length for its own. */
declare const BUNDLE: string

/** Compiled programs that are kept: each verb has one, with what it calls. */
const MOST = 24

/** From V8 13 on a middle compiler does most of the work: it waits as well. */
const BOTH_WAIT = '--invocation-count-for-turbofan=100000 --invocation-count-for-maglev=10000'

/**
 * By version of V8: how its compilers are told to wait until a function was called many times as often. A command is over
 * before most of what they make pays, which is a quarter of a check's CPU time on Node 20, a fifth on Node 22, and on
 * Node 24 a tenth of a long check and a fifth of one of a few small files.
 */
const patience: ReadonlyMap<number, string> = new Map([
  [11, '--interrupt-budget=1000000'],
  [12, '--invocation-count-for-turbofan=30000'],
  [13, BOTH_WAIT],
  [14, BOTH_WAIT],
])

const filename = join(__dirname, 'vigie.js')
const folder = cacheFolder('code', process.env)
const verb = /^[a-z][a-z-]*$/.exec(process.argv[2] ?? '')?.[0] ?? 'none'
const kept = join(folder, [verb, process.version, process.arch, BUNDLE].join('_'))

const later = patience.get(Number.parseInt(process.versions.v8))
// Servers live long; that of editors has no verb where it has a door of its own. What is kept is for the flags under which it was made.
if (later && verb !== 'none' && verb !== 'server' && verb !== 'mcp') {
  // Loaded where it is of use: that takes a millisecond.
  const { setFlagsFromString } = require('node:v8') as typeof import('node:v8')
  setFlagsFromString(later)
}
const cachedData = codeIn(kept)
// The build writes ASCII only, and around it the function that a module is to Node.
const script = new Script(readFileSync(filename, 'latin1'), { filename, cachedData })
// Node 20 has no sums before 20.15.
if (typeof crc32 === 'function' && (!cachedData || script.cachedDataRejected)) process.on('exit', keep)
script.runInThisContext()(exports, require, module, filename, __dirname)

/** The code that a file holds before its sum; undefined when they do not agree, since V8 would break down on it. */
function codeIn(path: string): Buffer | undefined {
  try {
    const bytes = readFileSync(path)
    const code = bytes.subarray(0, -4)
    return bytes.readUInt32LE(code.length) === crc32(code) ? code : undefined
  } catch {
    return undefined
  }
}

/** Keeps what this run has compiled, and forgets the oldest. What cannot be kept is no fault: the next run compiles it. */
function keep(status: number): void {
  // There may be no such verb.
  if (status === 2) return
  try {
    const code = script.createCachedData()
    const sum = Buffer.alloc(4)
    sum.writeUInt32LE(crc32(code))
    const part = `${kept}.${process.pid}`
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(part, Buffer.concat([code, sum]), { flag: 'wx' })
    renameSync(part, kept)
    const files = readdirSync(folder).map(name => join(folder, name))
    const dated = files.map(path => ({ path, at: statSync(path).mtimeMs })).toSorted((a, b) => b.at - a.at)
    for (const { path } of dated.slice(MOST)) rmSync(path, { force: true })
  } catch {
    // A folder that may not be written, or another run that does the same.
  }
}
