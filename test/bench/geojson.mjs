import { writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { bundled, lineOf, measured, rows } from './edits.mjs'
import { comparedAlone } from './peers.mjs'
import { numbers } from './table.mjs'

/** Features between two that hold an error. */
const PERIOD = 100
/** Corners of a polygon. */
const CORNERS = 12
const TIMES = { typed: 300, deleted: 200, pasted: 40, quoted: 100 }
const SHORT = { typed: 100, deleted: 60, pasted: 10, quoted: 30 }
const PASTED = 1000

/**
 * Prints what a lint of GeoJSON costs, and an edit of a text of 10 MB of it. Returns whether the planted errors were found,
 * and the findings after all edits are those of a fresh lint.
 * @param {string} path
 * @param {{ isShort: boolean }} options
 */
export async function measureGeoJson(path, { isShort }) {
  const features = made(isShort ? 6_000 : 78_000)
  writeFileSync(path, collection(features))
  const planted = { 'malformed-ring': 0, 'unsafe-number': 0, 'duplicate-feature-id': 0 }
  for (let i = PERIOD; i < features.length; i += PERIOD) planted[Object.keys(planted)[(i / PERIOD) % 3]]++
  console.log(`\n${features.length} GeoJSON features, ${(collection(features).length / 1e6).toFixed(0)} MB`)
  const isFound = comparedAlone('vigie lint', ['dist/cli.js', 'lint', '--format', 'json', path], planted)
  const start = collection(features.slice(0, isShort ? 5_000 : 17_000))
  const server = await bundled(dirname(path))
  const known = { json: 'one-value', schema: 'none' }
  const isSame = measured(server, start, known, live => edits(live, features.slice(-5_000), isShort ? SHORT : TIMES))
  return isFound && isSame
}

function collection(features) {
  return `{\n"type": "FeatureCollection",\n"features": [\n${features.join(',\n')}\n]\n}\n`
}

/** Features, one in a hundred of which holds an error; the same for the same number. */
function made(count) {
  const random = numbers(11)
  return Array.from({ length: count }, (_, i) => {
    const fault = i > 0 && i % PERIOD === 0 ? (i / PERIOD) % 3 : -1
    const ring = ringAt(1 + random(50_000) / 10_000, 44 + random(40_000) / 10_000)
    return JSON.stringify({
      type: 'Feature',
      id: fault === 2 ? i - 1 : i,
      properties: {
        ref: `A${String(i).padStart(6, '0')}`,
        nom: `Quartier ${i} été`,
        siret: fault === 1 ? 21350238800019 : '21350238800019',
        surface: random(1e7) / 100,
        date_maj: `2024-${String(1 + random(12)).padStart(2, '0')}-${String(1 + random(28)).padStart(2, '0')}`,
        actif: random(3) === 0,
      },
      geometry: { type: 'Polygon', coordinates: [fault === 0 ? ring.toReversed() : ring] },
    })
  })
}

function ringAt(longitude, latitude) {
  const corners = Array.from({ length: CORNERS }, (_, i) => {
    const angle = (2 * Math.PI * i) / CORNERS
    return [longitude + 0.01 * Math.cos(angle), latitude + 0.01 * Math.sin(angle)]
  })
  return [...corners, corners[0]]
}

/** The edits one after the other, anywhere among the features. */
function* edits(live, spare, times) {
  const random = numbers(7)
  const line = () => 3 + random(live.position(live.length).line - 8)
  const within = at => lineOf(live, at).indexOf('"surface"') - 12 + random(8)
  for (let i = 0; i < times.typed; i++) {
    const at = line()
    const place = { line: at, character: within(at) }
    yield { kind: 'character', change: { range: { start: place, end: place }, text: '7ae ,-'[random(6)] } }
  }
  for (let i = 0; i < times.deleted; i++) {
    const at = line()
    yield { kind: 'deleted feature', change: { range: rows(at, at + 1), text: '' } }
  }
  for (let i = 0; i < times.pasted; i++) {
    const at = line()
    const text = spare.slice(0, PASTED).map(feature => `${feature},\n`)
    yield { kind: '1,000 features in', change: { range: rows(at, at), text: text.join('') } }
    yield { kind: '1,000 features out', change: { range: rows(at, at + PASTED), text: '' } }
  }
  for (let i = 0; i < times.quoted; i++) {
    const at = line()
    const start = { line: at, character: within(at) }
    const end = { line: at, character: start.character + 1 }
    yield { kind: 'quote in', change: { range: { start, end: start }, text: '"' } }
    yield { kind: 'quote out', change: { range: { start, end }, text: '' } }
  }
}
