import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pack } from '../host/pack.mjs'
import { person } from '../host/person.mjs'
import { numbers } from './table.mjs'
import { quantile } from './figures.mjs'

/** Times that a preview is opened. */
const OPENED = 7
/** Frames of each way of scrolling, and places that the scroll bar is drawn to. */
const FRAMES = 180
const JUMPS = 20
/** Milliseconds of a frame of which there are 60 in a second, and of one that is late. */
const FRAME = 1000 / 60
const LATE = 1.5 * FRAME

const across = 40
const slowly = { down: 80 }
const fast = { down: 520 }
const jump = { jumps: JUMPS }

/**
 * Prints, from a real editor, how soon the preview of a file of 10 MB shows rows, what a frame costs while a table of
 * 1,000,000 rows and one of 500 columns are scrolled, and how long part of what is in sight was empty meanwhile. Returns
 * whether all of it came.
 */
export async function measurePreview() {
  const someone = await person(pack(), { settings: { 'workbench.editorLargeFileConfirmation': 100 } })
  try {
    someone.page.setDefaultTimeout(120_000)
    await someone.page.addInitScript(watched)
    for (const [name, text] of Object.entries(tables())) writeFileSync(join(someone.folder, name), text)
    console.log('\nThe preview in VS Code, without a graphics card; milliseconds:')
    await opening(someone)
    console.log(`  scrolled${' '.repeat(38)}frames/s  late, %   CPU of a frame  longest empty`)
    const whole = [
      ...(await scrolling(someone, 'million.csv', {
        '3 rows a frame': slowly,
        '20 rows a frame': fast,
        'by the bar': jump,
      })),
      ...(await scrolling(someone, 'columns.csv', {
        '3 rows a frame': slowly,
        '40 pixels across': { across },
        both: { across, ...slowly },
        'by the bar': jump,
      })),
    ]
    return whole.every(Boolean)
  } finally {
    await someone.leave()
  }
}

function tables() {
  const random = numbers(3)
  const line = i => `${i};Lieu ${random(9_999)};${random(90_000) / 100};2024-0${1 + (i % 9)}-1${i % 9}\n`
  const wide = i => `${joined(500, j => (i + j) % 97)}\n`
  return {
    'ten.csv': `numero;nom;montant;date\n${lines(300_000, line)}`,
    'million.csv': `numero;valeur;part\n${lines(1_000_000, i => `${i + 1};${(i * 7919) % 1_000};${random(100)}\n`)}`,
    'columns.csv': `${joined(500, i => `colonne ${i + 1}`)}\n${lines(20_000, wide)}`,
  }
}

function lines(length, of) {
  return Array.from({ length }, (_, i) => of(i)).join('')
}

function joined(length, of) {
  return Array.from({ length }, (_, i) => of(i)).join(';')
}

/** @param {Awaited<ReturnType<typeof person>>} someone */
async function opening(someone) {
  await checkedPreview(someone, 'ten.csv')
  const times = []
  for (let i = 0; i < OPENED; i++) {
    await someone.command('View: Close Editors in Other Groups')
    await someone.page.locator('iframe.webview').waitFor({ state: 'detached' })
    const pressed = Date.now()
    const frame = await previewOf(someone)
    const { began, shown } = await frame.locator('body').evaluate(noted)
    times.push({ whole: shown - pressed, page: shown - began })
  }
  const middle = part =>
    quantile(
      times.map(time => time[part]),
      0.5,
    )
  console.log(
    `  rows of 10 MB shown: ${middle('whole')} after the key, ${middle('page')} after the page began (median of ${OPENED})`,
  )
}

async function scrolling(someone, file, ways) {
  const frame = await checkedPreview(someone, file)
  const scroller = frame.locator('.scroller')
  const busy = await clockOf(someone)
  const { rows, columns } = {
    rows: file === 'million.csv' ? '1,000,000' : '20,000',
    columns: file === 'million.csv' ? 3 : 500,
  }
  const whole = []
  for (const [name, way] of Object.entries(ways)) {
    await scroller.evaluate(place => place.scrollTo(0, 0))
    await frame.locator('td[data-index="0"][data-column="0"]').waitFor()
    const before = await busy()
    const { times, longest } = await scroller.evaluate(scrolled, { frames: FRAMES, ...way })
    const cost = ((await busy()) - before) / times.length
    const rate = 1000 / (times.reduce((sum, time) => sum + time, 0) / times.length)
    const late = (100 * times.filter(time => time > LATE).length) / times.length
    console.log(
      `  ${`${rows} rows, ${columns} columns: ${name}`.padEnd(44)}${[rate.toFixed(0), late.toFixed(0), cost.toFixed(1), longest.toFixed(0)].map((figure, i) => figure.padStart([10, 9, 17, 15][i])).join('')}`,
    )
    whole.push(longest !== Infinity)
  }
  return whole
}

/** Tells the milliseconds that the thread of the editor and its pages has worked so far. */
async function clockOf({ page }) {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return 1000 * metrics.find(({ name }) => name === 'TaskDuration').value
  }
}

/** The page of a file once all of it is checked. */
async function checkedPreview(someone, file) {
  await someone.command('View: Close All Editors')
  await someone.open(file)
  const frame = await previewOf(someone)
  await frame.locator('.note:empty').waitFor({ state: 'attached' })
  return frame
}

/** Opens the preview of the file in view; gives its page once the first row is there. */
async function previewOf(someone) {
  await someone.page.keyboard.press('Control+K')
  await someone.page.keyboard.press('v')
  const frame = someone.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame')
  await frame.locator('td[data-index="0"][data-column="0"]').waitFor()
  return frame
}

/** Runs in each page before its own script: notes when the page began and when it first showed a row. */
function watched() {
  const began = Date.now()
  // Frames that are asked for now are forgotten when the editor writes the page.
  const timer = setInterval(() => {
    const row = document.querySelector('td[data-index="0"]')?.parentElement
    if (!row || row.ariaBusy === 'true') return
    clearInterval(timer)
    requestAnimationFrame(() => setTimeout(() => Object.assign(window, { noted: { began, shown: Date.now() } })))
  }, 4)
}

/** Runs in the page: what was noted of it. */
async function noted() {
  while (!window.noted) await new Promise(resolve => setTimeout(resolve, 10))
  return window.noted
}

/**
 * Runs in the page: scrolls frame by frame, and gives how long each took and the longest time for which a place in sight was
 * empty, which is infinite when it stayed so for 600 frames.
 */
async function scrolled(place, { frames, jumps = 0, across: right = 0, down = 0 }) {
  const box = place.getBoundingClientRect()
  const head = place.querySelector('thead').offsetHeight
  const width = Math.min(place.clientWidth, place.querySelector('table').offsetWidth)
  const places = [0.3, 0.6, 0.95].flatMap(x =>
    [0.05, 0.5, 0.95].map(y => [box.left + x * width, box.top + head + y * (place.clientHeight - head)]),
  )
  const isEmpty = () =>
    places.some(([x, y]) => {
      const cell = document.elementFromPoint(x, y)?.closest('td')
      return !cell?.dataset.index || cell.parentElement.ariaBusy === 'true'
    })
  const times = []
  let longest = 0
  let since
  let last = performance.now()
  // What the place shows now is what this frame shows: the page itself hears of it before the next one.
  const frame = async () => {
    if (!isEmpty()) since = undefined
    else since ??= last
    const now = await new Promise(resolve => {
      requestAnimationFrame(resolve)
    })
    times.push(now - last)
    last = now
    if (since !== undefined) longest = Math.max(longest, now - since)
  }
  const settled = async () => {
    for (let waited = 0; waited < 600; waited++) {
      await frame()
      if (since === undefined) return
    }
    longest = Infinity
  }
  const jumpTo = (down, right) => {
    place.scrollTop = down * (place.scrollHeight - place.clientHeight)
    place.scrollLeft = right * (place.scrollWidth - place.clientWidth)
  }
  for (let i = 1; i <= jumps; i++) {
    jumpTo(((i * 7919) % 1000) / 1000, ((i * 3571) % 1000) / 1000)
    for (let rest = 0; rest < 10; rest++) await frame()
    await settled()
  }
  for (let i = jumps > 0 ? frames : 0; i < frames; i++) {
    place.scrollBy(right, down)
    await frame()
  }
  await settled()
  return { times, longest }
}
