import type { Box } from '../model/box'
import { onlyFile, type Territory } from '../model/described-file'
import { type Description, type Statement, statements } from '../model/description'
import type { Point } from '../model/territory'
import { pointerOf } from '../model/tree'
import { additions, type Missing, missing } from './missing-statement'
import { type TreeFinding, treeRule } from './rule'

/** The part of the rows that must lie in a territory for it to be that of the data. */
const SHARE = 0.5

type Contradicted =
  | { readonly kind: 'communes'; readonly told: string; readonly usual: string }
  | { readonly kind: 'extent'; readonly told: string; readonly median: string }

/** The territory that the data covers is not said, or most of the data lies outside of the one that is. */
export const missingSpatialCoverage = treeRule<Missing | Contradicted>({
  id: 'missing-spatial-coverage',
  severity: 'warning',
  preset: 'standard',
  concepts: ['metadata', 'granularity'],

  *check({ descriptions, files }) {
    for (const description of descriptions) {
      const territory = onlyFile(description, files)?.territory
      for (const finding of missing(description, 'spatial'))
        yield { ...finding, facts: { ...finding.facts, slot: filled(finding.facts.slot, territory) } }
      if (territory) yield* contradicted(description, territory)
    }
  },

  message: {
    fr(facts) {
      if (facts.kind === 'missing')
        return 'La fiche ne dit pas quel territoire ces données couvrent : donnez le code INSEE de la commune ou le SIREN de l’intercommunalité.'
      return facts.kind === 'communes'
        ? `La fiche annonce le territoire ${facts.told}, mais la plupart des lignes des données sont d’ailleurs, surtout de ${facts.usual} : corrigez l’un des deux.`
        : `La fiche annonce l’emprise ${facts.told}, mais le milieu des points des données (${facts.median}) est en dehors : corrigez l’un des deux.`
    },
    en(facts) {
      if (facts.kind === 'missing')
        return 'The document does not say which territory this data covers: give the INSEE code of the commune or the SIREN of the intercommunality.'
      return facts.kind === 'communes'
        ? `The document tells the territory ${facts.told}, but most rows of the data are from elsewhere, above all from ${facts.usual}: correct one of the two.`
        : `The document tells the extent ${facts.told}, but the middle of the points of the data (${facts.median}) lies outside: correct one of the two.`
    },
  },

  choices: facts => (facts.kind === 'missing' ? additions(facts) : []),
})

/** The place with the only commune and the box of the data in it first. */
function filled(slot: Missing['slot'], territory: Territory | undefined): Missing['slot'] {
  const [code, ...others] = territory?.communes.keys() ?? []
  const told = { code: others.length === 0 ? code : undefined, box: territory?.points?.box }
  return slot && { ...slot, values: slot.values.map(value => withTerritory(value, told)) }
}

interface Told {
  readonly code: string | undefined
  readonly box: Box | undefined
}

/** A place as its format writes it, with what the data tell in it. */
function withTerritory(value: unknown, told: Told): unknown {
  if (typeof value !== 'object' || value === null) return value
  const { code, box } = told
  if ('code' in value) return { ...value, ...(code !== undefined && { code }), ...(box && { bbox: box }) }
  if ('zones' in value) return { ...value, ...(code !== undefined && { zones: [`fr:commune:${code}`] }) }
  if ('@type' in value && value['@type'] === 'Place') {
    const shape = box && { '@type': 'GeoShape', box: [box[1], box[0], box[3], box[2]].join(' ') }
    return { ...value, ...(code !== undefined && { identifier: code }), ...(shape && { geo: shape }) }
  }
  if ('@id' in value) return code === undefined ? value : { '@id': `http://id.insee.fr/geo/commune/${code}` }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withTerritory(one, told)]))
}

function* contradicted(
  description: Description,
  { communes, points }: Territory,
): Generator<TreeFinding<Contradicted>> {
  const zones = statements(description, 'spatial')
  const tests = zones.map(isIn)
  const rows = sum(communes)
  const inside = sum(communes, code => tests.some(test => test?.(code)))
  const [first] = zones
  if (first && rows > 0 && !tests.includes(undefined) && inside < SHARE * rows)
    yield { pointer: pointerOf(first.node), facts: { kind: 'communes', told: first.text, usual: usualOf(communes) } }
  const extents = statements(description, 'extent')
  const [extent] = extents
  if (points && extent && !extents.some(({ text }) => holds(text, points.median)))
    yield {
      pointer: pointerOf(extent.node),
      facts: { kind: 'extent', told: extent.text, median: points.median.join(' ') },
    }
}

function holds(extent: string, [longitude, latitude]: Point): boolean {
  const [west = 0, south = 0, east = 0, north = 0] = extent.split(' ').map(Number)
  return west <= longitude && longitude <= east && south <= latitude && latitude <= north
}

/** Whether a commune is in a zone, told as a code of the official geographic code alone or at the end of an id; undefined for another zone. */
function isIn({ text }: Statement): ((commune: string) => boolean) | undefined {
  const [, kind, code] = /^(?:.*[:/](commune|departement)[:/])?(\d{2,5}|2[AB]\d{0,3})(?:@.*)?$/i.exec(text) ?? []
  if (code?.length === 5 && kind !== 'departement') return commune => commune === code
  const isDepartment = code !== undefined && (code.length === 2 || /^9[78]\d$/.test(code)) && kind !== 'commune'
  return isDepartment ? commune => commune.startsWith(code) : undefined
}

function sum(communes: Territory['communes'], isCounted: (code: string) => boolean = () => true): number {
  let rows = 0
  for (const [code, count] of communes) if (isCounted(code)) rows += count
  return rows
}

function usualOf(communes: Territory['communes']): string {
  return [...communes].toSorted((a, b) => b[1] - a[1])[0]![0]
}
