import { jsonValue } from '../json-value'
import type { Reading } from './reading'

/** JSON arrays. */
export function array(): Reading {
  return {
    read: text => {
      const value = jsonValue(text)
      return Array.isArray(value) ? value : undefined
    },
  }
}
