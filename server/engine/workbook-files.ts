import { unaccented } from './model/fold'
import { type Loss, lossesOf } from './workbook/losses'
import { readWorkbook } from './workbook/read'
import { written } from './workbook/written'

/** The files that one sheet of a workbook becomes. */
export interface SheetFiles {
  readonly sheet: string
  /** Name of the CSV file, from the workbook's and, when there are several, the sheet's. */
  readonly name: string
  readonly csv: string
  /** Name and text of its Table Schema, which states the types of the columns; undefined without a header. */
  readonly schema: { readonly name: string; readonly text: string } | undefined
  readonly losses: readonly Loss[]
}

/**
 * A workbook as CSV files, one for each sheet that holds something, from the values of the cells and never from what
 * their formats show. `name`: the workbook's, without its folder. Undefined when it cannot be read.
 */
export function workbookFiles(file: Uint8Array, name: string): readonly SheetFiles[] | undefined {
  const sheets = readWorkbook(file)
  if (!sheets) return undefined
  const tables = sheets.flatMap(sheet => {
    const table = written(sheet)
    return table ? [{ sheet, table }] : []
  })
  const stem = name.replace(/\.[^.]*$/, '')
  const taken = new Set<string>()
  return tables.map(({ sheet, table }) => {
    const own = free(tables.length === 1 ? stem : `${stem}-${slug(sheet.name) || 'feuille'}`, taken)
    const { fields } = table
    const schema = fields && { name: `${own}.schema.json`, text: `${JSON.stringify({ fields }, null, 2)}\n` }
    return { sheet: sheet.name, name: `${own}.csv`, csv: table.csv, schema, losses: lossesOf(sheet, table) }
  })
}

/** A name as file names are best: lower case without accents, words joined by hyphens. */
function slug(name: string): string {
  return unaccented(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

function free(name: string, taken: Set<string>): string {
  let own = name
  for (let i = 2; taken.has(own); i++) own = `${name}-${i}`
  taken.add(own)
  return own
}
