import { equal, match } from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { xlsx } from '../workbook/books'
import { folderWith, vigie } from './run'

const book = xlsx({
  strings: ['<t>nom</t>', '<t>siret</t>'],
  sheets: {
    Feuil1:
      '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c t="str"><v>Été</v></c><c><v>2.1350238800019E13</v></c></row>',
  },
})

describe('vigie convert', () => {
  it('writes the sheets as CSV with their types, and lint reads what it wrote', () => {
    const folder = folderWith({ 'aides.xlsx': book })
    const { status, stdout } = vigie(folder, ['convert', 'aides.xlsx', '--language', 'fr'])
    equal(status, 0)
    equal(stdout, 'aides.csv\u00a0: feuille «\u00a0Feuil1\u00a0»\n')
    equal(readFileSync(join(folder, 'aides.csv'), 'utf8'), 'nom,siret\r\nÉté,21350238800019\r\n')
    match(vigie(folder, ['lint', 'aides.csv']).stdout, /Schema: aides\.schema\.json/)
  })

  it('names codes that lost their zeros, and lint tells them in what it wrote', () => {
    const postal = xlsx({
      sheets: {
        a: '<row><c t="str"><v>code_postal</v></c></row><row><c><v>1000</v></c></row><row><c><v>35000</v></c></row>',
      },
    })
    const folder = folderWith({ 'mairies.xlsx': postal })
    match(
      vigie(folder, ['convert', 'mairies.xlsx']).stdout,
      /One code of the column “code_postal” has most likely lost its first zero \(A2, “1000”\)/,
    )
    match(vigie(folder, ['lint', 'mairies.csv']).stdout, /lost-leading-zero/)
  })

  it('leaves a file that is there as it is, unless it is told to overwrite', () => {
    const folder = folderWith({ 'aides.xlsx': book, 'aides.csv': 'mine\n' })
    const { status, stderr } = vigie(folder, ['convert', 'aides.xlsx'])
    equal(status, 2)
    match(stderr, /aides\.csv is there already/)
    equal(readFileSync(join(folder, 'aides.csv'), 'utf8'), 'mine\n')
    equal(vigie(folder, ['convert', '--overwrite', 'aides.xlsx']).status, 0)
    match(readFileSync(join(folder, 'aides.csv'), 'utf8'), /^nom,siret/)
  })

  it('says in one line what it cannot convert', () => {
    const folder = folderWith({ 'aides.xlsx': 'nom;prix\n' })
    const { status, stderr } = vigie(folder, ['convert', 'aides.xlsx', 'absent.ods'])
    equal(status, 2)
    match(
      stderr,
      /^vigie: aides\.xlsx is not an \.xlsx or \.ods workbook[^\n]*\nvigie: absent\.ods cannot be read\.\n$/,
    )
    equal(existsSync(join(folder, 'aides.csv')), false)
  })
})
