import type { Box } from '../model/box'
import { onlyFile, type Territory } from '../model/described-file'
import { type Description, statements } from '../model/description'
import { isForeign } from '../model/foreign'
import type { Lists } from '../model/lists'
import type { Point } from '../model/territory'
import { pointerOf } from '../model/tree'
import { zoneOf } from '../model/zone'
import { additions, type Missing, missing } from './missing-statement'
import { type TreeFinding, treeRule } from './rule'

/** The part of the rows that must lie in a territory for it to be that of the data. */
const SHARE = 0.5

type LoadLists = () => Lists | undefined

/** The codes that France has for its territories help nobody who describes another place. */
type Unsaid = Missing & { readonly isForeign: boolean }

type Contradicted =
  | { readonly kind: 'communes'; readonly told: string; readonly usual: string }
  | { readonly kind: 'extent'; readonly told: string; readonly median: string }

/** The territory that the data covers is not said, or most of the data lies outside of the one that is. */
export const missingSpatialCoverage = treeRule<Unsaid | Contradicted>({
  id: 'missing-spatial-coverage',
  severity: 'warning',
  preset: 'standard',
  concepts: ['metadata', 'granularity'],

  *check(described) {
    const lists = () => described.lists
    for (const description of described.descriptions) {
      const territory = onlyFile(description, described.files)?.territory
      for (const finding of missing(description, 'spatial'))
        yield {
          ...finding,
          facts: {
            ...finding.facts,
            slot: filled(finding.facts.slot, territory, lists),
            isForeign: isForeign(description),
          },
        }
      if (territory) yield* contradicted(description, territory, lists)
    }
  },

  message: {
    fr(facts) {
      if (facts.kind === 'missing')
        return facts.isForeign
          ? 'La fiche ne dit pas quel territoire ces données couvrent : donnez son nom et, s’il en a un, son code officiel.'
          : 'La fiche ne dit pas quel territoire ces données couvrent : donnez le code INSEE de la commune ou le SIREN de l’intercommunalité.'
      return facts.kind === 'communes'
        ? `La fiche annonce le territoire ${facts.told}, mais la plupart des lignes des données sont d’ailleurs, surtout de ${facts.usual} : corrigez l’un des deux.`
        : `La fiche annonce l’emprise ${facts.told}, mais le milieu des points des données (${facts.median}) est en dehors : corrigez l’un des deux.`
    },
    en(facts) {
      if (facts.kind === 'missing')
        return facts.isForeign
          ? 'The document does not say which territory this data covers: give its name and, if it has one, its official code.'
          : 'The document does not say which territory this data covers: give the INSEE code of the commune or the SIREN of the intercommunality.'
      return facts.kind === 'communes'
        ? `The document tells the territory ${facts.told}, but most rows of the data are from elsewhere, above all from ${facts.usual}: correct one of the two.`
        : `The document tells the extent ${facts.told}, but the middle of the points of the data (${facts.median}) lies outside: correct one of the two.`
    },
  },

  choices: facts => (facts.kind === 'missing' ? additions(facts) : []),
})

/** The place with the only commune of the data, or the intercommunality of all, and the box of the data in it first. */
function filled(slot: Missing['slot'], territory: Territory | undefined, lists: LoadLists): Missing['slot'] {
  const communes = [...(territory?.communes.keys() ?? [])]
  const commune = communes.length === 1 ? communes[0] : undefined
  const group = communes.length > 1 ? groupOf(communes, lists()) : undefined
  const told = { commune, group, box: territory?.points?.box }
  return slot && { ...slot, values: slot.values.map(value => withTerritory(value, told)) }
}

/** The SIREN of the intercommunality in which all of several communes are. */
function groupOf(communes: readonly string[], lists: Lists | undefined): string | undefined {
  const [siren, ...others] = new Set(communes.map(code => lists?.sheet(code)?.group?.siren))
  return others.length === 0 ? siren : undefined
}

interface Told {
  readonly commune: string | undefined
  readonly group: string | undefined
  readonly box: Box | undefined
}

/** A place as its format writes it, with what the data tell in it. */
function withTerritory(value: unknown, told: Told): unknown {
  if (typeof value !== 'object' || value === null) return value
  const { commune, group, box } = told
  const code = commune ?? group
  if ('code' in value) return { ...value, ...(code !== undefined && { code }), ...(box && { bbox: box }) }
  if ('zones' in value && commune !== undefined) return { ...value, zones: [`fr:commune:${commune}`] }
  if ('zones' in value && group !== undefined) return { ...value, zones: [`fr:epci:${group}`], granularity: 'fr:epci' }
  if ('@type' in value && value['@type'] === 'Place') {
    const shape = box && { '@type': 'GeoShape', box: [box[1], box[0], box[3], box[2]].join(' ') }
    return { ...value, ...(code !== undefined && { identifier: code }), ...(shape && { geo: shape }) }
  }
  if ('@id' in value) return commune === undefined ? value : { '@id': `http://id.insee.fr/geo/commune/${commune}` }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withTerritory(one, told)]))
}

function* contradicted(
  description: Description,
  { communes, points }: Territory,
  lists: LoadLists,
): Generator<TreeFinding<Contradicted>> {
  const zones = statements(description, 'spatial')
  const tests = communes.size > 0 ? zones.map(({ text }) => zoneOf(text, lists)) : []
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

function sum(communes: Territory['communes'], isCounted: (code: string) => boolean = () => true): number {
  let rows = 0
  for (const [code, count] of communes) if (isCounted(code)) rows += count
  return rows
}

function usualOf(communes: Territory['communes']): string {
  return [...communes].toSorted((a, b) => b[1] - a[1])[0]![0]
}
