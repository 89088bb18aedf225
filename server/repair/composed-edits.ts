import type { Edit } from '../engine/model/span'

/**
 * One list of edits that does what `first` and then `second` do to a text; both are in order and do not overlap.
 * `last` is the text once both are applied.
 */
export function composed(first: readonly Edit[], second: readonly Edit[], last: Uint8Array): readonly Edit[] {
  const encoder = new TextEncoder()
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const grown = ({ span, text }: Edit) => encoder.encode(text).length - (span.end - span.start)
  const edits: Edit[] = []
  // What the edits so far have added: `first` to the text between, `second` to the last text.
  let before = 0
  let after = 0
  for (let one = 0, two = 0; one < first.length || two < second.length; ) {
    // Places count in the text between, where both lists meet.
    const start = Math.min((first[one]?.span.start ?? Infinity) + before, second[two]?.span.start ?? Infinity)
    const at = { original: start - before, last: start + after }
    let end = start
    for (;;) {
      const written = first[one]
      const replaced = second[two]
      if (written && written.span.start + before <= end) {
        before += grown(written)
        end = Math.max(end, written.span.end + before)
        one++
      } else if (replaced && replaced.span.start <= end) {
        after += grown(replaced)
        end = Math.max(end, replaced.span.end)
        two++
      } else break
    }
    const text = decoder.decode(last.subarray(at.last, end + after))
    edits.push({ span: { start: at.original, end: end - before }, text })
  }
  return edits
}
