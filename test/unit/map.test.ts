import assert from 'node:assert/strict'
import { type Dataset, openDataset } from '../../server/engine/dataset'
import { mapPicture } from '../../server/engine/cards/map-picture'
import { openFile } from '../../server/engine/open'
import { type PointCloud, pointClouds } from '../../server/engine/cards/point-cloud'

const encoder = new TextEncoder()

function table(csv: string): Dataset {
  return openDataset(encoder.encode(csv), { schema: 'none' })
}

function clouds(dataset: Dataset): readonly PointCloud[] {
  const columns = dataset.described.columns.map(({ index }) => index)
  const steps = pointClouds(dataset, columns)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** A table of points on a grid of 0.001°, and what else is written below. */
function grid(count: number, more = ''): string {
  const rows = Array.from(
    { length: count },
    (_, i) => `${i};${(48.1 + Math.floor(i / 10) / 1_000).toFixed(4)};${(-1.7 + (i % 10) / 1_000).toFixed(4)}\n`,
  )
  return `id;latitude;longitude\n${rows.join('')}${more}`
}

describe('the map of a column’s points', () => {
  it('knows a latitude with its longitude, two numbers in a cell in either order, and points of GeoJSON', () => {
    const features = ['[2.1,46.5]', '[2.2,46.6]', '[2.3,46.5]'].map(
      at => `{"type":"Feature","properties":{"nom":"a"},"geometry":{"type":"Point","coordinates":${at}}}`,
    )
    const json = openFile(encoder.encode(`{"type":"FeatureCollection","features":[${features.join()}]}`), {
      json: 'one-value',
    })
    const found = [
      table('nom;latitude;longitude\na;46.5;2.1\nb;46,6;2.2\nc;;\n'),
      table('nom;geo_point_2d\na;46.5, 2.1\nb;46.6, 2.2\n'),
      table('nom;coordonnees\na;2.1, 46.5\nb;[2.2,46.6]\n'),
      json,
    ].map(dataset => clouds(dataset).map(({ points }) => points.slice(0, 2)))
    for (const one of found)
      assert.deepEqual(one, [
        [
          [2.1, 46.5],
          [2.2, 46.6],
        ],
      ])
  })

  it('makes none of coordinates in metres, nor of numbers under another label', () => {
    assert.deepEqual(clouds(table('nom;latitude;longitude\na;6781234;351234\nb;6781235;351235\n')), [])
    assert.deepEqual(clouds(table('nom;score\na;46.5, 2.1\nb;46.6, 2.2\n')), [])
  })

  it('sets apart the points that lie far from the others, with their rows', () => {
    const [cloud] = clouds(table(grid(60, '60;0;0\n61;-1.7;48.1\n')))
    assert.deepEqual(cloud!.far.map(({ row }) => row).toSorted(), [61, 62])
    assert.deepEqual([cloud!.count, cloud!.points.length], [62, 60])
    const { far, told } = mapPicture(cloud!, 'fr')
    assert.ok(far.flat().every(share => share === 0 || share === 1 || (share > 0 && share < 1)))
    assert.match(told, /2 points sont loin des autres/)
  })

  it('draws distances as they are, and says them', () => {
    const { points, scale, told } = mapPicture(clouds(table(grid(100)))[0]!, 'fr')
    const [north, west] = [points.at(-1)!, points[0]!]
    // 0.009° are 1,001 m from north to south, and 668 m from west to east at this latitude.
    const [high, wide] = [(west[1] - north[1]) * 2, (north[0] - west[0]) * 3]
    assert.ok(Math.abs(high / wide - 1_001 / 668) < 0.02, `${high} ${wide}`)
    assert.equal(scale.told, '500\u00A0m')
    assert.match(
      told,
      /^100 points, sur 1\u00A0km du nord au sud et 668\u00A0m d’ouest en est, autour de 48,105°\u00A0N et 1,696°\u00A0O/,
    )
    assert.match(told, /Le plus grand nombre se trouve au (?:sud|nord)-(?:ouest|est)/)
  })

  it('draws at most 1,500 of many, from all over the table, and says so', () => {
    const [cloud] = clouds(table(grid(40_000)))
    assert.ok(cloud!.points.length > 500 && cloud!.points.length <= 1_500)
    assert.equal(cloud!.count, 40_000)
    const latitudes = cloud!.points.map(([, latitude]) => latitude)
    assert.ok(Math.max(...latitudes) > 52 && Math.min(...latitudes) < 48.2)
    assert.match(mapPicture(cloud!, 'en').told, /The picture shows 1,250 of them/)
  })

  it('draws no single point out of its frame, nor one place out of scale', () => {
    const one = mapPicture(clouds(table('latitude;longitude\n48.1;-1.7\n'))[0]!, 'en')
    assert.deepEqual(one.points, [[0.5, 0.5]])
    assert.equal(one.told, 'One point, at 48.1°\u00A0N and 1.7°\u00A0W.')
    assert.equal(one.scale.told, '50\u00A0m')
  })
})
