import type { Level } from './schema/words'

/** The level of the object that stands at a path of a schema; undefined where Table Schema says nothing. */
export function levelOf(path: readonly string[]): Level | undefined {
  const [first = '', second, third] = path
  if (path.length === 0) return 'schema'
  const isEntry = second !== undefined && /^\d+$/.test(second)
  if (!isEntry) return undefined
  if (first === 'fields') {
    if (path.length === 2 || (path.length === 3 && third === 'arrayItem')) return 'field'
    return path.at(-1) === 'constraints' && (path.length === 3 || (path.length === 4 && third === 'arrayItem'))
      ? 'constraints'
      : undefined
  }
  if (first === 'foreignKeys')
    return path.length === 2 ? 'foreign-key' : path.length === 3 && third === 'reference' ? 'reference' : undefined
  return /^(?:x-)?custom[-_]?checks$/i.test(first) && path.length === 2 ? 'custom-check' : undefined
}
