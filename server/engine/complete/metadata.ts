import type { Offer } from '../complete'
import { type Dataset, textOf } from '../dataset'
import { type Spot, spotAt } from './json-spot'
import { propertyNamed } from '../metadata-property'
import { vocabulary } from '../metadata/vocabulary'
import type { Language } from '../model/language'
import { steps } from '../model/pointer'
import { nodeOver, pointerOf } from '../model/tree'
import { catalogue } from '../schema/catalogue'
import { propertiesAt, type Structure } from '../schema/structure'

/** What could be written at a place of a metadata document: properties that are not there yet, values of vocabularies. */
export function offersForMetadata(dataset: Dataset, offset: number, language: Language): readonly Offer[] {
  const described = dataset.tree
  const over = described && nodeOver(described.tree, offset)
  const spot = over && spotAt(over, offset, textOf(dataset))
  if (!described || !spot) return []
  const properties = propertiesAt(described.kind, steps(pointerOf(spot.object)))
  if (spot.key === undefined) return keyOffers(spot, properties, language)
  const property = propertyNamed(properties, spot.key)
  return property ? valueOffers(spot, property, language) : []
}

function keyOffers(
  { object, span, hasColon }: Spot,
  properties: Readonly<Record<string, Structure>>,
  language: Language,
): Offer[] {
  const written = new Set(object.children.filter(node => node.key!.span !== span).map(({ key }) => key!.name))
  return Object.entries(properties)
    .filter(([name]) => !written.has(name))
    .map(([name, property]) => ({
      label: name,
      edit: { span, text: hasColon ? JSON.stringify(name) : `${JSON.stringify(name)}: ${emptyValue(property)}` },
      kind: 'property',
      documentation: property[`x-${language}`] ?? '',
    }))
}

function emptyValue({ type, $ref }: Structure): string {
  const [first] = [type ?? ($ref ? 'object' : 'string')].flat()
  return { array: '[]', object: '{}', boolean: 'true', integer: '0', number: '0' }[first!] ?? '""'
}

function valueOffers({ span }: Spot, property: Structure, language: Language): readonly Offer[] {
  const offer = (value: unknown, detail?: string): Offer => ({
    label: typeof value === 'string' ? value : JSON.stringify(value),
    edit: { span, text: JSON.stringify(value) },
    kind: 'value',
    ...(detail !== undefined && { detail }),
  })
  const named = property['x-values']
  if (named === 'schemas') return catalogue.map(({ id, title }) => offer(id, title[language]))
  const words = named === undefined ? [] : vocabulary(named)
  if (words.length > 0) return words.map(({ value, words: said }) => offer(value, said[language]))
  const usual = property['x-offers'] ?? property.items?.['x-offers'] ?? property.enum ?? []
  return usual.length > 0 || property.type !== 'boolean'
    ? usual.map(value => offer(value))
    : [offer(true), offer(false)]
}
