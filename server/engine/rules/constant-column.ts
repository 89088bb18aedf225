import { counted } from '../model/counted'
import { tally, totalOf } from '../model/lesson'
import { shown } from '../model/shown'
import type { Column } from '../model/table'
import { columnRule } from './rule'

/** Rows below which it says little that all are alike. */
const LEAST = 20
/** The part of the cells that may be empty. */
const MOST_EMPTY = 0.95
/** Values among the first 1,000 rows with which a column may be almost empty. */
const SPARSE = 50
/** Characters by which values are told apart. */
const LONGEST = 200
/** The part of the first values from which on a column is counted as one of which all may be alike. */
const ALIKE = 0.9

type Facts =
  | { readonly what: 'constant'; readonly value: string; readonly count: number }
  | { readonly what: 'empty'; readonly filled: number; readonly rows: number }

/** A column that says the same in every row, or nothing in nearly all of them. */
export const constantColumn = columnRule<Facts>({
  id: 'constant-column',
  severity: 'hint',
  preset: 'complet',
  concepts: ['data-dictionary'],
  missing: true,

  check(column) {
    const habit = habitOf(column)
    if (!habit) return undefined
    return {
      most: 2,
      kindOf: text => (text.trim() === '' ? '' : habit === 'sparse' ? 'filled' : text.slice(0, LONGEST)),
      judge: () => new Map(),
      ofColumn(counts) {
        const rows = totalOf(counts)
        const filled = rows - (counts.get('') ?? 0)
        if (rows < LEAST) return undefined
        if (rows - filled > MOST_EMPTY * rows) return { what: 'empty', filled, rows }
        const value = [...counts.keys()].find(kind => kind !== '')
        const isConstant = habit === 'alike' && counts.size - Number(counts.has('')) === 1 && filled >= LEAST
        return isConstant ? { what: 'constant', value: value!, count: filled } : undefined
      },
    }
  },

  message: {
    fr: facts =>
      facts.what === 'constant'
        ? `Les ${counted(facts.count, 'fr')} cellules remplies de cette colonne disent toutes ${shown.fr(facts.value)} : si c’est voulu, dites-le une fois dans la description du jeu de données ; sinon, l’export est sans doute incomplet.`
        : `Cette colonne est presque vide (cellules remplies : ${counted(facts.filled, 'fr')} sur ${counted(facts.rows, 'fr')}) : remplissez-la, ou retirez-la si plus personne ne la tient.`,
    en: facts =>
      facts.what === 'constant'
        ? `All ${counted(facts.count, 'en')} filled cells of this column say ${shown.en(facts.value)}: if that is meant, say it once in the description of the dataset; if not, the export is most likely incomplete.`
        : `This column is almost empty (filled cells: ${counted(facts.filled, 'en')} of ${counted(facts.rows, 'en')}): fill it, or leave it out if nobody keeps it any more.`,
  },
})

/**
 * What a column may be, by its first values; one that a schema declares is as it must be, one without a name has its own
 * rules, and the elements of a list are as many as there are.
 */
function habitOf({ field, label, element, learn }: Column): 'alike' | 'sparse' | undefined {
  return field || element !== undefined || label.trim() === '' ? undefined : learn(habit)
}

/** Nearly all alike is told as all of them are, so that a value that is typed does not decide what is counted. */
const habit = tally<'alike' | 'sparse' | undefined, string>({
  kindOf: value => value.trim().slice(0, LONGEST),
  judge(counts) {
    if (counts.size === 1) return 'alike'
    const values = totalOf(counts)
    if (values <= SPARSE) return 'sparse'
    // One of spaces alone would be left out of the cells that are counted.
    return !counts.has('') && Math.max(...counts.values()) >= ALIKE * values ? 'alike' : undefined
  },
})
