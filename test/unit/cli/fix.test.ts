import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { chmodSync, readdirSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { bread, breadSchema, folderWith, vigie } from './run'

/** What a file holds once it was repaired. */
function fixed(content: Uint8Array, ...args: string[]): Buffer {
  const folder = folderWith({ 'a.csv': content, 'a.schema.json': breadSchema })
  vigie(folder, ['fix', ...args, 'a.csv'])
  return readFileSync(join(folder, 'a.csv'))
}

describe('vigie fix', () => {
  it('repairs in place and says what it did and what is left', () => {
    const folder = folderWith({ 'shop.csv': `${bread};3\n`, 'shop.schema.json': breadSchema })
    const { status, stdout } = vigie(folder, ['fix', 'shop.csv'])
    equal(readFileSync(join(folder, 'shop.csv'), 'utf8'), 'product;price\nbread;1.20\nmilk;0.95\n;3\n')
    equal(status, 1)
    match(stdout, /^shop\.csv: 1 repair\n {2}1 × .+\n {2}What remains: 1 error/)
  })

  it('says that a file is too large to be repaired in one piece', () => {
    const folder = folderWith({ 'large.csv': bread, 'large.json': '[{"a":1}]' })
    for (const name of ['large.csv', 'large.json']) {
      // Without a byte of it on disk.
      truncateSync(join(folder, name), 2 ** 31)
      const { status, stderr } = vigie(folder, ['fix', name])
      equal(status, 2)
      match(stderr, /^vigie: large\.(?:csv|json) exceeds 2 GiB.+\n$/)
    }
    match(vigie(folder, ['lint', 'large.json']).stderr, /exceeds 2 GiB/)
  })

  it('writes line ends that were written twice once, and keeps those inside a cell', () => {
    const doubled = 'product;price\r\r\nbread;1.20\r\r\n"milk, half\nfat";0.95\r\r\neggs;2\r\r\n'
    equal(fixed(Buffer.from(doubled)).toString(), doubled)
    equal(fixed(Buffer.from(doubled), '--unsafe').toString(), doubled.replaceAll('\r\r', '\r'))
  })

  it('leaves nothing to do the second time', () => {
    const folder = folderWith({ 'shop.csv': bread, 'shop.schema.json': breadSchema })
    equal(vigie(folder, ['fix', 'shop.csv']).status, 0)
    const before = statSync(join(folder, 'shop.csv')).mtimeMs
    match(vigie(folder, ['fix', 'shop.csv']).stdout, /nothing to repair/)
    equal(statSync(join(folder, 'shop.csv')).mtimeMs, before)
  })

  it('keeps the encoding, the byte order mark, the line ends and every other byte', () => {
    const text = 'product;price\r\n"cr\u00e8me ";1,20\r\n  \u00e9t\u00e9;0.95'
    const wanted = 'product;price\r\n"cr\u00e8me";1.20\r\n\u00e9t\u00e9;0.95'
    deepEqual(fixed(Buffer.from(text, 'latin1')), Buffer.from(wanted, 'latin1'))
    deepEqual(fixed(Buffer.from(`\uFEFF${text}`)), Buffer.from(`\uFEFF${wanted}`))
    deepEqual(fixed(Buffer.from(`\uFEFF${text}`, 'utf16le')), Buffer.from(`\uFEFF${wanted}`, 'utf16le'))
  })

  it('asks before it changes the encoding or the line ends', () => {
    const odd = Buffer.from(
      'product;price\r\ncr\u00e8me br\u00fbl\u00e9e;1,20\r\nth\u00e9;1\r\nca;2\r\nlait;3\n',
      'latin1',
    )
    equal(fixed(odd).toString('latin1'), odd.toString('latin1').replace('1,20', '1.20'))
    equal(
      fixed(odd, '--unsafe', '--preset', 'complet').toString('utf8'),
      'product;price\r\ncr\u00e8me br\u00fbl\u00e9e;1.20\r\nth\u00e9;1\r\nca;2\r\nlait;3\r\n',
    )
  })

  it('ends the last line, and takes the byte order mark away only when asked', () => {
    const marked = Buffer.from('\uFEFFproduct;price\r\nth\u00e9;1')
    deepEqual(fixed(marked), marked)
    deepEqual(fixed(marked, '--preset', 'complet'), Buffer.from('\uFEFFproduct;price\r\nth\u00e9;1\r\n'))
    const all = fixed(marked, '--unsafe', '--preset', 'complet')
    deepEqual(all, Buffer.from('product;price\r\nth\u00e9;1\r\n'))
  })

  it('comes to rest: what it leaves is left as it is', () => {
    // Each in a folder of its own, where no other describes it.
    const samples = readdirSync('test/samples').map(name => ({ name, path: `${name}.d/${name}` }))
    const folder = folderWith(
      Object.fromEntries(samples.map(({ name, path }) => [path, readFileSync(join('test/samples', name))])),
    )
    for (const safety of [[], ['--unsafe']]) {
      const fixed = () => {
        vigie(folder, ['fix', ...safety, ...samples.map(({ path }) => path)])
        return samples.map(({ path }) => readFileSync(join(folder, path), 'latin1'))
      }
      deepEqual(fixed(), fixed(), `${safety}`)
    }
  })

  it('chooses nothing: where several repairs are possible, a person decides', () => {
    const column = 'day;seen\n05/06/2024;1\n04/07/2024;2\n02/03/2024;3\n'
    const folder = folderWith({ 'days.csv': column })
    const { stdout } = vigie(folder, ['fix', '--unsafe', 'days.csv'])
    equal(readFileSync(join(folder, 'days.csv'), 'utf8'), column)
    match(
      stdout,
      /^days\.csv: nothing to repair\n {2}What remains: 3 warnings; vigie lint tells more\.\n {2}For you to choose: 3 findings have several possible repairs\.\n/,
    )
    const told = vigie(folder, ['lint', 'days.csv']).stdout
    match(told, /For you to decide: replace with “2024-06-05” or “2024-05-06”\?/)
  })

  it('tells how many repairs there are besides the one that is told', () => {
    const folder = folderWith({ 'bus.json': '{ "title": "Horaires des bus", "license": "lov2", "resources": [] }' })
    const told = vigie(folder, ['lint', '--preset', 'complet', 'bus.json']).stdout
    match(told, /For you to decide: add “frequency”: "annual", or 6 other repairs\?/)
  })

  it('says what can no longer be read from what it has repaired, and repairs both together when asked', () => {
    const column = 'day;seen\n12/31/2024;1\n05/06/2024;2\n03/25/2024;3\n04/07/2024;4\n'
    const folder = folderWith({ 'days.csv': column, 'again.csv': column })
    const { stdout } = vigie(folder, ['fix', 'days.csv'])
    equal(
      readFileSync(join(folder, 'days.csv'), 'utf8'),
      'day;seen\n2024-12-31;1\n05/06/2024;2\n2024-03-25;3\n04/07/2024;4\n',
    )
    match(
      stdout,
      /2 cells could be read by what was just repaired, and by nothing else in the file: keep in mind that “05\/06\/2024” was “2024-05-06”\. On the file as it was, vigie fix --unsafe repairs all of it together\./,
    )
    vigie(folder, ['fix', '--unsafe', 'days.csv', 'again.csv'])
    match(readFileSync(join(folder, 'days.csv'), 'utf8'), /05\/06\/2024/)
    equal(
      readFileSync(join(folder, 'again.csv'), 'utf8'),
      'day;seen\n2024-12-31;1\n2024-05-06;2\n2024-03-25;3\n2024-04-07;4\n',
    )
  })

  it('takes no finding of a document for another one of it', () => {
    const document = '{"title":"T","title":"b","resources":[{"name":"r","path":"x.csv"}],}'
    const folder = folderWith({ 'datapackage.json': document })
    const { stdout } = vigie(folder, ['fix', 'datapackage.json'])
    match(stdout, /^datapackage\.json: 1 repair\n {2}1 × Text that is not JSON\n {2}What remains: .+more\.\n$/)
  })

  it('says what helped to read what it leaves to be decided', () => {
    const schema = JSON.stringify({ fields: [{ name: 'road' }, { name: 'length', type: 'number' }] })
    const column = 'road;length\nA 6;1,250\nA 7;3,4\nA 8;2.5\n'
    const folder = folderWith({ 'roads.csv': column, 'roads.schema.json': schema })
    const { stdout } = vigie(folder, ['fix', 'roads.csv'])
    equal(readFileSync(join(folder, 'roads.csv'), 'utf8'), column.replace('3,4', '3.4'))
    match(
      stdout,
      /What was just repaired helped to read 1 cell of the same column that you have to decide about: keep in mind that “3,4” was “3\.4” there\.\n/,
    )
    doesNotMatch(stdout, /could be read/)
    doesNotMatch(vigie(folder, ['fix', 'roads.csv']).stdout, /helped/)
  })

  it('takes a column out whole, also where a cell of it has another repair', () => {
    const people =
      'id;nom;prenom;montant\n1;DURAND;Jeanne;500\n2;MARTIN ;Paul;200\n3;PETIT;Claire;100\n4;LEROY;Marie;100\n'
    const folder = folderWith({ 'aid.csv': people })
    const { stdout } = vigie(folder, ['fix', '--unsafe', '--dry-run', 'aid.csv'])
    doesNotMatch(stdout, /MARTIN|Paul/)
    vigie(folder, ['fix', '--unsafe', 'aid.csv'])
    equal(readFileSync(join(folder, 'aid.csv'), 'utf8'), 'id;montant\n1;500\n2;200\n3;100\n4;100\n')
  })

  it('empties a column of persons that the schema wants, and moves no cell into another', () => {
    const fields = [{ name: 'id' }, { name: 'nom', constraints: { enum: ['DURANT', 'MARTIN'] } }, { name: 'prenom' }]
    const folder = folderWith({
      'aid.csv': 'id;nom;prenom;montant\n1;DURAND;Jeanne;500\n2;MARTIN;Paul;200\n3;PETIT;Claire;100\n',
      'aid.schema.json': JSON.stringify({ fields: [...fields, { name: 'montant' }] }),
    })
    vigie(folder, ['fix', '--unsafe', 'aid.csv'])
    equal(readFileSync(join(folder, 'aid.csv'), 'utf8'), 'id;nom;prenom;montant\n1;;;500\n2;;;200\n3;;;100\n')
  })

  it('shows no value after the changes that it did not show before them', () => {
    const people = ['1985-03-12', '1975-07-02', '1991-02-30', '1991-02-03'].map((day, i) => `${i};Anne${i};${day}`)
    const fields = [{ name: 'id' }, { name: 'prenom' }, { name: 'date_naissance', type: 'date' }]
    const folder = folderWith({
      'aid.csv': `id;prenom;date_naissance\n${people.join('\n')}\n`,
      'aid.schema.json': JSON.stringify({ fields }),
    })
    const { stdout } = vigie(folder, ['fix', '--unsafe', '--dry-run', 'aid.csv'])
    match(stdout, /^\+3;Anne3;$/m)
    doesNotMatch(stdout, /1991-02-30/)
  })

  it('shows the changes and writes nothing with --dry-run', () => {
    const folder = folderWith({ 'shop.csv': bread, 'shop.schema.json': breadSchema })
    const { stdout } = vigie(folder, ['fix', '--dry-run', 'shop.csv'])
    equal(stdout, '--- shop.csv\n+++ shop.csv\n@@ -1,3 +1,3 @@\n product;price\n-bread;1,20\n+bread;1.20\n milk;0.95\n')
    equal(readFileSync(join(folder, 'shop.csv'), 'utf8'), bread)
  })

  it('repairs standard input to standard output', () => {
    const folder = folderWith({ 's.json': breadSchema })
    const { stdout, stderr } = vigie(folder, ['fix', '--schema', 's.json', '-'], { input: bread })
    equal(stdout, bread.replace('1,20', '1.20'))
    match(stderr, /1 repair/)
  })

  it('keeps the rights of the file and leaves nothing beside it', () => {
    const folder = folderWith({ 'shop.csv': bread, 'shop.schema.json': breadSchema })
    chmodSync(join(folder, 'shop.csv'), 0o640)
    vigie(folder, ['fix', 'shop.csv'])
    equal(statSync(join(folder, 'shop.csv')).mode & 0o777, 0o640)
    deepEqual(readdirSync(folder).toSorted(), ['shop.csv', 'shop.schema.json'])
  })

  it('touches neither a file that is gone nor a picture', () => {
    const picture = Buffer.from('89504e470d0a1a0a0000000d49484452000000', 'hex')
    deepEqual(fixed(picture, '--unsafe'), picture)
    equal(vigie(folderWith({}), ['fix', 'gone.csv']).status, 2)
  })
})
