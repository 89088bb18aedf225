import { open, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inSlices, pause } from '../slices'
import type { CheckJob, CheckResult } from './job'
import { rangeOf } from '../editor/convert'
import type { Dataset } from '../engine/dataset'
import { periodInSteps } from '../engine/describe'
import { lintInSteps } from '../engine/lint'
import { severities } from '../engine/model/diagnostic'
import { verdictOf } from '../engine/verdict'
import type { Problem } from '../files/files'
import { reportOfGroups } from '../editor/findings'
import { nodePlatform } from '../editor/node-platform'
import { openedOnDisk } from './opened'
import { nameOf, within } from '../files/path'
import { type Group, Groups } from '../report/group'
import { htmlReport } from '../report/html'
import { jsonFile, jsonHead, jsonTail } from '../report/json'
import { noCounts, type ReportStyle } from '../report/report'
import { standingOf } from '../report/standing'
import { countsInWords } from '../report/words'
import type { Placed } from '../folder/standings'
import { today } from '../today'
import { broken, unreadable } from './unchecked'
import { ownVersion } from '../version'

/** Milliseconds after which the server hears how far the work is. */
const PACE = 100

/** Checks a file and writes the reports into a folder; `tell` is given the share done. Never throws. */
export async function checkFromDisk(job: CheckJob, folder: string, tell: (done: number) => void): Promise<CheckResult> {
  return checked(job, folder, tell).catch((error: unknown) => refused(job, broken(error)))
}

async function checked(job: CheckJob, folder: string, tell: (done: number) => void): Promise<CheckResult> {
  const { uri, language } = job
  const path = nodePlatform.pathOf(uri)
  const before = await stateOf(path)
  const opened = before && (await openedOnDisk(path, job))
  if (!opened) return refused(job, unreadable)
  const { dataset, options, close } = opened
  const counts = noCounts()
  const groups = new Groups(dataset)
  const style: ReportStyle = { language, version: ownVersion(), today: today(), colours: 'off' }
  const reports = { html: join(folder, 'vigie.html'), json: join(folder, 'vigie.json') }
  const entry = { path: toldPath(path, job), dataset, counts }
  const file = jsonFile(entry, language)
  const json = await open(reports.json, 'w')
  try {
    await json.appendFile(jsonHead(style) + file.start())
    let last = performance.now()
    for (const { found, done } of lintInSteps(dataset, options)) {
      for (const diagnostic of found) {
        counts[diagnostic.severity]++
        groups.add(diagnostic)
        file.tell(diagnostic)
      }
      if (file.told.isLong) await json.appendFile(file.told.lent())
      if (performance.now() - last < PACE) continue
      tell(done)
      await pause()
      last = performance.now()
    }
    await json.appendFile(file.told.lent())
    await json.appendFile(file.end() + jsonTail)
  } finally {
    await json.close()
  }
  await writeFile(reports.html, htmlReport(entry, groups.all(), style))
  const { related } = job
  const { uriOf } = nodePlatform
  const diagnostics = reportOfGroups({ dataset, shift: 0 }, groups.all(), { uri, language, related, uriOf })
  const placed = await placedOnDisk(path, { dataset, counts, groups: groups.all() })
  close()
  if ((await stateOf(path)) !== before) return refused(job, changed)
  return { told: toldOf(nameOf(path), countsInWords(counts, language))[language], diagnostics, reports, placed }
}

/** What the file is worth: its columns of dates are read once more. */
async function placedOnDisk(
  path: string,
  {
    dataset,
    counts,
    groups,
  }: { readonly dataset: Dataset; readonly counts: ReturnType<typeof noCounts>; readonly groups: readonly Group[] },
): Promise<Placed> {
  const verdict = verdictOf(
    severities
      .map(severity => ({ rule: '', severity, column: undefined, count: counts[severity] }))
      .filter(({ count }) => count > 0),
  )
  const period = await inSlices(periodInSteps(dataset), () => false)
  const standing = standingOf(path, { dataset, verdict, last: period?.outcome?.last, told: undefined })
  const firsts = groups.flatMap(({ first }) => first[0] ?? [])
  const [worst] = firsts.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
  return worst && verdict.state !== 'yes'
    ? { standing, place: rangeOf({ dataset, shift: 0 }, worst.span) }
    : { standing }
}

/** The path as the editor shows it: whoever is handed the report has the folder elsewhere. */
function toldPath(path: string, { folders }: CheckJob): string {
  const folder = folders.find(one => path.startsWith(`${one}/`))
  return folder === undefined ? nameOf(path) : within(folder, path)
}

/** Tells one state of a file from another. */
function stateOf(path: string): Promise<string | undefined> {
  return stat(path).then(
    found => (found.isFile() ? `${found.size} ${found.mtimeMs}` : undefined),
    () => undefined,
  )
}

function toldOf(name: string, counts: string): Problem {
  return { fr: `${name} : ${counts}.`, en: `${name}: ${counts}.` }
}

function refused({ language }: CheckJob, problem: Problem): CheckResult {
  return { told: problem[language], diagnostics: [] }
}

const changed: Problem = {
  fr: 'Le fichier a changé pendant sa vérification : relancez la commande quand il ne bouge plus.',
  en: 'The file changed while it was checked: run the command again once it is at rest.',
}
