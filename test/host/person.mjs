import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { browserArguments, installBrowser, screen } from './browser.mjs'
import { installExtension } from './pack.mjs'
import { cache, root } from './project.mjs'
import { serve } from './serve.mjs'

/** The themes that VS Code offers at first start, by what a person needs. */
export const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  contrast: 'Default High Contrast',
  'contrast-light': 'Default High Contrast Light',
}

/**
 * Settings that leave the text alone in view. In a browser VS Code saves a second after each edit; what is undone while
 * it saves stays on disk, where the next test would find it. Without a graphics card each blink of the cursor is drawn by
 * the processor.
 */
const plain = {
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'files.autoSave': 'off',
  'files.exclude': { '.vscode': true },
  'vigie.language': 'fr',
}

let seats = 0

const screenshots = join(root, 'test', 'host', 'screenshots')

/**
 * Sits a person down before an editor that has the packed extension, with the samples as folder.
 * @param {string} extension
 * @param {{ settings?: Record<string, unknown> }} [options]
 */
export async function person(extension, { settings = {} } = {}) {
  const desk = join(cache, `person-${process.pid}-${++seats}`)
  const folder = join(desk, 'Valbrume')
  cpSync(join(root, 'test', 'samples'), folder, { recursive: true })
  mkdirSync(join(folder, '.vscode'), { recursive: true })
  let theme = /** @type {keyof typeof themes} */ ('light')
  let adjusted = settings
  dress()
  const { url, close } = await serve({ settings, folders: [desk], prepare: data => installExtension(extension, data) })
  const browser = await chromium.launch({ executablePath: installBrowser(), args: browserArguments })
  const page = await browser.newPage({ ...screen, locale: 'fr-FR' })
  await page.goto(`${url}/?folder=${encodeURIComponent(folder)}`)
  await page.locator('.monaco-workbench .explorer-folders-view').waitFor()

  function dress() {
    const all = { ...plain, 'workbench.colorTheme': themes[theme], ...adjusted }
    writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify(all))
  }

  return {
    page,
    folder,
    /** Puts the editor in another theme. @param {keyof typeof themes} wanted */
    async wear(wanted) {
      theme = wanted
      dress()
      const kind = { light: 'vs', dark: 'vs-dark', contrast: 'hc-black', 'contrast-light': 'hc-light' }[wanted]
      await page.locator(`.monaco-workbench.${kind}`).waitFor()
    },
    /** Changes settings of the folder. @param {Record<string, unknown>} wanted */
    adjust(wanted) {
      adjusted = { ...adjusted, ...wanted }
      dress()
    },
    /** Opens a file by its name, as by Ctrl+P. @param {string} name */
    async open(name) {
      const tab = page.locator(`.tab.active[data-resource-name="${name}"]`)
      // What went on before may have the list go away again, and a file just written is not in it yet.
      await again(async timeout => {
        await page.keyboard.press('Escape')
        await page.keyboard.press('Control+P')
        await page.locator('.quick-input-widget input').first().fill(name, { timeout })
        // Enter would take the file opened last while the list is still being searched.
        const row = page.locator('.quick-input-list .monaco-list-row').getByText(name, { exact: true }).first()
        await row.click({ timeout })
        await tab.waitFor({ timeout })
      })
      await page.locator('.editor-instance .view-line').first().waitFor()
    },
    /** Runs a command from the palette. @param {string} title */
    async command(title) {
      // What went on before may have the list go away again.
      await again(async timeout => {
        await page.keyboard.press('F1')
        await page.locator('.quick-input-widget input').first().fill(`>${title}`, { timeout })
        await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor({ timeout })
      })
      await page.keyboard.press('Enter')
    },
    /** The middle of the first place in the text that shows these words. @param {string} text */
    async spot(text) {
      const found = await page.waitForFunction(placeOf, text, { timeout: 15_000 })
      return /** @type {{ x: number, y: number }} */ (await found.jsonValue())
    },
    /** Rests the mouse on a text until the editor says something of it; gives what it says. @param {string} text */
    async hover(text) {
      const hover = page.locator('.monaco-editor .monaco-hover:visible').filter({ hasNotText: 'Loading' }).last()
      // What the server finds may arrive after the mouse, and a line above the text may move what the mouse is on.
      for (let tries = 0; tries < 10; tries++) {
        await page.mouse.move(200, 400)
        await hover.waitFor({ state: 'hidden', timeout: 1500 }).catch(() => {})
        const { x, y } = await this.spot(text)
        await page.mouse.move(x, y + 300)
        await page.mouse.move(x, y)
        const isThere = await hover.waitFor({ timeout: 1500 }).then(
          () => true,
          () => false,
        )
        if (isThere && (await this.spot(text)).y === y) break
      }
      return hover.innerText()
    },
    /** Keeps a picture for whoever wants to look. @param {string} name */
    async screenshot(name) {
      mkdirSync(screenshots, { recursive: true })
      await page.screenshot({ animations: 'disabled', path: join(screenshots, `${name}-${theme}.png`) })
    },
    async leave() {
      await browser.close()
      close()
    },
  }
}

/**
 * Does what a person does again when nothing comes of it: up to six times, with more patience each time.
 * @param {(timeout: number) => Promise<void>} attempt
 */
export async function again(attempt) {
  for (let timeout = 3000; ; timeout += 3000) {
    try {
      return await attempt(timeout)
    } catch (error) {
      if (timeout >= 18_000) throw error
    }
  }
}

/** Runs in the page: where a text stands in the editor; undefined while it is not there. */
function placeOf(text) {
  for (const line of document.querySelectorAll('.editor-instance .view-line')) {
    // The editor draws spaces as no-break ones.
    const whole = line.textContent.replaceAll('\u00A0', ' ')
    const start = whole.indexOf(text)
    if (start < 0) continue
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
    const middle = start + Math.floor(text.length / 2)
    let passed = 0
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (passed + node.data.length > middle) {
        const range = document.createRange()
        range.setStart(node, middle - passed)
        range.setEnd(node, middle - passed + 1)
        const { left, right, top, bottom } = range.getBoundingClientRect()
        return { x: (left + right) / 2, y: (top + bottom) / 2 }
      }
      passed += node.data.length
    }
  }
  return undefined
}
