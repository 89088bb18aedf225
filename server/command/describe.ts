import { disk, replaceFile, wroteNew } from '../files/disk'
import { packageText } from '../engine/package-text'
import { describeInSteps, type SelfDescribed } from '../engine/describe'
import type { Problem } from '../files/files'
import type { Order } from './options'
import { folderOf, nameOf } from '../files/path'
import type { Input } from '../files/input'
import { type Complain, inputsOf, sharedBy } from './inputs'
import { opened } from '../files/opened'
import { Progress } from './progress'

/** Prints a `datapackage.json` that describes one file, or writes or completes the one beside each of several. */
export async function describeCommand(order: Order, complain: Complain): Promise<void> {
  const shared = await sharedBy(order, complain)
  if (!shared) return
  let printed = 0
  for await (const input of inputsOf(order, shared, complain)) {
    try {
      const described = await describedInput(input, complain)
      if (!described) continue
      if (order.write) await write(input.path, described, order, complain)
      else if (printed++ > 0) return void complain(several, 'serious')
      else process.stdout.write(packageText(undefined, described, order.language)!)
    } finally {
      input.paged?.close()
    }
  }
}

async function describedInput(input: Input, complain: Complain): Promise<SelfDescribed | undefined> {
  const { path, paged, bytes } = input
  const dataset = opened(input)
  if (!dataset.readable || dataset.tree) {
    complain({ fr: `${path} n’est pas un tableau.`, en: `${path} is not a table.` }, 'serious')
    return undefined
  }
  const sha256 = await (paged ? paged.sha256() : disk.hash('sha256', bytes))
  const progress = new Progress()
  const steps = describeInSteps(dataset, { path: nameOf(path), bytes: paged?.bytes ?? bytes.length, sha256 })
  for (;;) {
    const step = steps.next()
    if (step.done) {
      progress.clear()
      return step.value
    }
    progress.show(path, step.value)
  }
}

const several = {
  fr: 'Une seule fiche s’écrit sur la sortie standard : nommez un seul fichier, ou ajoutez --write.',
  en: 'Only one document is printed on standard output: name one file, or add --write.',
}

/** What stands in a document that is there is never changed, only completed. */
async function write(path: string, described: SelfDescribed, { language }: Order, complain: Complain): Promise<void> {
  const folder = folderOf(path)
  const beside = folder === '' && !path.startsWith('/') ? 'datapackage.json' : `${folder}/datapackage.json`
  const existing = path === '-' ? undefined : await disk.read(beside)
  const text = packageText(existing, described, language)
  if (text === undefined) return complain(unfit(beside), 'serious')
  const bytes = new TextEncoder().encode(text)
  try {
    if (!(await wroteNew(beside, bytes))) await replaceFile(beside, bytes)
    const done = existing ? { fr: 'complété', en: 'completed' } : { fr: 'écrit', en: 'written' }
    process.stdout.write({ fr: `${beside} : ${done.fr}\n`, en: `${beside}: ${done.en}\n` }[language])
  } catch {
    complain({ fr: `${beside} ne peut pas être écrit.`, en: `${beside} cannot be written.` }, 'serious')
  }
}

function unfit(beside: string): Problem {
  return {
    fr: `${beside} n’est pas complété : ce n’est pas du JSON bien formé, « vigie lint » dit où.`,
    en: `${beside} is not completed: it is not well-formed JSON, “vigie lint” says where.`,
  }
}
