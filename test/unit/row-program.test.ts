import assert from 'node:assert/strict'
import { openText } from '../../server/engine/dataset'
import { lint } from '../../server/engine/lint'
import { kernel } from '../../server/engine/kernel/kernel'
import { flatSource } from '../../server/engine/model/source'
import { LiveCheck } from '../../server/engine/live-check'
import { LiveText } from '../../server/engine/model/live-text'

const ROW = 'Amicale des voisins;1200;2024-05-06\n'
const textOf = (bytes: number) => new TextEncoder().encode(`nom;montant;date\n${ROW.repeat(bytes / ROW.length)}`)

describe('what the kernel is asked of the rows of a text', () => {
  it('is not written down for a short one in one chunk', () => {
    assert.equal(
      written(() => checked(10_000)),
      0,
    )
    assert.ok(written(() => checked(10_000, 1_024)) > 0)
    assert.ok(written(() => checked(40_000)) > 0)
  })

  it('is written down once an edit has made it long', () => {
    const live = new LiveCheck(new LiveText(textOf(1_000)), { schema: 'none' }, {})
    const read = () => [...live.steps()].length
    assert.equal(written(read), 0)
    const end = textOf(1_000).length
    live.edit({ start: end, end }, textOf(40_000).subarray(end))
    assert.ok(written(read) > 0)
  })
})

function checked(bytes: number, chunkSize?: number): number {
  const open = { schema: 'none', ...(chunkSize !== undefined && { chunkSize }) } as const
  return [...lint(openText(flatSource(textOf(bytes)), open))].length
}

/** How often something is written down to be asked meanwhile. */
function written(work: () => unknown): number {
  const own = kernel()!
  const { program } = own
  let times = 0
  own.program = question => {
    times++
    return program.call(own, question)
  }
  try {
    work()
  } finally {
    own.program = program
  }
  return times
}
