import { evidenceIn } from '../engine/evidence'
import { numberIn } from '../engine/figure-words'
import { fixesOf, isChoice } from '../engine/fix'
import type { Diagnostic } from '../engine/model/diagnostic'
import type { Language } from '../engine/model/language'
import { putIn } from '../engine/model/put-in'
import { shown } from '../engine/model/shown'
import { valueOf } from '../engine/say'
import type { Repaired } from './repair'

/** What was found in a file before it was repaired and after, and the file before. */
export type Outcome = Pick<Repaired, 'before' | 'after' | 'first'>

/** How many findings of each rule were repaired. */
export function repairsByRule({
  before,
  after,
}: Pick<Outcome, 'before' | 'after'>): readonly (readonly [string, number])[] {
  const left = byRule(asTold(after, before))
  return [...byRule(before)]
    .map(([rule, count]) => [rule, count - (left.get(rule) ?? 0)] as const)
    .filter(([, count]) => count > 0)
}

/** Tells that cells had one possible repair only until what they were read by was repaired, and how the first was read. */
export function readingsLost({ before, after, first }: Outcome, language: Language): string | undefined {
  const told = new Map(before.filter(isOfRow).map(diagnostic => [placeOf(diagnostic), diagnostic]))
  const lost = after.filter(isChoice).flatMap(diagnostic => {
    const known = told.get(placeOf(diagnostic))
    return known && fixesOf(first, known).length === 1 ? [known] : []
  })
  const [one] = lost
  if (!one) return undefined
  const count = numberIn(lost.length, language)
  const cells = {
    fr: lost.length === 1 ? 'cellule se lisait' : 'cellules se lisaient',
    en: lost.length === 1 ? 'cell' : 'cells',
  }
  const known = readingOf(one, first)
  const example = known
    ? {
        fr: ` : retenez que ${shown.fr(known.text)} valait ${shown.fr(known.value)}`,
        en: `: keep in mind that ${shown.en(known.text)} was ${shown.en(known.value)}`,
      }
    : { fr: '', en: '' }
  return {
    fr: `${count} ${cells.fr} d’après ce qui vient d’être réparé, et rien d’autre dans le fichier ne le dit${example.fr}.`,
    en: `${count} ${cells.en} could be read by what was just repaired, and by nothing else in the file${example.en}.`,
  }[language]
}

/** Tells that what was repaired was evidence for cells that have several possible repairs as before, and one such value. */
export function evidenceLost({ before, after, first }: Outcome, language: Language): string | undefined {
  const evidence = [...evidenceIn(before)]
  const columns = new Set(evidence.map(({ column }) => column))
  const choices = new Set(before.filter(isChoice).map(placeOf))
  const open = after.filter(one => columns.has(one.column) && isChoice(one) && choices.has(placeOf(one)))
  const one = evidence.find(({ column }) => column === open[0]?.column)
  if (!one) return undefined
  const count = numberIn(open.length, language)
  const cells = { fr: open.length === 1 ? 'cellule' : 'cellules', en: open.length === 1 ? 'cell' : 'cells' }
  const known = readingOf(one, first)
  const example = known
    ? {
        fr: ` : retenez que ${shown.fr(known.text)} y valait ${shown.fr(known.value)}`,
        en: `: keep in mind that ${shown.en(known.text)} was ${shown.en(known.value)} there`,
      }
    : { fr: '', en: '' }
  return {
    fr: `Ce qui vient d’être réparé aidait à lire ${count} ${cells.fr} à décider dans la même colonne${example.fr}.`,
    en: `What was just repaired helped to read ${count} ${cells.en} of the same column that you have to decide about${example.en}.`,
  }[language]
}

/** What stood in a cell and how it was read; nothing where that is not told. */
function readingOf(diagnostic: Diagnostic, first: Outcome['first']): { text: string; value: string } | undefined {
  const [fix] = fixesOf(first, diagnostic)
  const value = fix && valueOf(fix)
  // A repair that empties the cell tells nothing itself, but the value that it takes out stands beside it.
  return value === undefined || diagnostic.isWithheld ? undefined : { text: diagnostic.value ?? '', value }
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

function placeOf({ inside, row, column, value }: Diagnostic): string {
  return `${inside} ${row} ${column} ${value}`
}

function byRule(diagnostics: readonly Diagnostic[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { rule } of diagnostics) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return counts
}
