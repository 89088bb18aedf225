import type { FieldType } from '../model/field'
import { nearest } from './nearest'
import { types } from './types'

/** What databases and other schemas call the types of Table Schema. */
const otherNames: Readonly<Record<string, FieldType>> = {
  text: 'string',
  str: 'string',
  varchar: 'string',
  char: 'string',
  texte: 'string',
  float: 'number',
  double: 'number',
  decimal: 'number',
  numeric: 'number',
  nombre: 'number',
  int: 'integer',
  bigint: 'integer',
  entier: 'integer',
  bool: 'boolean',
  booléen: 'boolean',
  timestamp: 'datetime',
  'date-time': 'datetime',
  point: 'geopoint',
  geometry: 'geojson',
  json: 'object',
  liste: 'list',
}

/** The type that an unknown name probably means; undefined when nothing resembles it. In lower case. */
export function meantType(name: string): FieldType | undefined {
  if (Object.hasOwn(otherNames, name)) return otherNames[name]
  return nearest(name, Object.keys(types)) as FieldType | undefined
}
