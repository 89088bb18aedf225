import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { matchHeader, matchPlaces } from '../../../server/engine/schema/match-header'
import { readSchema } from '../../../server/engine/schema/table-schema'

/** Matches labels with names, both separated by `;`, and prints what is not plain. */
function match(labels: string, names: string): string {
  const schema = readSchema({ fields: names.split(';').map(name => ({ name })) }, 'test').schema!
  const columns = labels.split(';')
  const { fields, misspelt, extra, missing, moved } = matchHeader(columns, schema)
  return [
    ...misspelt.map(({ column, field, alike }) => `${columns[column]}${alike ? '=' : '~'}${field.name}`),
    ...extra.map(column => `+${columns[column]}`),
    ...missing.map(({ field, index }) => `-${field.name}@${index}`),
    ...(moved.length ? [`moved ${moved.map(column => columns[column])}`] : []),
    ...(fields.length === columns.length ? [] : ['wrong length']),
  ].join(' ')
}

// Labels, names, what is found.
const lines: readonly (readonly [string, string, string])[] = [
  ['nom;date', 'nom;date', ''],
  ['nom;autre', 'nom;date', '+autre -date@1'],
  ['NOM;Date Convention', 'nom;date_convention', 'NOM=nom Date Convention=date_convention'],
  ['\uFEFFnom;prénom\u200B', 'nom;prenom', '\uFEFFnom=nom prénom\u200B=prenom'],
  ['id-beneficiaire', 'idBénéficiaire', 'id-beneficiaire=idBénéficiaire'],
  ['Œuvre', 'oeuvre', 'Œuvre=oeuvre'],
  ['monant', 'montant', 'monant~montant'],
  ['motnant', 'montant', 'motnant~montant'],
  ['mottant', 'montant', 'mottant~montant'],
  ['montnat1', 'montant', '+montnat1 -montant@0'],
  ['referencDecisoin', 'referenceDecision', 'referencDecisoin~referenceDecision'],
  ['refrncDecisoin', 'referenceDecision', '+refrncDecisoin -referenceDecision@0'],
  ['lot', 'lat', '+lot -lat@0'],
  ['LAT', 'lat', 'LAT=lat'],
  ['lats', 'lat', '+lats -lat@0'],
  // A letter of a short word makes it another, but for those that only link and for one spelled out.
  ['id_lieu', 'ad_lieu', '+id_lieu -ad_lieu@0'],
  ['comLieu', 'nom_lieu', '+comLieu -nom_lieu@0'],
  ['date_du_vote', 'date_de_vote', 'date_du_vote~date_de_vote'],
  ['nbr_places', 'nb_places', 'nbr_places~nb_places'],
  // The nearest takes the field; the farther one stays unknown.
  ['MONTANT;montants', 'montant', 'MONTANT=montant +montants'],
  // Two that are as near: nobody guesses.
  ['montanta;montantb', 'montant', '+montanta +montantb -montant@0'],
  ['Nom;NOM', 'nom', '+Nom +NOM -nom@0'],
  ['date1', 'date2;date3', '+date1 -date2@0 -date3@1'],
  ['population_2023;adresse2', 'population_2022;adresse', '+population_2023 +adresse2 -population_2022@0 -adresse@1'],
  // A label that is a name of the schema is no misspelling of another.
  ['date1;date1', 'date1;date2', '+date1 -date2@1'],
  ['nom;nom', 'nom;autre', '+nom -autre@1'],
  [';nom', 'nom', '+'],
  ['date;nom', 'nom;date', 'moved date,nom'],
  ['a;d;c;b;e', 'a;b;c;d;e', 'moved d,b'],
  ['d;a;b;c', 'a;b;c;d', 'moved d'],
  ['b;c;d;a', 'a;b;c;d', 'moved a'],
  ['b;a;x;c;e;d', 'a;b;c;d;e', '+x moved b,a,e,d'],
  ['c;x;a', 'a;b;c', '+x -b@1 moved c,a'],
  ['DATE;nom', 'nom;date', 'DATE=date moved DATE,nom'],
]

describe('match-header', () => {
  for (const [labels, names, found] of lines)
    it(`${labels} under ${names}`, () => assert.equal(match(labels, names), found))

  it('gives columns without labels the fields in their places', () => {
    const { schema } = readSchema({ fields: [{ name: 'nom' }, { name: 'date' }] }, 'test')
    const places = (columns: number) => {
      const { fields, extra, missing } = matchPlaces(columns, schema!)
      return [fields.map(field => field?.name), extra, missing.map(({ index }) => index)]
    }
    assert.deepEqual(places(2), [['nom', 'date'], [], []])
    assert.deepEqual(places(1), [['nom'], [], [1]])
    assert.deepEqual(places(3), [['nom', 'date', undefined], [2], []])
  })

  it('uses each column and each field once, and leaves none out', () => {
    const word = fc
      .array(fc.constantFrom('a', 'b', 'é', 'E', ' ', '_', 'montant', 'x'), { maxLength: 4 })
      .map(all => all.join(''))
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 8 }),
        fc.uniqueArray(word, { minLength: 1, maxLength: 8 }),
        (labels, names) => {
          const { schema } = readSchema({ fields: names.map(name => ({ name })) }, 'test')
          fc.pre(schema !== undefined)
          const { fields, extra, missing, moved, misspelt } = matchHeader(labels, schema)
          const taken = fields.filter(field => field !== undefined)
          assert.equal(new Set(taken).size, taken.length)
          assert.equal(taken.length + missing.length, schema.fields.length)
          assert.equal(taken.length + extra.length, labels.length)
          for (const { column, field } of misspelt) assert.equal(fields[column], field)
          // What is left once the moved columns are taken out stands in order.
          const places = fields
            .map(field => field && schema.fields.indexOf(field))
            .filter((place, column) => place !== undefined && !moved.includes(column))
          assert.deepEqual(
            places,
            places.toSorted((left, right) => left! - right!),
          )
          assert.ok(moved.every(column => fields[column]))
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('meets 10,000 columns with a schema of 200 fields before the suite’s time is up', () => {
    const schema = readSchema(
      { fields: Array.from({ length: 200 }, (_, n) => ({ name: `champ_numero_${n}` })) },
      'test',
    ).schema!
    const labels = Array.from({ length: 10_000 }, (_, n) => `colonne_${n}_${'x'.repeat(n % 9)}`)
    assert.equal(matchHeader(labels, schema).extra.length, 10_000)
    const nearToOne = labels.map(() => 'champ_numéro_1_')
    assert.equal(matchHeader(nearToOne, schema).missing.length, 200)
  })
})
