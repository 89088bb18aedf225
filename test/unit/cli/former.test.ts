import { deepEqual, equal, match } from 'node:assert/strict'
import { appendFileSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commitAll } from '../commit-all'
import { folderWith, vigie } from './run'

const stations = 'id;station;velos\ns1;Gare;12\ns2;Mairie;8\ns3;Port;15\ns4;Plage;6\n'
const env = { PATH: process.env['PATH'] ?? '' }

/** A folder whose files are committed. */
function committed(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files)
  commitAll(folder)
  return folder
}

function drifts(folder: string, ...args: readonly string[]): readonly string[] {
  const { stdout } = vigie(folder, ['lint', '--format', 'json', ...args], { env })
  const { files } = JSON.parse(stdout) as { files: { diagnostics: { rule: string; message: string }[] }[] }
  return files.flatMap(({ diagnostics }) =>
    diagnostics.filter(({ rule }) => rule.endsWith('-drift')).map(({ rule, message }) => `${rule}: ${message}`),
  )
}

function records(...names: readonly string[]): string {
  return JSON.stringify(names.map(station => ({ station, velos: 3 })))
}

/** A social security number of nobody, with its control key. */
function number(order: number): string {
  const digits = `2850135238${String(order).padStart(3, '0')}`
  return digits + String(97 - Number(BigInt(digits) % 97n)).padStart(2, '0')
}

function rows(...orders: readonly number[]): string {
  return `numero;nom\n${orders.map(order => `${number(order)};x\n`).join('')}`
}

/** A package that names the delivery before. */
const described = (formerFile: string) =>
  JSON.stringify({ resources: [{ name: 'velos', path: 'velos.csv', vigie: { formerFile } }] })

describe('a file and its former version in git', () => {
  it('are compared: columns, rows and identifiers', () => {
    const folder = committed({ 'velos.csv': stations, 'deep/velos.csv': stations })
    deepEqual(drifts(folder, 'velos.csv'), [])
    writeFileSync(join(folder, 'velos.csv'), 'id;station;places\ns1;Gare;12\ns2;Mairie;8\n')
    writeFileSync(join(folder, 'deep/velos.csv'), stations.replace('s3', 's9'))
    const found = drifts(folder, 'velos.csv', 'deep/velos.csv').toSorted()
    equal(found.length, 3)
    match(found[0]!, /^schema-drift: “places” stands where the former version had “velos”/)
    match(found[2]!, /^volume-drift: This file has 2 rows, against 4 .*\(-50%\)/)
    match(found[1]!, /^volume-drift: This column lacks 1 of the 4 identifiers of the former version, “s3”/)
  })

  it('are compared with the former file that a description declares, rather than with git', () => {
    const folder = folderWith({
      'data/velos.csv': 'id;station;places\ns1;Gare;12\ns2;Mairie;8\ns3;Port;15\ns4;Plage;6\n',
      'data/2023/velos.csv': stations,
      'outside.csv': stations,
      'data/datapackage.json': described('2023/velos.csv'),
    })
    commitAll(folder)
    deepEqual(drifts(folder, 'data/velos.csv').length, 1)
    match(drifts(folder, 'data/velos.csv')[0]!, /^schema-drift: “places” stands where the former version had “velos”/)
    const told = () =>
      JSON.parse(
        vigie(folder, ['lint', '--format', 'json', 'data/datapackage.json']).stdout,
      ).files[0].diagnostics.filter(({ rule }: { rule: string }) => rule === 'resource-error')
    deepEqual(told(), [])
    for (const lost of ['2022/velos.csv', '../outside.csv']) {
      writeFileSync(join(folder, 'data/datapackage.json'), described(lost))
      deepEqual(drifts(folder, 'data/velos.csv'), [], lost)
      deepEqual(
        told().map(({ pointer }: { pointer: string }) => pointer),
        ['/resources/0/vigie/formerFile'],
        lost,
      )
    }
  })

  it('are compared in JSON too', () => {
    const folder = committed({ 'velos.json': records('Gare', 'Mairie', 'Port', 'Plage') })
    writeFileSync(join(folder, 'velos.json'), records('Gare', 'Mairie'))
    equal(drifts(folder, 'velos.json').length, 1)
  })

  it('are not where nobody asks for it, or git knows nothing', () => {
    const folder = committed({ 'velos.csv': stations, 'vigie.json': '{}' })
    writeFileSync(join(folder, 'velos.csv'), 'id;station\ns1;Gare\n')
    writeFileSync(join(folder, 'new.csv'), 'id\ns1\n')
    deepEqual(drifts(folder, 'new.csv'), [])
    deepEqual(drifts(folder, '--only-schema', 'velos.csv'), [])
    deepEqual(drifts(folder, '--preset', 'essentiel', 'velos.csv'), [])
    deepEqual(drifts(folder, '--rule', 'schema-drift=off', '--rule', 'volume-drift=off', 'velos.csv'), [])
    const { stdout } = vigie(folder, ['lint', '--format', 'json', 'velos.csv'], { env: { PATH: '/nowhere' } })
    deepEqual(
      JSON.parse(stdout).files[0].diagnostics.filter(({ rule }: { rule: string }) => /drift/.test(rule)),
      [],
    )
    deepEqual(drifts(folderWith({ 'velos.csv': stations }), 'velos.csv'), [])
  })

  it('run nothing that the repository configures', () => {
    const folder = committed({ 'velos.csv': stations, '.gitattributes': '*.csv diff=evil filter=evil\n' })
    const trap = `touch '${join(folder, 'sprung')}'`
    const configured = ['core.fsmonitor', 'core.pager', 'core.sshCommand', 'diff.evil.textconv', 'filter.evil.smudge']
    appendFileSync(
      join(folder, '.git/config'),
      configured
        .map(key => [key.slice(0, key.lastIndexOf('.')), key.slice(key.lastIndexOf('.') + 1)])
        .map(
          ([section, name]) =>
            `[${section!.replace('.', ' "')}${section!.includes('.') ? '"' : ''}]\n${name} = "${trap}"\n`,
        )
        .join(''),
    )
    writeFileSync(join(folder, 'velos.csv'), 'id;station;velos\ns1;Gare;12\n')
    equal(drifts(folder, 'velos.csv').length, 1)
    equal(existsSync(join(folder, 'sprung')), false)
  })

  it('tell no value of a column of personal data', () => {
    const folder = committed({ 'agents.csv': rows(1, 2, 3, 4, 5, 6, 7, 8) })
    writeFileSync(join(folder, 'agents.csv'), rows(1, 2, 3, 4, 5, 6, 7, 9))
    const { stdout } = vigie(folder, ['lint', '--format', 'json', '--preset', 'complet', 'agents.csv'], { env })
    match(stdout, /"rule": ?"social-security-number"/)
    for (const order of [1, 8, 9]) equal(stdout.includes(number(order)), false)
  })
})
