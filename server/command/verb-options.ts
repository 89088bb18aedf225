import type { Problem } from '../files/files'

/** How files are read, and by which settings and rules they are judged. */
const reading = [
  'schema',
  'allow-network',
  'encoding',
  'delimiter',
  'header',
  'decimal',
  'dialect',
  'config',
  'no-config',
  'preset',
  'rule',
  'only-schema',
  'today',
]
// The data alone speak.
const withoutSchema = reading.filter(option => option !== 'schema' && option !== 'allow-network')

/** The options that each verb uses, beside those of all. */
const optionsOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['lint', [...reading, 'format', 'fail-on', 'threads', 'baseline', 'write-baseline']],
  ['fix', [...reading, 'fail-on', 'unsafe', 'dry-run']],
  ['report', [...reading, 'format', 'for', 'before']],
  ['profile', [...reading, 'format']],
  ['describe', [...reading, 'write']],
  ['infer', [...withoutSchema, 'write', 'overwrite']],
  ['schemas', withoutSchema],
  ['convert', ['overwrite']],
  ['explain', []],
  ['mcp', ['config', 'no-config', 'preset', 'rule', 'today']],
  ['server', ['stdio']],
])
const ofAll = new Set(['language', 'help', 'version'])

/** What a command line says that its verb does not use: whoever wrote it expects something that will not be done. */
export function unusedBy(verb: string, options: readonly string[], names: readonly string[]): Problem | undefined {
  const used = optionsOf.get(verb)
  if (!used) return undefined
  const unused = options.find(option => !used.includes(option) && !ofAll.has(option))
  if (unused !== undefined) return foreign(unused, verb)
  if (options.includes('for') && options.includes('before')) return twoReports
  const [, more] = names
  if (verb !== 'explain' || more === undefined) return undefined
  return {
    fr: `vigie explain n’explique qu’un nom à la fois : « ${more} » est de trop.`,
    en: `vigie explain explains one name at a time: “${more}” is one too many.`,
  }
}

const twoReports: Problem = {
  fr: '--before écrit une note à part : retirez --for.',
  en: '--before writes a note of its own: leave out --for.',
}

function foreign(option: string, verb: string): Problem {
  const others = [...optionsOf].filter(([, used]) => used.includes(option)).map(([other]) => `vigie ${other}`)
  if (others.length === 0)
    return { fr: `vigie ${verb} n’a pas d’option --${option}.`, en: `vigie ${verb} has no option --${option}.` }
  return {
    fr: `vigie ${verb} n’a pas d’option --${option} : c’en est une de ${others.join(', ')}.`,
    en: `vigie ${verb} has no option --${option}: it is one of ${others.join(', ')}.`,
  }
}
