import assert from 'node:assert/strict'
import fc from 'fast-check'
import { openDataset } from '../../server/engine/dataset'
import { infer } from '../../server/engine/infer'
import { lint } from '../../server/engine/lint'
import { LiveCheck } from '../../server/engine/live-check'
import { maskedTexts } from '../../server/engine/masked'
import { LiveText } from '../../server/engine/model/live-text'
import { profile } from '../../server/engine/profile'
import { rules as everyRule } from '../../server/engine/rules'
import { messageOf, relatedOf } from '../../server/engine/say'
import { reportOf } from '../../server/findings'
import { githubReporter } from '../../server/report/github'
import { htmlReporter } from '../../server/report/html'
import { jsonReporter } from '../../server/report/json'
import { sarifReporter } from '../../server/report/sarif'
import { textReporter } from '../../server/report/text'
import { profileReporter } from '../../server/report/profile'
import { noCounts } from '../../server/report/report'
import { repaired } from '../../server/repair'

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
const tables = fc
  .tuple(
    fc.constantFrom('ref;ville;montant;remarque', 'code;date;nir;iban', 'code_insee;siret;telephone;nom'),
    fc.array(row, { minLength: 1, maxLength: 40 }),
  )
  .map(([header, rows]) => [header, ...rows.map(cells => cells.join(';')), ''].join('\n'))

describe('what is withheld', () => {
  it('is read in no report, profile, schema, preview or message', () => {
    fc.assert(
      fc.property(tables, text => {
        for (const [what, said] of sayings(text))
          for (const [, mark] of secrets) assert.ok(!said.includes(mark), `${what} tells ${mark}: ${said}`)
      }),
      { numRuns: 60 },
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
      { numRuns: 60 },
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
      const masked = [...maskedTexts([open()])].map(text => new TextDecoder().decode(text)).join('')
      assert.equal(masked.includes('06 39 98'), !(withheld as readonly string[]).includes('tel'))
      assert.equal(masked.includes('Rouxel'), !(withheld as readonly string[]).includes('remarque'))
      const found = JSON.stringify([...lint(open(), { ...heard, rules: everyRule })].filter(one => !one.isWithheld))
      assert.equal(found.includes(' 06 39 98 00 02'), !(withheld as readonly string[]).includes('tel'))
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

/** A table of one column with values and one without. */
function textOf(rows: readonly string[]): Uint8Array {
  return new TextEncoder().encode(['numero;ref', ...rows, ''].join('\n'))
}

const reporters = [textReporter, jsonReporter, sarifReporter, githubReporter, htmlReporter]

/** All that is said of a text, by those who say it. */
function* sayings(text: string): Generator<readonly [string, string]> {
  const bytes = new TextEncoder().encode(text)
  const open = () => openDataset(bytes, { schema: 'none', heard: { preset: 'complet' } })
  for (const language of ['fr', 'en'] as const) {
    const style = { language, version: '0', colours: 'off' } as const
    for (const reporter of reporters) yield [reporter.name, linted(reporter, open, language)]
    const dataset = open()
    for (const format of ['text', 'json', 'html'] as const)
      yield [
        `profile ${format}`,
        profileReporter(format, style).file({ path: 'a.csv', dataset, profile: profile(dataset) }),
      ]
    const live = new LiveCheck(
      new LiveText(bytes),
      { schema: 'none', heard: { preset: 'complet' } },
      { preset: 'complet' },
    )
    for (const _ of live.steps());
    const source = { dataset: live.dataset, shift: 0 }
    const checked = { live, source, onDisk: [], isText: true } as never
    yield [
      'server',
      JSON.stringify(reportOf(checked, { uri: 'file:///a.csv', uriOf: path => path, language, related: true })),
    ]
    for (const found of live.findings()) yield ['related', JSON.stringify(relatedOf(found, language))]
  }
  yield ['infer', JSON.stringify(infer(open()))]
  const { first, last } = repaired(bytes, {
    open: { schema: 'none', heard: { preset: 'complet' } },
    lint: { preset: 'complet' },
    unsafe: true,
  })
  const decoder = new TextDecoder()
  for (const masked of maskedTexts([first, last])) yield ['diff', decoder.decode(masked)]
}

function linted(
  reporter: (typeof reporters)[number],
  open: () => ReturnType<typeof openDataset>,
  language: 'fr' | 'en',
): string {
  const dataset = open()
  const found = [[...lint(dataset, { preset: 'complet' })]]
  const { file } = reporter({ language, version: '0', colours: 'off' })
  return [...file({ path: 'a.csv', dataset, found, counts: noCounts() })].join('')
}
