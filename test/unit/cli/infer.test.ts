import { deepEqual, equal, match } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bread, breadSchema, folderWith, vigie } from './run'

describe('vigie infer', () => {
  it('prints the schema that the data allow, whatever stands beside them', () => {
    const folder = folderWith({ 'shop.csv': bread.replace('0.95', '0,95'), 'shop.schema.json': breadSchema })
    const { stdout, stderr, status } = vigie(folder, ['infer', 'shop.csv'])
    deepEqual(JSON.parse(stdout), {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      fields: [
        { name: 'product', title: 'Product', type: 'string', constraints: { required: true } },
        {
          name: 'price',
          title: 'Price',
          type: 'number',
          decimalChar: ',',
          constraints: { required: true, minimum: 0 },
        },
      ],
    })
    equal(stderr, '')
    equal(status, 0)
  })

  it('writes it beside each file, where it is in force from then on, and never over another', () => {
    const folder = folderWith({ 'data/a.csv': bread, 'data/b.csv': bread })
    const { stdout, status } = vigie(folder, ['infer', '--write', 'data'])
    equal(stdout, 'data/a.schema.json: written\ndata/b.schema.json: written\n')
    equal(status, 0)
    const report = JSON.parse(vigie(folder, ['lint', '--format', 'json', 'data/a.csv']).stdout)
    deepEqual(report.files[0].schema, { id: 'a.schema.json', source: 'neighbour' })
    const again = vigie(folder, ['infer', '--write', '--language', 'fr', 'data/a.csv'])
    equal(again.stderr, 'vigie: data/a.schema.json existe déjà\u00A0: --overwrite le remplace.\n')
    equal(again.status, 2)
    equal(vigie(folder, ['infer', '--write', '--overwrite', 'data/a.csv']).status, 0)
    match(readFileSync(join(folder, 'data/a.schema.json'), 'utf8'), /"product"/)
  })

  it('prints one schema only, and none of what is no table', () => {
    const folder = folderWith({ 'a.csv': bread, 'b.csv': bread, 'c.csv': '' })
    equal(vigie(folder, ['infer', 'a.csv', 'b.csv']).status, 2)
    const { stderr, stdout, status } = vigie(folder, ['infer', 'c.csv'])
    deepEqual([stdout, stderr, status], ['', 'vigie: c.csv is not a table.\n', 2])
    match(vigie(folder, ['infer', '-'], { input: bread }).stdout, /"price"/)
  })

  it('says of a folder without data that it makes nothing of it, as profile and describe do', () => {
    const folder = folderWith({ 'a.csv': bread, 'empty/notes.pdf': '' })
    for (const verb of ['infer', 'profile', 'describe', 'schemas']) {
      const { stderr, status } = vigie(folder, [verb, 'empty'])
      deepEqual([stderr, status], ['vigie: empty holds no dataset.\n', 2], verb)
    }
    equal(vigie(folder, ['lint', 'empty']).status, 0)
  })
})
