import { folded } from './fold'

/** A licence that catalogues of public data know. */
export interface Licence {
  /** As data.gouv.fr writes it. */
  readonly id: string
  readonly title: string
  readonly address: string | undefined
  /** Other names, in lower case. */
  readonly names: readonly string[]
  /** Whether a French administration may choose it without approval: article D323-2-1 of the CRPA. */
  readonly isListed: boolean
  /** Whether it asks for no more than CC BY 4.0 does: regulation (EU) 2023/138, article 4. */
  readonly isFree: boolean
}

/** The licences of data.gouv.fr, with the names that SPDX and the Open Definition give them. */
export const licences: readonly Licence[] = [
  {
    id: 'lov2',
    title: 'Licence Ouverte 2.0',
    address: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence',
    names: ['etalab-2.0', 'licence ouverte', 'license ouverte', 'open licence', 'license etalab', 'lo-2.0'],
    isListed: true,
    isFree: true,
  },
  {
    id: 'odc-odbl',
    title: 'Open Database License (ODbL) 1.0',
    address: 'https://opendatacommons.org/licenses/odbl/1-0/',
    names: ['odbl', 'odbl-1.0', 'odc-odbl-1.0', 'open database license', 'open data commons open database license'],
    isListed: true,
    isFree: false,
  },
  {
    id: 'fr-lo',
    title: 'Licence Ouverte 1.0',
    address: 'https://www.etalab.gouv.fr/wp-content/uploads/2014/05/Licence_Ouverte.pdf',
    names: ['lo/ol', 'etalab-1.0', 'licence ouverte / open licence', 'licence ouverte 1.0', 'licence ouverte v1'],
    isListed: true,
    isFree: true,
  },
  open('cc-by', 'Creative Commons Attribution', 'https://creativecommons.org/licenses/by/4.0/', ['cc-by-4.0', 'cc by']),
  open('cc-zero', 'Creative Commons Zero', 'https://creativecommons.org/publicdomain/zero/1.0/', ['cc0', 'cc0-1.0']),
  open('odc-by', 'Open Data Commons Attribution', 'https://opendatacommons.org/licenses/by/1-0/', ['odc-by-1.0']),
  open('odc-pddl', 'Open Data Commons Public Domain', 'https://opendatacommons.org/licenses/pddl/1-0/', ['pddl-1.0']),
  {
    ...open('cc-by-sa', 'Creative Commons Attribution Share-Alike', 'https://creativecommons.org/licenses/by-sa/4.0/', [
      'cc-by-sa-4.0',
      'cc by-sa',
    ]),
    isFree: false,
  },
]

/** Words with which catalogues say that no licence was chosen. */
const UNSPOKEN = new Set(['notspecified', 'license not specified', 'unknown', 'inconnue', 'aucune', 'none', 'other'])

/** Whether what stands for a licence says that there is none. */
export function isNoLicence(written: string): boolean {
  return UNSPOKEN.has(written.toLowerCase().trim())
}

/** The licence that an id, a title or an address means; undefined for another one. */
export function licenceOf(written: string): Licence | undefined {
  const text = written.toLowerCase().trim()
  const name = folded(text)
  const exact = licences.find(({ id, title, names }) => [id, title, ...names].some(known => folded(known) === name))
  return exact ?? (/^https?:/.test(text) ? byAddress(text) : byWords(text))
}

function byAddress(address: string): Licence | undefined {
  const [, id] = ADDRESSES.find(([part]) => part.test(address)) ?? []
  return licences.find(licence => licence.id === id)
}

const ADDRESSES: readonly (readonly [RegExp, string])[] = [
  [/etalab.*2014|licence_ouverte\.pdf|open_licence\.pdf/, 'fr-lo'],
  [/etalab|licence-ouverte|spdx\.org\/licenses\/etalab-2/, 'lov2'],
  [/odbl/, 'odc-odbl'],
  [/pddl/, 'odc-pddl'],
  [/opendatacommons\.org\/licenses\/by|odc-by/, 'odc-by'],
  [/creativecommons\.org\/licenses\/by-sa\/|cc[-_]by[-_]?sa/, 'cc-by-sa'],
  [/creativecommons\.org\/licenses\/by\/|cc[-_]by(?![-_]?n)/, 'cc-by'],
  [/publicdomain\/zero|cc0|cc-zero/, 'cc-zero'],
]

function byWords(text: string): Licence | undefined {
  const id = /\bnc\b|\bnd\b|non.?commercial/.test(text)
    ? undefined
    : /(?:licen[cs]e ouverte|open licen[cs]e|etalab)/.test(text)
      ? /\b1(?:\.0)?\b/.test(text)
        ? 'fr-lo'
        : 'lov2'
      : /open database licen[cs]e|\bodbl\b/.test(text)
        ? 'odc-odbl'
        : undefined
  return licences.find(licence => licence.id === id)
}

function open(id: string, title: string, address: string, names: readonly string[]): Licence {
  return { id, title, address, names, isListed: false, isFree: true }
}
