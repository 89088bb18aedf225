import assert from 'node:assert/strict'
import { openText } from '../../server/engine/dataset'
import { cellMeaning } from '../../server/engine/meaning'
import { flatSource } from '../../server/engine/model/source'
import { officialLists } from './lists/official-lists'

/** What the cell under a label is said to be; `beside`: another label and its value. */
function meaning(
  label: string,
  value: string,
  language: 'fr' | 'en' = 'fr',
  beside: readonly [label: string, value: string] = ['id', '1'],
): readonly string[] | undefined {
  const source = flatSource(new TextEncoder().encode(`${beside[0]};${label}\n${beside[1]};${value}\n`))
  const dataset = openText(source, { schema: 'none', lists: officialLists, dialect: { delimiter: ';' } })
  return cellMeaning(dataset, 1, 1, { language, today: '2026-11-28' })?.map(line => line.replaceAll('\u00A0', ' '))
}

describe('what a value is', () => {
  it('a commune, by its code or its name', () => {
    assert.deepEqual(meaning('code_insee', '35238'), [
      'Rennes, commune',
      'Département : Ille-et-Vilaine (35), région Bretagne',
      'Intercommunalité : Rennes Métropole (243500139)',
      'Codes postaux : 35000, 35200, 35700',
      'D’après la liste officielle des communes de 2026',
    ])
    assert.equal(meaning('commune', 'rennes')?.[0], 'Rennes, commune')
    assert.match(meaning('commune', 'Saint-Denis')![0]!, /^Nom de 4 communes : .*Saint-Denis \(97411\)/)
  })

  it('a former commune, a part of one, an arrondissement', () => {
    assert.equal(meaning('code_insee', '01018')?.[0], '01018, ancienne commune, aujourd’hui dans Valserhône (01033)')
    assert.match(
      meaning('code_insee', '50173', 'en')![0]!,
      /, delegated commune within Cherbourg-en-Cotentin \(50129\)$/,
    )
    assert.equal(meaning('code_insee', '75112')?.[0], 'Paris 12e Arrondissement, arrondissement de Paris (75056)')
    assert.match(meaning('code_insee', '01033')!.join('\n'), /réunies : .*01018/)
  })

  it('a postal code, a département, a région, an intercommunality', () => {
    assert.equal(
      meaning('code_postal', '35480')?.[0],
      'Code postal 35480, partagé par 2 communes : Guipry-Messac (35176), Saint-Malo-de-Phily (35289)',
    )
    assert.deepEqual(meaning('departement', '2A'), ['Corse-du-Sud (2A)', 'Région : Corse'])
    assert.deepEqual(meaning('code_region', '53'), ['Bretagne (53)'])
    assert.deepEqual(meaning('siren_epci', '243500139'), ['Rennes Métropole (métropole)', '43 communes membres'])
  })

  it('a SIRET taken apart, a SIREN', () => {
    assert.deepEqual(meaning('siret', '213 502 388 00019'), [
      'SIRET : organisme 213502388 (SIREN), établissement 00019',
      'Commune : Rennes (35238)',
      'Les deux clés de contrôle sont justes',
    ])
    assert.deepEqual(meaning('siren', '213502388', 'en'), [
      'Commune: Rennes (35238)',
      'The check key of the SIREN is right',
    ])
    assert.equal(meaning('siret', '21350238800018'), undefined)
  })

  it('a day, both days when it may be two', () => {
    assert.deepEqual(meaning('date', '2025-09-24'), ['mercredi 24 septembre 2025', 'il y a 14 mois'])
    assert.equal(meaning('date', '2024-01-01')?.[0], 'lundi 1er janvier 2024')
    assert.deepEqual(meaning('date', '2024-02-12'), ['lundi 12 février 2024', 'il y a 2 ans et 9 mois'])
    assert.deepEqual(meaning('date', '2030-12-31', 'en')?.at(-1), 'in 4 years and 1 month')
    assert.deepEqual(meaning('date', '2022-11-20')?.at(-1), 'il y a 4 ans')
    assert.deepEqual(meaning('date', '1990-02-12')?.at(-1), 'il y a 36 ans')
    // Whether a comma follows the weekday depends on the platform's own words.
    assert.match(meaning('date', '2026-11-28', 'en')!.join('; '), /^Saturday,? 28 November 2026; today$/)
    assert.deepEqual(meaning('date', '03/04/2024'), ['mercredi 3 avril 2024 ou lundi 4 mars 2024'])
  })

  it('a point, by both of its cells or the one that holds it', () => {
    assert.deepEqual(meaning('longitude', '-1.67', 'fr', ['latitude', '48,1173']), [
      'Point à 48,1173° de latitude nord et 1,67° de longitude ouest',
      'Dans le rectangle qui contient la France métropolitaine',
      'Son dernier chiffre vaut au plus 1,1 km sur le terrain',
    ])
    assert.deepEqual(meaning('lat', '-20.8789011', 'en', ['lon', '55.4481']), [
      'Point at latitude 20.8789011° south, longitude 55.4481° east',
      'Within the rectangle that holds La Réunion',
      'Its last digit is worth less than a metre on the ground',
    ])
    for (const [point, exact] of [
      ['48.1173, -1.6778', '11 m'],
      ['48.1173,2', '110 km'],
      ['48.1173, 2', '110 km'],
      ['48.8534100,2.3', '11 km'],
    ] as const)
      assert.equal(
        meaning('coordonnees', point)?.[2],
        `Le dernier chiffre du moins précis de ses deux nombres vaut au plus ${exact} sur le terrain`,
      )
    assert.equal(meaning('lat', '52', 'fr', ['lon', '13'])?.[1], 'Loin de la France métropolitaine et d’outre-mer')
    assert.equal(meaning('latitude', '48.1173', 'fr', ['longitude', '']), undefined)
    assert.equal(meaning('latitude', '6789000', 'fr', ['longitude', '351000']), undefined)
  })

  it('a text that no screen shows as a whole, by its length and its beginning', () => {
    const [line] = meaning('remarque', '🌳 et '.repeat(20_000))!
    assert.match(line!, /^Texte de 100\s000 caractères, dont voici le début : « 🌳 et 🌳 et /)
    assert.ok(line!.length < 400)
    assert.equal(meaning('remarque', 'mot '.repeat(200)), undefined)
  })

  it('nothing where the label says nothing, or the value is none of these', () => {
    assert.equal(meaning('montant', '35238'), undefined)
    assert.equal(meaning('code_insee', '35999'), undefined)
    assert.equal(meaning('code_postal', '35001'), undefined)
    assert.equal(meaning('date', 'demain'), undefined)
  })
})
