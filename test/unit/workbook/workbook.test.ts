import assert from 'node:assert/strict'
import { strToU8, zipSync } from 'fflate'
import { workbookFiles } from '../../../server/engine/workbook-files'
import { lossInWords } from '../../../server/engine/workbook/losses'
import { written } from '../../../server/engine/workbook/written'
import { unzipped } from '../../../server/engine/workbook/zip'
import { ods, type Xlsx, xlsx } from './books'

/** The tables of a workbook, by file name. */
function tables(file: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(workbookFiles(file, 'budget.xlsx')!.map(({ name, csv }) => [name, csv]))
}

/** The value of one cell of an Excel sheet. */
function value(cell: string, book: Omit<Xlsx, 'sheets'> = {}): string {
  const [csv] = Object.values(tables(xlsx({ ...book, sheets: { a: `<row><c t="str"><v>x</v></c>${cell}</row>` } })))
  return csv!.replace(/^x,|\r\n$/g, '')
}

function losses(file: Uint8Array): readonly string[] {
  return workbookFiles(file, 'a.xlsx')!.flatMap(sheet => sheet.losses.map(loss => loss.kind))
}

const row = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`
const cell = (attributes: string, inside: string) => `<table:table-cell ${attributes}>${inside}</table:table-cell>`
const text = (value: string) => cell('office:value-type="string"', `<text:p>${value}</text:p>`)
const cells = (...values: readonly (string | number)[]) =>
  `<row>${values.map(v => (typeof v === 'number' ? `<c><v>${v}</v></c>` : `<c t="str"><v>${v}</v></c>`)).join('')}</row>`

describe('a workbook', () => {
  it('is written from its values and never from its formats', () => {
    assert.equal(value('<c s="0"><v>0.45</v></c>', { formats: [9] }), '0.45')
    assert.equal(value('<c s="0"><v>1234.5</v></c>', { formats: ['#,##0.00 &quot;€&quot;'] }), '1234.5')
    assert.equal(value('<c><v>2.1350238800019E13</v></c>'), '21350238800019')
    assert.equal(value('<c><v>1E-7</v></c>'), '0.0000001')
    assert.equal(value('<c t="b"><v>1</v></c>'), 'true')
    assert.equal(value('<c t="inlineStr"><is><t>dix, vingt</t></is></c>'), '"dix, vingt"')
    assert.equal(value('<c t="e"><f>1/0</f><v>#DIV/0!</v></c>'), '#DIV/0!')
  })

  it('writes moments as ISO 8601, whatever the format shows of them', () => {
    for (const [cell, format, expected] of [
      ['45292', 14, '2024-01-01'],
      ['45292', 'dd/mm/yy;@', '2024-01-01'],
      ['45292', '[$-40C]d mmmm yyyy', '2024-01-01'],
      ['45292.75', 14, '2024-01-01T18:00:00'],
      ['45292.75', 22, '2024-01-01T18:00:00'],
      ['0.354166666666667', 20, '08:30:00'],
      ['1.5', '[h]:mm', '36:00:00'],
      ['59', 14, '1900-02-28'],
      ['61', 14, '1900-03-01'],
      ['2958465', 14, '9999-12-31'],
      ['2958466', 14, '2958466'],
      ['-1', 14, '-1'],
      ['45292', '0&quot; jours&quot;', '45292'],
      ['45292', '[Red]#,##0', '45292'],
    ] as const)
      assert.equal(value(`<c s="0"><v>${cell}</v></c>`, { formats: [format] }), expected, `${cell} ${format}`)
    assert.equal(value('<c s="0"><v>43830</v></c>', { formats: [14], epoch: 1904 }), '2024-01-01')
  })

  it('reads shared texts, runs of formatting included, and what Excel escapes in them', () => {
    const strings = [
      '<t>un</t>',
      '<r><t>de</t></r><r><t>ux</t></r><rPh><t>prononcé</t></rPh>',
      '<t>a_x000D_b_x005F_c</t>',
    ]
    const [csv] = Object.values(
      tables(
        xlsx({ strings, sheets: { a: '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>' } }),
      ),
    )
    assert.equal(csv, 'un,deux,"a\rb_c"\r\n')
  })

  it('keeps the place of each cell, and leaves out what surrounds the table', () => {
    const rows =
      '<row r="3"><c r="B3" t="str"><v>nom</v></c><c r="D3" t="str"><v>prix</v></c></row><row r="5"><c r="D5"><v>2</v></c></row><row r="9"><c r="F9" s="0"/></row>'
    assert.deepEqual(tables(xlsx({ sheets: { a: rows } })), { 'budget.csv': 'nom,,prix\r\n\r\n,,2\r\n' })
  })

  it('gives each sheet that holds something a file of its own', () => {
    const cell = '<row><c><v>1</v></c></row>'
    const file = xlsx({ sheets: { 'Dépenses 2024': cell, Vide: '', 'depenses 2024': cell, '#': cell } })
    assert.deepEqual(Object.keys(tables(file)), [
      'budget-depenses-2024.csv',
      'budget-depenses-2024-2.csv',
      'budget-feuille.csv',
    ])
  })

  it('states the types of the columns in a schema beside it', () => {
    const rows =
      '<row><c t="str"><v>nom</v></c><c t="str"><v>prix</v></c><c t="str"><v>jour</v></c><c t="str"><v>n</v></c></row>' +
      '<row><c t="str"><v>01234</v></c><c><v>1.5</v></c><c s="1"><v>45292</v></c><c><v>3</v></c></row>' +
      '<row><c><v>7</v></c><c><v>2</v></c><c s="1"><v>45293</v></c><c><v>4</v></c></row>'
    const [sheet] = workbookFiles(xlsx({ formats: ['General', 14], sheets: { a: rows } }), 'a.xlsx')!
    assert.equal(sheet!.schema!.name, 'a.schema.json')
    assert.deepEqual(
      JSON.parse(sheet!.schema!.text).fields.map(({ type }: { type: string }) => type),
      ['string', 'number', 'date', 'integer'],
    )
  })

  it('knows codes by their label and values, names those that lost a zero, and writes them as texts', () => {
    const rows =
      cells('ville', 'code_postal', 'CP', 'telephone', 'siren', 'region', 'effectif') +
      cells('Gex', 1170, 1170, 450415000, 213502388, 2, 1170) +
      cells('Bruz', 35170, 35170, 299052000, 213500473, 3, 35170)
    const [sheet] = workbookFiles(xlsx({ sheets: { a: rows } }), 'a.xlsx')!
    assert.deepEqual(
      sheet!.losses.map(loss => loss.kind === 'codes' && [loss.label, loss.count, loss.cell]),
      [
        ['code_postal', 1, 'B2'],
        ['CP', 1, 'C2'],
        ['telephone', 2, 'D2'],
      ],
    )
    assert.deepEqual(
      JSON.parse(sheet!.schema!.text).fields.map(({ type }: { type: string }) => type),
      ['string', 'string', 'string', 'string', 'string', 'integer', 'integer'],
    )
  })

  it('says what was lost before, and what nobody saw', () => {
    assert.deepEqual(losses(xlsx({ sheets: { a: '<row><c><v>1234567890123456</v></c></row>' } })), ['digits'])
    assert.deepEqual(losses(xlsx({ sheets: { a: '<row><c><v>123456789012345</v></c></row>' } })), [])
    assert.deepEqual(losses(xlsx({ formats: ['00000'], sheets: { a: '<row><c s="0"><v>1234</v></c></row>' } })), [
      'zeros',
    ])
    assert.deepEqual(losses(xlsx({ formats: ['00000'], sheets: { a: '<row><c s="0"><v>12345</v></c></row>' } })), [])
    const hidden = {
      before: '<cols><col min="1" max="1" hidden="1"/><col min="2" max="3"/></cols>',
      rows: '<row hidden="1"><c t="e"><v>#N/A</v></c><c><f>A1</f></c></row>',
      after: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
      state: 'hidden',
    }
    assert.deepEqual(losses(xlsx({ sheets: { a: hidden } })), [
      'error',
      'formula',
      'merged',
      'hidden-sheet',
      'rows',
      'columns',
    ])
  })

  it('words each loss in both languages, and names the first cell', () => {
    const [sheet] = workbookFiles(
      xlsx({ sheets: { a: '<row r="2"><c r="AB2"><v>1234567890123456</v></c></row>' } }),
      'a.xlsx',
    )!
    assert.match(
      lossInWords(sheet!.losses[0]!, 'fr'),
      /^Un nombre a plus de 15 chiffres \(d’abord AB2, «\u00a01234567890123456\u00a0»\)/,
    )
    assert.match(
      lossInWords(sheet!.losses[0]!, 'en'),
      /^One number has more than 15 digits \(first AB2, “1234567890123456”\)/,
    )
  })

  it('of OpenDocument is read likewise', () => {
    const file = ods(
      `<table:table table:name="a">${row(text('nom') + text('prix') + text('jour') + text('vrai'))}${row(
        `${text('deux<text:s text:c="2"/>mots')}<table:table-cell office:value-type="currency" office:value="1234.5"><text:p>1 234,50 €</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2024-01-01"><text:p>1 janv.</text:p></table:table-cell><table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>VRAI</text:p></table:table-cell>`,
        'table:number-rows-repeated="2"',
      )}${row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048573"')}</table:table>`,
    )
    assert.deepEqual(tables(file), {
      'budget.csv': 'nom,prix,jour,vrai\r\ndeux  mots,1234.5,2024-01-01,true\r\ndeux  mots,1234.5,2024-01-01,true\r\n',
    })
  })

  it('of OpenDocument: two lines in a cell, a note beside it, hours, an error, a lost zero', () => {
    const file = ods(
      `<table:table table:name="a"><table:table-row>${[
        cell(
          'office:value-type="string"',
          '<office:annotation><text:p>à voir</text:p></office:annotation><text:p>un</text:p><text:p>deux</text:p>',
        ),
        cell('office:value-type="time" office:time-value="PT08H30M00S"', '<text:p>8h30</text:p>'),
        cell('table:formula="of:=1/0" office:value-type="string"', '<text:p>#DIV/0!</text:p>'),
        cell('office:value-type="float" office:value="1234"', '<text:p>01234</text:p>'),
      ].join('')}</table:table-row></table:table>`,
    )
    assert.deepEqual(tables(file), { 'budget.csv': '"un\ndeux",08:30:00,#DIV/0!,1234\r\n' })
    assert.deepEqual(losses(file), ['zeros', 'error'])
  })

  it('that is none, or hostile, is refused or cut, and said to be', () => {
    assert.equal(workbookFiles(strToU8('nom;prix'), 'a.xlsx'), undefined)
    assert.equal(workbookFiles(zipSync({ 'a.txt': strToU8('a') }), 'a.xlsx'), undefined)
    assert.equal(
      unzipped(zipSync({ a: new Uint8Array(2_000) }), () => true, 1_000),
      undefined,
    )
    const doctype = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>'
    const bomb = zipSync({
      'content.xml': strToU8(
        `${doctype}<d><table:table table:name="a"><table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>&c;</text:p></table:table-cell></table:table-row></table:table></d>`,
      ),
    })
    const [sheet] = workbookFiles(bomb, 'a.ods') ?? []
    assert.deepEqual(sheet?.losses.map(({ kind }) => kind) ?? ['refused'], ['left-out'])
    const row = [{ kind: 'number', text: '1' }] as const
    const cut = written(
      {
        name: '',
        isHidden: false,
        rows: [row, row, row],
        hiddenRows: 0,
        hiddenColumns: 0,
        mergedRanges: 0,
        formulasWithoutValue: 0,
      },
      2,
    )!
    assert.deepEqual([cut.csv, cut.rowsLeftOut], ['1\r\n1\r\n', 1])
  })
})
