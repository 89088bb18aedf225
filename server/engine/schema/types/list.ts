import type { Reading, Spelling } from './reading'

/** Items of one type between delimiters; an item that is empty has no value, which is allowed. */
export function list({ delimiter }: Spelling, item: Reading): Reading {
  return {
    read: text => {
      const values = text.split(delimiter).map(part => (part === '' ? '' : item.read(part)))
      return values.includes(undefined) ? undefined : values
    },
  }
}
