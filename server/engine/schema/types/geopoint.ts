import { isObject, jsonValue } from '../json-value'
import type { Reading, Spelling } from './reading'

const DECIMAL = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/

/** Points as [longitude, latitude] in degrees: `default` is `lon, lat`, `array` and `object` are JSON. */
export function geopoint({ format }: Spelling): Reading | undefined {
  const parts = FORMATS.get(format)
  if (!parts) return
  return {
    read: text => {
      const point = parts(text)
      return point && Math.abs(point[0]) <= 180 && Math.abs(point[1]) <= 90 ? point : undefined
    },
  }
}

type Point = readonly [longitude: number, latitude: number]

const FORMATS = new Map<string, (text: string) => Point | undefined>([
  ['default', fromText],
  ['array', fromArray],
  ['object', fromObject],
])

function fromText(text: string): Point | undefined {
  const parts = text.split(',')
  return parts.length === 2 && parts.every(part => DECIMAL.test(part))
    ? [Number(parts[0]), Number(parts[1])]
    : undefined
}

function fromArray(text: string): Point | undefined {
  const value = jsonValue(text)
  return Array.isArray(value) && value.length === 2 ? pair(value[0], value[1]) : undefined
}

function fromObject(text: string): Point | undefined {
  const value = jsonValue(text)
  return isObject(value) && Object.keys(value).length === 2 ? pair(value['lon'], value['lat']) : undefined
}

function pair(longitude: unknown, latitude: unknown): Point | undefined {
  return typeof longitude === 'number' && typeof latitude === 'number' ? [longitude, latitude] : undefined
}
