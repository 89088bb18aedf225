import assert from 'node:assert/strict'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import { memoryOf } from '../host/memory.mjs'
import { pack } from '../host/pack.mjs'
import { again, person, themes } from '../host/person.mjs'
import { root } from '../host/project.mjs'

const FILE = 'subventions-2024.csv'
const canteen = `Cantine de Valbrume;;;;\n\necole;classe;cuisine;responsable;taux\nFerry;CP;sud;Mairie;45%\nPasteur;CE1;nord;Mairie;38%\n`
const hostile = '<img src=x onerror="document.title=1">'

describe('the preview beside the text', function () {
  this.timeout(90_000)
  /** @type {Awaited<ReturnType<typeof person>>} */
  let someone

  before(sit)
  after(() => someone?.leave())
  afterEach(async function () {
    if (this.currentTest?.state === 'passed') return someone.command('View: Close All Editors')
    // Another try, and the tests that follow, begin at another desk, whatever this one was left like.
    await someone.screenshot('preview-failed').catch(() => {})
    await someone.leave()
    return sit()
  })

  /** Sits someone down before a folder that has these files too. */
  async function sit() {
    // The browser asks before it opens a text of more than 10 MB.
    someone = await person(pack(), { settings: { 'workbench.editorLargeFileConfirmation': 100 } })
    someone.page.setDefaultTimeout(75_000)
    // Before the editor lists the folder for the first time.
    writeFileSync(
      join(someone.folder, 'hostile.csv'),
      `nom;valeur\n"${hostile.replaceAll('"', '""')}";1\nseul\n"deux\nlignes";2\n`,
    )
    writeFileSync(join(someone.folder, 'vide.csv'), '')
    writeFileSync(join(someone.folder, 'cantine.csv'), canteen)
    writeFileSync(
      join(someone.folder, 'plats.json'),
      '{"data": [{"nom": "Soupe", "prix": 2.5}, {"nom": "Tarte", "prix": 3}]}',
    )
    writeFileSync(join(someone.folder, 'reglages.json'), '{"couleur": "bleu"}')
    const many = Array.from({ length: 2_000 }, (_, i) => i + 1)
    const wide = [many.map(i => `colonne ${i}`), ...Array.from({ length: 9 }, () => many)]
    writeFileSync(join(someone.folder, 'large.csv'), wide.map(cells => `${cells.join(';')}\n`).join(''))
    writeFileSync(join(someone.folder, 'lourd.csv'), `nom;texte\nA;${'mot '.repeat(262_144)}\nB;court\n`)
    writeFileSync(join(someone.folder, 'parti.csv'), 'nom;valeur\nA;1\nB;2\n')
    const places = Array.from({ length: 60_000 }, (_, i) => `${i};Lieu-dit numero ${i % 977};2024-01-0${1 + (i % 9)}\n`)
    writeFileSync(join(someone.folder, 'moyen.csv'), `numero;lieu;date\n${places.join('')}`)
    const lines = Array.from({ length: 1_000_000 }, (_, i) => `${i + 1};${(i * 7919) % 1_000}\n`)
    writeFileSync(join(someone.folder, 'million.csv'), `numero;valeur\n${lines.join('')}`)
    const numbered = Array.from({ length: 2_600_000 }, (_, i) => `${i + 1};note numero ${i % 97}\n`)
    writeFileSync(join(someone.folder, 'tres-lourd.csv'), `numero;note\n${numbered.join('')}`)
  }

  /** The page in its frame, once its rows are there. @param {string} [file] */
  async function preview(file = FILE) {
    await someone.open(file)
    const frame = page(someone)
    // A key that is pressed while the editor takes its place is lost.
    await again(async timeout => {
      await someone.page.keyboard.press('Control+K')
      await someone.page.keyboard.press('v')
      await frame.locator('td[data-index="0"][data-column="0"]').waitFor({ timeout })
    })
    // All is checked once nothing more is said.
    await frame.locator('.note:empty').waitFor({ state: 'attached' })
    return frame
  }

  for (const theme of /** @type {(keyof typeof themes)[]} */ (Object.keys(themes)))
    it(`in the theme “${theme}”: the table, its columns, the verdict`, async () => {
      await someone.wear(theme)
      const frame = await preview()
      await frame.locator('td.warning, td.error').first().waitFor()
      await frame.locator('td[data-index="2"][data-column="1"]').click()
      await frame.locator('.detail .place').waitFor()
      await someone.screenshot('preview-1-table')
      await isAccessible('table')
      // RGAA 3.3, which axe-core does not see.
      for (const [what, contrast] of Object.entries(await frame.locator('body').evaluate(contrasts)))
        assert.ok(contrast >= 3, `${what}: ${contrast.toFixed(2)} to 1`)
      await frame.getByRole('tab', { name: 'Colonnes' }).click()
      await frame.locator('.card').first().waitFor()
      await someone.screenshot('preview-2-columns')
      await isAccessible('columns')
      await frame.getByRole('tab', { name: 'Prêt à publier' }).click()
      await frame.locator('.headline').waitFor()
      await someone.screenshot('preview-3-verdict')
      await isAccessible('verdict')
      assert.match(await frame.locator('.headline').innerText(), /Pas encore prêt/)
    })

  it('by keyboard alone: arrows, Enter to the text, F2 to change a cell, undone in the text', async () => {
    const frame = await preview()
    const cell = (/** @type {number} */ index, /** @type {number} */ column) =>
      frame.locator(`td[data-index="${index}"][data-column="${column}"]`)
    await cell(0, 0).focus()
    await someone.page.keyboard.press('ArrowDown')
    await someone.page.keyboard.press('ArrowRight')
    await frame.locator('td[data-index="1"][data-column="1"]:focus').waitFor()
    await frame.locator('.detail .finding').first().waitFor()
    await someone.page.keyboard.press('ArrowLeft')
    await someone.page.keyboard.press('F2')
    await someone.page.keyboard.type('Ville ; de Valbrume')
    await someone.page.keyboard.press('Enter')
    // The delimiter in the value has the editor's text quoted.
    await someone.spot('"Ville ; de Valbrume";219 900 172')
    await frame.getByText('Ville ; de Valbrume', { exact: true }).first().waitFor()
    await someone.page.locator('.editor-instance .view-line').first().click()
    await someone.page.keyboard.press('Control+Z')
    await someone.page.waitForFunction(() => !document.body.innerText.includes('Ville ;'))
    await frame.locator('td[data-index="1"][data-column="0"]', { hasText: 'Commune de Valbrume' }).waitFor()
  })

  it('takes a change back and makes it again where it was made, unless something is written in a field', async () => {
    const frame = await preview()
    const cell = frame.locator('td[data-index="1"][data-column="0"]')
    await cell.focus()
    await someone.page.keyboard.press('F2')
    await someone.page.keyboard.type('Valbrume-le-Haut')
    await someone.page.keyboard.press('Enter')
    await frame.locator('td:focus', { hasText: 'Valbrume-le-Haut' }).waitFor()
    await someone.page.keyboard.press('Control+Z')
    await frame.locator('td:focus', { hasText: 'Commune de Valbrume' }).waitFor()
    await someone.page.keyboard.press('Control+Y')
    await frame.locator('td:focus', { hasText: 'Valbrume-le-Haut' }).waitFor()
    await frame.getByLabel('Chercher dans le tableau').pressSequentially('ab')
    await someone.page.keyboard.press('Control+Z')
    await someone.spot('Valbrume-le-Haut;')
    await frame.getByLabel('Chercher dans le tableau').fill('')
    await cell.focus()
    await someone.page.keyboard.press('Control+Z')
    await frame.locator('td:focus', { hasText: 'Commune de Valbrume' }).waitFor()
  })

  it('leads from what is to be done to the first cell of it, or to the text where that is no row', async () => {
    const frame = await preview('cantine.csv')
    const task = (/** @type {string} */ title) => frame.locator('.tasks > li', { hasText: title })
    await frame.getByRole('tab', { name: 'Prêt à publier' }).click()
    await task('Unité écrite').getByRole('button', { name: 'Voir les lignes' }).click()
    const cell = frame.locator('td[data-index="0"][data-column="4"]:focus', { hasText: '45%' })
    await cell.waitFor()
    const seen = await cell.evaluate(one => {
      const [place, all] = [one.getBoundingClientRect(), one.closest('.scroller')?.getBoundingClientRect()]
      return all !== undefined && place.left >= all.left && place.right <= all.right
    })
    assert.ok(seen, 'the cell is not in sight')
    await frame.locator('.detail .finding', { hasText: '45%' }).waitFor()
    await someone.page.keyboard.press('Home')
    await frame.locator('td[data-index="0"][data-column="0"]:focus').waitFor()
    assert.equal(await frame.locator('.scroller').evaluate(place => place.scrollLeft), 0)
    await frame.getByRole('tab', { name: 'Prêt à publier' }).click()
    await task('avant l’en-tête').getByRole('button', { name: 'Voir dans le texte' }).click()
    await someone.page.locator('.line-numbers.active-line-number', { hasText: /^1$/ }).waitFor()
  })

  it('searched, by rule, sorted; and the cell of the cursor is the one that is chosen', async () => {
    const frame = await preview()
    const counted = (/** @type {RegExp} */ text) => frame.locator('.count', { hasText: text }).waitFor()
    await frame.getByLabel('Chercher dans le tableau').fill('219 900')
    await counted(/^2 lignes sur 26$/)
    await frame.getByLabel('Chercher dans le tableau').fill('')
    await counted(/^26 lignes$/)
    await frame.getByLabel('Lignes').selectOption('siret-spelling')
    await counted(/^5 lignes sur 26$/)
    await frame.getByLabel('Lignes').selectOption('')
    await frame.getByRole('button', { name: 'montant' }).click()
    await frame.locator('th[aria-sort="ascending"]').waitFor()
    await frame.getByRole('button', { name: 'montant' }).click()
    await frame.getByRole('button', { name: 'montant' }).click()
    await frame.locator('th[aria-sort="ascending"], th[aria-sort="descending"]').waitFor({ state: 'detached' })
    await someone.page.locator('.editor-instance .view-line').nth(3).click()
    await frame.locator('tr.chosen th', { hasText: '4' }).waitFor()
    await frame.locator('.detail[aria-live="off"] .place', { hasText: /^Cellule [A-Z]+4 / }).waitFor()
  })

  it('is as it was left once it is made anew: what is searched for, the rule, the order, the place', async () => {
    const frame = await preview('million.csv')
    await frame.getByRole('button', { name: 'valeur' }).click()
    await frame.locator('th[aria-sort="ascending"]').waitFor()
    await frame.getByLabel('Chercher dans le tableau').fill('9')
    await frame.locator('.count', { hasText: 'lignes sur' }).waitFor()
    await frame.getByLabel('Dans', { exact: true }).selectOption('1')
    await frame.locator('.count', { hasText: '271' }).waitFor()
    await frame.locator('.scroller').evaluate(place => (place.scrollTop = place.scrollHeight / 3))
    const shown = frame.locator('tr[aria-rowindex="90340"]')
    await shown.locator('td[data-column="1"]:not(:empty)').waitFor()
    const number = shown.locator('td[data-column="0"]')
    const was = await number.innerText()
    assert.match(was, /\d/)
    await frame.locator('body').evaluate(page => (page.dataset.old = 'true'))
    // What is looked at is kept once nothing more happens.
    await someone.page.waitForTimeout(2000)
    await someone.command('Developer: Reload Webviews')
    await frame.locator('body:not([data-old])').waitFor()
    // Rows come before their order is known again.
    await number.getByText(was, { exact: true }).waitFor()
    assert.equal(await frame.getByLabel('Chercher dans le tableau').inputValue(), '9')
    assert.equal(await frame.getByLabel('Dans', { exact: true }).inputValue(), '1')
    await frame.locator('th[aria-sort="ascending"]', { hasText: 'valeur' }).waitFor()
  })

  it('shows markup in cells as text, ragged rows and what is no table', async () => {
    const frame = await preview('hostile.csv')
    await frame.locator('td', { hasText: hostile }).waitFor()
    assert.equal(await frame.locator('img').count(), 0)
    await frame.locator('td.absent').waitFor()
    // A field of one line would lose the line break.
    await frame.locator('td', { hasText: 'deux' }).focus()
    await someone.page.keyboard.press('F2')
    assert.equal(await frame.locator('.editing').count(), 0)
    await someone.command('View: Close All Editors')
    await someone.open('vide.csv')
    await someone.page.keyboard.press('Control+K')
    await someone.page.keyboard.press('v')
    await page(someone).locator('.note', { hasText: 'ne lit pas ce fichier' }).waitFor()
  })

  it('goes through 2,000 columns with some forty in the page', async () => {
    const frame = await preview('large.csv')
    await frame.locator('td[data-index="0"][data-column="0"]').focus()
    await someone.page.keyboard.press('End')
    await frame.locator('td[data-index="0"][data-column="1999"]:focus', { hasText: '2000' }).waitFor()
    assert.ok((await frame.locator('tr[aria-rowindex="2"] td[role="gridcell"]').count()) < 60)
    assert.equal(await frame.locator('table').getAttribute('aria-colcount'), '2001')
    await frame.getByRole('tab', { name: 'Colonnes' }).click()
    await frame.getByRole('button', { name: 'Montrer 12 colonnes de plus' }).waitFor()
    assert.equal(await frame.locator('.card').count(), 12)
  })

  it('shows the beginning of a cell of 1 MB, and says so', async () => {
    const frame = await preview('lourd.csv')
    await frame.locator('td[data-index="0"][data-column="1"]').click()
    await frame.locator('.detail', { hasText: 'Le début seul est montré' }).waitFor()
    assert.ok((await frame.locator('.detail').innerText()).length < 3_000)
    await someone.page.keyboard.press('F2')
    assert.equal(await frame.locator('.editing').count(), 0)
  })

  it('says that a file is closed, or gone, and keeps what it shows', async () => {
    const frame = await preview('parti.csv')
    await someone.page.locator('.tab[data-resource-name="parti.csv"]').click({ button: 'middle' })
    await frame.locator('.note', { hasText: 'plus ouvert dans l’éditeur' }).waitFor()
    await frame.locator('td', { hasText: 'B' }).waitFor()
    rmSync(join(someone.folder, 'parti.csv'))
    await frame.locator('.note', { hasText: 'Ce fichier n’existe plus' }).waitFor()
    await frame.locator('td', { hasText: 'B' }).waitFor()
    // Of a file that comes back just after it went, VS Code now and then tells nothing.
    await again(async timeout => {
      writeFileSync(join(someone.folder, 'parti.csv'), 'nom;valeur\nA;1\nC;3\n')
      await frame.locator('td', { hasText: 'C' }).waitFor({ timeout })
    })
    await frame.locator('.note', { hasText: 'plus ouvert dans l’éditeur' }).waitFor()
  })

  it('reaches every one of a million rows, by the scroll bar and by keyboard', async () => {
    const frame = await preview('million.csv')
    await frame.locator('td[data-index="0"][data-column="0"]').focus()
    await someone.page.keyboard.press('Control+End')
    await frame.locator('td[data-index="999999"][data-column="1"]:focus').waitFor()
    await frame.locator('tr[aria-rowindex="1000001"] th', { hasText: '1000001' }).waitFor()
    const scroller = frame.locator('.scroller')
    await scroller.evaluate(place => (place.scrollTop = (place.scrollHeight - place.clientHeight) / 2))
    await frame
      .locator('td[data-column="0"]', { hasText: /^50000\d$/ })
      .first()
      .waitFor()
    // Whoever had the focus keeps it; of all rows, only that one has a style of its own, which costs Chromium much.
    await frame.locator('tr.apart td[data-index="999999"]:focus').waitFor()
    assert.deepEqual(await frame.locator('tbody tr[style]').evaluateAll(rows => rows.map(row => row.ariaRowIndex)), [
      '1000001',
    ])
    // A step of the scroll bar is far less than a row.
    assert.ok((await scroller.evaluate(place => place.scrollHeight - place.clientHeight)) > 10 * 1_000_000)
  })

  it('shows all rows of a file above 50 MB, says that only the first are checked, and leads to each cell', async () => {
    const frame = await preview('tres-lourd.csv')
    await frame.locator('.part', { hasText: /toutes les lignes, mais recherche.*\(8\sMo sur 5\d\sMo\)/ }).waitFor()
    await frame.locator('.count', { hasText: /^2\s600\s000 lignes$/ }).waitFor()
    await frame.locator('td[data-index="2"][data-column="0"]').click()
    await someone.page.locator('.line-numbers.active-line-number', { hasText: '4' }).waitFor()
    await someone.page.keyboard.press('Control+End')
    await frame.locator('td[data-index="2599999"][data-column="1"]:focus', { hasText: 'note numero 11' }).waitFor()
    await frame.locator('.detail', { hasText: 'Cellule B2600001' }).waitFor()
    await frame.locator('.detail', { hasText: 'Cette ligne n’est pas vérifiée ici' }).waitFor()
    await someone.screenshot('preview-6-part')
    await isAccessible('table')
    await someone.page.keyboard.press('Enter')
    await someone.page.locator('.line-numbers.active-line-number', { hasText: '2600001' }).waitFor()
    await frame.getByLabel('Chercher dans le tableau').fill('numero 96')
    await frame.locator('.count', { hasText: /^\d\s\d{3} lignes sur les \d{3}\s\d{3} premières$/ }).waitFor()
    await frame.getByRole('tab', { name: 'Prêt à publier' }).click()
    await frame.locator('.headline', { hasText: 'Rien à signaler au début' }).waitFor()
    await frame.getByRole('button', { name: 'Vérifier tout le fichier' }).click()
    await someone.command('Notifications: Show Notifications')
    await someone.page.locator('.notification-list-item', { hasText: 'tres-lourd.csv' }).first().waitFor()
  })

  it('at 200 % and 400 % zoom: nothing is cut off at the side, and rows are in sight', async () => {
    const frame = await preview('arbres.csv')
    await frame.locator('td[data-index="1"][data-column="1"]').click()
    await frame.locator('.detail .place').waitFor()
    await someone.command('Notifications: Clear All Notifications')
    await someone.page.locator('.tab[aria-label^="Aperçu de"]').click()
    await someone.command('View: Maximize Editor Group and Hide Side Bars')
    try {
      // A page of 320 pixels, beside the bar of the editor.
      await someone.page.setViewportSize({ width: 378, height: 700 })
      for (const tab of ['Colonnes', 'Prêt à publier', 'Tableau']) {
        await frame.getByRole('tab', { name: tab }).click()
        const { over, width } = await frame.locator('body').evaluate(page => ({
          over: page.scrollWidth - page.clientWidth,
          width: page.clientWidth,
        }))
        assert.ok(over === 0 && width <= 320, `${tab}: ${over} pixels beyond ${width}`)
      }
      await someone.page.setViewportSize({ width: 640, height: 400 })
      for (const [name, tab] of Object.entries({ table: 'Tableau', columns: 'Colonnes', verdict: 'Prêt à publier' })) {
        await frame.getByRole('tab', { name: tab }).click()
        await frame
          .locator({ table: 'td', columns: '.card', verdict: '.headline' }[name] ?? '')
          .first()
          .waitFor()
        await someone.screenshot(`preview-7-zoomed-${name}`)
        await isAccessible(name)
        assert.equal(await frame.locator('body').evaluate(page => page.scrollWidth - page.clientWidth), 0, name)
      }
      await frame.getByRole('tab', { name: 'Tableau' }).click()
      const height = await frame.locator('.scroller').evaluate(place => place.clientHeight)
      assert.ok(height >= 190, `${height} pixels`)
    } finally {
      await someone.page.setViewportSize({ width: 1280, height: 800 })
      await someone.command('View: Toggle Primary Side Bar Visibility')
      // A command that is asked for while the side bar comes is forgotten.
      await someone.page.locator('.explorer-folders-view').waitFor()
    }
  })

  it('is offered on a JSON file that is a table, by icon and by key, and on no other', async () => {
    const icon = someone.page.locator('.editor-actions .codicon-open-preview')
    await someone.open('plats.json')
    await icon.first().waitFor()
    const frame = await preview('plats.json')
    await frame.getByText('Soupe').first().waitFor()
    await someone.open('reglages.json')
    await someone.page.locator('.tab.active', { hasText: 'reglages.json' }).waitFor()
    assert.equal(await icon.count(), 0)
  })

  it('draws points as a map, and leads from a value far from the others to its cell', async () => {
    const frame = await preview('arbres.csv')
    await frame.getByRole('tab', { name: 'Colonnes' }).click()
    await frame.locator('svg.map').waitFor()
    await frame.locator('svg.map').scrollIntoViewIfNeeded()
    await someone.screenshot('preview-5-map')
    await isAccessible('columns')
    await frame.getByRole('button', { name: '145 (ligne 32)' }).click()
    await someone.page.locator('.line-numbers.active-line-number', { hasText: '32' }).waitFor()
  })

  it('leaves nothing behind when it is opened and closed again and again', async function () {
    this.timeout(180_000)
    const session = await someone.page.context().newCDPSession(someone.page)
    await session.send('Performance.enable')
    const taken = async () => {
      // What is only held by what is garbage itself is garbage the second time.
      for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage')
      const { metrics } = await session.send('Performance.getMetrics')
      const of = (/** @type {string} */ wanted) => metrics.find(({ name }) => name === wanted)?.value ?? 0
      return {
        documents: of('Documents'),
        frames: of('Frames'),
        listeners: of('JSEventListeners'),
        nodes: of('Nodes'),
        programs: memoryOf(/dist\/server\.js|type=extensionHost/),
      }
    }
    await someone.open('moyen.csv')
    const tab = someone.page.locator('.tab[aria-label^="Aperçu de"]')
    const cycle = async (/** @type {(() => Promise<unknown>) | undefined} */ look) => {
      await someone.page.keyboard.press('Control+K')
      await someone.page.keyboard.press('v')
      await page(someone).locator('tr[aria-rowindex="2"]:not([aria-busy]) td[data-column="0"]').waitFor()
      await look?.()
      await tab.click({ button: 'middle' })
      await someone.page.locator('iframe.webview').waitFor({ state: 'detached' })
    }
    // The first times, the editor gets ready for more of them.
    for (let i = 0; i < 5; i++) await cycle(undefined)
    const early = await taken()
    for (let i = 5; i < 24; i++) await cycle(undefined)
    /** @type {Awaited<ReturnType<typeof taken>> | undefined} */
    let open
    await cycle(async () => (open = await taken()))
    const late = await taken()
    for (const what of /** @type {const} */ (['documents', 'frames', 'listeners', 'nodes'])) {
      const one = /** @type {NonNullable<typeof open>} */ (open)[what] - late[what]
      assert.ok(one > 0, `an open preview is not seen by its ${what}`)
      // All that stayed of 20 pages is less than one of them.
      assert.ok(late[what] - early[what] < one, `${what}: ${early[what]}, then ${late[what]}; ${one} for one page`)
    }
    // One that kept the text of the file would keep 2 MB each time.
    const grown = (late.programs - early.programs) / 1e6
    assert.ok(grown < 30, `server and extensions: ${grown.toFixed(0)} MB more`)
  })

  it('opens on the verdict for an elected official, which fits on one screen', async () => {
    someone.adjust({ 'vigie.level': 'elu' })
    const frame = page(someone)
    // The editor takes a moment to read its settings again.
    await again(async timeout => {
      await someone.command('View: Close All Editors')
      await someone.open(FILE)
      await someone.page.keyboard.press('Control+K')
      await someone.page.keyboard.press('v')
      await frame.locator('.headline').waitFor({ timeout })
    })
    assert.equal(await frame.locator('.tasks > li').count(), 3)
    const isWhole = await frame.locator('.view.verdict').evaluate(view => view.scrollHeight <= view.clientHeight)
    await someone.screenshot('preview-4-elu')
    assert.ok(isWhole, 'the verdict must be scrolled')
    someone.adjust({ 'vigie.level': undefined })
  })

  it('weighs less than 120 kB', () => {
    const sizes = ['panel.js', 'panel.css'].map(name => bare(join(root, 'dist', name)))
    assert.ok(sizes[0] > 10_000 && sizes[1] > 2_000, 'they were not built')
    assert.ok(sizes[0] + sizes[1] < 120_000, `${sizes} bytes`)
  })

  /** axe-core finds nothing to say of the page. @param {string} tab */
  async function isAccessible(tab) {
    const frames = someone.page.frames().filter(frame => frame.url().includes('fake.html'))
    const frame = frames.at(-1)
    assert.ok(frame, 'the page of the preview is not there')
    await frame.evaluate(axe.source)
    const { violations, passes } = await frame.evaluate(() => /** @type {any} */ (window).axe.run(document))
    assert.ok(passes.length > 10, `axe-core looked at nothing in “${tab}”`)
    assert.deepEqual(
      violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .map(({ html }) => html.slice(0, 160))
            .slice(0, 3)
            .join('\n')}`,
      ),
      [],
    )
  }
})

/** The page of the preview in its frames. @param {Awaited<ReturnType<typeof person>>} someone */
function page(someone) {
  return someone.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame')
}

/** Runs in the page: how far what a person must find stands out from what lies round it. */
function contrasts() {
  const pixel = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'))
  const luminance = (/** @type {readonly string[]} */ colours) => {
    for (const colour of colours) {
      pixel.fillStyle = colour
      pixel.fillRect(0, 0, 1, 1)
    }
    const [red = 0, green = 0, blue = 0] = [...pixel.getImageData(0, 0, 1, 1).data].map(part =>
      part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const ground = getComputedStyle(document.body).backgroundColor
  const contrast = (/** @type {string} */ colour) => {
    const [darker = 0, lighter = 0] = [luminance([ground]), luminance([ground, colour])].toSorted((a, b) => a - b)
    return (lighter + 0.05) / (darker + 0.05)
  }
  const [search = '', choice = ''] = ['#search', '#in-column'].map(
    field => getComputedStyle(document.querySelector(field) ?? document.body).borderTopColor,
  )
  const theme = getComputedStyle(document.documentElement)
  return {
    search: contrast(search),
    choice: contrast(choice),
    focus: contrast(theme.getPropertyValue('--vscode-focusBorder')),
    error: contrast(theme.getPropertyValue('--vscode-editorError-foreground')),
    warning: contrast(theme.getPropertyValue('--vscode-editorWarning-foreground')),
  }
}

/** Bytes of a bundle without the map that the suites' build adds; it is not minified then, so this is an upper bound. @param {string} path */
function bare(path) {
  return statSync(path).size === 0 ? 0 : readFileSync(path, 'utf8').replace(/\/[/*]# sourceMappingURL=.*$/s, '').length
}
