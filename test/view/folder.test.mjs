import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import { pack } from '../host/pack.mjs'
import { again, person, themes } from '../host/person.mjs'

const GOOD = 'jour;passages\n2026-01-05;12\n2026-01-06;15\n'

describe('the page of a folder', function () {
  this.timeout(150_000)
  /** @type {Awaited<ReturnType<typeof person>>} */
  let someone

  before(sit)
  after(() => someone?.leave())
  afterEach(async function () {
    if (this.currentTest?.state === 'passed') return someone.command('View: Close All Editors')
    // Another try, and the tests that follow, begin at another desk, whatever this one was left like.
    await someone.screenshot('folder-failed').catch(() => {})
    await someone.leave()
    return sit()
  })

  /** Sits someone down before a folder in which descriptions tell of some datasets. */
  async function sit() {
    someone = await person(pack())
    someone.page.setDefaultTimeout(75_000)
    mkdirSync(join(someone.folder, 'velos'))
    write('velos/comptages.csv', GOOD)
    const vigie = {
      policy: 'Transports',
      purpose: 'Choisir les rues à aménager d’abord',
      frequency: 'annual',
      governance: { steward: 'Service voirie' },
    }
    const described = {
      title: 'Comptages de Valbrume',
      resources: [{ name: 'comptages', path: 'comptages.csv' }],
      vigie,
    }
    write('velos/datapackage.json', JSON.stringify(described, undefined, 2))
  }

  /** @param {string} name @param {string} text */
  function write(name, text) {
    writeFileSync(join(someone.folder, name), text)
  }

  /** The page in its frame, once its lines are there. */
  async function checked() {
    const frame = someone.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame')
    await again(async timeout => {
      await someone.command('Vigie: Check the folder')
      await frame
        .locator('tbody tr.yes, tbody tr.no')
        .first()
        .waitFor({ timeout: 2 * timeout })
    })
    return frame
  }

  for (const theme of /** @type {(keyof typeof themes)[]} */ (Object.keys(themes)))
    it(`in the theme “${theme}”: one line for each dataset, by public policy`, async () => {
      await someone.wear(theme)
      await someone.open('arbres.csv')
      const frame = await checked()
      await someone.screenshot('folder-1')
      await isAccessible()
      assert.match(await frame.locator('.summary').innerText(), /^6 jeux de données\s: \d pas encore prêts?, /)
      assert.deepEqual(await frame.locator('h2').allInnerTexts(), [
        'Sans politique publique indiquée 5 fichiers',
        'Transports 1 fichier',
        'Fiches et schémas 1 fichier',
      ])
      const line = await frame.locator('tr', { hasText: 'comptages.csv' }).innerText()
      assert.match(
        line.replaceAll('\u00A0', ' '),
        /Prêt à publier.*Jusqu’au 6 janvier 2026.*Choisir les rues.*Service voirie/s,
      )
    })

  it('by keyboard alone: a verdict, a file at the first thing to do, its description', async () => {
    await someone.open('arbres.csv')
    const frame = await checked()
    const choice = frame.getByRole('button', { name: 'Prêt à publier' })
    await choice.focus()
    await someone.page.keyboard.press('Enter')
    await frame.locator('button[aria-pressed="true"]:focus', { hasText: 'Prêt à publier' }).waitFor()
    await frame.locator('tr.no').first().waitFor({ state: 'detached' })
    await frame.getByRole('button', { name: 'Tous' }).focus()
    await someone.page.keyboard.press('Space')
    await frame.getByRole('button', { name: /^subventions-2024\.csv/ }).focus()
    await someone.page.keyboard.press('Enter')
    await someone.page.locator('.tab.active[data-resource-name="subventions-2024.csv"]').waitFor()
    await someone.page.locator('.line-numbers.active-line-number', { hasText: /^[2-9]$/ }).waitFor()
    await someone.page.locator('.tab', { hasText: 'Jeux de données de' }).click()
    await frame.getByRole('button', { name: 'Compléter sa fiche : arbres.csv' }).focus()
    await someone.page.keyboard.press('Enter')
    await someone.page.locator('.tab.active[data-resource-name="datapackage.json"]').waitFor()
    await someone.spot('… la politique publique dont elles relèvent')
  })

  it('follows the disk, and neither begins anew nor takes the focus away', async () => {
    await someone.open('arbres.csv')
    const frame = await checked()
    const link = frame.getByRole('button', { name: /^velos\/comptages\.csv/ })
    await link.focus()
    await frame.locator('body').evaluate(page => (page.dataset.old = 'true'))
    write('velos/comptages.csv', GOOD.replace('15', '15 '))
    await frame.locator('tr.nearly', { hasText: 'comptages.csv' }).waitFor()
    await frame.locator('[data-key^="open"]:focus', { hasText: 'comptages.csv' }).waitFor()
    write('velos/nouveau.csv', GOOD)
    await frame.locator('tr.yes', { hasText: 'nouveau.csv' }).waitFor()
    await frame.locator('[data-key^="open"]:focus', { hasText: 'comptages.csv' }).waitFor()
    await frame.locator('body[data-old]').waitFor()
  })

  it('is there again once the window is loaded anew, as it was looked at, and has its folder checked where that is wanted', async () => {
    write('velos/comptages.csv', GOOD)
    await someone.open('arbres.csv')
    const frame = await checked()
    await frame.getByRole('button', { name: 'Prêt à publier' }).click()
    await frame.locator('tr.no').first().waitFor({ state: 'detached' })
    // Nothing but the page tells the editor that it needs us.
    await someone.page.locator('.tab[data-resource-name="arbres.csv"]').click({ button: 'middle' })
    // In a browser the editor writes down what is open every five seconds, when it has nothing else to do.
    await someone.page.waitForTimeout(8000)
    await someone.page.reload()
    await frame.getByText(/fichiers n’ont pas été vérifiés/).waitFor()
    await frame.locator('button[aria-pressed="true"]', { hasText: 'Prêt à publier' }).waitFor()
    await frame.getByRole('button', { name: 'Vérifier de nouveau' }).click()
    await frame.locator('tr.yes', { hasText: 'comptages.csv' }).waitFor()
  })

  it('at 200 % and 400 % zoom: nothing is cut off at the side', async () => {
    await someone.open('arbres.csv')
    const frame = await checked()
    await someone.command('View: Maximize Editor Group and Hide Side Bars')
    try {
      // A page of 320 pixels, beside the bar of the editor.
      for (const size of [
        { width: 378, height: 700 },
        { width: 640, height: 400 },
      ]) {
        await someone.page.setViewportSize(size)
        await frame.locator('tr', { hasText: 'comptages.csv' }).scrollIntoViewIfNeeded()
        await someone.screenshot(`folder-2-${size.width}`)
        await isAccessible()
        assert.equal(await frame.locator('body').evaluate(page => page.scrollWidth - page.clientWidth), 0)
      }
    } finally {
      await someone.page.setViewportSize({ width: 1280, height: 800 })
      await someone.command('View: Toggle Primary Side Bar Visibility')
      // A command that is asked for while the side bar comes is forgotten.
      await someone.page.locator('.explorer-folders-view').waitFor()
    }
  })

  /** What axe-core says of the page. */
  async function isAccessible() {
    const frame = someone.page.frames().findLast(one => one.url().includes('fake.html'))
    assert.ok(frame, 'the page is not there')
    await frame.evaluate(axe.source)
    const { violations, passes } = await frame.evaluate(() => /** @type {any} */ (window).axe.run(document))
    assert.ok(passes.length > 10, 'axe-core looked at nothing')
    assert.deepEqual(
      violations.map((/** @type {any} */ { id, nodes }) => [id, nodes[0].html.slice(0, 160)]),
      [],
    )
  }
})
