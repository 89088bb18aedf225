import assert from 'node:assert/strict'
import { openDataset } from '../../../server/engine/dataset'
import { lint } from '../../../server/engine/lint'
import { messageOf } from '../../../server/engine/say'

describe('mixed-type-column', () => {
  const whole = Array.from({ length: 30 }, (_, i) => String(10 + ((7 * i) % 40)))
  const decimals = whole.map((one, i) => `${one},${i % 9}5`)
  const days = whole.map((_, i) => `2024-${String(1 + (i % 12)).padStart(2, '0')}-15`)

  it('tells all that is no number among decimals', () => {
    odd('mesure', decimals, ['<0,10', '~12', '12 à 15', '10-15', '12,5,3', '1O', '(12)', '2024-01-01', '12:30'])
    fine('mesure', decimals, ['12', '+12', '.5', '1,2E3', '12 %', '1 250,50'])
  })

  it('leaves alone among whole numbers what may be the number of a house', () => {
    odd('points', whole, ['> 100', '≤ 5', 'env. 12', '12?', '12*', '12 à 15', 'gratuit'])
    fine('points', whole, ['12 bis', '2A', '10-12', '12/14', '1O'])
  })

  it('takes no such thing for one where the label says that the numbers are added up', () => {
    odd('puissance_w', whole, ['1O', '12 bis', '10-12'])
  })

  it('tells what is no coordinate', () => {
    const north = whole.map((one, i) => `48.1${one}${i % 9}`)
    odd('latitude', north, ['48°07', '48.12N', 'O48.1', 'NC ?'])
    fine('latitude', north, ['48', '-48.1', ''])
  })

  it('tells all that is no date among dates', () => {
    odd('relevé', days, ['20h30', '2024', 'mars 2024', 'vers 2023'])
    fine('relevé', days, ['2024-03-15T10:00', '15/03/2024', '2024-02-31'])
  })

  it('tells all that is no address among e-mail addresses', () => {
    const mailboxes = whole.map((_, i) => `contact@club-${i}.example`)
    odd('courriel', mailboxes, ['03 99 00 12 12', 'billetterie.clubs.example', 'voir le site'])
    odd('courriel', mailboxes, [
      'accueil @valdor.example',
      'dupont@mairie',
      'a@b..example',
      'a@@b.example',
      'a@b,example',
    ])
    fine('courriel', mailboxes, [
      'a@b.example | c@d.example',
      'Mairie <mairie@valdor.example>',
      '',
      'été@b-c.d.e.example',
      `${'a'.repeat(64)}@b.museum`,
    ])
    fine('notes', ['Fermé', ...mailboxes.slice(0, 10), ...whole], ['03 99 00 12 12'])
  })

  it('tells all that is no address among web addresses', () => {
    const pages = whole.map((_, i) => `http${i % 2 ? 's' : ''}://club-${i}.example/page?id=${i}`)
    odd('site', pages, [
      'www.club.example',
      'club.example',
      'https://club.example/le club',
      'http//club.example',
      'Club',
    ])
    odd('site', pages, ['03 99 00 12 12'])
    fine('site', pages, [
      'HTTP://CLUB.EXAMPLE',
      'http://a.example http://b.example',
      'https://a.example ; https://b.example',
    ])
    fine('site', pages, ['', 'ftp://club.example', 'mailto:club@club.example'])
    fine('notes', ['Fermé', ...pages.slice(0, 10), ...whole], ['www.club.example'])
  })

  it('says of a web address what is wrong with it', () => {
    const pages = whole.map((_, i) => `https://club-${i}.example`)
    for (const [other, said] of [
      ['www.club.example', /lacks its beginning, https:\/\//],
      ['https://club.example/le club', /a space/],
      ['Club', /is not a web address, unlike/],
    ] as const) {
      const [found] = told('site', pages, other)
      assert.match(messageOf(found!, 'en'), said)
    }
  })

  it('says of a bound where its sign belongs', () => {
    const [found] = told('mesure', decimals, '≤0,10')
    assert.match(messageOf(found!, 'en'), /^“≤0,10” is no number but a bound.*write 0,10, and the sign “≤”/)
  })
})

function odd(label: string, values: readonly string[], others: readonly string[]): void {
  for (const other of others) assert.equal(told(label, values, other).length, 1, other)
}

function fine(label: string, values: readonly string[], others: readonly string[]): void {
  for (const other of others) assert.deepEqual(told(label, values, other), [], other)
}

/** What the rule tells of a column of these values and another. */
function told(label: string, values: readonly string[], other: string) {
  const rows = [`ref;${label}`, ...values.map((value, i) => `R${i};${value}`), `X;${other}`]
  const dataset = openDataset(new TextEncoder().encode(rows.join('\n')), { schema: 'none' })
  return [...lint(dataset, { preset: 'standard' })].filter(({ rule }) => rule === 'mixed-type-column')
}
