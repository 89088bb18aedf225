import { numberIn } from '../engine/figure-words'
import { isChoice } from '../engine/fix'
import type { Diagnostic } from '../engine/model/diagnostic'
import type { Language } from '../engine/model/language'
import { ruleTitle } from '../engine/say'
import { type Dataset, textOf } from '../engine/dataset'
import { maskedTexts } from '../engine/masked'
import { type Side, unifiedDiff } from './diff'
import { replaceFile } from '../files/disk'
import type { Problem } from '../files/files'
import type { Order } from './options'
import { Output } from './output'
import { type Repaired, repaired } from '../repair/repair'
import { evidenceLost, readingsLost, repairsByRule } from '../repair/told'
import { noCounts } from '../report/report'
import { countsInWords } from '../report/words'
import { type Complain, inputsOf, sharedBy } from './inputs'
import { isFailure } from './lint'
import { sameBytes } from '../files/same-bytes'

/** Repairs files in place; true when what remains is at or above the severity that fails. */
export async function fixCommand(order: Order, complain: Complain): Promise<boolean> {
  const { language, unsafe, dryRun } = order
  const shared = await sharedBy(order, complain)
  if (!shared) return false
  let fails = false
  for await (const { path, bytes, open, lint } of inputsOf(order, shared, complain)) {
    const result = repaired(bytes, { open, lint, unsafe })
    const changes = !sameBytes(result.bytes, bytes)
    const saysAside = dryRun || path === '-'
    if (dryRun) await printDiff(path, result)
    else if (path === '-') process.stdout.write(result.bytes)
    else if (changes && !(await isWritten(path, result.bytes, complain))) continue
    const notes = unsafe
      ? [choicesLeft(result)?.[language]]
      : [togetherAgain(readingsLost(result, language), language), evidenceLost(result, language)]
    ;(saysAside ? process.stderr : process.stdout).write(
      [summary(path, result, language), ...notes.map(note => (note ? `  ${note}\n` : ''))].join(''),
    )
    for (const character of result.unwritable) complain(unwritable(path, character, result), 'mild')
    fails ||= isFailure(countsOf(result.after), order.failOn)
  }
  return fails
}

async function isWritten(path: string, bytes: Uint8Array, complain: Complain): Promise<boolean> {
  try {
    await replaceFile(path, bytes)
    return true
  } catch {
    complain({ fr: `${path} ne peut pas être écrit.`, en: `${path} cannot be written.` }, 'serious')
    return false
  }
}

async function printDiff(path: string, { first, last }: Repaired): Promise<void> {
  const [before, after] = sidesOf(first, last)
  const output = new Output()
  for (const piece of unifiedDiff(path, before, after)) await output.write(piece)
  await output.flush()
}

function sidesOf(first: Dataset, last: Dataset): [Side, Side] {
  const [before, after] = maskedTexts([first, last])
  return [
    { bytes: textOf(first), shown: before! },
    { bytes: textOf(last), shown: after! },
  ]
}

function summary(path: string, { before, after }: Repaired, language: Language): string {
  const mended = repairsByRule({ before, after })
  const total = mended.reduce((sum, [, count]) => sum + count, 0)
  const lines = mended.map(([rule, count]) => `  ${numberIn(count, language)} × ${ruleTitle(rule, language)}\n`)
  const remains = countsInWords(countsOf(after), language)
  const done = numberIn(total, language)
  const heading = {
    fr: total === 0 ? 'rien à réparer' : total === 1 ? '1 réparation' : `${done} réparations`,
    en: total === 0 ? 'nothing to repair' : total === 1 ? '1 repair' : `${done} repairs`,
  }[language]
  const rest = {
    fr: after.length === 0 ? 'Il ne reste aucun constat.' : `Il reste ${remains} ; vigie lint en dit plus.`,
    en: after.length === 0 ? 'No finding remains.' : `What remains: ${remains}; vigie lint tells more.`,
  }[language]
  return `${path}${language === 'fr' ? ' :' : ':'} ${heading}\n${lines.join('')}  ${rest}\n`
}

/** How many findings wait for a person to choose among their repairs. */
function choicesLeft({ after }: Repaired): Problem | undefined {
  const count = after.filter(isChoice).length
  if (count === 0) return undefined
  const findings = { fr: count === 1 ? 'constat' : 'constats', en: count === 1 ? 'finding has' : 'findings have' }
  return {
    fr: `À vous de choisir : pour ${numberIn(count, 'fr')} ${findings.fr}, plusieurs réparations sont possibles.`,
    en: `For you to choose: ${numberIn(count, 'en')} ${findings.en} several possible repairs.`,
  }
}

/** What was lost, and how it is kept. */
function togetherAgain(lost: string | undefined, language: Language): string | undefined {
  if (lost === undefined) return undefined
  return {
    fr: `${lost} Sur le fichier d’avant, vigie fix --unsafe répare le tout ensemble.`,
    en: `${lost} On the file as it was, vigie fix --unsafe repairs all of it together.`,
  }[language]
}

function countsOf(diagnostics: readonly Diagnostic[]) {
  const counts = noCounts()
  for (const { severity } of diagnostics) counts[severity]++
  return counts
}

function unwritable(path: string, character: string, { first }: Repaired) {
  const { encoding } = first.dialect
  return {
    fr: `${path} : « ${character} » ne s’écrit pas en ${encoding}, ces réparations attendent que le fichier soit en UTF-8.`,
    en: `${path}: “${character}” cannot be written in ${encoding}, these repairs wait until the file is in UTF-8.`,
  }
}
