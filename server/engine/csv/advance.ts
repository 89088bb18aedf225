import type { Advance, ChunkAhead, Questions } from '../model/ahead'
import type { PartRecord } from './part-record'

/** Where the record of a part comes from: undefined when nobody reads it; it is good until the next one is asked for. */
type RecordOf = (part: number) => PartRecord | undefined

/** What was recorded of the parts of a text, for who goes through it. */
export function recordedAdvance(partSize: number, questions: Questions, recordOf: RecordOf): Omit<Advance, 'end'> {
  let part = -1
  /** Where in the text the record begins. */
  let base = 0
  let chunks: Generator<ChunkAhead> | undefined
  let next: ChunkAhead | undefined
  const goOn = () => {
    next = chunks?.next().value ?? undefined
  }
  return {
    chunkAt(start, row) {
      const wanted = Math.floor(start / partSize)
      if (wanted !== part) {
        part = wanted
        base = part * partSize - 1
        chunks = recordOf(part)?.chunks(questions)
        goOn()
      }
      // Whoever began elsewhere took a line end inside quotes for one of a row, or the other way round.
      if (!next || base + next.chunk.start !== start) return undefined
      const { chunk, ...told } = next
      goOn()
      return { ...told, chunk: { ...chunk, start, firstRow: row } }
    },
    leftAt: start => (Math.floor(start / partSize) + 1) * partSize - start,
  }
}
