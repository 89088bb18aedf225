import { numberIn } from '../engine/figure-words'
import { evidenceIn } from '../engine/evidence'
import { fixesOf, isChoice } from '../engine/fix'
import type { Diagnostic } from '../engine/model/diagnostic'
import type { Language } from '../engine/model/language'
import { putIn } from '../engine/model/put-in'
import { shown } from '../engine/model/shown'
import { ruleTitle, valueOf } from '../engine/say'
import { maskedTexts } from '../engine/masked'
import { unifiedDiff } from '../diff'
import { replaceFile } from '../disk'
import type { Problem } from '../files'
import type { Order } from '../options'
import { type Repaired, repaired, sameBytes } from '../repair'
import { noCounts } from '../report/report'
import { countsInWords } from '../report/words'
import { type Complain, inputsOf, sharedBy } from './inputs'
import { isFailure } from './lint'

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
    if (dryRun) process.stdout.write(diffOf(path, result))
    else if (path === '-') process.stdout.write(result.bytes)
    else if (changes && !(await isWritten(path, result.bytes, complain))) continue
    const notes = unsafe ? [choicesLeft(result)] : [readingsLost(result), evidenceLost(result)]
    ;(saysAside ? process.stderr : process.stdout).write(
      [summary(path, result, language), ...notes.map(note => note?.[language] ?? '')].join(''),
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

function diffOf(path: string, { first, last }: Repaired): string {
  const decoder = new TextDecoder()
  const shown = [...maskedTexts([first, last])].map(text => decoder.decode(text))
  return unifiedDiff(path, shown[0]!, shown[1]!)
}

function summary(path: string, { before, after }: Repaired, language: Language): string {
  const left = byRule(asTold(after, before))
  const mended = [...byRule(before)]
    .map(([rule, count]) => [rule, count - (left.get(rule) ?? 0)] as const)
    .filter(([, count]) => count > 0)
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
    fr: `  À vous de choisir : pour ${numberIn(count, 'fr')} ${findings.fr}, plusieurs réparations sont possibles.\n`,
    en: `  For you to choose: ${numberIn(count, 'en')} ${findings.en} several possible repairs.\n`,
  }
}

/** Tells that cells had one possible repair only until what they were read by was repaired, and how the first was read. */
function readingsLost({ before, after, first }: Repaired): Problem | undefined {
  const told = new Map(before.filter(isOfRow).map(diagnostic => [placeOf(diagnostic), diagnostic]))
  const lost = after.filter(isChoice).flatMap(diagnostic => {
    const known = told.get(placeOf(diagnostic))
    const fixes = known ? fixesOf(first, known) : []
    return fixes.length === 1 ? [{ text: known?.value ?? '', fix: fixes[0]! }] : []
  })
  const [one] = lost
  if (!one) return undefined
  const count = lost.length
  const cells = { fr: count === 1 ? 'cellule se lisait' : 'cellules se lisaient', en: count === 1 ? 'cell' : 'cells' }
  const value = one.fix.isWithheld ? undefined : valueOf(one.fix)
  const example =
    value === undefined
      ? { fr: '', en: '' }
      : {
          fr: ` : retenez que ${shown.fr(one.text)} valait ${shown.fr(value)}`,
          en: `: keep in mind that ${shown.en(one.text)} was ${shown.en(value)}`,
        }
  return {
    fr: `  ${numberIn(count, 'fr')} ${cells.fr} d’après ce qui vient d’être réparé, et rien d’autre dans le fichier ne le dit${example.fr}. Sur le fichier d’avant, vigie fix --unsafe répare le tout ensemble.\n`,
    en: `  ${numberIn(count, 'en')} ${cells.en} could be read by what was just repaired, and by nothing else in the file${example.en}. On the file as it was, vigie fix --unsafe repairs all of it together.\n`,
  }
}

/** Tells that what was repaired was evidence for cells that have several possible repairs as before, and one such value. */
function evidenceLost({ before, after, first }: Repaired): Problem | undefined {
  const evidence = [...evidenceIn(before)]
  const columns = new Set(evidence.map(({ column }) => column))
  const choices = new Set(before.filter(isChoice).map(placeOf))
  const open = after.filter(one => columns.has(one.column) && isChoice(one) && choices.has(placeOf(one)))
  const one = evidence.find(({ column }) => column === open[0]?.column)
  if (!one) return undefined
  const [fix] = fixesOf(first, one)
  const value = fix && !fix.isWithheld ? valueOf(fix) : undefined
  const count = open.length
  const cells = { fr: count === 1 ? 'cellule' : 'cellules', en: count === 1 ? 'cell' : 'cells' }
  const example =
    value === undefined
      ? { fr: '', en: '' }
      : {
          fr: ` : retenez que ${shown.fr(one.value ?? '')} y valait ${shown.fr(value)}`,
          en: `: keep in mind that ${shown.en(one.value ?? '')} was ${shown.en(value)} there`,
        }
  return {
    fr: `  Ce qui vient d’être réparé aidait à lire ${numberIn(count, 'fr')} ${cells.fr} à décider dans la même colonne${example.fr}.\n`,
    en: `  What was just repaired helped to read ${numberIn(count, 'en')} ${cells.en} of the same column that you have to decide about${example.en}.\n`,
  }
}

/**
 * The findings under the rules that told them before: once its neighbours are repaired, another rule may speak of a
 * cell that was left as it was.
 */
function asTold(after: readonly Diagnostic[], before: readonly Diagnostic[]): readonly Diagnostic[] {
  const told = new Map<string, string[]>()
  for (const diagnostic of before.filter(isOfRow)) putIn(told, placeOf(diagnostic), diagnostic.rule)
  return after.map(diagnostic => {
    const rules = told.get(placeOf(diagnostic)) ?? []
    return rules.includes(diagnostic.rule) ? diagnostic : { ...diagnostic, rule: rules[0] ?? diagnostic.rule }
  })
}

/** Whether a finding is about a row, or a cell of it: those about a file or a document have no place of their own. */
function isOfRow({ row }: Diagnostic): boolean {
  return row !== undefined
}

function placeOf({ row, column, value }: Diagnostic): string {
  return `${row} ${column} ${value}`
}

function byRule(diagnostics: readonly Diagnostic[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { rule } of diagnostics) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return counts
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
