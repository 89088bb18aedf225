/** Numbers that are sorted at one go: some milliseconds. */
const AT_ONCE = 1 << 14
/** Whole numbers that may lie between the least and the greatest of those that are counted. */
const COUNTED = 1 << 18
/** Bits of a number by which one step parts them. */
const DIGIT = 16

/** Sorts finite numbers where they lie, in steps of some milliseconds. */
export function* sortInSteps(numbers: Float64Array): Generator<void> {
  if (numbers.length <= AT_ONCE) return numbers.set(numbers.toSorted())
  const counted = yield* countedOut(numbers)
  if (counted) return numbers.set(counted)
  const { bounds, parted } = yield* partedBy(numbers)
  numbers.set(parted)
  yield
  let sorted = 0
  for (let i = 0; i + 1 < bounds.length; i++) {
    const part = numbers.subarray(bounds[i]!, bounds[i + 1]!)
    if (part.length < 2 || areEqual(part)) continue
    part.set(part.toSorted())
    sorted += part.length
    if (sorted < AT_ONCE) continue
    sorted = 0
    yield
  }
}

/** Whole numbers that lie close together, as days do, in order; undefined for others. */
function* countedOut(numbers: Float64Array): Generator<void, Float64Array | undefined> {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const part of partsOf(numbers)) {
    for (const number of part) {
      if (number !== Math.floor(number)) return undefined
      if (number < least) least = number
      if (number > greatest) greatest = number
    }
    yield
  }
  if (greatest - least > COUNTED) return undefined
  const counts = new Uint32Array(greatest - least + 1)
  for (const part of partsOf(numbers)) {
    for (const number of part) counts[number - least]!++
    yield
  }
  const sorted = new Float64Array(numbers.length)
  let at = 0
  for (let i = 0; i < counts.length; i++) {
    sorted.fill(least + i, at, at + counts[i]!)
    at += counts[i]!
  }
  return sorted
}

/** The numbers by their uppermost bits, in order, and where each part begins; the order of doubles is that of their bits. */
function* partedBy(
  numbers: Float64Array,
): Generator<void, { readonly bounds: Uint32Array; readonly parted: Float64Array }> {
  const bounds = new Uint32Array((1 << DIGIT) + 1)
  for (const part of partsOf(numbers)) {
    const bits = bitsOf(part)
    for (let i = 1; i < bits.length; i += 2) bounds[(ordered(bits[i]!) >>> (32 - DIGIT)) + 1]!++
    yield
  }
  for (let i = 1; i < bounds.length; i++) bounds[i]! += bounds[i - 1]!
  const next = bounds.slice()
  const parted = new Float64Array(numbers.length)
  for (const part of partsOf(numbers)) {
    const bits = bitsOf(part)
    for (let i = 0; i < part.length; i++) parted[next[ordered(bits[2 * i + 1]!) >>> (32 - DIGIT)]!++] = part[i]!
    yield
  }
  return { bounds, parted }
}

function* partsOf(numbers: Float64Array): Generator<Float64Array> {
  for (let from = 0; from < numbers.length; from += AT_ONCE) yield numbers.subarray(from, from + AT_ONCE)
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
