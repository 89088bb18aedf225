import assert from 'node:assert/strict'
import { openDataset } from '../../../server/engine/dataset'
import { applyEdits, fixesOf } from '../../../server/engine/fix'
import { lint } from '../../../server/engine/lint'
import { intervalsOf } from '../../../server/engine/model/interval'
import { invertedInterval } from '../../../server/engine/rules/inverted-interval'
import { titleOf } from '../../../server/engine/say'
import { readSchema } from '../../../server/engine/schema/table-schema'
import { column, field } from './described'

/** The labels that pair up, all of them over dates. */
function pairs(labels: string, sample = ['2024-05-12']): readonly string[] {
  const names = labels.split(' ')
  const columns = names.map((label, index) => column({ index, label, sample }))
  return intervalsOf(columns).map(({ start, end }) => `${names[start]}–${names[end]}`)
}

/** What is said of a table: the cell that is marked and the table once fixed. */
function said(text: string, fields: readonly object[] = []): readonly string[] {
  const bytes = new TextEncoder().encode(text)
  const schema = fields.length > 0 ? readSchema({ fields }, 'essai').schema! : undefined
  const dataset = openDataset(bytes, {
    dialect: { delimiter: ';', headerRows: [0] },
    schema: schema ? { schema, source: 'flag' } : 'none',
  })
  return [...lint(dataset, { rules: [invertedInterval] })].map(diagnostic => {
    const [fix] = fixesOf(dataset, diagnostic)
    assert.equal(fix?.safe, false)
    assert.match(titleOf(fix, 'en'), /^Replace with “[^”]+”( and “[^”]+”)?$/)
    const fixed = new TextDecoder().decode(applyEdits(bytes, fix.edits)).split('\n')[diagnostic.row!]
    return `${diagnostic.row}:${diagnostic.column} → ${fixed}`
  })
}

/** Fields of a start and of an end. */
const both = (type: string, format = 'default') => ['debut', 'fin'].map(name => ({ name, type, format }))

describe('columns that bound a period', () => {
  it('are known by their labels', () => {
    assert.deepEqual(pairs('date_debut date_fin'), ['date_debut–date_fin'])
    assert.deepEqual(pairs('COUV_TEMP_FIN objet COUV_TEMP_DEBUT'), ['COUV_TEMP_DEBUT–COUV_TEMP_FIN'])
    assert.deepEqual(pairs('dateDebut dateFin'), ['dateDebut–dateFin'])
    assert.deepEqual(pairs('datedebut datefin'), ['datedebut–datefin'])
    assert.deepEqual(pairs('start_date end_date'), ['start_date–end_date'])
    assert.deepEqual(pairs('debut_de_periode fin_periode'), ['debut_de_periode–fin_periode'])
    assert.deepEqual(pairs('debut_bail fin_bail debut_travaux fin_travaux'), [
      'debut_bail–fin_bail',
      'debut_travaux–fin_travaux',
    ])
  })

  it('are no pair when they speak of different things, or one end has two starts', () => {
    assert.deepEqual(pairs('debut_bail fin_travaux'), [])
    assert.deepEqual(pairs('date_debut date_debut date_fin'), [])
    assert.deepEqual(pairs('date_debut date_finale'), [])
    assert.deepEqual(pairs('date_debut_fin date_fin'), [])
    assert.deepEqual(pairs('voie_debut voie_fin', ['rue du Pont']), [])
  })
})

describe('inverted-interval', () => {
  it('compares values of one type, and offers to swap them', () => {
    const dates = 'objet;date_debut;date_fin\n'
    assert.deepEqual(said(`${dates}a;2024-05-12;2023-05-12\nb;2024-05-12;2024-05-12\nc;2024-05-12;\n`), [
      '1:2 → a;2023-05-12;2024-05-12',
    ])
    assert.deepEqual(said(`${dates}a;31/12/2024;30/11/2024\n`), ['1:2 → a;30/11/2024;31/12/2024'])
    // 5 March or 3 May, 4 February or 2 April: one reading is in order.
    assert.deepEqual(said(`${dates}a;05/03/2024;04/02/2024\nb;05/03/2024;02/01/2024\n`), [
      '2:2 → b;02/01/2024;05/03/2024',
    ])
    assert.deepEqual(said('annee_debut;annee_fin\n2024;2023\n2023;2024\n'), ['1:1 → 2023;2024'])
  })

  it('reads what the schema declares, hours of the day left aside', () => {
    const moments = 'debut;fin\n2024-05-12T10:00:00Z;2024-05-12T09:00:00Z\n'
    assert.deepEqual(said(moments, both('datetime')), ['1:1 → 2024-05-12T09:00:00Z;2024-05-12T10:00:00Z'])
    assert.deepEqual(said('debut;fin\n05/03/2024;04/03/2024\n', both('date', '%d/%m/%Y')), [
      '1:1 → 04/03/2024;05/03/2024',
    ])
    assert.deepEqual(said('debut;fin\n2024-05;2024-04\n', both('yearmonth')), ['1:1 → 2024-04;2024-05'])
    assert.deepEqual(said('debut;fin\n22:00:00;06:00:00\n', both('time')), [])
    assert.deepEqual(said('debut;fin\nvers mai;2024-05-12\n', both('date')), [])
  })

  it('reads a period that stands in one cell', () =>
    assert.deepEqual(said('objet;periode\na;2018-03-14/2017-03-14\nb;2017-03-14/2018-03-14\nc;2018\n'), [
      '1:1 → a;2017-03-14/2018-03-14',
    ]))

  it('leaves rows with a cell too many or too few', () =>
    assert.deepEqual(said('objet;date_debut;date_fin\na;2024-05-12;2024-05-13\nb;2024-05-12;2023-05-12;c\n'), []))

  it('costs nothing where no column bounds a period', () => {
    const dataset = openDataset(new TextEncoder().encode('objet;date\na;2024-05-12\n'), { schema: 'none' })
    assert.equal(invertedInterval.check(dataset.described), undefined)
    assert.deepEqual(intervalsOf([column({ field: field({ name: 'date_debut' }) })]), [])
  })
})
