import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { constants, setPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CheckApart, CheckJob, CheckResult } from './check-job'
import type { Problem } from './files'

/** What goes to the process. */
export interface Errand {
  readonly job: CheckJob
  /** The folder into which the reports are written. */
  readonly folder: string
}

/** What comes back from it. */
export type News = { readonly done: number } | { readonly result: CheckResult }

/** One folder for each file; all go with the server. */
const folders = new Map<string, string>()

/** Checks in a process of its own, which can be ended at any moment and whose memory is not the server's. */
export const checkInProcess: CheckApart = (job, tell, signal) =>
  new Promise((resolve, reject) => {
    const folder = freshFolder(job.uri)
    // What it prints must not come between what the server says to its client.
    const child = fork(join(__dirname, 'cli.js'), ['check-apart'], {
      execArgv: [],
      signal,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child.once('spawn', () => yieldTo(child.pid))
    child.on('message', (news: News) => {
      if ('done' in news) return tell(news.done)
      resolve(news.result)
      child.disconnect()
    })
    child.once('error', reject)
    child.once('exit', () => resolve({ told: ended[job.language], diagnostics: [] }))
    const errand: Errand = { job, folder }
    child.send(errand)
  })

function freshFolder(uri: string): string {
  if (folders.size === 0) process.once('exit', removeFolders)
  const before = folders.get(uri)
  if (before !== undefined) rmSync(before, { recursive: true, force: true })
  const folder = mkdtempSync(join(tmpdir(), 'vigie-check-'))
  folders.set(uri, folder)
  return folder
}

function removeFolders(): void {
  for (const folder of folders.values()) rmSync(folder, { recursive: true, force: true })
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
  fr: 'La vérification s’est arrêtée avant la fin, sans doute faute de mémoire : rien n’est dit de ce fichier.',
  en: 'The check ended before its end, probably for want of memory: nothing is told of this file.',
}
