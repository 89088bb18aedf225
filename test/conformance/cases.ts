import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the cases of other tools lie; they are not part of the project. */
const FIXTURES = join('..', 'shared', 'fixtures')

/** One case of `cases.jsonl`, with what the suites here read of it. */
export interface Case {
  readonly set: string
  readonly id: string
  readonly kind: string
  readonly file?: string
  readonly parsed?: string
  readonly schema?: unknown
  readonly dialect?: { readonly delimiter?: string; readonly header?: boolean; readonly headerRows?: readonly number[] }
  readonly duckdb_sql?: string
  /** Rows given as objects, where there is no file. */
  readonly data?: readonly Readonly<Record<string, unknown>>[]
  readonly checklist?: {
    readonly checks?: readonly { readonly type: string }[]
    readonly pickErrors?: readonly string[]
    readonly skipErrors?: readonly string[]
  }
  readonly limits?: unknown
  readonly options?: { readonly checks?: readonly string[]; readonly encoding?: string }
  readonly expected: readonly Expected[]
}

export interface Expected {
  readonly code: string
  readonly kind?: string
  readonly row?: number
  readonly rows?: readonly number[]
  readonly field?: string
  readonly field_number?: number
  readonly line?: number
  readonly record?: number
  readonly col?: number
  readonly column_idx?: number | null
}

/** The cases that pass a test; undefined when the folder is not there. */
export function casesWhere(test: (found: Case) => boolean): readonly Case[] | undefined {
  const file = join(FIXTURES, 'cases.jsonl')
  if (!existsSync(file)) return undefined
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Case)
    .filter(test)
}

/** The bytes of a file of the fixtures. */
export function fixture(path: string): Uint8Array {
  return readFileSync(join(FIXTURES, path))
}

/** Declares one skipped test that says why nothing else runs. */
export function withoutFixtures(): void {
  it.skip('the shared fixtures are not on this machine: nothing was compared')
}

/** A suite that reads the shared folder; where that is not, one skipped test says so. */
export function describeShared(title: string, suite: () => void): void {
  describe(title, existsSync(FIXTURES) ? suite : withoutFixtures)
}

/** A case of another suite that ours meets too; with a `reason` it does not, and is a case like any other once it does. */
export function holdsOrDiffers(title: string, reason: string | undefined, compare: () => void | Promise<void>): void {
  if (reason === undefined) it(title, compare)
  else it(`${title}: ${reason}`, () => assert.rejects(async () => compare(), assert.AssertionError))
}
