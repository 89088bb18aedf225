import { isObject, jsonValue } from '../json-value'
import type { Reading } from './reading'

/** JSON objects. */
export function object(): Reading {
  return {
    read: text => {
      const value = jsonValue(text)
      return isObject(value) ? value : undefined
    },
  }
}
