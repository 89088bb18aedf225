import assert from 'node:assert/strict'
import { departmentCode } from '../../server/engine/model/place-group'
import { placeKey } from '../../server/engine/model/place-name'
import { communeKindOf, isPostalCode } from '../../server/engine/model/commune-codes'
import { officialLists } from '../unit/lists/official-lists'
import { casesWhere, withoutFixtures } from './cases'

interface FormatCase {
  readonly id: string
  readonly format?: string
  readonly cell: string
  readonly valid: boolean
}

const lists = officialLists()
const hasName = (all: readonly { readonly name: string }[], text: string) =>
  all.some(({ name }) => placeKey(name) === placeKey(text))

/** What each format asks of the lists. */
const tests: Readonly<Record<string, (text: string) => boolean>> = {
  CodeCommuneInsee: text => communeKindOf(lists, text) !== undefined,
  code_commune: text => communeKindOf(lists, text) !== undefined,
  Commune: text => lists.communesNamed(text).length > 0,
  commune: text => lists.communesNamed(text).length > 0,
  CodePostal: text => isPostalCode(lists, text),
  code_postal: text => isPostalCode(lists, text),
  CodeDepartement: text => lists.department(text) !== undefined,
  code_departement: text => lists.department(text) !== undefined,
  Departement: text => departmentCode(lists, text) !== undefined,
  CodeRegion: text => lists.region(text) !== undefined,
  Region: text => hasName(lists.regions(), text),
  region: text => hasName(lists.regions(), text),
  code_epci: text => lists.group(text.replaceAll(' ', '')) !== undefined,
}

const newer = 'a commune of the COG of 2026, younger than the list of the case'
const merged = 'a région merged in 2016, which the list of today does not hold; unknown-region knows its number'

/** Cases that we answer otherwise, and why. */
const skipped: Readonly<Record<string, string>> = {
  'fr-format/CodeRegion/14': 'Bourgogne-Franche-Comté has the number 27 since 2016',
  'fr-format/Region/25': merged,
  'fr-format/Region/26': merged,
  'fr-format/Region/36': 'names are compared without case and accents, as people write them',
  'fr-format/Commune/47': newer,
  'fr-format/Commune/49': newer,
  'fr-format/CodeCommuneInsee/105':
    'the code of a former commune, which former-commune tells apart from an unknown one',
}

describe('formats of fr-format and csv-detective that ask official lists', () => {
  const cases = casesWhere(({ set }) => set === 'fr-formats') as readonly FormatCase[] | undefined
  if (!cases) return withoutFixtures()
  const ours = cases.filter(({ format }) => format !== undefined && Object.hasOwn(tests, format))

  it('are there', () => assert.ok(ours.length > 40, String(ours.length)))

  for (const { id, format, cell, valid } of ours) {
    const title = `${id}: ${JSON.stringify(cell)} is ${valid ? 'a' : 'no'} ${format}`
    if (skipped[id]) it.skip(`${title} (${skipped[id]})`)
    else it(title, () => assert.equal(tests[format!]!(cell), valid))
  }
})
