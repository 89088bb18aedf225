import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { constants, setPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CheckApart, CheckJob, CheckResult } from './job'
import type { Problem } from '../files/files'

/** What goes to the process. */
export interface Errand {
  readonly job: CheckJob
  /** The folder into which the reports are written. */
  readonly folder: string
}

/** What comes back from it. */
export type News = { readonly done: number } | { readonly result: CheckResult }

/** Every folder that was made: they go with the server. */
const folders = new Set<string>()
/** That of the last report of each file. */
const last = new Map<string, string>()

/** Checks in a process of its own, which can be ended at any moment and whose memory is not the server's. */
export const checkInProcess: CheckApart = (job, tell, signal) =>
  new Promise((resolve, reject) => {
    const folder = freshFolder()
    // What it prints must not come between what the server says to its client.
    const child = fork(join(__dirname, 'cli.js'), ['check-apart'], {
      execArgv: [],
      signal,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    let result: CheckResult = { told: ended[job.language], diagnostics: [] }
    child.once('spawn', () => yieldTo(child.pid))
    child.on('message', (news: News) => {
      if ('done' in news) return tell(news.done)
      result = news.result
      child.disconnect()
    })
    // Of a process that cannot begin we hear twice: that, and that nothing can be sent to it.
    child.on('error', reject)
    child.once('exit', () => {
      if (result.reports) keep(folder, job.uri)
      else remove(folder)
      resolve(result)
    })
    const errand: Errand = { job, folder }
    child.send(errand)
  })

function freshFolder(): string {
  if (folders.size === 0) process.once('exit', () => folders.forEach(remove))
  const folder = mkdtempSync(join(tmpdir(), 'vigie-check-'))
  folders.add(folder)
  return folder
}

/** The report of a file takes the place of the one before. */
function keep(folder: string, uri: string): void {
  const before = last.get(uri)
  if (before !== undefined) remove(before)
  last.set(uri, folder)
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

/** The editor goes first. */
function yieldTo(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Some systems do not let a process give way.
  }
}

const ended: Problem = {
  fr: 'La vérification s’est arrêtée avant la fin, sans doute faute de mémoire : rien n’est dit de ce fichier.',
  en: 'The check ended before its end, probably for want of memory: nothing is told of this file.',
}
