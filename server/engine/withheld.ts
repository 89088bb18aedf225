import type { Dataset } from './dataset'
import { askedOf, isHeard, type Asked, isOff } from './loudness'
import type { Accept } from './model/accept'
import type { Diagnostic } from './model/diagnostic'
import type { Heard } from './model/loudness'
import { steps } from './model/pointer'
import { remembered } from './model/remembered'
import { byteBits, signature, signatureOf } from './model/signature'
import { rules as everyRule } from './rules'
import { judgesColumns, type Rule } from './rules/rule'

/** A finding, as far as it tells values. */
export type Telling = Pick<Diagnostic, 'row' | 'column' | 'facts'> & {
  readonly rule: Rule
  readonly value?: string | undefined
}

/** By what is told which rules are heard. */
interface Hearing {
  readonly heard?: Heard
  readonly rules?: readonly Rule[]
}

/** Strings of the facts of a finding that are looked at, and levels of lists and objects in which they stand. */
const MOST = 200
const LEVELS = 5

/** Characters from which a value that stands inside another is no coincidence. */
const LONG = 3

/** Texts of which it is remembered whether they are told, since each may be more than once; and the longest of them. */
const REMEMBERED = 5_000
const LONGEST = 200

/** A place in a list, which is no value. */
const INDEX = /^\d{1,8}$/

type Test = (text: string) => boolean

/** What a rule about personal data asks of the cells of a column. */
interface CellTest {
  readonly concerns: number
  readonly accept?: Accept | undefined
  readonly test: (text: string) => unknown
}

/** A text with what is told of it before it is tested. */
interface Read {
  readonly text: string
  readonly bytes: Uint8Array
  readonly mask: number
}

const encoder = new TextEncoder()

/** Bits of a signature that do not come from the content. */
const ANY_SPELLING = signature.quoted | signature.escaped | signature.native

/**
 * What is never told of a table: the values in which a rule about personal data finds some, and all those of a column
 * that is made of them. Whatever tells a value asks here first.
 */
export class Withheld {
  readonly #dataset: Dataset
  readonly #rules: readonly Rule[]
  readonly #asked: Asked
  readonly #today: string | undefined
  /** By column, until an edit may have made them others. */
  #columns: (boolean | undefined)[] = []
  #inColumns: (boolean | undefined)[] = []
  #labels: (string | undefined)[] = []
  #tests: (readonly CellTest[] | undefined)[] = []
  /** The same, each of which remembers what it said. */
  #kept: (Test | undefined)[] = []
  #isAnywhere: Test

  /** `heard`: what was asked of the rules, absent: what the dataset was opened with; `rules`: those that run by it. */
  constructor(
    dataset: Dataset,
    { heard = dataset.heard, rules = everyRule.filter(rule => isHeard(rule, heard)) }: Hearing = {},
  ) {
    this.#dataset = dataset
    this.#asked = askedOf(dataset, heard)
    this.#today = heard.today
    this.#rules = rules.filter(rule => rule.personal)
    this.#isAnywhere = this.#testAnywhere()
  }

  /** Whether no value of a column is told. */
  isColumn(column: number): boolean {
    const told = this.#dataset.described.columns[column]
    return (this.#columns[column] ??= told !== undefined && this.#rulesOf(column).some(rule => rule.personal!(told)))
  }

  /** Whether a value of a column is not told. */
  isValue(column: number, text: string): boolean {
    if (text === '') return false
    // A cell beyond the columns has no rules of its own.
    if (!this.#dataset.described.columns[column]) return this.#isAnywhere(text)
    return this.isColumn(column) || (this.#kept[column] ??= this.#testIn(column))(text)
  }

  /** The label of a column; none where it holds such a value itself, as a first row of data may that was taken for labels. */
  labelOf(column: number): string {
    return (this.#labels[column] ??= this.#toldLabelOf(column))
  }

  /** Whether the figures of a column would tell a value that is not told: one of its first values is none. */
  isInColumn(column: number): boolean {
    if (this.#rules.length === 0) return false
    return (this.#inColumns[column] ??=
      this.isColumn(column) || this.#dataset.firstRows.values(column).some(text => this.isValue(column, text)))
  }

  /** Whether a row has a value that is not told. */
  isInRow(row: number): boolean {
    const { table } = this.#dataset
    const cells = Array.from({ length: table.width(row) }, (_, column) => table.text(row, column) ?? '')
    return cells.some((text, column) => this.isValue(column, text))
  }

  /** A JSON pointer as far as it tells no such value, which a key may hold too: then what the key stands in. */
  pathOf(pointer: string, column: number | undefined): string {
    if (this.#rules.length === 0) return pointer
    const keys = steps(pointer)
    const untold = keys.findIndex(key => this.#isUntoldKey(key, column))
    return untold < 0 ? pointer : pointer.split('/', untold + 1).join('/')
  }

  /** Whether what a finding says of values stays unsaid. */
  hides({ rule, row, column, facts, value }: Telling): boolean {
    if (rule.personal) return true
    if (this.#rules.length === 0 || !this.#dataset.readable) return false
    if (rule.tellsLabels) return stringsIn(facts).some(text => this.#isAnywhere(text))
    if (column !== undefined && (this.isColumn(column) || this.isValue(column, value ?? ''))) return true
    const told = stringsIn(facts)
    if (told.length === 0) return false
    // Of these, all that is told comes from the column.
    if (column !== undefined && (rule.scope === 'cell' || judgesColumns(rule)))
      return told.some(text => this.isValue(column, text))
    return this.#meetsRow(row, told) || told.some(text => this.#isAnywhere(text))
  }

  /** After an edit of the rows from which is learnt; `isTaught`: whether they teach something else than before. */
  forget({ isTaught }: { readonly isTaught: boolean }): void {
    this.#inColumns = []
    // What else is asked of these rows is whether a text is among the values of a column of which none is told.
    if (!isTaught && !this.#columns.includes(true)) return
    this.#columns = []
    this.#labels = []
    this.#tests = []
    this.#kept = []
    this.#isAnywhere = this.#testAnywhere()
  }

  #isUntoldKey(key: string, column: number | undefined): boolean {
    if (key === '' || INDEX.test(key)) return false
    return (
      this.#isAnywhere(key) || (column !== undefined && this.#keysOf(column).includes(key) && this.#tells(column, key))
    )
  }

  /** The keys that lead to the values of a column, or the label that stands for them. */
  #keysOf(column: number): readonly string[] {
    const label = this.#dataset.described.columns[column]?.label
    return this.#dataset.table.paths?.[column] ?? (label === undefined ? [] : [label])
  }

  #tells(column: number, text: string): boolean {
    return text !== '' && isTold(this.#testsOf(column), readOf(text))
  }

  #meetsRow(row: number | undefined, told: readonly string[]): boolean {
    if (row === undefined) return false
    const { table, described } = this.#dataset
    return described.columns.some(({ index }) => {
      if (!this.isColumn(index) && this.#testsOf(index).length === 0) return false
      const cell = table.text(row, index)?.trim() ?? ''
      return cell !== '' && told.some(text => meet(text, cell)) && this.isValue(index, cell)
    })
  }

  #toldLabelOf(column: number): string {
    const label = this.#dataset.described.columns[column]?.label ?? ''
    return [label, ...this.#keysOf(column)].some(text => this.#tells(column, text)) ? '' : label
  }

  #testIn(column: number): Test {
    return kept(text => isTold(this.#testsOf(column), readOf(text)))
  }

  #testAnywhere(): Test {
    return kept(text => {
      const { described, firstRows } = this.#dataset
      // Read once: the columns are many.
      const read = readOf(text)
      return described.columns.some(({ index }) =>
        this.isColumn(index) ? firstRows.values(index).includes(text) : isTold(this.#testsOf(index), read),
      )
    })
  }

  /** The rules that are heard in a column, but for those of which it was accepted for now that they find something there. */
  #rulesOf(column: number): readonly Rule[] {
    const { accepted } = this.#asked
    return this.#rules.filter(({ id }) => {
      if (isOff(this.#asked, id, column)) return false
      return !accepted.some(({ acceptance: { rule, row, value, until }, columns }) => {
        const isWhole = row === undefined && value === undefined && (columns === undefined || columns.includes(column))
        return rule === id && isWhole && !(this.#today !== undefined && this.#today > until)
      })
    })
  }

  #testsOf(column: number): readonly CellTest[] {
    const told = this.#dataset.described.columns[column]
    return (this.#tests[column] ??= this.#rulesOf(column).flatMap(rule => {
      const made = told && rule.scope === 'cell' ? rule.check(told) : undefined
      if (rule.scope !== 'cell' || made === undefined) return []
      const { concerns = -1 } = rule
      return [typeof made === 'function' ? { concerns, test: made } : { concerns, ...made }]
    }))
  }
}

function readOf(text: string): Read {
  const bytes = encoded(text)
  const bits = bytes.reduce((union, byte) => union | byteBits[byte]!, ANY_SPELLING)
  return { text, bytes, mask: signatureOf(bits, bytes, 0, bytes.length) }
}

/** The bytes of a text; those of a short one are overwritten by the next: to allocate them takes longer than to write them. */
function encoded(text: string): Uint8Array {
  if (text.length > LONGEST) return encoder.encode(text)
  return room.subarray(0, encoder.encodeInto(text, room).written)
}

/** A UTF-16 unit is at most three bytes. */
const room = new Uint8Array(3 * LONGEST)

/** What a rule is not about, or surely accepts, is told in far less time than by all their patterns. */
function isTold(tests: readonly CellTest[], { text, bytes, mask }: Read): boolean {
  return tests.some(
    ({ concerns, accept, test }) =>
      (mask & concerns) !== 0 && !accept?.(bytes, 0, bytes.length) && test(text) !== undefined,
  )
}

/** The same test, which remembers what it said of a short text. */
function kept(test: Test): Test {
  const known = remembered(test, REMEMBERED)
  return text => (text.length > LONGEST ? test(text) : known(text))
}

/** Whether one text holds the other, or is it. */
function meet(text: string, cell: string): boolean {
  if (text === cell) return true
  return (cell.length >= LONG && text.includes(cell)) || (text.length >= LONG && cell.includes(text))
}

/** The texts in facts, at any depth, and the numbers as texts. */
function stringsIn(facts: unknown): string[] {
  const found: string[] = []
  collect(facts, LEVELS, found)
  return found
}

function collect(part: unknown, levels: number, found: string[]): void {
  if (found.length >= MOST) return
  if (typeof part === 'string') found.push(part)
  else if (typeof part === 'number') found.push(String(part))
  else if (typeof part === 'object' && part !== null && levels > 0) {
    if (Array.isArray(part)) for (const one of part) collect(one, levels - 1, found)
    else if (part instanceof Map || part instanceof Set)
      for (const one of [...part].flat()) collect(one, levels - 1, found)
    // A list of the values would be made for each of a hundred thousand findings.
    else for (const key in part) collect(part[key as keyof typeof part], levels - 1, found)
  }
}
