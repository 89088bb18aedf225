import { spawnSync } from 'node:child_process'

/**
 * Bytes of memory that the programs take which this one has started, and those which they have, if their command line is of
 * a kind. Throws when there is none: what is not there would take none.
 * @param {RegExp} command
 */
export function memoryOf(command) {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,rss=,args='], { encoding: 'utf8' })
  const all = [...stdout.matchAll(/^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/gm)].map(([, pid, parent, kilobytes, args]) => ({
    pid: Number(pid),
    parent: Number(parent),
    bytes: 1024 * Number(kilobytes),
    args,
  }))
  const ours = new Set([process.pid])
  for (let before = 0; before < ours.size; ) {
    before = ours.size
    for (const { pid, parent } of all) if (ours.has(parent)) ours.add(pid)
  }
  const found = all.filter(({ pid, args }) => pid !== process.pid && ours.has(pid) && command.test(args))
  if (found.length === 0) throw new Error(`No program like ${command} runs.`)
  return found.reduce((sum, { bytes }) => sum + bytes, 0)
}
