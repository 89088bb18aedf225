import { join } from 'node:path'
import { pack } from './pack.mjs'
import { person } from './person.mjs'
import { root } from './project.mjs'

// Makes the pictures of the preview that the READMEs show: `npm run pictures`.

/** Where the text and the preview beside it lie in the editor's window, and the preview alone, in pixels. */
const both = { x: 352, y: 36, width: 926, height: 732 }
const beside = { x: 814, y: 36, width: 462, height: 732 }

const someone = await person(pack())
try {
  await someone.open('subventions-2024.csv')
  await someone.page.keyboard.press('Control+K')
  await someone.page.keyboard.press('v')
  const frame = someone.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame')
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

/** @param {string} name @param {typeof both} clip */
async function picture(name, clip) {
  await someone.page.screenshot({ animations: 'disabled', clip, path: join(root, 'client', 'images', `${name}.png`) })
}
