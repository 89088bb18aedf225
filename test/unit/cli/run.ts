import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** A folder for one test, with the files that it needs. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-cli-'))
  folders.push(folder)
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

const folders: string[] = []

/** Where compiled programs are kept, so that the person's own are left alone. */
const cache = join(tmpdir(), 'vigie-test-cache')

// The suites of a process share this file: a hook of its own would belong to the first of them.
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Runs the built command line in a folder, in English unless the test says otherwise. */
export function vigie(
  folder: string,
  args: readonly string[],
  {
    input = '',
    env = {},
  }: { readonly input?: string | Uint8Array; readonly env?: Readonly<Record<string, string>> } = {},
) {
  const { error, status, stdout, stderr } = spawnSync(
    process.env.VIGIE_NODE20 ?? process.execPath,
    [resolve('dist/cli.js'), ...args],
    {
      cwd: folder,
      input,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { LC_ALL: 'en_GB.UTF-8', XDG_CACHE_HOME: cache, ...env },
    },
  )
  // More output than there is room for, of which only a part would be compared.
  if (error && 'code' in error && error.code === 'ENOBUFS') throw error
  return { status, stdout, stderr }
}

/** The report of `vigie lint` in JSON; `input`: what stands for `-`. */
export function findings(folder: string, args: readonly string[], input = '') {
  const { stdout } = vigie(folder, ['lint', '--format', 'json', ...args], { input })
  return JSON.parse(stdout)
}

/** Where a copy of the built program is, of which the threads that read ahead have another program. */
export function copyWith(program: string): string {
  const copy = join(folderWith({ 'package.json': readFileSync('package.json', 'utf8') }), 'dist')
  cpSync('dist', copy, { recursive: true, filter: path => !/test|web/.test(path) })
  writeFileSync(join(copy, 'part-thread.js'), program)
  return copy
}

/** A schema of one number and one obligatory text. */
export const breadSchema = JSON.stringify({
  fields: [
    { name: 'product', type: 'string', constraints: { required: true } },
    { name: 'price', type: 'number' },
  ],
})

/** A decimal comma that can be repaired, in row 2, column 2. */
export const bread = 'product;price\nbread;1,20\nmilk;0.95\n'
