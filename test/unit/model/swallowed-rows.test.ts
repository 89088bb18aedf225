import assert from 'node:assert/strict'
import { swallowedRows } from '../../../server/engine/model/swallowed-rows'

/** What is found in a cell of a table of four columns: the value that was meant and the line ends passed. */
function check(text: string, column: number, expected: string | undefined): void {
  const found = swallowedRows(text, { column, columnCount: 4 })
  assert.equal(found && `${found.value} + ${found.lines}`, expected)
}

describe('rows that a cell swallowed', () => {
  it('have the delimiters of the table', () => {
    check('Mairie;Niort;120\n3;Musée;Niort;60\n4;Chapelle', 1, 'Mairie + 2')
    check('Mairie,Niort,120\r\n3,Musée,Niort,60\r\n\r\n4,Chapelle', 1, 'Mairie + 3')
    check('120\n3;Musée;Niort;60\n4;Chapelle;Royan;80', 3, '120 + 2')
  })

  it('are none in a text of several lines', () => {
    check('Lundi ; mardi\nJeudi', 1, undefined)
    check('Lundi;mardi;jeudi\nfermé', 1, undefined)
    check('Cantine\nun ; deux ; trois ; quatre\nfin', 3, undefined)
    check('Mairie;Niort;120\n;;;\nfin', 1, undefined)
    check('Mairie;Niort;120\nMusée;60\nfin', 1, undefined)
  })
})
