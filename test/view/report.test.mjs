import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { chromium } from 'playwright-core'
import { browserArguments, installBrowser } from '../host/browser.mjs'
import { root } from '../host/project.mjs'

describe('the page of vigie report', function () {
  this.timeout(90_000)
  /** @type {import('playwright-core').Browser} */
  let browser
  /** @type {string} */
  let folder

  before(async () => {
    browser = await chromium.launch({ executablePath: installBrowser(), args: browserArguments })
    folder = mkdtempSync(join(tmpdir(), 'vigie-report-'))
  })
  after(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  for (const language of ['fr', 'en']) {
    it(`puts each dataset on one sheet of paper for an official (${language})`, async () => {
      const page = await shown(['--for', 'elu', '--language', language])
      // One for the table of the datasets.
      const sheets = 1 + (await page.locator('h2.sheet').count())
      assert.ok(sheets > 3)
      const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
      assert.equal([...paper.matchAll(/\/Type\s*\/Page\b/g)].length, sheets)
    })

    it(`has nothing that axe-core would say of it (${language})`, async () => {
      for (const reader of ['elu', 'agent', 'successor']) {
        // The pages of the others are made of the same, and axe-core takes its time over each cell.
        const page = await shown(['--for', reader, '--language', language], ['subventions-2024.csv', 'arbres.csv'])
        await page.evaluate(axe.source)
        assert.deepEqual(await violations(page, {}), [])
        await page.emulateMedia({ colorScheme: 'dark' })
        assert.deepEqual(await violations(page, { runOnly: 'cat.color' }), [])
        await page.close()
      }
    })
  }

  /**
   * The report on our samples, or on some of them.
   * @param {readonly string[]} asked
   * @param {readonly string[]} names
   */
  async function shown(asked, names = ['.']) {
    const paths = names.map(name => join(root, 'test', 'samples', name))
    const args = [join(root, 'dist', 'cli.js'), 'report', ...asked, ...paths]
    const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 })
    const file = join(folder, 'report.html')
    writeFileSync(file, stdout)
    const page = await browser.newPage()
    await page.goto(pathToFileURL(file).href)
    return page
  }
})

/**
 * What axe-core finds in a page.
 * @param {import('playwright-core').Page} page
 * @param {import('axe-core').RunOptions} options
 */
async function violations(page, options) {
  const found = await page.evaluate(asked => /** @type {any} */ (window).axe.run(document, asked), options)
  assert.ok(found.passes.length > 0, 'axe-core looked at nothing')
  return found.violations.map((/** @type {any} */ { id, nodes }) => [id, nodes[0].html])
}
