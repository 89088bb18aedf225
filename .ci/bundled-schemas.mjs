import { readdirSync, readFileSync } from 'node:fs'

/** The JSON Schema of `vigie.json` is for editors; no bundle reads it. */
const FOR_EDITORS = 'vigie.schema.json'

/**
 * Gives the bundles the module `bundled-structures`: the JSON Schemas of `schemas/` by their names, each as text that is
 * parsed when first needed.
 */
export const bundledStructures = {
  name: 'bundled-structures',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^bundled-structures$/ }, ({ path }) => ({ path, namespace: 'bundled-structures' }))
    onLoad({ filter: /.*/, namespace: 'bundled-structures' }, () => {
      const files = readdirSync('schemas').filter(name => name.endsWith('.schema.json') && name !== FOR_EDITORS)
      const entries = files.toSorted().map(name => {
        const text = JSON.stringify(JSON.parse(readFileSync(`schemas/${name}`, 'utf8')))
        return `${JSON.stringify(name.replace('.schema.json', ''))}: () => ${JSON.stringify(text)}`
      })
      return { contents: `export default { ${entries.join(', ')} }` }
    })
  },
}

/**
 * Gives the bundles the module `bundled-schemas`: every schema of `schemas/` as text that is parsed when first needed,
 * beside the little that the catalogue must know at once.
 */
export const bundledSchemas = {
  name: 'bundled-schemas',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^bundled-schemas$/ }, ({ path }) => ({ path, namespace: 'bundled-schemas' }))
    onLoad({ filter: /.*/, namespace: 'bundled-schemas' }, () => {
      const files = readdirSync('schemas', { recursive: true }).map(name => name.replaceAll('\\', '/'))
      // What lies in no owner's folder is no schema of the catalogue.
      const ids = files.flatMap(name => /^(.+\/.+)\.json$/.exec(name)?.[1] ?? [])
      return { contents: `export default [${ids.toSorted(byLetters).map(entryOf)}]` }
    })
  },
}

function byLetters(left, right) {
  return left.toLowerCase() < right.toLowerCase() ? -1 : 1
}

function entryOf(id) {
  const descriptor = JSON.parse(readFileSync(`schemas/${id}.json`, 'utf8'))
  const { version, title, 'title@en': english, fields } = descriptor
  const known = {
    id,
    version,
    title: { fr: title, en: english },
    // A file of an earlier version is found by the names of that.
    names: fields.flatMap(field => [field.name, ...(field['x-formerNames'] ?? [])]),
  }
  // A string inside a function costs a start-up nothing.
  return `{ ...${JSON.stringify(known)}, text: () => ${JSON.stringify(JSON.stringify(descriptor))} }`
}
