import { composed } from './composed-edits'
import { bytesBetween } from '../engine/model/source'
import { encodeText } from '../engine/csv/encode'
import { markLength } from '../engine/csv/encoding'
import { type Dataset, textOf } from '../engine/dataset'
import { applyEdits, fixAll, fixesOf } from '../engine/fix'
import type { LintOptions } from '../engine/checkup'
import { lintInSteps } from '../engine/lint'
import { type OpenAs, openFile } from '../engine/open'
import type { Diagnostic } from '../engine/model/diagnostic'
import type { Edit } from '../engine/model/span'
import { sameBytes } from '../files/same-bytes'

/** A file as repaired as it can be. */
export interface Repaired {
  readonly bytes: Uint8Array
  /** The findings before and after. */
  readonly before: readonly Diagnostic[]
  readonly after: readonly Diagnostic[]
  /** The dataset before and after. */
  readonly first: Dataset
  readonly last: Dataset
  /** What was changed in the text of the first dataset; without what concerns bytes. */
  readonly edits: readonly Edit[]
  /** Characters that the file's encoding cannot write, so that their repairs were left out. */
  readonly unwritable: readonly string[]
}

/** Which repairs to apply, and how the file is read and checked between them. */
interface RepairOptions {
  readonly open: OpenAs
  readonly lint: LintOptions
  readonly unsafe: boolean
  /** The rules whose findings are repaired; absent: all. */
  readonly only?: ReadonlySet<string>
}

/** Repairs that call for others end long before. */
const PASSES = 10

/** Applies the fixes of a file, checks it anew and goes on until nothing is left to do. */
export function repaired(file: Uint8Array, options: RepairOptions): Repaired {
  const steps = repairedInSteps(file, options)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The same in steps, between which other work can be done. */
export function* repairedInSteps(file: Uint8Array, options: RepairOptions): Generator<void, Repaired> {
  const unwritable = new Set<string>()
  const { unsafe, only } = options
  const wanted = (found: readonly Diagnostic[]) => (only ? found.filter(({ rule }) => only.has(rule)) : found)
  let open = options.open
  let bytes = file
  const first = openFile(bytes, open)
  const before = yield* findings(first, options.lint)
  let last = first
  let after = before
  let edits: readonly Edit[] = []
  for (let pass = 0; pass < PASSES && (last.readable || last.tree); pass++) {
    const operations = unsafe ? operationsOf(last, wanted(after)) : new Set<Operation>()
    const { made, ...wrote } = written(bytes, last, fixAll(last, wanted(after), { unsafe, choice: 'none' }), unwritable)
    let next = wrote.bytes
    // Operations come last: once the text is right, only its bytes change.
    if (sameBytes(next, bytes) && operations.size > 0) {
      next = carriedOut(bytes, last, operations)
      if (operations.has('reencode')) {
        // From here on the file is UTF-8, whatever it was said to be.
        open = { ...open, encoding: 'utf-8' }
        unwritable.clear()
      }
    }
    if (sameBytes(next, bytes)) break
    bytes = next
    last = openFile(bytes, open)
    edits = composed(edits, made, textOf(last))
    after = yield* findings(last, options.lint)
  }
  return { bytes, before, after, first, last, edits, unwritable: [...unwritable] }
}

function* findings(dataset: Dataset, options: LintOptions): Generator<void, readonly Diagnostic[]> {
  const all: Diagnostic[] = []
  for (const { found } of lintInSteps(dataset, options)) {
    for (const diagnostic of found) all.push(diagnostic)
    yield
  }
  return all
}

type Operation = 'reencode' | 'remove-byte-order-mark' | 'line-endings'

function operationsOf(dataset: Dataset, diagnostics: readonly Diagnostic[]): ReadonlySet<Operation> {
  const operations = new Set<Operation>()
  for (const diagnostic of diagnostics)
    for (const change of fixesOf(dataset, diagnostic)[0]?.changes ?? [])
      if ('operation' in change) operations.add(change.operation)
  return operations
}

/** The file with edits in its own encoding, without those that it cannot write, and those that were made. */
function written(file: Uint8Array, dataset: Dataset, edits: readonly Edit[], unwritable: Set<string>) {
  let made = edits
  for (;;) {
    const encoded = encodeText(file, { ...dataset.decoded, bytes: textOf(dataset) }, made)
    if ('bytes' in encoded) return { bytes: encoded.bytes, made }
    unwritable.add(encoded.unwritable)
    made = made.filter(({ text }) => !text.includes(encoded.unwritable))
  }
}

function carriedOut(file: Uint8Array, dataset: Dataset, operations: ReadonlySet<Operation>): Uint8Array {
  const { decoded } = dataset
  const edits = operations.has('line-endings') ? lineEndEdits(dataset) : []
  if (operations.has('reencode')) return applyEdits(textOf(dataset), edits)
  const encoded = encodeText(file, { ...decoded, bytes: textOf(dataset) }, edits)
  const bytes = 'bytes' in encoded ? encoded.bytes : file
  return operations.has('remove-byte-order-mark') ? bytes.subarray(markLength(bytes, decoded.encoding)) : bytes
}

/** Every row ends as most do, and CR CR LF is one end; line ends inside quoted cells are data and stay. */
function lineEndEdits({ table, dialect }: Dataset): Edit[] {
  const edits: Edit[] = []
  const { rowCount } = table
  const decoder = new TextDecoder()
  for (let row = 0; row < rowCount; row++) {
    const start = table.rowSpan(row).end
    const isDoubled = decoder.decode(bytesBetween(table.source, start, start + 3)) === '\r\r\n'
    if (isDoubled) row++
    const end = row + 1 < rowCount ? table.rowSpan(row + 1).start : table.source.length
    if (end > start && decoder.decode(bytesBetween(table.source, start, end)) !== dialect.lineTerminator)
      edits.push({ span: { start, end }, text: dialect.lineTerminator })
  }
  return edits
}
