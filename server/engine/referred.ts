import type { Dataset } from './dataset'
import { KeyReader } from './keys'
import { HashNumbers } from './model/hash'
import type { KeyPart, ReferredKeys, Resource, ResourceTrouble } from './model/reference'

/** A table that foreign keys refer to; it is opened when its keys are first asked for, and read once for each key. */
export function resourceOf(name: string, path: string | undefined, open: () => Dataset | ResourceTrouble): Resource {
  let opened: ReturnType<typeof open> | undefined
  const known = new Map<string, ReferredKeys | ResourceTrouble>()
  return {
    name,
    path,
    keys(referred, reads) {
      opened ??= open()
      if (typeof opened === 'string') return opened
      const about = JSON.stringify([referred, reads.map(read => read !== undefined)])
      const keys = known.get(about) ?? referredKeys(opened, referred, reads)
      known.set(about, keys)
      return keys
    },
  }
}

function referredKeys(
  dataset: Dataset,
  names: readonly string[],
  reads: readonly KeyPart[],
): ReferredKeys | 'no-column' {
  const { table, described, firstRows } = dataset
  const columns = names.flatMap(name => described.columns.find(({ label }) => label.trim() === name)?.index ?? [])
  if (!dataset.readable || columns.length < names.length) return 'no-column'
  const reader = new KeyReader(dataset, { columns, reads, missing: 'none', edgeSpace: 'counts' })
  const numbers = new HashNumbers()
  for (const chunk of table.chunks()) reader.each(chunk, (_row, low, high) => void numbers.numberOf(low, high))
  return {
    has: (low, high) => numbers.knownNumberOf(low, high) !== undefined,
    candidates: columns.length === 1 ? firstRows.values(columns[0]!) : [],
  }
}
