import type { Suite, Test } from 'mocha'

/** Sets of cases by how the titles of their tests begin. */
const SETS: Readonly<Record<string, string>> = {
  types: 'type-conformance',
  'frictionless-py': 'frictionless-py',
  'frictionless-ts': 'frictionless-ts',
  goodtables: 'goodtables-py',
  'csvlint.rb': 'csvlint.rb',
  'csvlint-go': 'csvlint-go',
  tna: 'tna-csv-validator',
  ode: 'open-data-editor',
  duckdb: 'duckdb',
  'csv-spectrum': 'csv-spectrum',
  validata: 'validata',
  'fr-formats': 'fr-formats',
  'one-defect': 'one-defect',
}

// After the last suite of all: how many cases of each set agree, and how many are left out by name.
after('tell how many cases agree', function () {
  const counts = new Map<string, { agree: number; otherwise: number; differ: number }>()
  for (const { title, state } of testsOf(this.test!.parent!)) {
    const set = SETS[title.split('/')[0]!.split(' ')[0]!]
    if (set === undefined) continue
    const count = counts.get(set) ?? { agree: 0, otherwise: 0, differ: 0 }
    count[state === 'passed' ? 'agree' : state === 'failed' ? 'differ' : 'otherwise']++
    counts.set(set, count)
  }
  for (const [set, { agree, otherwise, differ }] of counts)
    process.stdout.write(
      `  ${set}: ${agree} agree, ${otherwise} left out by name${differ > 0 ? `, ${differ} DIFFER` : ''}\n`,
    )
})

function testsOf({ tests, suites }: Suite): Test[] {
  // The suite of dialects asks each file once more, how it is written.
  return [...tests, ...suites.filter(({ title }) => !title.startsWith('dialect')).flatMap(testsOf)]
}
