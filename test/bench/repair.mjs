import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pack } from '../host/pack.mjs'
import { again, person } from '../host/person.mjs'
import { quantile } from './figures.mjs'

/** Rows, in each of which a day is written the French way. */
const ROWS = 100_000
/** Times that each repair is made; the median is told. */
const TIMES = 5
/** Milliseconds that the repair of a column should take at most. */
const GOAL = 1_000
const FILE = 'colonne.csv'

/**
 * Prints, from a real editor, how long the safe repair of a whole column takes, from the key until the first row shows it:
 * chosen among those of a cell, and while the file is saved. Returns whether what is saved is the expected text.
 */
export async function measureRepair() {
  const settings = { 'editor.codeActionsOnSave': { 'source.fixAll.vigie': 'explicit' }, 'files.autoSave': 'off' }
  const someone = await person(pack(), { settings })
  const path = join(someone.folder, FILE)
  const days = Array.from({ length: ROWS }, (_, i) => `D${i};${13 + (i % 15)}/0${1 + (i % 9)}/2024;${i % 900}\n`)
  const text = `ref;date_fin;montant\n${days.join('')}`
  const repaired = text.replaceAll(/(\d\d)\/(\d\d)\/(\d{4})/g, '$3-$2-$1')
  try {
    writeFileSync(path, text)
    await someone.open(FILE)
    console.log(`\nRepair of a column in VS Code, ${ROWS} rows (${(text.length / 1e6).toFixed(0)} MB), milliseconds:`)
    const chosen = []
    for (let i = 0; i < TIMES; i++) {
      await offered(someone)
      chosen.push(await timed(someone, 'Enter'))
      await undone(someone)
    }
    tell('chosen in the list', chosen)
    const saved = []
    let isRight = true
    for (let i = 0; i < TIMES; i++) {
      // A file as it lies on disk is not saved.
      await someone.page.keyboard.press('Control+Home')
      await someone.page.keyboard.type('x')
      await offered(someone)
      await someone.page.keyboard.press('Escape')
      saved.push(await timed(someone, 'Control+S'))
      await someone.page.locator('.tab.active:not(.dirty)').waitFor()
      isRight &&= readFileSync(path, 'utf8') === `${'x'.repeat(i + 1)}${repaired}`
      await undone(someone)
    }
    tell('while it is saved', saved)
    if (!isRight) console.log('  The saved text is not the expected one.')
    return isRight
  } finally {
    await someone.leave()
  }
}

/** Asks for the repairs of the first day, and moves to the one of the whole column. */
async function offered({ page, spot }) {
  const rows = page.locator('.action-widget:visible .monaco-list-row')
  await again(async timeout => {
    const { x, y } = await spot(';13/01/2024;')
    await page.keyboard.press('Escape')
    await page.mouse.click(x, y)
    await page.keyboard.press('Control+.')
    await rows
      .filter({ hasText: /100\s000/ })
      .first()
      .waitFor({ timeout })
  })
  await page.mouse.move(1000, 700)
  const isChosen = page.locator('.action-widget:visible .monaco-list-row.focused', { hasText: /100\s000/ })
  for (let i = 0; i < 10 && !(await isChosen.isVisible()); i++) await page.keyboard.press('ArrowDown')
}

/** Milliseconds from a key until the first row shows its day as it must be written. */
async function timed({ page }, key) {
  await page.evaluate(shownAfterKey)
  await page.keyboard.press(key)
  return page.evaluate(() => window.shown)
}

/** Runs in the page: notes how long after the next key the first row shows a day of ISO 8601. */
function shownAfterKey() {
  window.shown = new Promise(resolve => {
    const pressed = () => {
      const began = performance.now()
      const look = () => {
        const isShown = [...document.querySelectorAll('.view-line')].some(line =>
          line.textContent.includes(';2024-01-13;'),
        )
        if (isShown) resolve(performance.now() - began)
        else requestAnimationFrame(look)
      }
      look()
    }
    window.addEventListener('keydown', pressed, { capture: true, once: true })
  })
}

/** Takes all back, by as many steps as it takes. */
async function undone({ page, spot }) {
  await page.keyboard.press('Control+Z')
  await spot(';13/01/2024;')
}

function tell(way, times) {
  const median = quantile(times, 0.5)
  console.log(
    `  ${way}${median.toFixed(0).padStart(30 - way.length)} median${median > GOAL ? `  (above ${GOAL})` : ''}`,
  )
}
