import type { Dataset } from './dataset'
import { dateMeaning } from './meaning/date'
import { longText } from './meaning/long-text'
import type { Asker, Meaning } from './meaning/meaning'
import { placeMeaning } from './meaning/place'
import { positionMeaning } from './meaning/position'
import { siretMeaning } from './meaning/siret'
import type { Column } from './model/table'
import { Withheld } from './withheld'

/** The nearest comes first: a value has one meaning. */
const meanings: readonly Meaning[] = [placeMeaning, siretMeaning, dateMeaning, positionMeaning]

/** What the value of a cell is, as lines of plain text; undefined for one that means nothing but itself. */
export function cellMeaning(
  dataset: Dataset,
  row: number,
  column: number,
  asker: Asker,
): readonly string[] | undefined {
  const { table, described } = dataset
  const told = described.columns[column]
  const text = table.isData(row) ? (table.text(row, column) ?? '') : ''
  const value = text.trim()
  if (!told || value === '') return undefined
  if (value.length > LONGEST) return longText(text, asker.language)
  const beside = ({ index }: Column) => {
    const text = table.text(row, index) ?? ''
    return new Withheld(dataset).isValue(index, text) ? '' : text
  }
  for (const meaning of meanings) {
    const lines = meaning(value, told, { ...asker, beside })
    if (lines) return lines
  }
  return undefined
}

/** Characters beyond which a cell holds a text, not a code. */
const LONGEST = 100
