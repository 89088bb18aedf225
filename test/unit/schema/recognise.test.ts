import assert from 'node:assert/strict'
import type { Schema } from '../../../server/engine/model/schema'
import type { SchemaDoubt } from '../../../server/engine/model/schema-doubt'
import { catalogue, schemasNaming } from '../../../server/engine/schema/catalogue'
import { doubtOf } from '../../../server/engine/schema/doubt'
import { clearLeader, recognise, tied } from '../../../server/engine/schema/recognise'
import { readSchema } from '../../../server/engine/schema/table-schema'

const schemas = catalogue.map(({ schema }) => schema)
const leader = (labels: string, rows: readonly (readonly string[])[] = []) =>
  clearLeader(recognise(labels.split(';'), rows, schemas))?.schema.id

const names = (id: string) => schemas.find(schema => schema.id === id)!.fields.map(({ name }) => name)

describe('recognise', () => {
  for (const { id } of catalogue) {
    it(`knows the whole header of ${id}`, () => assert.equal(leader(names(id).join(';')), id))
    const changed = [...names(id).slice(1, -1), 'secteur', 'catégorie', 'type'].join(';').toUpperCase()
    it(`puts ${id} first when written in capitals, with two columns dropped and three added`, () =>
      assert.equal(recognise(changed.split(';'), [], schemas)[0]?.schema.id, id))
    // Three columns more are much for a small table.
    if (names(id).length > 12) it(`and knows ${id} so`, () => assert.equal(leader(changed), id))
  }

  for (const labels of [
    '',
    'nom;date',
    'objet;montant;nature',
    'COLL_NOM;COLL_SIRET',
    'a;b;c',
    'nomAttribuant;montant',
    'ID;TITRE;DESCRIPTION;THEME;URL;LICENCE',
    'ANNEE;COMMUNE_NOM;SEXE;PRENOM;NOMBRE',
  ])
    it(`takes ${labels || 'an empty header'} for none`, () => assert.equal(leader(labels), undefined))

  it('takes a telling part of a schema among many other columns for none', () =>
    assert.equal(
      leader([...names('scdl/subventions').slice(0, 6), ...Array.from({ length: 30 }, (_, n) => `c${n}`)].join(';')),
      undefined,
    ))

  it('takes a join of a schema with much else for none', () =>
    assert.equal(
      leader([...names('scdl/subventions'), ...Array.from({ length: 40 }, (_, n) => `c${n}`)].join(';')),
      undefined,
    ))

  it('takes names of one plain word for none, though a schema has no other', () => {
    const tiny = readSchema({ fields: [{ name: 'nom' }, { name: 'date' }] }, 'tiny').schema!
    assert.equal(clearLeader(recognise(['nom', 'date'], [], [tiny])), undefined)
  })

  it('never guesses between two schemas that fit as well', () => {
    const twin = { ...schemas[0]!, id: 'twin' }
    const found = recognise(names(schemas[0]!.id), [], [...schemas, twin])
    assert.deepEqual(
      found.slice(0, 2).map(({ schema }) => schema.id),
      [schemas[0]!.id, 'twin'],
    )
    assert.equal(clearLeader(found), undefined)
    assert.deepEqual(
      tied(found).map(({ schema }) => schema.id),
      [schemas[0]!.id, 'twin'],
    )
  })

  it('offers no choice when one leads or none fits', () => {
    assert.deepEqual(tied(recognise(names('scdl/subventions'), [], schemas)), [])
    assert.deepEqual(tied(recognise(['montant', 'objet'], [], schemas)), [])
  })

  it('knows a file by the names of an earlier version, and tells them', () => {
    const fields = [
      { name: 'nom_operateur', 'x-formerNames': ['n_operateur'] },
      { name: 'nom_station', 'x-formerNames': ['n_station'] },
      { name: 'adresse_station', 'x-formerNames': ['ad_station'] },
    ]
    const { schema } = readSchema({ fields }, 'charging')
    const [first] = recognise(['N_OPERATEUR', 'n_station', 'ad_station'], [], [schema!])
    assert.deepEqual(first!.former, [
      { label: 'N_OPERATEUR', name: 'nom_operateur' },
      { label: 'n_station', name: 'nom_station' },
      { label: 'ad_station', name: 'adresse_station' },
    ])
    assert.deepEqual([first!.misspelt, first!.unknown], [[], []])
    assert.equal(clearLeader([first!])?.schema.id, 'charging')
  })

  it('finds the bundled schema of a header of its first version, without applying it', () => {
    const labels =
      'n_amenageur;n_operateur;n_enseigne;id_station;n_station;ad_station;code_insee;nbre_pdc;id_pdc;puiss_max;date_maj'
    const found = recognise(labels.split(';'), [], schemasNaming(labels.split(';')))
    assert.equal(found[0]!.schema.id, 'etalab/schema-irve-statique')
    assert.equal(found[0]!.former.length, 9)
    assert.equal(clearLeader(found), undefined)
  })

  it('leaves to a person what neither leads nor is none, and says what an earlier version lacks', () => {
    const first = 'n_amenageur;n_operateur;n_enseigne;id_station;n_station;Xlongitude;date_maj'.split(';')
    const doubt = doubtIn(first)
    assert.ok(doubt?.kind === 'former')
    assert.equal(doubt.rival.id, 'etalab/schema-irve-statique')
    assert.deepEqual(doubt.renamed[4], { column: 4, label: 'n_station', name: 'nom_station' })
    assert.ok(doubt.added.includes('coordonneesXY') && !doubt.added.includes('nom_station'))
    assert.deepEqual(doubt.gone, ['Xlongitude'])

    const joined = doubtIn([...names('openmaraude/schema-stationstaxi'), ...names('etalab/schema-irve-dynamique')])
    assert.ok(joined?.kind === 'tied')
    assert.deepEqual(joined.rivals.map(({ id }) => id).toSorted(), [
      'etalab/schema-irve-dynamique',
      'openmaraude/schema-stationstaxi',
    ])

    for (const { id } of catalogue) assert.equal(doubtIn(names(id)), undefined, id)
    // Two old names, or three among many other columns, are chance.
    assert.equal(doubtIn(['n_amenageur', 'n_operateur', 'date_maj']), undefined)
    assert.equal(doubtIn(['n_amenageur', 'n_operateur', 'id_pdc', ...'abcd']), undefined)
  })

  it('takes a name of today for no earlier one', () => {
    const fields = [{ name: 'code', 'x-formerNames': ['id'] }, { name: 'id' }]
    const { schema } = readSchema({ fields }, 'swap')
    const [first] = recognise(['id', 'n'], [], [schema!])
    assert.deepEqual([first!.former, first!.found], [[], ['id']])
  })

  it('prefers the schema that the values obey', () => {
    const [first] = recognise(
      ['releve_date', 'releve_valeur'],
      [['2024-01-01', '2024-01-02']],
      [seriesOf('a', 'integer'), seriesOf('b', 'date')],
    )
    assert.equal(first!.schema.id, 'b')
    assert.deepEqual(first!.values, { checked: 2, agreeing: 2 })
  })

  it('says why', () => {
    const labels = ['nom_attribuant', 'idAttribuant', 'montant', 'secteur']
    const found = recognise(labels, [['Ville', '2,14E+13', '100', 'sport']], schemas)
    const { schema, score, ...reasons } = found[0]!
    assert.equal(schema.id, 'scdl/subventions')
    assert.ok(score > 0 && score < 0.5)
    assert.deepEqual(reasons, {
      found: ['nomAttribuant', 'idAttribuant', 'montant'],
      misspelt: ['nomAttribuant'],
      former: [],
      missing: [
        'dateConvention',
        'nomBeneficiaire',
        'objet',
        'nature',
        'conditionsVersement',
        'datesPeriodeVersement',
        'notificationUE',
        'pourcentageSubvention',
      ],
      unknown: ['secteur'],
      values: { checked: 2, agreeing: 1 },
    })
    assert.ok(found.slice(1).every(other => other.score < score / 2))
  })
})

function doubtIn(labels: readonly string[]): SchemaDoubt | undefined {
  return doubtOf(recognise(labels, [], schemasNaming(labels)), labels)
}

/** A schema of two columns of one type. */
function seriesOf(id: string, type: string): Schema {
  const fields = ['releve_date', 'releve_valeur'].map(name => ({ name, type }))
  return readSchema({ fields }, id).schema!
}
