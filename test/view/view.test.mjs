import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pack } from '../host/pack.mjs'
import { person, themes } from '../host/person.mjs'

const FILE = 'subventions-2024.csv'

describe('what a person sees', function () {
  this.timeout(90_000)
  /** @type {Awaited<ReturnType<typeof person>>} */
  let someone
  /** @type {string} */
  let extension

  before(async () => {
    extension = pack()
    someone = await person(extension)
  })
  after(() => someone?.leave())
  afterEach(async function () {
    if (this.currentTest?.state !== 'passed') {
      // Another try, and the tests that follow, begin at another desk, whatever this one was left like.
      await someone.screenshot('failed').catch(() => {})
      await another()
      return
    }
    await someone.page.mouse.move(200, 400)
    await someone.page.keyboard.press('Escape')
    await someone.command('View: Close All Editors')
  })

  for (const theme of /** @type {(keyof typeof themes)[]} */ (Object.keys(themes)))
    it(`in the theme “${theme}”: underlined cells, what is wrong, the way out`, async () => {
      await someone.wear(theme)
      await someone.open(FILE)
      await someone.page.locator('.squiggly-warning, .squiggly-error').first().waitFor()
      await someone.page.waitForFunction(wavyCells, 15)
      await someone.page.waitForFunction(columnColours, 5)
      await someone.screenshot('1-problems')
      const [behind, ...colours] = await someone.page.evaluate(coloursOfText)
      for (const colour of colours) assert.ok(contrast(colour, behind) >= 4.5, `${colour} on ${behind}`)

      assert.match(await someone.hover('219 900 172'), /219 900 172 00012.*siret-spelling/s)
      await someone.screenshot('2-hover')

      await fixes('219 900 172')
      await someone.screenshot('3-fixes')
      await someone.page.keyboard.press('Enter')
      await someone.spot(';21990017200012;01/01/2024')
      // What is not undone yet would be met by the tests that follow.
      const undone = someone.page.locator('.view-line', { hasText: /;219.900.172.00012;01\/01\/2024/ }).first()
      await until(undone, () => someone.page.keyboard.press('Control+Z'))

      await status('Subventions')
      await someone.screenshot('4-status')
    })

  it('why a repair may be wrong, before it is carried out', async () => {
    await someone.open(FILE)
    const dialog = someone.page.locator('.monaco-dialog-box')
    const ask = async () => {
      await fixes('08/06/2024')
      await someone.page.keyboard.press('Enter')
      await dialog.waitFor()
    }
    await ask()
    const answers = await dialog.locator('.monaco-button').allInnerTexts()
    assert.deepEqual(answers.toSorted(), ['Annuler', 'Réparer', 'Voir chaque changement'])
    await dialog.locator('.monaco-button', { hasText: 'Annuler' }).click()
    await dialog.waitFor({ state: 'detached' })
    await someone.spot(';08/06/2024;2024-002;')
    await ask()
    await someone.screenshot('3-question')
    const told = (await dialog.innerText()).replaceAll('\u00A0', ' ')
    assert.match(told, /Remplacer par « 2024-06-08 » \?\s+« 08\/06\/2024 » n’est pas écrite AAAA-MM-JJ/)
    assert.match(told, /\nLigne 3 : « 08\/06\/2024 » → « 2024-06-08 »\n/)
    await someone.page.keyboard.press('Enter')
    await someone.spot(';2024-06-08;2024-002;')
    await someone.page.keyboard.press('Control+Z')
    await someone.spot(';08/06/2024;2024-002;')
  })

  it('what can no longer be read after all that is safe is repaired, with the way back', async () => {
    await someone.open(FILE)
    await someone.spot(';08/06/2024;2024-002;')
    await someone.command('Vigie: Fix everything that is safe')
    await someone.spot(';2024-01-01;2024-001;')
    const told = someone.page.locator('.notifications-center .notification-list-item', { hasText: '51 corrections' })
    // The list may be asked for before anything is said.
    await until(told, () => someone.command('Notifications: Show Notifications'))
    assert.match(
      (await told.innerText()).replaceAll('\u00A0', ' '),
      /retenez que « 08\/06\/2024 » valait « 2024-06-08 »/,
    )
    await told.locator('.monaco-button', { hasText: 'Annuler la réparation' }).click()
    await someone.spot(';01/01/2024;2024-001;')
  })

  it('every finding of a group, underlined as far as the eye reaches', async () => {
    await someone.open(FILE)
    // All dates are one problem in the list; the first is underlined by the problem, the others here.
    await someone.page.waitForFunction(wavyCells, 25)
  })

  it('the page of a rule, from the link beside a problem', async () => {
    await someone.open(FILE)
    await until(someone.page.locator('.tab.active', { hasText: 'siret-spelling' }), async () => {
      await someone.hover('219 900 172')
      await link('siret-spelling').click({ timeout: 5000 })
    })
    const frame = someone.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame')
    await frame.locator('h1').waitFor()
    await someone.screenshot('5-page')
  })

  it('the figures of a column on its label, and from there the glossary, which can be searched', async () => {
    await someone.open('frequentation-mediatheque.csv')
    assert.match(
      await someone.hover('Entrées'),
      /une valeur loin des autres, 22\s114 \(ligne 18\), la tire vers le haut.*Médiane/s,
    )
    await someone.screenshot('5-figures')
    const frame = someone.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame')
    await until(frame.locator('article:focus', { hasText: 'Moyenne et médiane' }), async () => {
      await someone.hover('Entrées')
      await link('Moyenne et médiane').click({ timeout: 5000 })
    })
    await someone.screenshot('5-glossary')
    await frame.getByLabel('Chercher une notion').fill('siret')
    await frame.locator('nav li:visible').first().getByText('SIREN et SIRET').waitFor()
    await frame.locator('main article:visible').first().getByRole('heading', { name: 'SIREN et SIRET' }).waitFor()
    await frame.getByLabel('Chercher une notion').fill('ecart-type')
    await frame.locator('nav li:visible', { hasText: 'Écart-type' }).waitFor()
    assert.ok((await frame.locator('article:visible').count()) < 10)
    await frame.locator('article:visible a', { hasText: /./ }).first().click()
    await frame.locator('article:focus').waitFor()
  })

  it('another schema, chosen from the corner of the editor', async () => {
    await someone.open(FILE)
    const none = someone.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Aucun schéma' })
    await until(none, async () => (await status('Subventions')).getByText('Changer').click({ timeout: 5000 }))
    await someone.screenshot('6-schemas')
    await none.click()
    await status('Aucun schéma')
  })

  it('a file in UTF-8 after the repair of its encoding', async () => {
    await someone.open('deliberations-2023.csv')
    await someone.spot('\uFFFD')
    await someone.screenshot('7-encoding')
    await someone.command('Vigie: Rewrite the file as UTF-8')
    await someone.spot('Finances locales/Décisions')
    assert.match(readFileSync(join(someone.folder, 'deliberations-2023.csv'), 'utf8'), /école de musique/)
  })

  it('a situation from a list in the reader’s language, with its steps beside the file', async () => {
    await someone.open(FILE)
    await someone.page.locator('.squiggly-error').first().waitFor()
    const row = someone.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Le lendemain du conseil' })
    await until(row, () => someone.command('Vigie: Play a situation'))
    await row.click()
    await someone.page.locator('.tab.active[data-resource-name="deliberations.csv"]').waitFor()
    const steps = someone.page.locator('.gettingStartedContainer', { hasText: 'The morning after the council' })
    await steps.locator('.codicon.complete:visible').first().waitFor()
    await someone.screenshot('6-situation')
  })

  it('a walkthrough, whose steps end by themselves', async () => {
    await someone.command('Welcome: Open Walkthrough...')
    await someone.page.locator('.quick-input-widget input').first().fill('First steps')
    await someone.page.locator('.quick-input-list .monaco-list-row', { hasText: 'First steps' }).first().click()
    const button = someone.page.locator('.gettingStartedContainer .monaco-button', { hasText: 'Open the file' })
    await button.first().waitFor()
    await someone.screenshot('6-walkthrough')
    await until(someone.page.locator('.tab.active[data-resource-name="marches.csv"]'), () =>
      button.first().click({ timeout: 5000 }),
    )
    // The line that comes above the header moves those below it.
    await someone.page.locator('.codelens-decoration a').first().waitFor()
    await fixes('mercredi ')
    await someone.page.keyboard.press('Enter')
    await someone.spot('mercredi;')
    await someone.page.locator('.tab', { hasText: 'Welcome' }).first().click()
    const ended = someone.page.locator('.gettingStartedContainer .codicon.complete:visible')
    await ended.nth(1).waitFor()
    await someone.screenshot('6-walkthrough-later')
    // The file was changed, and its editor asks before it closes: what follows begins at another desk.
  })

  it('the same in a browser’s worker', async () => {
    await another({ settings: { 'remote.extensionKind': { 'vigie.vigie': ['web'] } } })
    await someone.open(FILE)
    await someone.page.locator('.squiggly-error').first().waitFor()
    assert.match(await someone.hover('219 900 172'), /219 900 172 00012.*siret-spelling/s)
    assert.ok(someone.page.workers().length > 0)
    await someone.screenshot('8-worker')
  })

  /** Leaves the desk for another. @param {Parameters<typeof person>[1]} [options] */
  async function another(options) {
    await someone.leave()
    someone = await person(extension, options)
  }

  /** A link in what the editor says under the mouse. @param {string} text */
  function link(text) {
    return someone.page.locator('.monaco-editor .monaco-hover:visible a', { hasText: text })
  }

  /** Asks for the fixes of a cell with the keyboard. @param {string} text */
  async function fixes(text) {
    const { x, y } = await someone.spot(text)
    const list = someone.page.locator('.action-widget:visible .monaco-list-row').first()
    // On a busy machine the first request can be cancelled by the diagnostics that arrive meanwhile.
    await until(list, async () => {
      await someone.page.mouse.click(x, y)
      await someone.page.keyboard.press('Control+.')
    })
    await someone.page.mouse.move(700, 700)
  }

  /** Rests the mouse on the corner that tells of the file until it says so. @param {string} text */
  async function status(text) {
    const line = someone.page.locator('.hover-language-status', { hasText: text })
    await until(line, async () => {
      await someone.page.mouse.move(700, 600)
      await someone.page.locator('[id="status.languageStatus"]').hover({ timeout: 5000 })
    })
    return line
  }
})

/**
 * Does what a person does again when nothing came of it: an editor that has just started may redraw under the mouse.
 * @param {import('playwright-core').Locator} wanted
 * @param {() => Promise<unknown>} act
 */
async function until(wanted, act) {
  for (let tries = 0; tries < 8 && !(await wanted.isVisible()); tries++) {
    await act().catch(() => {})
    await wanted.waitFor({ timeout: 5000 }).catch(() => {})
  }
  assert.ok(await wanted.isVisible(), `${wanted} does not appear`)
}

/** Runs in the page: true when at least so many stretches of text have a wavy line. */
function wavyCells(wanted) {
  const cells = [...document.querySelectorAll('.editor-instance .view-line span span')]
  return cells.filter(cell => getComputedStyle(cell).textDecorationStyle === 'wavy').length >= wanted
}

/** Runs in the page: true when the text has at least so many colours. */
function columnColours(wanted) {
  const words = [...document.querySelectorAll('.editor-instance .view-line span span')]
  return new Set(words.map(word => getComputedStyle(word).color)).size >= wanted
}

/** Runs in the page: the colour behind the text of the editor, and those of its words. */
function coloursOfText() {
  const words = [...document.querySelectorAll('.editor-instance .view-line span span')]
  const behind = getComputedStyle(document.querySelector('.monaco-editor-background')).backgroundColor
  return [
    behind,
    ...new Set(
      words.filter(word => /^mtk\d+( mtk\w)*$/.test(word.className)).map(word => getComputedStyle(word).color),
    ),
  ]
}

/** The contrast of two colours (WCAG 2.1, 1.4.3). @param {string} one @param {string} other */
function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** @param {string} colour */
function luminance(colour) {
  const [red, green, blue] = colour.match(/[\d.]+/g).map(part => {
    const share = Number(part) / 255
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
