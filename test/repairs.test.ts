import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { type Dataset, textOf } from '../server/engine/dataset'
import { applyEdits, fixAll, fixesOf } from '../server/engine/fix'
import { lint } from '../server/engine/lint'
import type { Diagnostic } from '../server/engine/model/diagnostic'
import type { Edit } from '../server/engine/model/span'
import { type OpenAs, openFile } from '../server/engine/open'
import { rules } from '../server/engine/rules'
import { bytesOf, type Example, examplesOf, filesBeside, FOLDER, optionsOf, TODAY, words } from './examples'
import { readMarks } from './marks'

const NOW_ALIKE = 'once the value is what was meant, the two rows are seen to be one'
const NO_PROOF = 'a day beyond the twelfth told how the others are to be read'
const A_NUMBER = 'an identifier in its right spelling may be one that a spreadsheet takes for a number'
const SPEAKS_FOR_OTHERS =
  'of two layouts that gainsay each other one is gone, and the other now reads what was ambiguous'
const NOT_SAID = 'what only a person knows is written “…”, and counts as not said until it is replaced'
const ONE_OF_SEVERAL = 'only one of several things that lack can be chosen; the others are for the office to say'

/** What a repair may bring up, and why: “the rule of the repair > the rule that speaks then”. */
const BRINGS: Readonly<Record<string, string>> = {
  'invisible-character > duplicate-row': NOW_ALIKE,
  'malformed-address-key > duplicate-row': NOW_ALIKE,
  'code-label-mismatch > duplicate-row': NOW_ALIKE,
  'formula-injection > identifier-as-number': A_NUMBER,
  'siret-spelling > identifier-as-number': A_NUMBER,
  'local-date > ambiguous-date': NO_PROOF,
  'birth-date > ambiguous-date': NO_PROOF,
}

/** Rules whose repair leaves something to be said, and why. */
const LEAVES: Readonly<Record<string, string>> = {
  'local-date': SPEAKS_FOR_OTHERS,
  'vague-title': NOT_SAID,
  'short-description': NOT_SAID,
  'missing-temporal-coverage': NOT_SAID,
  'missing-spatial-coverage': NOT_SAID,
  'missing-contact': NOT_SAID,
  'missing-provenance': NOT_SAID,
  'missing-collection-date': NOT_SAID,
  'missing-expiry-date': NOT_SAID,
  'missing-steward': NOT_SAID,
  'missing-purpose': NOT_SAID,
  'incomplete-inspire-metadata': NOT_SAID,
  'incomplete-high-value-metadata': ONE_OF_SEVERAL,
}

describe('repairs of the examples of all rules', () => {
  const met = new Set<string>()

  for (const rule of rules)
    for (const example of examplesOf(readFileSync(`${FOLDER}/${rule.id}.fr.md`, 'utf8')))
      if (!example.isFixed)
        it(`${rule.id} ${JSON.stringify(example.body.split('\n')[0])}`, async () => {
          const open = await optionsFor(example)
          const before = read(bytesIn(example), open)
          for (const diagnostic of before.found) {
            const fixes = fixesOf(before.dataset, diagnostic)
            assert.ok(fixes.length < 2 || !fixes[0]!.safe, `${diagnostic.rule} is sure of several repairs`)
            for (const { edits, safe } of fixes) {
              const { leaves, brings } = outcome(before, { diagnostic, edits, open })
              if (leaves) met.add(diagnostic.rule)
              for (const one of brings) met.add(one)
              if (diagnostic.rule !== rule.id && !safe) continue
              assert.ok(!leaves || diagnostic.rule in LEAVES, `${diagnostic.rule} still speaks`)
              assert.deepEqual(
                brings.filter(one => !(one in BRINGS)),
                [],
              )
            }
          }
          assertSafeOnesCommute(before, open)
        })

  it('have no exception without an example', () => {
    const known = [...Object.keys(LEAVES), ...Object.keys(BRINGS)]
    assert.deepEqual(
      known.filter(one => !met.has(one)),
      [],
    )
  })
})

describe('repairs of tables made of the rows of examples', () => {
  const examples = rules
    .flatMap(rule => [...examplesOf(readFileSync(`${FOLDER}/${rule.id}.fr.md`, 'utf8'))])
    .filter(({ info, isFixed }) => info.startsWith('csv') && !isFixed && !/bytes|unended|in-folder/.test(info))
  const lineEnds = fc.constantFrom('\n', '\r\n')

  it('leave the mark at the beginning, the line ends and the end of the file as they are', () => {
    const asIs = new Set(['byte-order-mark', 'mixed-line-endings', 'missing-final-newline'])
    fc.assert(
      fc.property(
        fc.constantFrom(...examples),
        lineEnds,
        fc.boolean(),
        fc.boolean(),
        (example, lineEnd, isMarked, isEnded) => {
          const plain = readMarks(example.body).text
          if (/[\r\uFEFF]|"[^"]*\n/.test(plain)) return
          const dressed = (text: string) =>
            `${isMarked ? '\uFEFF' : ''}${(isEnded ? text : text.replace(/\n$/, '')).replaceAll('\n', lineEnd)}`
          const repairedOf = (text: string) => {
            let bytes = encoded(text)
            for (let round = 0; round < 6; round++) {
              const { dataset, found } = read(bytes, openAs(example))
              const asked = found.filter(({ rule }) => !asIs.has(rule))
              const edits = fixAll(dataset, asked, { unsafe: true })
              if (edits.length === 0) break
              bytes = applyEdits(bytes, shifted(edits, bytes, dataset))
            }
            return bytes
          }
          assert.equal(decoded(repairedOf(dressed(`${plain}\n`))), dressed(decoded(repairedOf(`${plain}\n`))))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('that are safe have nothing left to do when they are done, whatever the order of the rows', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...examples),
        fc.array(fc.nat(20), { minLength: 1, maxLength: 12 }),
        (example, picks) => {
          const [header = '', ...rows] = readMarks(example.body).text.split('\n')
          if (rows.length === 0 || example.body.includes('"')) return
          const text = [header, ...picks.map(pick => rows[pick % rows.length]), ''].join('\n')
          const open = openAs(example)
          let bytes = encoded(text)
          for (let round = 0; round < 4; round++) {
            const { dataset, found } = read(bytes, open)
            bytes = applyEdits(textOf(dataset), fixAll(dataset, found, { unsafe: false }))
          }
          const last = read(bytes, open)
          assert.deepEqual(fixAll(last.dataset, last.found, { unsafe: false }), [])
          assertSafeOnesCommute(read(encoded(text), open), open)
        },
      ),
      { numRuns: 75 },
    )
  })
})

interface Read {
  readonly dataset: Dataset
  readonly found: readonly Diagnostic[]
}

interface Repair {
  readonly diagnostic: Diagnostic
  readonly edits: readonly Edit[]
  readonly open: OpenAs
}

/** Whether a repair leaves its finding, and the findings that it brings up. */
function outcome(before: Read, { diagnostic, edits, open }: Repair): { leaves: boolean; brings: readonly string[] } {
  if (edits.length === 0) return { leaves: false, brings: [] }
  const after = countsOf(read(applyEdits(textOf(before.dataset), edits), open).found)
  const counts = countsOf(before.found)
  const { rule } = diagnostic
  const isMore = ([other, count]: readonly [string, number]) => other !== rule && count > (counts.get(other) ?? 0)
  return {
    leaves: (after.get(rule) ?? 0) >= (counts.get(rule) ?? 0),
    brings: [...after].filter(isMore).map(([other]) => `${rule} > ${other}`),
  }
}

/** Of two safe repairs that touch other bytes, either may come first. */
function assertSafeOnesCommute({ dataset, found }: Read, open: OpenAs): void {
  const safe = found.flatMap(diagnostic => {
    const [best] = fixesOf(dataset, diagnostic)
    return best?.safe && best.edits.length > 0 ? [{ diagnostic, edits: best.edits }] : []
  })
  for (const [i, one] of safe.slice(0, 4).entries())
    for (const other of safe.slice(i + 1, 5)) {
      if (placeOf(one.diagnostic) === placeOf(other.diagnostic)) continue
      const first = oneAfterOther(dataset, [one, other], open)
      const last = oneAfterOther(dataset, [other, one], open)
      if (first !== undefined && last !== undefined) assert.equal(first, last)
    }
}

/** The text after two repairs; undefined where the first one has done what the second was for. */
function oneAfterOther(
  dataset: Dataset,
  [one, other]: readonly [Pick<Repair, 'diagnostic' | 'edits'>, Pick<Repair, 'diagnostic' | 'edits'>],
  open: OpenAs,
): string | undefined {
  const between = read(applyEdits(textOf(dataset), one.edits), open)
  const isSame = (found: Diagnostic) =>
    found.rule === other.diagnostic.rule && placeOf(found) === placeOf(other.diagnostic)
  const again = between.found.find(isSame)
  const [fix] = again ? fixesOf(between.dataset, again) : []
  return fix?.safe ? decoded(applyEdits(textOf(between.dataset), fix.edits)) : undefined
}

function placeOf({ row, column, pointer }: Diagnostic): string {
  return `${row} ${column} ${pointer}`
}

function read(bytes: Uint8Array, open: OpenAs): Read {
  const dataset = openFile(bytes, open)
  return { dataset, found: [...lint(dataset, { preset: 'complet', today: TODAY })] }
}

/** How often each rule asks for something. */
function countsOf(found: readonly Diagnostic[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { rule } of found) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return counts
}

/** Edits of a text without its mark as edits of the file. */
function shifted(edits: readonly Edit[], file: Uint8Array, dataset: Dataset): readonly Edit[] {
  const by = file.length - textOf(dataset).length
  return edits.map(({ span: { start, end }, text }) => ({ span: { start: start + by, end: end + by }, text }))
}

function openAs({ info, schema, resources, former }: Example): OpenAs {
  return { ...optionsOf(info, schema, resources), former }
}

async function optionsFor(example: Example): Promise<OpenAs> {
  const isBeside = words(example.info).includes('in-folder')
  return { ...openAs(example), files: isBeside ? await filesBeside(bytesIn(example), example) : undefined }
}

function bytesIn({ body, info }: Example): Uint8Array {
  return bytesOf(readMarks(body).text, info)
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}
