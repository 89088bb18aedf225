import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The licences of the packages whose code is in bundles, as one text: they ask to go with it. Throws when a package has none.
 * @param {readonly import('esbuild').BuildResult<{ metafile: true }>[]} bundles
 */
export function licencesOf(bundles) {
  const inputs = bundles.flatMap(({ metafile }) => Object.values(metafile.outputs).flatMap(bytesIn))
  const folders = new Set(inputs.flatMap(path => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []))
  return [...folders].toSorted().map(licenceIn).join('\n\n')
}

/** The files of which something is left in a bundle. */
function bytesIn({ inputs }) {
  return Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : []))
}

function licenceIn(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find(entry => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(entry))
  if (!file) throw new Error(`${folder} has no licence that could go with the bundle.`)
  return `# ${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`
}
