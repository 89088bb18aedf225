import type { StateTable } from '../model/accept'

/** For each byte of a text of one length the least that it may be, and the most. */
export type Shape = readonly { readonly least: number; readonly most: number }[]

/** Bytes that the kernel compares at once. */
const LONGEST = 32

/** The shape of the only texts that an automaton matches; undefined when these are of no one shape. */
export function shapeOf({ next, ends }: StateTable): Shape | undefined {
  const shape: { least: number; most: number }[] = []
  for (let state = 1; shape.length <= LONGEST; ) {
    const from = next.subarray(state * 128, state * 128 + 128)
    const least = from.findIndex(following => following !== 0)
    if (least < 0) return ends[state] === 1 && shape.length > 0 ? shape : undefined
    const most = from.findLastIndex(following => following !== 0)
    const following = from[least]!
    if (ends[state] === 1 || from.subarray(least, most + 1).some(other => other !== following)) return undefined
    shape.push({ least, most })
    state = following
  }
  return undefined
}
