import { frequencies } from '../model/frequency'
import type { Language } from '../model/language'
import { highValueCategories } from '../model/high-value'
import { licences } from '../model/licence'

/** A value that a property may have, with what it means. */
export interface Word {
  readonly value: string
  readonly words: Readonly<Record<Language, string>>
}

const AUTHORITY = 'http://publications.europa.eu/resource/authority/'

/** The names that SPDX and the Open Definition give to licences, which Data Package asks for. */
const SPDX: Readonly<Record<string, string>> = {
  lov2: 'etalab-2.0',
  'odc-odbl': 'ODbL-1.0',
  'fr-lo': 'etalab-1.0',
  'cc-by': 'CC-BY-4.0',
  'cc-zero': 'CC0-1.0',
  'odc-by': 'ODC-By-1.0',
  'odc-pddl': 'PDDL-1.0',
  'cc-by-sa': 'CC-BY-SA-4.0',
}

const vocabularies: Readonly<Record<string, readonly Word[]>> = {
  licences: licences.map(({ id, title }) => same(id, title)),
  'licence-names': licences.map(({ id, title }) => same(SPDX[id]!, title)),
  'licence-addresses': licences.flatMap(({ address, title }) => (address ? [same(address, title)] : [])),
  'licence-titles': licences.map(({ title, id }) => same(title, SPDX[id]!)),
  frequencies: frequencies.map(({ code, words }) => ({ value: code, words })),
  'eu-frequencies': frequencies.map(({ european, words }) => ({ value: `${AUTHORITY}frequency/${european}`, words })),
  granularities: [
    word('fr:commune', 'la commune', 'the commune'),
    word('fr:iris', 'le quartier IRIS', 'the IRIS district'),
    word('fr:epci', 'l’intercommunalité', 'the intercommunality'),
    word('fr:canton', 'le canton', 'the canton'),
    word('fr:arrondissement', 'l’arrondissement', 'the arrondissement'),
    word('fr:departement', 'le département', 'the département'),
    word('fr:region', 'la région', 'the région'),
    word('fr:collectivite', 'la collectivité d’outre-mer', 'the overseas collectivity'),
    word('country', 'le pays', 'the country'),
    word('country-subset', 'une partie du pays', 'part of the country'),
    word('country-group', 'un groupe de pays', 'a group of countries'),
    word('poi', 'le point ou l’adresse', 'the point or the address'),
    word('other', 'une autre maille', 'another one'),
  ],
  formats: [
    word('csv', 'tableau, format ouvert', 'table, open format'),
    word('json', 'données structurées, format ouvert', 'structured data, open format'),
    word('geojson', 'carte, format ouvert', 'map, open format'),
    word('parquet', 'grand tableau, format ouvert', 'large table, open format'),
    word('ods', 'classeur, format ouvert', 'workbook, open format'),
    word('gpkg', 'carte, format ouvert', 'map, open format'),
    word('shp', 'carte', 'map'),
    word('gtfs', 'horaires de transport', 'transport timetables'),
    word('xml', 'données structurées', 'structured data'),
    word('xlsx', 'classeur d’un éditeur', 'workbook of one maker'),
    word('pdf', 'document, rien à réutiliser', 'document, nothing to reuse'),
  ],
  'eu-formats': ['CSV', 'JSON', 'GEOJSON', 'PARQUET', 'ODS', 'GPKG', 'SHP', 'XML', 'XLSX', 'PDF'].map(code =>
    same(`${AUTHORITY}file-type/${code}`, code),
  ),
  'eu-languages': [
    word(`${AUTHORITY}language/FRA`, 'français', 'French'),
    word(`${AUTHORITY}language/ENG`, 'anglais', 'English'),
  ],
  'access-rights': [
    word(`${AUTHORITY}access-right/PUBLIC`, 'ouvert à tous', 'open to all'),
    word(`${AUTHORITY}access-right/RESTRICTED`, 'sous condition', 'on conditions'),
    word(`${AUTHORITY}access-right/NON_PUBLIC`, 'non communicable', 'not to be given out'),
  ],
  availability: [
    word(`${AUTHORITY}planned-availability/STABLE`, 'durablement', 'for good'),
    word(`${AUTHORITY}planned-availability/AVAILABLE`, 'quelques années', 'for some years'),
    word(`${AUTHORITY}planned-availability/TEMPORARY`, 'un temps', 'for a time'),
    word(`${AUTHORITY}planned-availability/EXPERIMENTAL`, 'à l’essai', 'on trial'),
  ],
  'high-value-categories': highValueCategories.map(({ address, words }) => ({ value: address, words })),
  themes: [
    theme('AGRI', 'agriculture, pêche, sylviculture, alimentation', 'agriculture, fisheries, forestry, food'),
    theme('ECON', 'économie et finances', 'economy and finance'),
    theme('EDUC', 'éducation, culture, sport', 'education, culture, sport'),
    theme('ENER', 'énergie', 'energy'),
    theme('ENVI', 'environnement', 'environment'),
    theme('GOVE', 'gouvernement et secteur public', 'government and public sector'),
    theme('HEAL', 'santé', 'health'),
    theme('INTR', 'questions internationales', 'international issues'),
    theme('JUST', 'justice et sécurité', 'justice and safety'),
    theme('OP_DATPRO', 'données provisoires', 'provisional data'),
    theme('REGI', 'régions et villes', 'regions and cities'),
    theme('SOCI', 'population et société', 'population and society'),
    theme('TECH', 'science et technologie', 'science and technology'),
    theme('TRAN', 'transports', 'transport'),
  ],
  'csvw-types': [
    word('string', 'un texte', 'a text'),
    word('integer', 'un nombre entier', 'a whole number'),
    word('decimal', 'un nombre exact', 'an exact number'),
    word('number', 'un nombre', 'a number'),
    word('boolean', 'vrai ou faux', 'true or false'),
    word('date', 'une date', 'a date'),
    word('datetime', 'une date et une heure', 'a date with a time'),
    word('time', 'une heure', 'a time'),
    word('duration', 'une durée', 'a duration'),
    word('gYear', 'une année', 'a year'),
    word('anyURI', 'une adresse', 'an address'),
  ],
}

/** The values of a vocabulary, by the name that our structures give it; none for an unknown one. */
export function vocabulary(name: string): readonly Word[] {
  return Object.hasOwn(vocabularies, name) ? vocabularies[name]! : []
}

function word(value: string, fr: string, en: string): Word {
  return { value, words: { fr, en } }
}

function same(value: string, text: string): Word {
  return word(value, text, text)
}

function theme(code: string, fr: string, en: string): Word {
  return word(`${AUTHORITY}data-theme/${code}`, fr, en)
}
