import assert from 'node:assert/strict'
import { lint } from '../../server/engine/lint'
import { knownTree } from '../../server/engine/open'
import { openTree } from '../../server/engine/tree-dataset'
import { type Case, casesWhere, fixture, withoutFixtures } from './cases'

type CsvwCase = Case & { readonly file: string; readonly result: 'valid' | 'warning' | 'error'; readonly name: string }

const OF_DATA = 'its error is in the table, which is not judged by CSVW'

/** Cases that no document alone decides. */
const OTHERWISE: Readonly<Record<string, string>> = Object.fromEntries(
  '035 125 127 161 162 163 164 165 166 169 172 173 175 176 177 178 179 180 181 182 192 194 196 198 203 208 213 214 230 232 234 257 279 280 289 290 295 296 297 299 301 302'
    .split(' ')
    .map(number => [`test${number}`, OF_DATA]),
)

describe('metadata of the CSVW suite', () => {
  const cases = casesWhere(({ kind, file }) => kind === 'csvw' && (file ?? '').endsWith('.json')) as
    | readonly CsvwCase[]
    | undefined
  if (!cases) return withoutFixtures()
  assert.ok(cases.length > 50)
  for (const found of cases) {
    const id = found.id.replace('csvw/', '')
    const title = `${id}: ${found.name}`
    const reason = OTHERWISE[id]
    if (reason === undefined) it(title, () => compare(found))
    else it.skip(`${title}: ${reason}`)
  }

  it('skip no case that is not there', () => {
    const ids = new Set(cases.map(({ id }) => id.replace('csvw/', '')))
    assert.deepEqual(
      Object.keys(OTHERWISE).filter(id => !ids.has(id)),
      [],
    )
  })
})

/** What the suite calls a warning we may call an error: of a document that breaks its standard tools make what they like. */
function compare({ file, result }: CsvwCase): void {
  const bytes = fixture(file)
  assert.equal(knownTree('x-metadata.json', bytes), 'csvw')
  const found = [...lint(openTree(bytes, 'csvw'))].filter(({ rule }) => rule === 'package-error')
  if (result === 'valid')
    assert.deepEqual(
      found.map(({ facts }) => facts),
      [],
    )
  else assert.ok(found.length > 0, `the suite says ${result}`)
}
