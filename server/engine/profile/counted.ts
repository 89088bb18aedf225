/** Numbers that are worked on at one go: some milliseconds. */
export const AT_ONCE = 1 << 14
/** Whole numbers that may lie between the least and the greatest of those that are counted out. */
const COUNTED = 1 << 18
/** Bits of a number by which one step parts them. */
const DIGIT = 16

/** Different numbers in order, and how often each comes. */
export interface Counted {
  readonly values: Float64Array
  readonly counts: Uint32Array
}

/** Finite numbers that come in parts, each of `AT_ONCE` at most, in order; in steps of some milliseconds. */
export function* countInSteps(parts: readonly Float64Array[]): Generator<void, Counted> {
  const count = parts.reduce((sum, { length }) => sum + length, 0)
  if (count <= AT_ONCE) return yield* runs(joined(parts, count).toSorted())
  return (yield* countedOut(parts)) ?? (yield* runs(yield* sorted(parts, count)))
}

/** Whole numbers that lie close together, as days do; undefined for others. */
function* countedOut(parts: readonly Float64Array[]): Generator<void, Counted | undefined> {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const part of parts) {
    for (const number of part) {
      if (number !== Math.floor(number)) return undefined
      if (number < least) least = number
      if (number > greatest) greatest = number
    }
    yield
  }
  if (greatest - least > COUNTED) return undefined
  const all = new Uint32Array(greatest - least + 1)
  for (const part of parts) {
    for (const number of part) all[number - least]!++
    yield
  }
  const counts = all.filter(count => count > 0)
  const values = new Float64Array(counts.length)
  let at = 0
  for (let i = 0; i < all.length; i++) if (all[i]! > 0) values[at++] = least + i
  return { values, counts }
}

function* sorted(parts: readonly Float64Array[], count: number): Generator<void, Float64Array> {
  const { bounds, parted } = yield* partedBy(parts, count)
  let done = 0
  for (let i = 0; i + 1 < bounds.length; i++) {
    const alike = parted.subarray(bounds[i]!, bounds[i + 1]!)
    if (alike.length < 2 || areEqual(alike)) continue
    alike.sort()
    done += alike.length
    if (done < AT_ONCE) continue
    done = 0
    yield
  }
  return parted
}

/** The numbers by their uppermost bits, in order, and where each part begins; the order of doubles is that of their bits. */
function* partedBy(
  parts: readonly Float64Array[],
  count: number,
): Generator<void, { readonly bounds: Uint32Array; readonly parted: Float64Array }> {
  const bounds = new Uint32Array((1 << DIGIT) + 1)
  for (const part of parts) {
    const bits = bitsOf(part)
    for (let i = 1; i < bits.length; i += 2) bounds[(ordered(bits[i]!) >>> (32 - DIGIT)) + 1]!++
    yield
  }
  for (let i = 1; i < bounds.length; i++) bounds[i]! += bounds[i - 1]!
  const next = bounds.slice()
  const parted = new Float64Array(count)
  for (const part of parts) {
    const bits = bitsOf(part)
    for (let i = 0; i < part.length; i++) parted[next[ordered(bits[2 * i + 1]!) >>> (32 - DIGIT)]!++] = part[i]!
    yield
  }
  return { bounds, parted }
}

/** What sorted numbers come to. */
function* runs(numbers: Float64Array): Generator<void, Counted> {
  let kinds = 0
  for (let i = 0; i < numbers.length; i++) {
    if (i === 0 || numbers[i] !== numbers[i - 1]) kinds++
    if (i % AT_ONCE === AT_ONCE - 1) yield
  }
  const values = new Float64Array(kinds)
  const counts = new Uint32Array(kinds)
  let at = -1
  for (let i = 0; i < numbers.length; i++) {
    if (i === 0 || numbers[i] !== numbers[i - 1]) values[++at] = numbers[i]!
    counts[at]!++
    if (i % AT_ONCE === AT_ONCE - 1) yield
  }
  return { values, counts }
}

function joined(parts: readonly Float64Array[], count: number): Float64Array {
  const all = new Float64Array(count)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

function bitsOf({ buffer, byteOffset, length }: Float64Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, 2 * length)
}

/** The upper half of a double's bits, such that they are ordered as the numbers are. */
export function ordered(upper: number): number {
  return (upper & 0x80000000 ? ~upper : upper | 0x80000000) >>> 0
}

function areEqual(numbers: Float64Array): boolean {
  const [first] = numbers
  for (const number of numbers) if (number !== first) return false
  return true
}
