import { equal, ok } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { rules } from '../../server/engine/rules'
import { catalogue } from '../../server/engine/schema/catalogue'

/** What stands alone on a line for the lines that were left out. */
const LEFT_OUT = '…'

for (const path of ['README.md', 'README.fr.md'])
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

/** The lines that the built command line prints: first what it found, then what it has to say about it. */
function output(command: string): string[] {
  const node = process.env.VIGIE_NODE20 ?? process.execPath
  const { stdout, stderr } = spawnSync(node, ['dist/cli.js', ...command.split(' ')], { encoding: 'utf8' })
  return `${stdout}${stderr}`.split(/\r?\n/)
}
