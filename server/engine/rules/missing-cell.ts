import { isHalf } from '../model/half-row'
import { shownList } from '../model/shown'
import { rowRule } from './rule'
import { saidOfParts } from './said-of-values'

interface Facts {
  readonly expected: number
  readonly actual: number
  /** Labels of the columns that have no cell; fewer than the missing cells when some have no label. */
  readonly labels: readonly string[]
  /** Whether the row and one of its neighbours are the two halves of one. */
  readonly cut: boolean
  /** Whether the schema lets the missing cells be empty. */
  readonly optional: boolean
}

/** A row shorter than the header leaves its last columns without a value, or all of them one place off. */
export const missingCell = rowRule<Facts>({
  id: 'missing-cell',
  severity: 'error',
  preset: 'essentiel',
  concepts: ['csv-format'],
  frictionless: 'missing-cell',
  insteadOf: saidOfParts,
  isCause: ({ cut }) => cut,
  schema: true,
  when: 'ragged',
  around: 1,

  check({ table, columns }) {
    const expected = table.columnCount + table.columnsLeftOut
    return row => {
      const { width } = row
      if (width >= expected) return undefined
      const labels = columns.slice(width).flatMap(({ label }) => (label.trim() === '' ? [] : [label]))
      const optional = columns.slice(width).every(({ field }) => field?.constraints.required !== true)
      return { column: width, facts: { expected, actual: width, labels, cut: isHalf(table, row), optional } }
    }
  },

  message: {
    fr({ expected, actual, labels, cut }) {
      const count = `Cette ligne a ${actual} ${actual > 1 ? 'cellules' : 'cellule'} sur ${expected}`
      const missing = labels.length > 0 ? `${count}, il manque ${shownList.fr(labels)}` : count
      return cut
        ? `${missing} : un retour à la ligne semble la couper en deux, réunissez les deux morceaux.`
        : `${missing} : remettez le délimiteur perdu, ou ajoutez les cellules si elles sont vides.`
    },
    en({ expected, actual, labels, cut }) {
      const count = `This row has ${actual} of ${expected} cells`
      const missing = labels.length > 0 ? `${count} and lacks ${shownList.en(labels)}` : count
      return cut
        ? `${missing}: a line break seems to cut it in two, so join the two parts.`
        : `${missing}: put back the delimiter that was lost, or add the cells if they are empty.`
    },
  },

  fix: ({ expected, actual, cut, optional }, { row }) =>
    row === undefined || cut || !optional ? undefined : [{ add: 'cells', row, count: expected - actual }],
})
