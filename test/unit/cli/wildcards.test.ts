import { deepEqual, equal } from 'node:assert/strict'
import { bread, findings, folderWith, vigie } from './run'

describe('vigie and a pattern of names', () => {
  const names = [
    'a.csv',
    'b.csv',
    'note.txt',
    'in/c.csv',
    'in/deep/d.csv',
    'in/node_modules/e.csv',
    '.old/f.csv',
    '[1] *.csv',
  ]
  const folder = folderWith(Object.fromEntries(names.map(name => [name, bread])))
  const paths = (...patterns: string[]) =>
    findings(folder, patterns).files.map(({ path }: { readonly path: string }) => path)

  for (const [pattern, ...expected] of [
    ['*.csv', '[1] *.csv', 'a.csv', 'b.csv'],
    ['./?.csv', './a.csv', './b.csv'],
    ['**/*.csv', '[1] *.csv', 'a.csv', 'b.csv', 'in/c.csv', 'in/deep/d.csv'],
    ['in/**', 'in/c.csv', 'in/deep/d.csv'],
    ['i*', 'in/c.csv', 'in/deep/d.csv'],
    ['*/c.csv', 'in/c.csv'],
    ['in/../?.csv', 'in/../a.csv', 'in/../b.csv'],
    ['[1] *.csv', '[1] *.csv'],
  ] as const)
    it(`${pattern} is ${expected.join(', ')}`, () => deepEqual(paths(pattern), expected))

  it('begins at the root where the pattern does', () => deepEqual(paths(`${folder}/b*`), [`${folder}/b.csv`]))

  it('takes patterns and names together, in the order given', () =>
    deepEqual(paths('b.csv', 'in/*.csv', 'a.csv'), ['b.csv', 'in/c.csv', 'a.csv']))

  it('says that nothing matches', () => {
    const { status, stderr } = vigie(folder, ['lint', 'x*.csv'])
    equal(status, 2)
    equal(stderr, 'vigie: No file matches x*.csv.\n')
    equal(vigie(folder, ['profile', 'x?.csv', '--language', 'fr']).stderr, 'vigie: Aucun fichier ne répond à x?.csv.\n')
  })

  it('holds for every command', () => {
    for (const verb of ['fix', 'profile', 'report'])
      equal(vigie(folder, [verb, '?.csv']).stdout, vigie(folder, [verb, 'a.csv', 'b.csv']).stdout)
  })
})
