import type { Form } from '../model/accept'
import { content, signature } from '../model/signature'
import { bitsOf } from './form-bits'
import { withoutImplied } from './implied'
import { joined, type Test } from './joined'

/** What the cells of a column usually hold, and what is asked of them. */
interface Asked {
  readonly usual: number
  readonly tests: readonly { readonly concerns: number; readonly form: Form | undefined }[]
}

/** How a cell is known to be fine, and to hold what its column usually holds, before it is signed. */
interface Plainly {
  /** What it must pass, whatever it holds. */
  readonly tests: readonly Test[]
  /** The signature bits beyond which it may not go; undefined where the tests see to it. */
  readonly bits: number | undefined
}

/** Bits of the bytes of a content and their order. */
const OF_BYTES = 0x1fff
const OF_QUOTES = signature.quoted | signature.escaped
const { space, edgeSpace, control } = signature

/** Undefined for a column of which only a signature tells what its tests are about. */
export function plainly({ usual, tests }: Asked): Plainly | undefined {
  const limited = tests.reduce((bits, { concerns }) => (concerns === -1 ? bits : bits | concerns), 0)
  let bits = (usual | ((space | edgeSpace | control) & ~limited)) & OF_BYTES
  for (const { concerns, form } of tests)
    if (!form) {
      if (concerns === -1 || (concerns & OF_QUOTES) !== 0) return undefined
      bits &= ~concerns
    }
  if ((usual & content & ~bits) !== 0) return undefined
  const asked = tests.flatMap(({ concerns, form }) =>
    form && (concerns & (bits | OF_QUOTES)) !== 0 ? [{ concerns: -1, form }] : [],
  )
  const needed = withoutImplied(asked)
  const bound = needed.reduce((union, { form }) => union & bitsOf(form), -1)
  return { tests: joined(needed), bits: (bound & OF_BYTES & ~bits) === 0 ? undefined : bits }
}
