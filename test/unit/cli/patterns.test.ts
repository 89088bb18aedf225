import assert from 'node:assert/strict'
import { hostilePatterns, hostileTable } from '../hostile-patterns'
import { folderWith, vigie } from './run'

interface Entry {
  readonly rule: string
}

describe('a pattern that hangs other tools, on the command line', () => {
  for (const hostile of hostilePatterns)
    it(`${hostile.name}: every other value is checked`, () => {
      const { schema, table } = hostileTable(hostile)
      const [file] = linted(table, schema)
      const said = file.diagnostics.map(({ rule }: Entry) => rule)
      assert.deepEqual(said.toSorted(), [hostile.says, 'type-error'].toSorted())
      assert.equal(file.complete, hostile.says === 'pattern')
    })

  it('says how many values were left out, of which column and which pattern', () => {
    const bad = `${'x'.repeat(5_000)}!`
    const [file] = linted(`code\n${bad}\nxx\n${bad}\nxxx\nx\n`, schemaOf('^(x+)+\\1$'))
    assert.deepEqual(
      file.diagnostics.map(({ rule }: Entry) => rule),
      ['pattern', 'not-checked'],
    )
    assert.equal(
      file.diagnostics[1].message,
      '2 values of the column “code” were not compared with the form that the schema asks for: trying its expression “^(x+)+\\1$” might not have ended, so read these values yourself or simplify the expression.',
    )
  })
})

function schemaOf(pattern: string): string {
  return JSON.stringify({ fields: [{ name: 'code', type: 'string', constraints: { pattern } }] })
}

function linted(table: string, schema: string) {
  const folder = folderWith({ 'a.csv': table, 'a.schema.json': schema })
  const { stdout, stderr } = vigie(folder, ['lint', '--format', 'json', '--only-schema', 'a.csv'])
  assert.equal(stderr, '')
  return JSON.parse(stdout).files
}
