import assert from 'node:assert/strict'
import { actMatter } from '../../server/engine/model/act-matter'
import { isBuildingId } from '../../server/engine/model/building'
import { communeKindOf, isPostalCode } from '../../server/engine/model/commune-codes'
import { fantoirIn } from '../../server/engine/model/fantoir'
import { phoneFault } from '../../server/engine/model/phone'
import { departmentCode } from '../../server/engine/model/place-group'
import { placeKey } from '../../server/engine/model/place-name'
import { isRna } from '../../server/engine/model/rna'
import { isSiret } from '../../server/engine/model/siret'
import { isUai } from '../../server/engine/model/uai'
import { readSchema } from '../../server/engine/schema/table-schema'
import { unknownActMatter } from '../../server/engine/rules/unknown-act-matter'
import { officialLists } from '../unit/lists/official-lists'
import { column } from '../unit/rules/described'
import { type Case, casesWhere, holdsOrDiffers, withoutFixtures } from './cases'

interface FormatCase extends Case {
  readonly format: string
  readonly cell: string | number
  readonly valid: boolean
}

const lists = officialLists()

/** How we judge a value of each format, under the names that csv-detective and fr-format give them. */
const TESTS: Readonly<Record<string, (text: string) => boolean>> = {
  siret: isSiret,
  Siret: isSiret,
  code_rna: isRna,
  code_waldec: isRna,
  CodeRNA: isRna,
  uai: isUai,
  id_rnb: isBuildingId,
  IdRNB: isBuildingId,
  code_fantoir: isKeyedFantoir,
  CodeFantoir: isKeyedFantoir,
  tel_fr: text => phoneFault(text) === undefined,
  NomenclatureActe: isActMatter,
  uuid: text => reads({ type: 'string', format: 'uuid' }, text),
  year: text => reads({ type: 'year' }, text),
  CodeCommuneInsee: isCommuneCode,
  code_commune: isCommuneCode,
  Commune: text => lists.isCommuneName(text),
  commune: text => lists.isCommuneName(text),
  CodePostal: text => isPostalCode(lists, text),
  code_postal: text => isPostalCode(lists, text),
  CodeDepartement: text => lists.department(text) !== undefined,
  code_departement: text => lists.department(text) !== undefined,
  Departement: text => departmentCode(lists, text) !== undefined,
  CodeRegion: text => lists.region(text) !== undefined,
  Region: isRegionName,
  region: isRegionName,
  code_epci: text => lists.group(text.replaceAll(' ', '')) !== undefined,
}

const NEWER = 'a commune of the COG of 2026, younger than the list of the case'
const MERGED = 'a région merged in 2016, which the list of today does not hold; unknown-region knows its number'

/** Cases that are judged otherwise here, and why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'csv-detective/code_fantoir/38': 'the list of all streets is not ours: only the form of the code is judged',
  'fr-format/CodeRegion/14': 'Bourgogne-Franche-Comté has the number 27 since 2016',
  'fr-format/Region/25': MERGED,
  'fr-format/Region/26': MERGED,
  'fr-format/Region/36': 'names are compared without case and accents, as people write them',
  'fr-format/Commune/47': NEWER,
  'fr-format/Commune/49': NEWER,
  'fr-format/CodeCommuneInsee/105':
    'the code of a former commune, which former-commune tells apart from an unknown one',
}

const LISTS = 'no list of countries or of cantons is ours'
const GUESSES = 'a guess of what a column is like, where we read a declared type'
const NOT_OURS = 'no rule knows such values'

/** Formats that are not compared, and why. */
const BESIDE: Readonly<Record<string, string>> = {
  ...reasons(
    LISTS,
    'insee_canton pays iso_country_code_alpha2 iso_country_code_alpha3 iso_country_code_numeric Canton CodePaysISO2 CodePaysISO3 Pays',
  ),
  ...reasons(
    GUESSES,
    'binary bool date date_fr datetime_aware datetime_naive datetime_rfc822 float int json geojson money percent mois_de_lannee url',
  ),
  ...reasons(
    NOT_OURS,
    'adresse code_csp_insee csp_insee code_import insee_ape700 latitude_l93 longitude_l93 LatitudeL93 LongitudeL93 mongo_object_id sexe username',
  ),
  ...reasons(
    'positions are judged by pairs, and by whether they lie in France: see territory.test.ts',
    'latitude_wgs longitude_wgs longitude_wgs_fr_metropole latlon_wgs lonlat_wgs',
  ),
}

describe('French formats, as csv-detective and fr-format read them', () => {
  const cases = casesWhere(({ set }) => set === 'fr-formats') as readonly FormatCase[] | undefined
  if (!cases) return withoutFixtures()
  for (const { id, format, cell, valid } of cases) {
    const test = TESTS[format]
    const title = `${id}: ${JSON.stringify(cell)} is ${valid ? 'a' : 'no'} ${format}`
    if (test) holdsOrDiffers(title, OTHERWISE[id], () => assert.equal(test(String(cell)), valid))
    else it.skip(`${title} (${BESIDE[format]})`)
  }

  it('skip no format without a reason, and have no reason that nothing needs', () => {
    const formats = new Set(cases.map(({ format }) => format))
    assert.deepEqual(
      [...formats].filter(format => !TESTS[format] && !BESIDE[format]),
      [],
    )
    assert.deepEqual(
      [...Object.keys(TESTS), ...Object.keys(BESIDE)].filter(format => !formats.has(format)),
      [],
    )
  })
})

/** The format wants the letter, which we leave out where the commune is told beside. */
function isKeyedFantoir(text: string): boolean {
  return fantoirIn(text)?.key !== undefined
}

function isCommuneCode(text: string): boolean {
  return communeKindOf(lists, text) !== undefined
}

function isRegionName(text: string): boolean {
  return lists.regions().some(({ name }) => placeKey(name) === placeKey(text))
}

function isActMatter(text: string): boolean {
  const made = unknownActMatter.check(column({ label: 'matiere', sample: ['Urbanisme/PLU'] }))
  assert.ok(typeof made === 'function' && actMatter('Urbanisme') === 2)
  return made(text) === undefined
}

function reads(field: { readonly type: string; readonly format?: string }, text: string): boolean {
  return readSchema({ fields: [{ name: 'x', ...field }] }, 'case').schema!.fields[0]!.read(text) !== undefined
}

function reasons(reason: string, formats: string): Readonly<Record<string, string>> {
  return Object.fromEntries(formats.split(' ').map(format => [format, reason]))
}
