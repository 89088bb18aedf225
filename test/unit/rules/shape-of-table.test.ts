import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { openDataset, type OpenOptions, textOf } from '../../../server/engine/dataset'
import { applyEdits, fixAll } from '../../../server/engine/fix'
import { messageOf } from '../../../server/engine/say'
import { lint } from '../../../server/engine/lint'
import { blankLabel } from '../../../server/engine/rules/blank-label'
import { delimiterMismatch } from '../../../server/engine/rules/delimiter-mismatch'
import { labelStyle } from '../../../server/engine/rules/label-style'
import { mergedCellGap } from '../../../server/engine/rules/merged-cell-gap'
import { preambleRow } from '../../../server/engine/rules/preamble-row'
import type { Rule } from '../../../server/engine/rules/rule'

/** The place of each finding of a rule, from 0, and the whole text once its first repair is applied. */
function said(rule: Rule, text: string, options: OpenOptions = { dialect: { delimiter: ';', headerRows: [0] } }) {
  const dataset = openDataset(new TextEncoder().encode(text), { schema: 'none', ...options })
  const found = [...lint(dataset, { rules: [rule], preset: 'complet' })]
  const edits = fixAll(dataset, found, { unsafe: true })
  assert.deepEqual(fixAll(dataset, found, { unsafe: false }), [])
  return {
    places: found.map(({ row, column }) => `${row ?? '-'}:${column ?? '-'}`),
    fixed: new TextDecoder().decode(applyEdits(textOf(dataset), edits)),
    found,
  }
}

const lines = (...rows: readonly string[]) => `${rows.join('\n')}\n`

/** What is said of these rows, which have one cell more than their header. */
function toldOfLast(...rows: readonly string[]): string {
  const dialect = { delimiter: ',', headerRows: [0] }
  const [found] = said(blankLabel, lines('code,area,people,more', ...rows), { dialect }).found
  return messageOf(found!, 'en')
}

describe('blank-label', () => {
  it('says which number a decimal comma seems to cut in all rows', () => {
    const spaced = ['01, 13,15 ,2,3', '01, 15,74 ,5,4', '02, 46,33 ,4,4', '02, 11,73 ,1,9', '02, 7,38 ,6,7']
    assert.match(toldOfLast(...spaced), /cuts a number in two, “13” and “15”/)
    const plain = spaced.map(row => row.replaceAll(' ', '').replace('33', '03'))
    assert.match(toldOfLast(...plain), /cuts a number in two, “13” and “15”/)
  })

  it('says so of no other', () => {
    const rows = ['01,13,15,2,3', '01,15,74,5,4', '02,46,33,4,4', '02,11,73,1,9', '02,7,38,6,7']
    assert.match(toldOfLast(...rows), /nobody can tell/)
    // Two pairs, of which either may be the one.
    const twice = ['01,13,05,2,03', '01,15,74,5,04', '02,46,33,4,04', '02,11,73,1,09', '02,7,38,6,07']
    assert.match(toldOfLast(...twice), /nobody can tell/)
    assert.match(toldOfLast('01,13,15,2,3', '01,15,74,5,4', '02,11,03,1,9', '02,7,38,6,7'), /nobody can tell/)
  })
})

describe('preamble-row', () => {
  it('says where no row names the columns', () => {
    const rows = ['Mesures de la semaine;', ';', '30/05/2011;4,24', '31/05/2011;3,46', '01/06/2011;2,41']
    const [found] = said(preambleRow, lines(...rows), {}).found
    assert.match(messageOf(found!, 'en'), /^2 rows, .* stand above the data, and none of them names the columns/)
    const [named] = said(preambleRow, lines(...rows.slice(0, 2), 'jour;valeur', ...rows.slice(2)), {}).found
    assert.match(messageOf(named!, 'en'), /^2 rows, .* stand above the header/)
  })

  it('keeps the names of groups of columns, below a title too', () => {
    const rows = ['Effectifs;;;;', ';Filles;;Garçons;', 'école;CP;CE1;CP;CE1', 'A;12;14;15;9', 'B;13;15;14;8']
    const { found, fixed } = said(preambleRow, lines(...rows), {})
    assert.match(messageOf(found[0]!, 'en'), /groups of columns \(“Filles” and “Garçons”\).*remove the first 2 rows/)
    assert.equal(fixed, lines('école;Filles_CP;Filles_CE1;Garçons_CP;Garçons_CE1', ...rows.slice(3)))
  })
})

describe('merged-cell-gap', () => {
  it('fills down each column of a nest, notes and blank rows left alone', () => {
    const { places, fixed } = said(
      mergedCellGap,
      lines(
        'pole;service;poste;places',
        'Ville;Sport;Gymnase;1',
        ';;Stade;2',
        ';Culture;Théâtre;3',
        ';;Cinéma;4',
        ';;Musée;5',
        ';;;',
        'Métropole;Eau;Usine;6',
        ';;Réservoir;7',
        ';;Forage;8',
        '* places assises;;;',
      ),
    )
    assert.deepEqual(places, ['2:0', '2:1'])
    assert.equal(
      fixed,
      lines(
        'pole;service;poste;places',
        'Ville;Sport;Gymnase;1',
        'Ville;Sport;Stade;2',
        'Ville;Culture;Théâtre;3',
        'Ville;Culture;Cinéma;4',
        'Ville;Culture;Musée;5',
        ';;;',
        'Métropole;Eau;Usine;6',
        'Métropole;Eau;Réservoir;7',
        'Métropole;Eau;Forage;8',
        '* places assises;;;',
      ),
    )
  })

  it('reads on below the rows that told', () => {
    const rows = Array.from({ length: 900 }, (_, i) => [`G${i};a;1`, ';b;2', ';c;3']).flat()
    const { places, fixed } = said(mergedCellGap, lines('groupe;poste;places', ...rows))
    assert.deepEqual(places, ['2:0'])
    assert.equal(
      fixed,
      lines('groupe;poste;places', ...rows.map((row, i) => row.replace(/^;/, `G${Math.floor(i / 3)};`))),
    )
  })

  it('is seen behind a column that is always filled', () => {
    const rows = [...'ABCDEFGHIJ'].flatMap(name => [`2024;Pôle ${name};a;1`, '2024;;b;2', '2024;;c;3'])
    assert.deepEqual(said(mergedCellGap, lines('annee;service;poste;places', ...rows)).places, ['2:1'])
  })

  it('is not seen in columns that some rows fill', () => {
    for (const cells of [
      ['A', '', 'A', '', 'B', '', ''],
      ['', 'A', '', '', 'B', '', ''],
      ['1.5', '', '', '2.5', '', ''],
      ['A', '', 'B', 'C', 'D', '', '', 'E'],
      ['A', '', '', '', '', ''],
    ])
      assert.deepEqual(said(mergedCellGap, lines('a;b;c', ...cells.map((cell, i) => `${cell};x${i};${i}`))).places, [])
    const remarks = Array.from({ length: 200 }, (_, i) => `r${i};${i % 60 === 0 ? `remarque ${i}` : ''};x;${i}`)
    assert.deepEqual(said(mergedCellGap, lines('a;note;b;c', ...remarks)).places, [])
  })

  it('is hardly ever seen where chance fills the cells', () => {
    let seen = 0
    const runs = 200
    const filled = fc.array(fc.boolean(), { minLength: 40, maxLength: 80 })
    for (const cells of fc.sample(filled, { numRuns: runs, seed: 7 })) {
      const rows = cells.map((isFilled, i) => `x${i};${isFilled ? `v${i}` : ''};y;${i}`)
      if (said(mergedCellGap, lines('a;b;c;d', ...rows)).places.length > 0) seen++
    }
    assert.ok(seen <= runs / 100, `${seen} of ${runs}`)
  })
})

describe('label-style', () => {
  it('offers a name that is free and handy', () => {
    const names: Readonly<Record<string, string>> = {
      'Nom de la commune': 'nom_de_la_commune',
      'Montant (€)': 'montant',
      dateConvention: 'date_convention',
      COLL_SIRET: 'coll_siret',
      'Nb. d’agents': 'nb_d_agents',
      '2019': 'n_2019',
      œuvre: 'oeuvre',
      nb: 'nb',
      pH: 'ph',
      'n/100mL': 'n_100ml',
      'FID_1,N,9,0': 'fid_1',
      'NOM,C,254': 'nom',
      'MAJ_LE,D': 'maj_le',
    }
    const { places, fixed } = said(labelStyle, lines(Object.keys(names).toSorted().join(';'), ';;;;;;;;;;;;'))
    assert.equal(places.length, 13)
    assert.equal(
      fixed,
      lines(
        Object.keys(names)
          .toSorted()
          .map(label => names[label])
          .join(';'),
        ';;;;;;;;;;;;',
      ),
    )
  })

  it('tells the name of a column of which no value is told', () => {
    const dataset = openDataset(new TextEncoder().encode('id;ip\n1;192.0.2.14\n2;192.0.2.73\n'), { schema: 'none' })
    const found = [...lint(dataset, { preset: 'complet' })].find(({ rule }) => rule === 'label-style')
    assert.match(messageOf(found!, 'en'), /“ip” is an abbreviation/)
  })

  it('offers nothing where two names would be one, and says nothing of handy ones', () => {
    const header = 'Nom;NOM;code_insee;x;id;lat;kwh;ttc'
    const { places, fixed } = said(labelStyle, lines(header, ';;;;;;;'))
    assert.deepEqual(places, ['0:0', '0:1'])
    assert.equal(fixed, lines(header, ';;;;;;;'))
  })
})

const tell = (delimiter: string, ...text: readonly string[]) =>
  said(delimiterMismatch, lines(...text), { dialect: { delimiter } }).found.map(({ facts }) => facts)

describe('delimiter-mismatch', () => {
  const rows = ['nom;age;taux', 'A;12;0,5', 'B;13;1,5', 'C;14;2,5']

  it('is said of the file when another delimiter was told', () => {
    for (const told of [',', '\t', '|', ':'])
      assert.deepEqual(tell(told, ...rows), [{ told, found: ';', cells: 3, by: 'order', labels: [] }])
    assert.deepEqual(tell(';', ...rows), [])
    assert.deepEqual(tell(';', 'nom', 'A', 'B'), [])
    assert.deepEqual(tell(';', 'Adresse', '12 rue X, Niort', '3 rue Y, Royan', '5 rue Z, Cognac'), [])
    assert.deepEqual(tell(';', 'a;b', '1,2,3;4,5,6', '7,8,9;1,2,3', '7,8,9;1,2,3'), [])
  })

  it('speaks alone', () => {
    const dataset = openDataset(new TextEncoder().encode(lines(...rows)), {
      dialect: { delimiter: ',' },
      schema: 'none',
    })
    assert.deepEqual(
      [...lint(dataset)].map(({ rule }) => rule),
      ['delimiter-mismatch'],
    )
  })

  it('is said of a line sep= that is wrong, and of a header that has its own delimiter', () => {
    const found = (text: string) => said(delimiterMismatch, text, {}).found.map(({ facts }) => facts)
    assert.deepEqual(found(lines('sep=,', ...rows)), [
      { told: ',', found: ';', cells: 3, by: 'separator-line', labels: [] },
    ])
    assert.deepEqual(found(lines('sep=;', ...rows)), [])
    const header = lines('nom,"age, ans",taux', ...rows.slice(1))
    assert.deepEqual(said(delimiterMismatch, header, {}).places, [])
    const plain = said(delimiterMismatch, lines('nom,age,taux', ...rows.slice(1)), {})
    assert.deepEqual(plain.places, ['0:-'])
    assert.equal(plain.fixed, lines(...rows))
  })
})
