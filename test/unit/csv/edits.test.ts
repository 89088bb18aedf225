import assert from 'node:assert/strict'
import { openDataset, textOf } from '../../../server/engine/dataset'
import { applyEdits } from '../../../server/engine/fix'
import type { Change } from '../../../server/engine/model/change'
import { plainDialect } from '../plain-dialect'

describe('edits of a table', () => {
  it('keep what a row has beyond the last column where columns change places', () => {
    const order: Change = { set: 'order', columns: [2, 0, 1] }
    assert.equal(edited('nom,rue,lieu\nAmicale,Ours,Niort\n', order), 'lieu,nom,rue\nNiort,Amicale,Ours\n')
    assert.equal(
      edited('nom,rue,lieu\nAmicale,Ours,Niort,1,"2,5"\n', order),
      'lieu,nom,rue\nNiort,Amicale,Ours,1,"2,5"\n',
    )
    assert.equal(edited('nom,rue,lieu\nAmicale\n', order), 'lieu,nom,rue\n,Amicale,\n')
  })
})

function edited(text: string, change: Change): string {
  const dataset = openDataset(new TextEncoder().encode(text), { dialect: { ...plainDialect, headerRows: [0] } })
  const edits = dataset.table.edits(change)
  return new TextDecoder().decode(applyEdits(textOf(dataset), edits))
}
