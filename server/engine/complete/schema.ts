import type { Offer } from '../complete'
import { type Dataset, textOf } from '../dataset'
import type { FieldType } from '../model/field'
import type { Language } from '../model/language'
import { pointer } from '../model/pointer'
import { child, type Node, nodeAt, nodeOver } from '../model/tree'
import { type Spot, spotAt } from './json-spot'
import { levelOf } from '../schema-level'
import { fieldNames, type Place, placeIn } from '../schema-places'
import { formats, type Level, type Property, properties } from '../schema/words'
import { typeWords } from '../type-words'

/** What could be written at a place of a schema: properties of its level that are not there yet, types, formats, names. */
export function offersForSchema(dataset: Dataset, offset: number, language: Language): readonly Offer[] {
  const described = dataset.tree
  const over = described && nodeOver(described.tree, offset)
  if (!described || !over) return []
  const spot = spotAt(over, offset, textOf(dataset))
  const place = spot && placeIn(described.schemas, spot.object)
  if (!spot || !place) return []
  if (spot.key === undefined) return keyOffers(spot, place, language)
  return valueOffers(spot, described.tree.root!, place, fieldNames(described.tree, place.at), language)
}

function keyOffers({ object, span, hasColon }: Spot, { path }: Place, language: Language): Offer[] {
  const level = levelOf(path)
  if (!level) return []
  const type = fieldType(object, level)
  const written = new Set(object.children.filter(node => node.key!.span !== span).map(({ key }) => key!.name))
  return Object.entries(properties[level])
    .filter(([name, { types }]) => !written.has(name) && (!types || type === undefined || types.includes(type)))
    .map(([name, property]) => ({
      label: name,
      edit: { span, text: hasColon ? JSON.stringify(name) : `${JSON.stringify(name)}: ${empty[property.kind]}` },
      kind: 'property',
      documentation: property.words[language],
    }))
}

const empty: Readonly<Record<Property['kind'], string>> = {
  text: '""',
  list: '[]',
  object: '{}',
  truth: 'true',
  number: '0',
  any: '',
}

/** The type of the field that an object describes, or whose constraints it is. */
function fieldType(object: Node, level: Level): FieldType | undefined {
  const field = level === 'constraints' ? object.parent : level === 'field' ? object : undefined
  const value = field && child(field, 'type')?.value
  return typeof value === 'string' && Object.hasOwn(typeWords, value) ? (value as FieldType) : undefined
}

function valueOffers(
  { object, key, span }: Spot,
  root: Node,
  { at, path }: Place,
  names: readonly string[],
  language: Language,
): Offer[] {
  const level = levelOf(path)
  const offer = (value: unknown, detail?: string): Offer => ({
    label: typeof value === 'string' ? value : JSON.stringify(value),
    edit: { span, text: JSON.stringify(value) },
    kind: 'value',
    ...(detail !== undefined && { detail }),
  })
  const isKey = level === 'schema' && (key === 'primaryKey' || key === 'uniqueKeys')
  if (isKey || (level === 'foreign-key' && key === 'fields')) return names.map(name => offer(name))
  if (level === 'custom-check' || path.at(-1) === 'params')
    return key?.startsWith('column') ? names.map(name => offer(name)) : []
  if (level === 'field' && (key === 'type' || key === 'itemType'))
    return Object.entries(typeWords).map(([type, words]) => offer(type, words[language]))
  if (level === 'field' && key === 'format')
    return (formats[fieldType(object, level) ?? 'string'] ?? ['default']).map(format => offer(format))
  if (level === 'schema' && key === 'fieldsMatch')
    return ['exact', 'equal', 'subset', 'superset', 'partial'].map(match => offer(match))
  if (level === 'reference' && key === 'resource') return resourceNames(root, at).map(name => offer(name))
  const property =
    level && key !== undefined && Object.hasOwn(properties[level], key) ? properties[level][key] : undefined
  return property?.kind === 'truth' ? [offer(true), offer(false)] : []
}

function resourceNames(root: Node, at: string): readonly string[] {
  if (at === '') return []
  const resources = nodeAt({ root, flaws: [] }, pointer('', 'resources'))?.children ?? []
  return resources.flatMap(resource => {
    const name = resource.kind === 'object' ? child(resource, 'name')?.value : undefined
    return typeof name === 'string' ? [name] : []
  })
}
