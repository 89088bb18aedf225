import { equal, ok } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { conceptIds } from '../../server/engine/concepts'
import { rules } from '../../server/engine/rules'
import { catalogue } from '../../server/engine/schema/catalogue'
import { usage } from '../../server/command/usage'

/** What stands alone on a line for the lines that were left out. */
const LEFT_OUT = '…'

const { contributes } = jsonOf('package.json')

for (const [path, language] of [
  ['README.md', 'en'],
  ['README.fr.md', 'fr'],
] as const)
  describe(path, () => {
    const text = readFileSync(path, 'utf8')
    const transcripts = [...text.matchAll(/^```console\n\$ npx vigie (.+)\n([^]+?)\n```$/gm)]

    it('shows what the commands say, line by line and in order', () => {
      equal(transcripts.length, 2)
      for (const [, command, shown] of transcripts) {
        const said = output(command!)
        let next = 0
        let near = true
        for (const line of shown!.split('\n'))
          if (line.trim() === LEFT_OUT) near = false
          else {
            const found = said.indexOf(line, next)
            ok(near ? found === next : found >= 0, `vigie ${command} does not say here: ${line}`)
            next = found + 1
            near = true
          }
      }
    })

    it('names every command and setting of the editor, and every tool of its agents', () => {
      const titles = jsonOf(language === 'en' ? 'package.nls.json' : 'package.nls.fr.json')
      const { commands, menus, configuration, languageModelTools } = contributes
      const hidden = menus.commandPalette.filter(({ when }: { when: string }) => when === 'false')
      for (const { command, title } of commands)
        if (!hidden.some((one: { command: string }) => one.command === command))
          ok(text.includes(titles[title.slice(1, -1)]), command)
      for (const setting of Object.keys(configuration.properties)) ok(text.includes(`\`${setting}\``), setting)
      for (const { name } of languageModelTools) ok(text.includes(`\`${name}\``), name)
    })

    it('names every verb of the command line', () => {
      const verbs = [...usage[language].matchAll(/^ {2}vigie (\S+)/gm)].map(([, verb]) => verb)
      ok(verbs.includes('lint'))
      for (const verb of verbs) ok(text.includes(`\`npx vigie ${verb} `), verb)
    })

    it('says how many concepts there are', () => {
      ok(new RegExp(`\\b${conceptIds.length} (?:concepts|notions)\\b`).test(text), `not ${conceptIds.length} concepts`)
    })

    it('names every rule, and how many there are', () => {
      for (const { id } of rules) ok(text.includes(`\`${id}\``), id)
      ok(new RegExp(`^${rules.length}\\s`, 'm').test(text), `not ${rules.length} rules`)
    })

    it('names every schema of the catalogue with its vintage, and how many there are', () => {
      for (const { id, version } of catalogue) ok(text.includes(`\`${id}\` | ${version} |`), id)
      ok(new RegExp(`\\b${catalogue.length} sch[eé]mas\\b`).test(text), `not ${catalogue.length} schemas`)
    })

    it('links only to files that are there', () => {
      for (const [, target] of text.matchAll(/\]\(([^)]+)\)/g)) ok(existsSync(target!), target)
    })
  })

function jsonOf(path: string) {
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** The lines that the built command line prints: first what it found, then what it has to say about it. */
function output(command: string): string[] {
  const node = process.env.VIGIE_NODE20 ?? process.execPath
  const { stdout, stderr } = spawnSync(node, ['dist/cli.js', ...command.split(' ')], { encoding: 'utf8' })
  return `${stdout}${stderr}`.split(/\r?\n/)
}
