import { createReadStream, readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { rowCheck } from './row-check.mjs'

// papaparse reads the rows, ajv checks each. Prints the findings as JSON.
const [table, schema, delimiter] = process.argv.slice(2)
const { row, findings } = rowCheck(JSON.parse(readFileSync(schema, 'utf8')))
let header = true
Papa.parse(createReadStream(table, { encoding: 'utf8', highWaterMark: 1 << 20 }), {
  delimiter,
  chunk({ data }) {
    for (const cells of data) {
      if (!header) row(cells)
      header = false
    }
  },
  complete: () => console.log(JSON.stringify(findings)),
})
