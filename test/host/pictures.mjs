import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pack } from './pack.mjs'
import { person } from './person.mjs'
import { root } from './project.mjs'

// Makes the pictures that the READMEs show: `npm run pictures`.

/** The editor's window. */
const whole = { x: 0, y: 0, width: 1280, height: 800 }
/** Where the text and the preview beside it lie in the editor's window, and the preview alone, in pixels. */
const both = { x: 352, y: 36, width: 926, height: 732 }
const beside = { x: 814, y: 36, width: 462, height: 732 }

const someone = await person(pack())
try {
  await someone.open('subventions-2024.csv')
  const { page } = someone
  await page.locator('.codelens-decoration a').nth(2).waitFor()
  await page.keyboard.press('Control+B')
  await page.keyboard.press('Control+Shift+M')
  await page.locator('.markers-panel .monaco-list-row').nth(8).waitFor()
  await picture('editor', whole)
  await page.keyboard.press('Control+J')
  await page.keyboard.press('Control+B')
  await page.keyboard.press('Control+1')
  await page.keyboard.press('Control+K')
  await page.keyboard.press('v')
  const frame = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame')
  await frame.locator('td[data-index="2"][data-column="1"]').click()
  await frame.locator('.note:empty').waitFor({ state: 'attached' })
  await frame.locator('.detail .place').waitFor()
  await picture('preview-table', both)
  await frame.getByRole('tab', { name: 'Prêt à publier' }).click()
  await frame.locator('.headline').waitFor()
  await picture('preview-verdict', beside)
} finally {
  await someone.leave()
}

/**
 * Where the machine has pngquant, a third of the bytes does: they are packed with the extension.
 * @param {string} name
 * @param {typeof both} clip
 */
async function picture(name, clip) {
  const path = join(root, 'client', 'images', `${name}.png`)
  await someone.page.screenshot({ animations: 'disabled', clip, path })
  spawnSync('pngquant', ['--force', '--ext', '.png', path])
}
