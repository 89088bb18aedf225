import { pack } from '../host/pack.mjs'
import { person } from '../host/person.mjs'

describe('what the agents of the editor are offered', function () {
  this.timeout(120_000)
  /** @type {Awaited<ReturnType<typeof person>>} */
  let someone

  beforeEach(async () => {
    someone = await person(pack(), { settings: { 'chat.disableAIFeatures': false } })
  })
  afterEach(async function () {
    if (this.currentTest?.state !== 'passed') await someone?.screenshot('failed').catch(() => {})
    await someone?.leave()
  })

  it('are five tools, once somebody starts them', async () => {
    // Which wakes the extension.
    await someone.open('arbres.csv')
    await someone.page.locator('.squiggly-error').first().waitFor()
    await choose('Vigie')
    await entry('Start Server').click()
    await someone.page.locator('.monaco-workbench .part.panel').waitFor()
    await choose('Vigie')
    await entry('Show Output').click()
    await someone.page.locator('.part.panel .view-line', { hasText: /Discovered\s5\stools/ }).waitFor()
    await someone.screenshot('9-agents')
  })

  /** @param {string} server */
  async function choose(server) {
    await someone.command('MCP: List Servers')
    await entry(server).click()
  }

  /** @param {string} text */
  function entry(text) {
    return someone.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first()
  }
})
