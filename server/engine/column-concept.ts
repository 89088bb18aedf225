import type { ConceptId } from './concepts'
import type { Field, Identifier } from './model/field'
import { MOST_BESIDE_LONG, wordsOf } from './model/identifier'
import type { ColumnProfile } from './model/profile'

/** What says which concept a column is about. */
interface Told {
  readonly label: string
  readonly field: Field | undefined
  readonly identifier: Identifier | undefined
  /** The id of the schema in force. */
  readonly schema: string | undefined
  /** What is known of its values, in how many rows. */
  readonly profile?: ColumnProfile | undefined
  readonly rows?: number | undefined
}

/** Different values that a column of categories has at most. */
const CATEGORIES = 20

/** The concept that the values of a column are about: that of what they are, else of how they are written, else of the table. */
export function columnConcept(told: Told): ConceptId {
  const { label, field, identifier, schema, profile, rows } = told
  if (identifier) return ofIdentifier[identifier]
  const words = wordsOf({ field, label })
  const named = ofWords.find(
    ([, names, isMeant]) => words.some(word => names.test(word)) && (!isMeant || isMeant(told, words)),
  )
  if (named) return named[0]
  if (profile?.numbers && !profile.isCode) return 'mean-vs-median'
  if (profile?.dates) return 'iso-8601-date'
  const typed = field && ofField(field)
  if (typed) return typed
  const ofTable = tableConcept(schema)
  if (ofTable) return ofTable
  if (field?.constraints.required) return 'completeness'
  if (!profile) return 'data-dictionary'
  const { filled, absent, distinct } = profile
  if (absent > 0 || filled < (rows ?? 0)) return 'missing-value'
  return distinct.count <= CATEGORIES && 2 * distinct.count < filled ? 'code-list' : 'data-dictionary'
}

/** The concept that a whole table is about, by the id of its schema. */
export function tableConcept(schema: string | undefined): ConceptId | undefined {
  return schema === undefined ? undefined : ofSchema.find(([, name]) => name.test(schema))?.[0]
}

const ofIdentifier: Readonly<Record<Identifier, ConceptId>> = {
  siret: 'siren-siret',
  siren: 'siren-siret',
  rna: 'rna-identifier',
  'commune-code': 'insee-commune-code',
  'postal-code': 'leading-zeros',
  phone: 'leading-zeros',
  uai: 'uai-code',
  'address-key': 'address-base',
  building: 'stable-identifier',
  fantoir: 'address-base',
  code: 'code-list',
}

/** Words of labels, and for those that mean other things too whether this is meant; the first that fits speaks. */
const ofWords: readonly (readonly [ConceptId, RegExp, isMeant?: (told: Told, words: readonly string[]) => boolean])[] =
  [
    ['coordinate-reference-system', /^long$/, isLongitude],
    [
      'coordinate-reference-system',
      /^(?:lat|latitude|lon|lng|longitude|coordonnees|coordonneesxy|xy|geo|geom|geometrie|geometry|geopoint|epsg|projection|x|y)$/,
    ],
    ['timeliness', /^(?:maj|majdate|actualisation|update|updated|modification)$/],
    ['collection-date', /^(?:releve|mesure|observation|collecte|comptage|millesime)$/],
    // That of a club is a licence, too.
    [
      'open-licences',
      /^(?:licence|license)$/,
      ({ field, profile }) => !!field || holds(profile, /licen[cs]e|odbl|\bcc\b/i),
    ],
    ['stable-url', /^(?:url|urls|uri|website|web|href|internet)$/],
    [
      'stable-url',
      /^(?:lien|liens|site)$/,
      ({ field, profile }) => field?.format === 'uri' || holds(profile, /^(?:https?:|www\.)/i),
    ],
    ['personal-data', /^(?:mail|email|courriel|prenom|prenoms|contact|naissance|responsable)$/],
    ['percentage-vs-point', /^(?:taux|pourcentage|pourcentagesubvention|part|pct|percent)$/],
    ['mean-vs-median', /^(?:montant|montants|prix|tarif|tarifs|cout|couts|valeur|amount)$/],
    ['address-base', /^(?:adresse|voie|rue|numvoie|codevoie)$/],
    ['insee-commune-code', /^(?:commune|communes|ville|villes)$/],
    ['stable-identifier', /^(?:id|identifiant|ident|uid|uuid|cle|reference|ref|numero|num)$/],
    ['denominator', /^(?:population|habitants|inscrits|effectif|effectifs)$/],
  ]

/** Whether `long` is short for longitude, and does not say how long something is. */
function isLongitude({ profile }: Told, words: readonly string[]): boolean {
  const { numbers, found } = profile ?? {}
  if (words.length > MOST_BESIDE_LONG) return false
  return numbers
    ? found?.type === 'number' && Math.max(-numbers.least, numbers.greatest) <= 180
    : !profile || found?.type !== 'string'
}

/** True where a value that is shown has this in it. */
function holds(profile: ColumnProfile | undefined, what: RegExp): boolean {
  const shown = [profile?.texts?.least, profile?.texts?.greatest, ...(profile?.top.map(({ value }) => value) ?? [])]
  return shown.some(value => value !== undefined && what.test(value))
}

const ofSchema: readonly (readonly [ConceptId, RegExp])[] = [
  ['grant-data', /subvention/],
  ['acts-publication', /deliberation|acte/],
  ['procurement-data', /marche|decp|commande|achat/],
  ['address-base', /adresse|bal\b/],
  ['electoral-data', /election|bureau|vote/],
  ['algorithm-transparency', /algorithme/],
  ['small-counts', /prenom/],
  ['index-base-100', /indice/],
]

function ofField({ type, constraints }: Field): ConceptId | undefined {
  if (['date', 'datetime', 'time', 'year', 'yearmonth', 'duration'].includes(type)) return 'iso-8601-date'
  if (type === 'geopoint') return 'coordinate-reference-system'
  if (type === 'geojson') return 'geojson'
  if (type === 'object' || type === 'array') return 'json-format'
  if (type === 'number' || type === 'integer') return 'units-and-magnitude'
  if (type === 'boolean' || constraints.enum) return 'code-list'
  if (constraints.unique) return 'uniqueness'
  return undefined
}
