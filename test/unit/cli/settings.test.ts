import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bread, breadSchema, folderWith, vigie } from './run'

/** What is told of a table of bread under a `vigie.json`: rule and severity of each finding. */
function told(settings: object, ...args: string[]): readonly string[] {
  const folder = folderWith({
    'shop/bread.csv': bread,
    'shop/bread.schema.json': breadSchema,
    'vigie.json': JSON.stringify(settings),
  })
  const { stdout, stderr } = vigie(folder, ['lint', '--format', 'json', ...args, 'shop/bread.csv'])
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout).files[0].diagnostics.map(
    ({ rule, severity }: { rule: string; severity: string }) => `${rule} ${severity}`,
  )
}

const accepted = {
  rule: 'decimal-comma',
  files: 'shop/*.csv',
  reason: 'le logiciel de caisse',
  author: 'Anne Le Goff',
  until: '2026-12-31',
}

describe('vigie.json', () => {
  it('sets the severity of a rule for some files, and for some columns of them', () => {
    deepEqual(told({}), ['decimal-comma error'])
    deepEqual(told({ rules: { 'decimal-comma': 'hint' } }), ['decimal-comma hint'])
    const override = { files: 'shop/*.csv', rules: { 'decimal-comma': 'warning' } }
    deepEqual(told({ rules: { 'decimal-comma': 'hint' }, overrides: [override] }), ['decimal-comma warning'])
    deepEqual(told({ overrides: [{ ...override, files: 'other/*.csv' }] }), ['decimal-comma error'])
    deepEqual(told({ overrides: [{ ...override, columns: { price: { 'decimal-comma': 'information' } } }] }), [
      'decimal-comma information',
    ])
    deepEqual(told({ overrides: [{ files: '**', columns: { price: { 'decimal-comma': 'off' } } }] }), [
      'type-error error',
    ])
    deepEqual(told({ overrides: [{ files: '**', columns: { product: { 'decimal-comma': 'off' } } }] }), [
      'decimal-comma error',
    ])
  })

  it('that cannot be used is told, and nothing is repaired without what it asks for', () => {
    const files = { 'bread.csv': 'product;price\nbread; 2\n', 'bad.json': '{"rules":{"edge-whitespace":"of"}}' }
    const folder = folderWith(files)
    for (const config of ['absent.json', 'bad.json'])
      for (const verb of ['lint', 'fix']) {
        const { status, stdout, stderr } = vigie(folder, [verb, '--config', config, 'bread.csv'])
        deepEqual([status, stdout, stderr.split('\n').length], [2, '', 2], `${verb} ${config}`)
      }
    writeFileSync(join(folder, 'vigie.json'), files['bad.json'])
    equal(vigie(folder, ['lint', 'bread.csv']).status, 2)
    for (const path of ['bread.csv', '.']) {
      const { status, stderr } = vigie(folder, ['fix', path])
      equal(status, 2)
      match(stderr, /^vigie: \S+vigie\.json cannot be used: [^\n]+\n$/)
    }
    equal(readFileSync(join(folder, 'bread.csv'), 'utf8'), files['bread.csv'])
  })

  it('says which personal data may be told', () => {
    const table = 'lieu;tel;prix\nSquare;06 39 98 00 01;1,20\nHalle; 06 39 98 00 02;2,50\n'
    const said = (settings: object) => {
      const folder = folderWith({ 'a.csv': table, 'vigie.json': JSON.stringify(settings) })
      const commands = [['lint'], ['profile'], ['infer'], ['fix', '--dry-run']]
      return commands.map(command => vigie(folder, [...command, 'a.csv']).stdout).join('\n')
    }
    doesNotMatch(said({}), /39 98/)
    match(said({ rules: { 'personal-phone': 'off' } }), /39 98/)
    const consent = { rule: 'personal-phone', files: '**', reason: 'accord écrit', author: 'A. Le Goff' }
    match(said({ accepted: [{ ...consent, until: '9999-12-31' }] }), /39 98/)
    doesNotMatch(said({ accepted: [{ ...consent, until: '2020-12-31' }] }), /39 98/)
  })

  it('sets how many persons are too few to be published', () => {
    const folder = folderWith({
      'a.csv': 'ecole;nb_eleves\nNord;7\nSud;12\nEst;4\n',
      'vigie.json': '{ "smallCount": 10 }',
    })
    const rows = () =>
      JSON.parse(vigie(folder, ['lint', '--format', 'json', 'a.csv']).stdout).files[0].diagnostics.flatMap(
        ({ rule, row }: { rule: string; row: number }) => (rule === 'small-count' ? [row] : []),
      )
    deepEqual(rows(), [2, 4])
    writeFileSync(join(folder, 'vigie.json'), '{}')
    deepEqual(rows(), [4])
  })

  it('accepts a deviation for a time, which is then information; when it is over, it speaks up', () => {
    deepEqual(told({ accepted: [accepted] }, '--today', '2026-12-31'), ['decimal-comma information'])
    deepEqual(told({ accepted: [accepted] }, '--today', '2027-01-01'), ['decimal-comma error'])
    deepEqual(told({ accepted: [{ ...accepted, column: 'price', value: '1,20', row: 2 }] }, '--today', '2026-01-01'), [
      'decimal-comma information',
    ])
    for (const other of [
      { column: 'product' },
      { value: '1,2' },
      { row: 3 },
      { files: 'other/*.csv' },
      { rule: 'enum' },
    ])
      deepEqual(told({ accepted: [{ ...accepted, ...other }] }, '--today', '2026-01-01'), ['decimal-comma error'])
  })

  it('says who accepted it, why and until when, or that this is over', () => {
    const folder = folderWith({
      'shop/a.csv': bread,
      'shop/a.schema.json': breadSchema,
      'vigie.json': JSON.stringify({ accepted: [accepted] }),
    })
    const message = (today: string, language: string) =>
      vigie(folder, ['lint', '--today', today, '--language', language, 'shop/a.csv']).stdout
    match(
      message('2026-12-31', 'fr'),
      /\(Écart accepté par Anne Le Goff jusqu’au 2026-12-31\u00a0: le logiciel de caisse\)/,
    )
    match(message('2026-12-31', 'en'), /\(Deviation accepted by Anne Le Goff until 2026-12-31: le logiciel de caisse\)/)
    match(message('2027-01-01', 'fr'), /jusqu’au 2026-12-31, ce délai est passé/)
    match(message('2027-01-01', 'en'), /which is over/)
  })

  it('says in one line what cannot be used in it', () => {
    for (const [settings, expected] of [
      [{ overrides: [{ rules: {} }] }, /“overrides”/],
      [{ overrides: [{ files: '*', columns: { a: { enum: 'loud' } } }] }, /“overrides”/],
      [{ accepted: [{ ...accepted, until: 'tomorrow' }] }, /“accepted”/],
      [{ accepted: [{ ...accepted, reason: undefined }] }, /“accepted”/],
    ] as const) {
      const folder = folderWith({ 'a.csv': bread, 'vigie.json': JSON.stringify(settings) })
      const { status, stderr } = vigie(folder, ['lint', 'a.csv'])
      equal(status, 2)
      match(stderr, expected)
    }
  })
})

describe('vigie lint --baseline', () => {
  it('tells only what has come since it was written', () => {
    const folder = folderWith({ 'data/a.csv': bread, 'data/a.schema.json': breadSchema })
    equal(vigie(folder, ['lint', '--write-baseline', 'known.json', 'data']).status, 1)
    const written = JSON.parse(readFileSync(join(folder, 'known.json'), 'utf8'))
    equal(written.version, 2)
    match(written.files['data/a.csv']['decimal-comma'].price, /^[0-9a-f]{8}$/)
    const known = vigie(folder, ['lint', '--baseline', 'known.json', 'data'])
    equal(known.status, 0)
    match(known.stdout, /no finding, and 1 known finding\./)
    doesNotMatch(known.stdout, /decimal-comma/)
    writeFileSync(join(folder, 'data/a.csv'), bread.replace('bread', 'tea;2,50\n;1\nbread'))
    const more = vigie(folder, ['lint', '--baseline', 'known.json', '--format', 'json', 'data'])
    equal(more.status, 1)
    const [file] = JSON.parse(more.stdout).files
    deepEqual(
      file.diagnostics.map(({ rule, row }: { rule: string; row: number }) => [rule, row]),
      [
        ['decimal-comma', 2],
        ['required', 3],
      ],
    )
  })

  it('knows a finding whose row has changed elsewhere, and one of the first version by its number', () => {
    const folder = folderWith({ 'a.csv': bread, 'a.schema.json': breadSchema })
    vigie(folder, ['lint', '--write-baseline', 'known.json', 'a.csv'])
    writeFileSync(join(folder, 'a.csv'), bread.replace('bread', 'brioche'))
    const status = () => vigie(folder, ['lint', '--baseline', 'known.json', 'a.csv']).status
    equal(status(), 0)
    writeFileSync(join(folder, 'a.csv'), bread.replace('1,20', '1,30'))
    equal(status(), 1)
    const first = { version: 1, files: { 'a.csv': { 'decimal-comma': { price: 1 } } } }
    writeFileSync(join(folder, 'known.json'), JSON.stringify(first))
    equal(status(), 0)
    writeFileSync(join(folder, 'a.csv'), `${bread}tea;2,50\n`)
    equal(status(), 1)
  })

  it('keeps nothing by which a value that is not told could be tried', () => {
    const folder = folderWith({ 'a.csv': people('1985-03-12', '1975-07-02', '1991-02-03', '1962-11-30') })
    vigie(folder, ['lint', '--write-baseline', 'known.json', 'a.csv'])
    const findings = JSON.parse(readFileSync(join(folder, 'known.json'), 'utf8')).files['a.csv']
    equal(findings['birth-date'].date_naissance, 4)
    match(findings['edge-whitespace'].ville, /^([0-9a-f]{4}) \1$/)
    // Nor by the rest of a row.
    writeFileSync(join(folder, 'a.csv'), people('1985-03-13', '1975-07-03', '1991-02-04', '1962-11-29'))
    vigie(folder, ['lint', '--write-baseline', 'others.json', 'a.csv'])
    deepEqual(JSON.parse(readFileSync(join(folder, 'others.json'), 'utf8')).files['a.csv'], findings)
  })

  it('is refused when it is none', () => {
    const folder = folderWith({ 'a.csv': bread, 'known.json': '{}' })
    for (const name of ['known.json', 'absent.json']) {
      const { status, stderr } = vigie(folder, ['lint', '--baseline', name, 'a.csv'])
      equal(status, 2)
      match(stderr, /is no baseline/)
    }
  })
})

/** A table of people born on these days, every other one with a space behind their town. */
function people(...births: readonly string[]): string {
  const rows = births.map((day, i) => `${i};Anne${i};${day};Lyon${' '.repeat(i % 2)}`)
  return `id;prenom;date_naissance;ville\n${rows.join('\n')}\n`
}
