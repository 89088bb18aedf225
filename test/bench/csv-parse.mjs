import { createReadStream, readFileSync } from 'node:fs'
import { parse } from 'csv-parse'
import { rowCheck } from './row-check.mjs'

// csv-parse reads the rows, ajv checks each. Prints the findings as JSON.
const [table, schema, delimiter] = process.argv.slice(2)
const { row, findings } = rowCheck(JSON.parse(readFileSync(schema, 'utf8')))
const parser = parse({ delimiter, relax_column_count: true, from: 2 })
parser.on('readable', () => {
  for (let cells = parser.read(); cells !== null; cells = parser.read()) row(cells)
})
parser.on('end', () => console.log(JSON.stringify(findings)))
createReadStream(table).pipe(parser)
