import { type ParseArgsConfig, parseArgs } from 'node:util'
import { encodingLabel } from '../engine/model/encoding-name'
import { type Preset, presets, type Severity, severities } from '../engine/model/diagnostic'
import type { Language } from '../engine/model/language'
import { isDay } from '../day'
import { type DocumentFormat, documentFormats, type ReportReader, readers } from '../report/document-format'
import { type Format, formats } from '../report/report'
import { isLoudness } from '../settings'
import type { Problem } from '../files/files'
import { unusedBy } from './verb-options'

/** The order that a command line gives. */
export interface Order {
  readonly language: Language
  readonly verb: string | undefined
  /** What stands after the verb. */
  readonly paths: readonly string[]
  readonly help: boolean
  readonly version: boolean
  readonly format: Format
  /** In what `report` writes, and for whom. */
  readonly document: DocumentFormat
  readonly reader: ReportReader
  /** A file, or `git` for its last version there, with which `report` compares instead. */
  readonly before?: string
  readonly failOn: Severity | 'never'
  readonly schema?: string
  readonly preset?: Preset
  readonly rules: Readonly<Record<string, Severity | 'off'>>
  readonly onlySchema: boolean
  readonly encoding?: string
  readonly delimiter?: string
  /** Row numbers from 0. */
  readonly headerRows?: readonly number[]
  readonly decimal?: string
  /** YYYY-MM-DD; undefined when the clock of the machine tells. */
  readonly today?: string
  readonly config?: string
  readonly useConfig: boolean
  readonly dialect?: string
  /** Findings that are known, and where to write those of today. */
  readonly baseline?: string
  readonly writeBaseline?: string
  /** Whether a schema that a file names may be fetched from the network; one on the command line always may. */
  readonly allowNetwork: boolean
  /** Absent: as many as the work is worth. */
  readonly threads?: number
  readonly unsafe: boolean
  readonly dryRun: boolean
  readonly overwrite: boolean
  /** Whether `infer` writes beside the file rather than on standard output. */
  readonly write: boolean
}

const flags = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  language: { type: 'string' },
  schema: { type: 'string' },
  format: { type: 'string' },
  preset: { type: 'string' },
  rule: { type: 'string', multiple: true },
  'only-schema': { type: 'boolean' },
  encoding: { type: 'string' },
  delimiter: { type: 'string' },
  header: { type: 'string' },
  decimal: { type: 'string' },
  today: { type: 'string' },
  'fail-on': { type: 'string' },
  config: { type: 'string' },
  'no-config': { type: 'boolean' },
  dialect: { type: 'string' },
  threads: { type: 'string' },
  baseline: { type: 'string' },
  'write-baseline': { type: 'string' },
  'allow-network': { type: 'boolean' },
  unsafe: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  overwrite: { type: 'boolean' },
  write: { type: 'boolean' },
  stdio: { type: 'boolean' },
  for: { type: 'string' },
  before: { type: 'string' },
} as const satisfies ParseArgsConfig['options']

/** Reads a command line; what cannot be understood is a problem, told in the language that was asked for. */
export function orderOf(
  args: string[],
  environment: Readonly<Record<string, string | undefined>>,
): Order | { readonly problem: Problem; readonly language: Language } {
  const fallback = systemLanguage(environment)
  try {
    const { values, positionals } = parseArgs({ args, options: flags, allowPositionals: true })
    const language = values.language === 'fr' || values.language === 'en' ? values.language : fallback
    const [verb, ...paths] = positionals
    const written = verb === 'report' ? documentFormats : formats
    const wrong = wrongValue(values, written)
    if (wrong) return { language, problem: refused(...wrong) }
    const isCarriedOut = verb !== undefined && !values.help && !values.version
    const unused = isCarriedOut && unusedBy(verb, Object.keys(values), paths)
    if (unused) return { language, problem: unused }
    const headers = values.header === 'none' ? [] : [Number(values.header) - 1]
    return {
      language,
      verb,
      paths,
      help: values.help ?? false,
      version: values.version ?? false,
      format: (verb === 'report' ? 'text' : (values.format ?? 'text')) as Format,
      document: (verb === 'report' ? (values.format ?? 'html') : 'html') as DocumentFormat,
      reader: (values.for ?? 'agent') as ReportReader,
      failOn: (values['fail-on'] ?? 'error') as Severity | 'never',
      ...(values.before !== undefined && { before: values.before }),
      ...(values.schema !== undefined && { schema: values.schema }),
      ...(values.preset !== undefined && { preset: values.preset as Preset }),
      rules: Object.fromEntries((values.rule ?? []).map(rule => rule.split('='))),
      onlySchema: values['only-schema'] ?? false,
      ...(values.encoding !== undefined && { encoding: values.encoding }),
      ...(values.delimiter !== undefined && { delimiter: delimiterOf(values.delimiter) }),
      ...(values.header !== undefined && { headerRows: headers }),
      ...(values.decimal !== undefined && { decimal: values.decimal }),
      ...(values.today !== undefined && { today: values.today }),
      ...(values.config !== undefined && { config: values.config }),
      useConfig: !values['no-config'],
      ...(values.dialect !== undefined && { dialect: values.dialect }),
      ...(values.baseline !== undefined && { baseline: values.baseline }),
      ...(values['write-baseline'] !== undefined && { writeBaseline: values['write-baseline'] }),
      ...(values.threads !== undefined && { threads: Number(values.threads) }),
      allowNetwork: values['allow-network'] ?? false,
      unsafe: values.unsafe ?? false,
      dryRun: values['dry-run'] ?? false,
      overwrite: values.overwrite ?? false,
      write: values.write ?? false,
    }
  } catch (error) {
    const asked = args.includes('--language=en') || args[args.indexOf('--language') + 1] === 'en'
    return { language: asked ? 'en' : fallback, problem: misread(error as Error & { code?: string }) }
  }
}

type Values = ReturnType<typeof parseArgs<{ options: typeof flags }>>['values']

/** The first option whose value cannot be used, its value, and what it takes. */
function wrongValue(
  values: Values,
  written: readonly string[],
): [option: string, value: string, takes: string] | undefined {
  const checks: [keyof Values & string, (value: string) => boolean, string][] = [
    ['language', value => value === 'fr' || value === 'en', 'fr, en'],
    ['format', value => written.includes(value), written.join(', ')],
    ['for', value => readers.some(known => known === value), readers.join(', ')],
    ['preset', value => presets.some(known => known === value), presets.join(', ')],
    ['fail-on', value => value === 'never' || failures.includes(value), [...failures, 'never'].join(', ')],
    ['encoding', value => encodingLabel(value) !== undefined, 'utf-8, windows-1252, iso-8859-15, utf-16le, cp850…'],
    ['delimiter', value => [...delimiterOf(value)].length === 1, '; , | tab'],
    ['header', value => value === 'none' || /^[1-9]\d{0,8}$/.test(value), '1, 2, 3… none'],
    ['decimal', value => /^[^\p{L}\p{N}\s]$/u.test(value), ', .'],
    ['today', isDay, 'YYYY-MM-DD'],
    ['threads', value => /^[1-9]\d{0,3}$/.test(value), '1, 2, 3…'],
  ]
  for (const [option, accepts, takes] of checks) {
    const value = values[option]
    if (typeof value === 'string' && !accepts(value)) return [option, value, takes]
  }
  const rule = values.rule?.find(written => !/^[a-z0-9-]+=/.test(written) || !isLoudness(written.split('=')[1]))
  return rule === undefined ? undefined : ['rule', rule, `ID=${[...severities, 'off'].join('|')}`]
}

const failures: readonly string[] = ['error', 'warning', 'information']

function delimiterOf(value: string): string {
  return value === 'tab' || value === String.raw`\t` ? '\t' : value
}

function systemLanguage({ LC_ALL, LC_MESSAGES, LANG }: Readonly<Record<string, string | undefined>>): Language {
  return /^en/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'en' : 'fr'
}

function refused(option: string, value: string, takes: string): Problem {
  const end = takes.endsWith('…') ? '' : '.'
  return {
    fr: `L’option --${option} n’admet pas « ${value} » ; elle prend : ${takes}${end}`,
    en: `The option --${option} does not take “${value}”; it takes: ${takes}${end}`,
  }
}

function misread({ code, message }: Error & { readonly code?: string }): Problem {
  const option = /'(-[^' ]*)/.exec(message)?.[1] ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return { fr: `L’option ${option} n’existe pas.`, en: `There is no option ${option}.` }
  const takesNone = /does not take an argument/.test(message)
  return takesNone
    ? { fr: `L’option ${option} ne prend pas de valeur.`, en: `The option ${option} takes no value.` }
    : { fr: `L’option ${option} attend une valeur.`, en: `The option ${option} needs a value.` }
}
