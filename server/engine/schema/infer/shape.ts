/** What a value looks like: a sign for each digit and each letter, other marks as they are; undefined for what is no code. */
export function codeShape(text: string): string | undefined {
  if (text.length > LONGEST || !/^[\dA-Za-z._:/#*-]*$/.test(text) || !/\d/.test(text)) return undefined
  return text.replace(/\d/g, '9').replace(/[A-Z]/g, 'A').replace(/[a-z]/g, 'a')
}

/** The pattern that all values of one shape match. */
export function shapePattern(shape: string): string {
  const parts = shape.match(/9+|A+|a+|[^9Aa]/g) ?? []
  return `^${parts.map(partPattern).join('')}$`
}

/** Characters beyond which a value is no code. */
const LONGEST = 40

const CLASSES: Readonly<Record<string, string>> = { '9': String.raw`\d`, A: '[A-Z]', a: '[a-z]' }

function partPattern(part: string): string {
  const letter = CLASSES[part[0]!]
  if (letter === undefined) return part.replace(/[.*/]/, String.raw`\$&`)
  return part.length === 1 ? letter : `${letter}{${part.length}}`
}
