import { recordedAdvance } from '../../server/engine/csv/advance'
import { recordPart } from '../../server/engine/csv/part'
import { PartRecord } from '../../server/engine/csv/part-record'
import type { Source } from '../../server/engine/model/source'
import { unheldSource } from './unheld'

/** Bytes behind a part in which its last row may end, and words for what is told of a part. */
const TAIL = 100
const WORDS = 20_000

/** A text that nobody holds and whose parts another reads ahead; `told` hears what becomes of each of its chunks. */
export function sourceAhead(
  bytes: Uint8Array,
  partSize: number,
  told: (chunk: 'taken' | 'refused') => void = () => undefined,
): Source {
  return {
    ...unheldSource(bytes),
    ahead: {
      begin(reading, questions) {
        const { chunkAt, leftAt } = recordedAdvance(partSize, questions, part => {
          const start = part * partSize - 1
          if (start < 0) return undefined
          const text = bytes.slice(start, start + 1 + partSize + TAIL)
          const record = new PartRecord(new Uint8Array(text.length), new Uint32Array(WORDS))
          recordPart(record, text, { ...reading, partSize, questions }, start + text.length >= bytes.length)
          return record
        })
        return {
          chunkAt(start, row) {
            const chunk = chunkAt(start, row)
            told(chunk ? 'taken' : 'refused')
            return chunk
          },
          leftAt,
          end: () => undefined,
        }
      },
    },
  }
}
