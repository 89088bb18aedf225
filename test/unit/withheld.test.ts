import assert from 'node:assert/strict'
import fc from 'fast-check'
import { TextDocument, type TextEdit } from 'vscode-languageserver-textdocument'
import { changesTold } from '../../client/changes-told'
import { actionsOf } from '../../server/repair/actions'
import { askedFor } from '../../server/repair/asked'
import { rangeOf } from '../../server/editor/convert'
import { type Dataset, openDataset } from '../../server/engine/dataset'
import { infer } from '../../server/engine/infer'
import { lint } from '../../server/engine/lint'
import { LiveCheck } from '../../server/engine/live-check'
import { maskedTexts } from '../../server/engine/masked'
import { LiveText } from '../../server/engine/model/live-text'
import { flatSource } from '../../server/engine/model/source'
import { knownJson, openFile } from '../../server/engine/open'
import { profile } from '../../server/engine/profile'
import { rules as everyRule } from '../../server/engine/rules'
import { messageOf, relatedOf } from '../../server/engine/say'
import { reportOf } from '../../server/editor/findings'
import { githubReporter } from '../../server/report/github'
import { htmlReporter } from '../../server/report/html'
import { jsonReporter } from '../../server/report/json'
import { sarifReporter } from '../../server/report/sarif'
import { textReporter } from '../../server/report/text'
import { profileReporter } from '../../server/report/profile'
import { Withheld } from '../../server/engine/withheld'
import { noCounts } from '../../server/report/report'
import { verdictOverview } from '../../server/preview/overview'
import type { Asked } from '../../server/protocol'
import { repaired } from '../../server/repair/repair'

/** Values that a rule about personal data finds, with what may never be read of them. */
const secrets: readonly (readonly [value: string, secret: string])[] = [
  ['294032A12345692', '294032A'],
  [' 1 85 05 78 006 084 91', '78 006 084'],
  ['FR76 3000 6000 0112 3456 7890 189', '0112 3456'],
  ['=FR7630006000011234567890189', '0006000011'],
  ['jeanne.moulin@ville.example', 'jeanne'],
  [' 06 39 98 00 01', '39 98 00'],
  ['plainte de Mme Rouxel', 'Rouxel'],
]

const plain = fc.constantFrom('12', '3,5', 'Rennes', '03/04/2024', '', ' x', 'n.c.', '35238', 'total', '1 250 €')
const secret = fc.constantFrom(...secrets.map(([value]) => value))
const row = fc.array(fc.oneof({ weight: 5, arbitrary: plain }, { weight: 1, arbitrary: secret }), {
  minLength: 3,
  maxLength: 5,
})
const HEADERS = ['ref;ville;montant;remarque', 'code;date;nir;iban', 'code_insee;siret;telephone;nom']
const tables = fc
  .tuple(fc.constantFrom(...HEADERS), fc.array(row, { minLength: 1, maxLength: 40 }))
  .map(([header, rows]) => [header, ...rows.map(cells => cells.join(';')), ''].join('\n'))

/** Values as JSON writes them, well or badly. */
const written = fc.constantFrom<(text: string) => string>(
  text => JSON.stringify(text),
  text => `'${text}'`,
  text => `"${text}" x"`,
  text => `"le "x" ${text}"`,
  text => text.replaceAll(/\D/g, ''),
)
const records = fc
  .tuple(tables, fc.array(fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 3 }), written), { maxLength: 4 }), fc.boolean())
  .map(([table, odd, isLong]) => {
    const [keys, ...rows] = table
      .trim()
      .split('\n')
      .map(line => line.split(';'))
    const lines = rows.map((cells, row) => {
      const members = cells.slice(0, keys!.length).map((text, column) => {
        const [, , write] = odd.find(([at, beside]) => at === row && beside === column) ?? []
        return `"${keys![column]}": ${write?.(text) ?? JSON.stringify(text)}`
      })
      return `{${members.join(', ')}}`
    })
    return isLong ? `[${lines.join(', ')}]` : `[\n  ${lines.join(',\n  ')}\n]`
  })

describe('what is withheld', () => {
  it('is read in no report, profile, schema, preview, question or message', () => {
    fc.assert(
      fc.property(tables, text => checkSaid(sayings(text))),
      { numRuns: 30 },
    )
  })

  it('is not read either where a first row of values was taken for labels', () => {
    const persons = [
      'Square;06 39 98 00 01;jeanne.moulin@ville.example;294032A12345692;plainte de Mme Rouxel',
      'Halle; 06 39 98 00 02;luc.garnier@ville.example ;185057800608491;',
      'Fournil; 06 39 98 00 03;anne.roux@ville.example ;;appel de M. Pernot ',
      '',
    ]
    checkSaid(sayings(persons.join('\n')))
  })

  it('is read in no report, question or message about JSON', () => {
    fc.assert(
      fc.property(records, text => checkSaid(sayingsOfJson(text))),
      { numRuns: 100 },
    )
  })

  it('is so while the first rows are edited', () => {
    const numbers = fc.array(fc.oneof(secret, fc.constantFrom('12', ' x', 'A1;')), { minLength: 1, maxLength: 12 })
    const changes = fc.array(fc.record({ row: fc.nat({ max: 12 }), removed: fc.nat({ max: 6 }), written: numbers }), {
      minLength: 1,
      maxLength: 6,
    })
    const seen = new Set<unknown>()
    fc.assert(
      fc.property(numbers, changes, (start, edits) => {
        let rows = start
        const options = { schema: 'none', dialect: { delimiter: ';' } } as const
        const live = new LiveCheck(new LiveText(textOf(rows)), options, { preset: 'complet' })
        const told = () => live.gathered(999).entries.map(({ first }) => messageOf(first, 'en'))
        for (const { row, removed, written } of edits) {
          const from = Math.min(row, rows.length)
          const first = textOf(rows.slice(0, from)).length
          live.edit({ start: first, end: textOf(rows.slice(0, from + removed)).length }, textOf(written).subarray(11))
          rows = rows.toSpliced(from, removed, ...written)
          for (const _ of live.steps());
          const fresh = new LiveCheck(new LiveText(textOf(rows)), options, { preset: 'complet' })
          for (const _ of fresh.steps());
          assert.deepEqual(
            told(),
            fresh.gathered(999).entries.map(({ first }) => messageOf(first, 'en')),
          )
          for (const { isWithheld } of live.findings()) seen.add(isWithheld)
        }
      }),
      { numRuns: 30 },
    )
    assert.equal(seen.size, 2)
  })

  it('still lets what is safe be repaired', () => {
    const text = 'nom;numero\nA; 294032A12345692\n'
    const { bytes } = repaired(new TextEncoder().encode(text), { open: { schema: 'none' }, lint: {}, unsafe: false })
    assert.equal(new TextDecoder().decode(bytes), 'nom;numero\nA;294032A12345692\n')
  })

  it('is told again once the value is another', () => {
    const dataset = openDataset(new TextEncoder().encode('nom;numero\nA; 294032A12345693\n'), { schema: 'none' })
    const found = [...lint(dataset)]
    assert.deepEqual(
      found.map(({ rule, isWithheld }) => [rule, isWithheld]),
      [['edge-whitespace', undefined]],
    )
  })
})

/** A person's mobile number stands in each row, a name in the remarks of one. */
const called = 'lieu;tel;remarque\nSquare;06 39 98 00 01;plainte de Mme Rouxel\nHalle; 06 39 98 00 02;\n'
const stated = { reason: 'accord écrit', author: 'A. Le Goff', until: '2027-01-31' }

describe('what the settings of a file withhold', () => {
  for (const [what, heard, withheld] of [
    ['by themselves', {}, ['tel']],
    ['under the smallest preset', { preset: 'essentiel' }, ['tel']],
    ['under the greatest preset', { preset: 'complet' }, ['tel', 'remarque']],
    ['with a rule turned off', { severities: { 'personal-phone': 'off' } }, []],
    ['with a rule turned on', { severities: { 'name-in-free-text': 'hint' } }, ['tel', 'remarque']],
    ['with a rule turned off in a column', { columns: { tel: { 'personal-phone': 'off' } } }, []],
    ['with a rule turned off in another column', { columns: { lieu: { 'personal-phone': 'off' } } }, ['tel']],
    ['with a deviation accepted', { accepted: [{ rule: 'personal-phone', column: 'tel', ...stated }] }, []],
    [
      'with a deviation that is over',
      { accepted: [{ rule: 'personal-phone', ...stated }], today: '2027-02-01' },
      ['tel'],
    ],
    ['with a deviation accepted in one row', { accepted: [{ rule: 'personal-phone', row: 2, ...stated }] }, ['tel']],
  ] as const)
    it(`${what}: ${withheld.join(', ') || 'nothing'}`, () => {
      const open = () => openDataset(new TextEncoder().encode(called), { schema: 'none', heard })
      const { columns } = profile(open())
      assert.deepEqual(
        columns.filter(({ isWithheld }) => isWithheld).map(({ label }) => label),
        withheld,
      )
      const masked = maskedWhole([open()]).join('')
      assert.equal(masked.includes('06 39 98'), !(withheld as readonly string[]).includes('tel'))
      assert.equal(masked.includes('Rouxel'), !(withheld as readonly string[]).includes('remarque'))
      const found = JSON.stringify([...lint(open(), { ...heard, rules: everyRule })].filter(one => !one.isWithheld))
      assert.equal(found.includes(' 06 39 98 00 02'), !(withheld as readonly string[]).includes('tel'))
    })
})

describe('a masked text', () => {
  it('has the same marks line by line as whole, also where a value passes a line end', () => {
    const rows = [
      'ref;tel;note',
      '1;"06 39 98 00 01";x',
      '2; 06 39 98 00 02;"y',
      'z"',
      '3;"06 39 98',
      '00 03";x',
      '4;06 39 98 00 01;t',
    ]
    const bytes = new TextEncoder().encode(rows.join('\n'))
    const dataset = () => openDataset(bytes, { schema: 'none', heard: {} })
    let start = 0
    const [masked] = maskedTexts([dataset()])
    const lines = rows.map(line => {
      const span = { start, end: start + line.length }
      start = span.end + 1
      return masked!(span)
    })
    assert.deepEqual(lines, ['ref;tel;note', '1;[…1];x', '2;[…2];"y', 'z"', '3;[…3]', '[…3];x', '4;[…1];t'])
    assert.equal(maskedWhole([dataset()])[0], lines.join('\n').replace('[…3]\n[…3]', '[…3]'))
  })

  it('reads no rows but those that are asked for', () => {
    const bytes = new TextEncoder().encode(`ref;tel\n${'1;06 39 98 00 01\n'.repeat(1_000)}`)
    const dataset = openDataset(bytes, { schema: 'none', heard: {} })
    const read = new Set<number>()
    const table = new Proxy(dataset.table, {
      get: (own, name) => {
        const value = Reflect.get(own, name, own)
        if (name === 'text') return (row: number, column: number) => read.add(row) && own.text(row, column)
        return typeof value === 'function' ? value.bind(own) : value
      },
    })
    const start = bytes.length - 17
    assert.equal(maskedTexts([{ ...dataset, table }])[0]!({ start, end: bytes.length }), '1;[…1]\n')
    assert.ok(read.size <= 2, `${[...read]}`)
  })
})

describe('a finding about a row', () => {
  it('does not tell a part of a value of it that is not told', () => {
    const heard = { preset: 'complet' } as const
    const text = ['lieu;remarque', 'Halle;plainte de Mme Rouxel', ...times(9, 'Square;ouvert le dimanche'), ''].join(
      '\n',
    )
    const withheld = new Withheld(openDataset(new TextEncoder().encode(text), { schema: 'none', heard }))
    const rule = everyRule.find(({ id }) => id === 'inverted-interval')!
    const hidden = [1, 2].map(row => withheld.hides({ rule, row, facts: { start: 'Rouxel' } }))
    assert.deepEqual(hidden, [true, false])
    assert.ok(withheld.hides({ rule, row: 1, facts: { ends: [{ at: { text: 'Rouxel' } }] } }), 'wherever it stands')
  })
})

describe('a finding about labels', () => {
  const born = 'civilite;date_naissance;commune\nMme;03/04/1975;Moulins\nM.;12/11/1982;Le Lavoir\n'
  for (const [rule, what, file, isWithheld] of [
    ['low-k-anonymity', 'days of birth', born, undefined],
    ['duplicate-label', 'numbers of telephones', called.replace('lieu', 'tel'), undefined],
    [
      'duplicate-label',
      'a row taken for labels',
      'lieu;tel;06 39 98 00 01;06 39 98 00 01\nSquare;06 39 98 00 02;1;2\n',
      true,
    ],
  ] as const)
    it(`is ${isWithheld ? 'withheld' : 'told'} with ${what}: ${rule}`, () => {
      const dataset = openDataset(new TextEncoder().encode(file), { schema: 'none', heard: {} })
      const found = [...lint(dataset)].filter(one => one.rule === rule)
      assert.deepEqual(
        found.map(one => one.isWithheld),
        [isWithheld],
      )
    })
})

const halls = `lieu;jour;places;tel\n${'Halle;2024-03-01;50;02 99 00 00 00\nFournil;2024-04-01;20;02 99 00 00 02\n'.repeat(4)}`

describe('the question before a repair that changes whole rows or documents', () => {
  for (const [rule, file, isWithheld] of [
    ['duplicate-row', 'lieu;tel;note\nSquare;06 39 98 00 01;x\nSquare;06 39 98 00 01;x\n', true],
    ['duplicate-row', 'lieu;places;note\nSquare;12;x\nSquare;12;x\n', undefined],
    ['shifted-row', `${halls};Square;2024-03-02;80;06 39 98 00 01\n`, true],
    ['shifted-row', `${halls};Square;2024-03-02;80;02 99 00 00 01\n`, undefined],
    ['trailing-empty-column', 'lieu;places;\nSquare;12;\nHalle;50;\n', true],
    ['misplaced-constraint', '{"fields":[{"name":"id","type":"string","required":true}]}', undefined],
  ] as const)
    it(`${isWithheld ? 'shows no' : 'shows each'} value: ${rule}`, () => {
      const bytes = new TextEncoder().encode(file)
      const dataset = file.startsWith('{')
        ? openFile(bytes, { tree: 'table-schema' })
        : openDataset(bytes, { schema: 'none', heard: {} })
      const found = [...lint(dataset)].filter(one => one.rule === rule)
      assert.equal(found.length, 1)
      assert.equal(askedFor({ title: '', reason: '' }, dataset, found).isWithheld, isWithheld)
    })
})

describe('the question before many rows are deleted', () => {
  for (const [count, isWithheld] of [
    [900, undefined],
    [1_100, true],
  ] as const)
    it(`shows ${isWithheld ? 'no value where not all' : 'each value where all'} can be looked at: ${count}`, () => {
      const rows = Array.from({ length: count }, (_, i) => `Square ${i};12;x\n`.repeat(2))
      const bytes = new TextEncoder().encode(`lieu;places;note\n${rows.join('')}`)
      const dataset = openDataset(bytes, { schema: 'none', heard: {} })
      const found = [...lint(dataset)].filter(({ rule }) => rule === 'duplicate-row')
      assert.equal(found.length, count)
      assert.equal(askedFor({ title: '', reason: '' }, dataset, found).isWithheld, isWithheld)
    })
})

describe('a table of elected officials', () => {
  it('has names in its remarks that are neither found nor withheld', () => {
    const heard = { preset: 'complet' } as const
    const text = 'delegation;elu;remarque\nEau;A;remplacé par Mme Rouxel\nVoirie;B;remplacé par M. Pernot\n'
    const dataset = openDataset(new TextEncoder().encode(text), { schema: 'none', heard })
    const found = [...lint(dataset, heard)].filter(({ isWithheld }) => isWithheld)
    assert.deepEqual([found, profile(dataset).columns.map(({ isWithheld }) => isWithheld)], [[], [false, false, false]])
  })
})

function times(count: number, line: string): string[] {
  return Array.from({ length: count }, () => line)
}

/** A table of one column with values and one without. */
function textOf(rows: readonly string[]): Uint8Array {
  return new TextEncoder().encode(['numero;ref', ...rows, ''].join('\n'))
}

function checkSaid(said: Iterable<readonly [what: string, text: string]>): void {
  for (const [what, text] of said)
    for (const [, mark] of secrets) assert.ok(!text.includes(mark), `${what} tells ${mark}: ${text}`)
}

const reporters = [textReporter, jsonReporter, sarifReporter, githubReporter, htmlReporter]

/** What is said of records, by those who say it of their findings. */
function* sayingsOfJson(text: string): Generator<readonly [string, string]> {
  const bytes = new TextEncoder().encode(text)
  const json = knownJson('a.json', flatSource(bytes))?.json
  if (!json) return
  const options = { schema: 'none', heard: { preset: 'complet' }, json } as const
  for (const reporter of reporters) yield [reporter.name, linted(reporter, () => openDataset(bytes, options), 'fr')]
  const live = new LiveCheck(new LiveText(bytes), options, { preset: 'complet' })
  for (const _ of live.steps());
  yield* questions(live, text)
}

/** What a person is asked before the repairs that must be confirmed. */
function* questions(live: LiveCheck, text: string): Generator<readonly [string, string]> {
  const source = { dataset: live.dataset, shift: 0 } as const
  const checked = { live, source, onDisk: [], open: {}, isText: true, generation: 1, version: 1, options: {} }
  const uri = 'file:///a.csv'
  const document = TextDocument.create(uri, 'csv', 1, text)
  const client = { workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } } }
  const desk = { uri, language: 'en', client, safe: () => ({ edits: [] }) } as const
  for (const { span } of live.findings())
    for (const { title, command, data, edit } of actionsOf(checked, rangeOf(source, span), { diagnostics: [] }, desk)) {
      yield ['action', JSON.stringify([title, command])]
      const [change] = edit?.documentChanges ?? []
      const asked = (data as { readonly asked?: Asked } | undefined)?.asked
      if (!asked || !change || !('edits' in change)) continue
      const edits = change.edits as TextEdit[]
      yield ['question', changesTold({ edits, textIn: range => document.getText(range) }, asked, 'en')]
      yield ['list of changes', JSON.stringify(edit?.changeAnnotations)]
    }
}

/** All that is said of a text, by those who say it. */
function* sayings(text: string): Generator<readonly [string, string]> {
  const bytes = new TextEncoder().encode(text)
  const options = { schema: 'none', heard: { preset: 'complet' }, dialect: { headerRows: [0] } } as const
  const open = () => openDataset(bytes, options)
  for (const language of ['fr', 'en'] as const) {
    const style = { language, version: '0', colours: 'off' } as const
    for (const reporter of reporters) yield [reporter.name, linted(reporter, open, language)]
    const dataset = open()
    for (const format of ['text', 'json', 'html'] as const)
      yield [
        `profile ${format}`,
        profileReporter(format, style).file({ path: 'a.csv', dataset, profile: profile(dataset) }),
      ]
    const live = new LiveCheck(new LiveText(bytes), options, { preset: 'complet' })
    for (const _ of live.steps());
    const source = { dataset: live.dataset, shift: 0 }
    const checked = { live, source, onDisk: [], open: {}, isText: true } as never
    yield [
      'server',
      JSON.stringify(reportOf(checked, { uri: 'file:///a.csv', uriOf: path => path, language, related: true })),
    ]
    yield* questions(live, text)
    const told = verdictOverview(checked, { language, noted: undefined })
    yield ['overview', JSON.stringify(told)]
    for (const found of live.findings()) yield ['related', JSON.stringify(relatedOf(found, language))]
  }
  yield ['infer', JSON.stringify(infer(open()))]
  const { first, last } = repaired(bytes, {
    open: options,
    lint: { preset: 'complet' },
    unsafe: true,
  })
  for (const masked of maskedWhole([first, last])) yield ['diff', masked]
}

function maskedWhole(datasets: readonly Dataset[]): readonly string[] {
  return maskedTexts(datasets).map((masked, i) => masked({ start: 0, end: datasets[i]!.source.length }))
}

function linted(
  reporter: (typeof reporters)[number],
  open: () => ReturnType<typeof openDataset>,
  language: 'fr' | 'en',
): string {
  const dataset = open()
  const found = [[...lint(dataset, { preset: 'complet' })]]
  const { file } = reporter({ language, version: '0', colours: 'off' })
  const pieces = file({ path: 'a.csv', dataset, found, counts: noCounts() })
  return Array.from(pieces, piece => (typeof piece === 'string' ? piece : new TextDecoder().decode(piece))).join('')
}
