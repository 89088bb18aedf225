import { bytesBetween } from './engine/model/source'
import { encodeText } from './engine/csv/encode'
import { markLength } from './engine/csv/encoding'
import { type Dataset, textOf } from './engine/dataset'
import { applyEdits, fixAll, fixesOf } from './engine/fix'
import type { LintOptions } from './engine/checkup'
import { lint } from './engine/lint'
import { type OpenAs, openFile } from './engine/open'
import type { Diagnostic } from './engine/model/diagnostic'
import type { Edit } from './engine/model/span'

/** A file as repaired as it can be. */
export interface Repaired {
  readonly bytes: Uint8Array
  /** The findings before and after. */
  readonly before: readonly Diagnostic[]
  readonly after: readonly Diagnostic[]
  /** The dataset before and after. */
  readonly first: Dataset
  readonly last: Dataset
  /** Characters that the file's encoding cannot write, so that their repairs were left out. */
  readonly unwritable: readonly string[]
}

/** Which repairs to apply, and how the file is read and checked between them. */
export interface RepairOptions {
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
  const unwritable = new Set<string>()
  const { unsafe, only } = options
  const wanted = (found: readonly Diagnostic[]) => (only ? found.filter(({ rule }) => only.has(rule)) : found)
  let open = options.open
  let bytes = file
  const first = openFile(bytes, open)
  const before = [...lint(first, options.lint)]
  let last = first
  let after: readonly Diagnostic[] = before
  for (let pass = 0; pass < PASSES && (last.readable || last.tree); pass++) {
    const operations = unsafe ? operationsOf(last, wanted(after)) : new Set<Operation>()
    let next = written(bytes, last, fixAll(last, wanted(after), { unsafe, choice: 'none' }), unwritable)
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
    after = [...lint(last, options.lint)]
  }
  return { bytes, before, after, first, last, unwritable: [...unwritable] }
}

type Operation = 'reencode' | 'remove-byte-order-mark' | 'line-endings'

function operationsOf(dataset: Dataset, diagnostics: readonly Diagnostic[]): ReadonlySet<Operation> {
  const operations = new Set<Operation>()
  for (const diagnostic of diagnostics)
    for (const change of fixesOf(dataset, diagnostic)[0]?.changes ?? [])
      if ('operation' in change) operations.add(change.operation)
  return operations
}

/** Edits in the file's own encoding, without those that it cannot write. */
function written(file: Uint8Array, dataset: Dataset, edits: readonly Edit[], unwritable: Set<string>): Uint8Array {
  let kept = edits
  for (;;) {
    const encoded = encodeText(file, { ...dataset.decoded, bytes: textOf(dataset) }, kept)
    if ('bytes' in encoded) return encoded.bytes
    unwritable.add(encoded.unwritable)
    kept = kept.filter(({ text }) => !text.includes(encoded.unwritable))
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

/** Every row ends as most do; line ends inside quoted cells are data and stay. */
function lineEndEdits({ table, dialect }: Dataset): Edit[] {
  const edits: Edit[] = []
  const { rowCount } = table
  const decoder = new TextDecoder()
  for (let row = 0; row < rowCount; row++) {
    const start = table.rowSpan(row).end
    const end = row + 1 < rowCount ? table.rowSpan(row + 1).start : table.source.length
    if (end > start && decoder.decode(bytesBetween(table.source, start, end)) !== dialect.lineTerminator)
      edits.push({ span: { start, end }, text: dialect.lineTerminator })
  }
  return edits
}

/** True when two files are the same. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}
