import type { FormerTable } from '../model/former'
import { counted, changeInPercent } from '../model/counted'
import { totalOf } from '../model/lesson'
import { shownList } from '../model/shown'
import type { Column } from '../model/table'
import { columnRule } from './rule'

/** The part of the former rows by which their number may change. */
const RATIO = 0.3

type Facts =
  | { readonly kind: 'rows'; readonly former: number; readonly rows: number }
  | { readonly kind: 'vanished'; readonly former: number; readonly gone: readonly string[] }

/** Far more or fewer rows than in the former version of the file, or rows of it that are there no longer. */
export const volumeDrift = columnRule<Facts>({
  id: 'volume-drift',
  severity: 'warning',
  preset: 'standard',
  concepts: ['completeness', 'series-break'],
  missing: true,
  readsFormer: true,

  check(column) {
    const { former } = column
    if (!former || !isCounted(column, former)) return undefined
    const keys = former.key?.label === column.label ? former.key.values : new Set<string>()
    return {
      most: keys.size + 1,
      kindOf: text => (keys.has(text) ? text : ''),
      judge: () => new Map(),
      ofColumn: counts => driftOf(counts, former, keys),
    }
  },

  message: {
    fr: facts =>
      facts.kind === 'rows'
        ? `Ce fichier compte ${counted(facts.rows, 'fr')} lignes, contre ${counted(facts.former, 'fr')} dans la version précédente (${changeInPercent(facts.former, facts.rows, 'fr')}) : vérifiez que l’export est complet et que rien n’y est en double, ou dites dans la fiche ce qui a changé.`
        : `Il manque à cette colonne ${counted(facts.gone.length, 'fr')} des ${counted(facts.former, 'fr')} identifiants de la version précédente, ${shownList.fr(facts.gone)} : ce qui renvoie à eux se perd, dites-le dans la fiche s’ils ont été retirés à dessein.`,
    en: facts =>
      facts.kind === 'rows'
        ? `This file has ${counted(facts.rows, 'en')} rows, against ${counted(facts.former, 'en')} in the former version (${changeInPercent(facts.former, facts.rows, 'en')}): check that the export is whole and that nothing is in it twice, or say in the description what has changed.`
        : `This column lacks ${counted(facts.gone.length, 'en')} of the ${counted(facts.former, 'en')} identifiers of the former version, ${shownList.en(facts.gone)}: what refers to them is lost, so say in the description if they were withdrawn on purpose.`,
  },
})

/** The rows are counted in one column: the former key where it still is there, else the first. */
function isCounted({ label, index, beside }: Column, { key }: FormerTable): boolean {
  const counting = beside.find(column => column.label === key?.label)
  return counting ? counting.index === index && counting.label === label : index === 0
}

function driftOf(
  counts: ReadonlyMap<string, number>,
  former: FormerTable,
  keys: ReadonlySet<string>,
): Facts | undefined {
  const rows = totalOf(counts)
  // A file that was empty has been filled.
  if (former.rows > 0 && Math.abs(rows - former.rows) > RATIO * former.rows)
    return { kind: 'rows', former: former.rows, rows }
  const gone = keys.size > counts.size - (counts.has('') ? 1 : 0) ? [...keys].filter(key => !counts.has(key)) : []
  return gone.length > 0 ? { kind: 'vanished', former: keys.size, gone } : undefined
}
