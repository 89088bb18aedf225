import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describedFiles } from '../server/described-files'
import { disk } from '../server/disk'
import { type Dataset, openDataset, textOf } from '../server/engine/dataset'
import { formerInSteps } from '../server/engine/former'
import { applyEdits, fixAll } from '../server/engine/fix'
import { lint } from '../server/engine/lint'
import type { TreeKind } from '../server/engine/model/described-tree'
import type { Diagnostic } from '../server/engine/model/diagnostic'
import type { FormerTable } from '../server/engine/model/former'
import type { Resource, Resources } from '../server/engine/model/reference'
import type { Schema } from '../server/engine/model/schema'
import { type OpenAs, openFile } from '../server/engine/open'
import { resourceOf } from '../server/engine/referred'
import { rules } from '../server/engine/rules'
import { ruleById } from '../server/engine/rules/by-id'
import type { Rule } from '../server/engine/rules/rule'
import { messageOf } from '../server/engine/say'
import { readSchema } from '../server/engine/schema/table-schema'
import { type Mark, readMarks, writeMarks } from './marks'
import { officialLists } from './unit/lists/official-lists'

const FOLDER = 'server/engine/rules'
/** The day on which the examples are read. */
const TODAY = '2025-06-30'
/** Rules whose findings depend on what no example can show. */
const WITHOUT_EXAMPLE = new Set(['internal-error', 'not-checked', 'not-a-table', 'missing-metadata'])

// Every example on a rule's page is run, in both languages: the page cannot say what the rule does not do.
for (const rule of rules)
  for (const language of ['fr', 'en'] as const)
    describe(`page of ${rule.id} (${language})`, () => {
      const file = `${FOLDER}/${rule.id}.${language}.md`
      const examples = existsSync(file) ? [...examplesOf(readFileSync(file, 'utf8'))] : []
      if (!WITHOUT_EXAMPLE.has(rule.id))
        it('shows a wrong example', () =>
          assert.ok(examples.some(({ body, isFixed }) => !isFixed && new RegExp(`\\^ ${rule.id}$`, 'm').test(body))))
      let last: { dataset: Dataset; found: readonly Diagnostic[] } | undefined
      for (const { info, body, schema, resources, former, files, isFixed } of examples)
        if (isFixed)
          it('repairs as shown', () => {
            assert.ok(last)
            const edits = fixAll(last.dataset, last.found, { unsafe: true })
            const fixed = new TextDecoder().decode(applyEdits(textOf(last.dataset), edits))
            assert.equal(printed(fixed, info), ended(body, info))
          })
        else
          it(`finds what is marked in ${JSON.stringify(body.split('\n')[0])}`, async () => {
            const { text } = readMarks(body)
            const bytes = bytesOf(text, info)
            const beside = words(info).includes('in-folder') ? await filesBeside(bytes, files) : undefined
            const dataset = openFile(bytes, { ...optionsOf(info, schema, resources), files: beside, former })
            const found = [...lint(dataset, { rules: heard(rule), preset: 'complet', today: TODAY })]
            assert.equal(writeMarks(text, marksOf(dataset, found)), body)
            for (const diagnostic of found) {
              const message = messageOf(diagnostic, language)
              assert.match(message, /\S.*[.!?]$/s)
              // French keeps its double marks on the line of the word before them; what is quoted is as the file has it.
              if (language === 'fr') assert.doesNotMatch(message.replace(/«[^»]*»/g, '«»'), / [:;!?»]|« /)
            }
            last = { dataset, found }
          })
    })

describe('rules', () => {
  it('have ids of their own', () => {
    assert.equal(new Set(rules.map(rule => rule.id)).size, rules.length)
  })

  it('have a page in each language, and no page stands alone', () => {
    const pages = readdirSync(FOLDER).filter(name => name.endsWith('.md'))
    assert.deepEqual(pages.toSorted(), rules.flatMap(rule => [`${rule.id}.en.md`, `${rule.id}.fr.md`]).toSorted())
  })
})

interface Example {
  readonly info: string
  readonly body: string
  readonly schema: Schema | undefined
  readonly resources: Resources
  readonly former: FormerTable | undefined
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly isFixed: boolean
}

/**
 * The `csv` blocks of a page, each with the schema that stands above it: a `json schema` block or `name:type` words; its
 * other `json` blocks, which are Table Schemas or, under `package`, `data-gouv` and the like, such documents, or, under `table` and `lines`, datasets. Under `in-folder` it stands beside the blocks under `file=name`. Under `recognised` the catalogue is asked for the schema. A block under `resource=name` is a table that the foreign keys after it refer to; one under `former` is the version before of those after it.
 */
function* examplesOf(page: string): Generator<Example> {
  let schema: Schema | undefined
  let resources: Resources = new Map()
  let former: FormerTable | undefined
  const files = new Map<string, Uint8Array>()
  for (const [, info = '', body = ''] of page.matchAll(/^```(csv.*|json.*)\n([^]*?)\n?^```$/gm)) {
    if (info === 'json schema') schema = readSchema(JSON.parse(body), 'example').schema
    else if (info.includes(' resource=')) resources = new Map([...resources, resourceIn(info, body)])
    else if (words(info).includes('former')) former = formerIn(info, body)
    else if (info.includes(' file=')) files.set(/file=(\S+)/.exec(info)![1]!, bytesOf(body, info))
    else
      yield {
        info,
        body,
        schema: shortSchema(info) ?? schema,
        resources,
        former,
        files,
        isFixed: words(info).includes('fixed'),
      }
  }
}

/** What a document is told of the files that a page shows under `file=name`, when it stands beside them. */
function filesBeside(document: Uint8Array, files: ReadonlyMap<string, Uint8Array>) {
  const read = async (path: string) => files.get(path.replace('/folder/', ''))
  return describedFiles('/folder/datapackage.json', document, { files: { read, hash: disk.hash } })
}

function resourceIn(info: string, body: string): [string, Resource] {
  const name = /resource=(\S+)/.exec(info)![1]!
  return [name, resourceOf(name, `${name}.csv`, () => openDataset(bytesOf(body, info), { schema: 'none' }))]
}

function formerIn(info: string, body: string): FormerTable | undefined {
  const steps = formerInSteps(openFile(bytesOf(body, info), optionsOf(info, undefined, new Map())))
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

function words(info: string): string[] {
  return info.split(' ').slice(1)
}

/** `name:type:format!`: a field, required when it ends with `!`. */
function shortSchema(info: string): Schema | undefined {
  const declared = words(info).filter(word => /^\S+:\w/.test(word))
  if (declared.length === 0) return undefined
  const fields = declared.map(word => {
    const [name, type, ...format] = word.replace(/!$/, '').split(':')
    return {
      name,
      type,
      ...(format.length > 0 ? { format: format.join(':') } : {}),
      constraints: { required: word.endsWith('!') },
    }
  })
  return readSchema({ fields }, 'example').schema
}

function optionsOf(info: string, schema: Schema | undefined, resources: Resources): OpenAs {
  const isTable = words(info).includes('table') || words(info).includes('lines')
  if (info.startsWith('json') && isTable)
    return {
      json: words(info).includes('lines') ? 'lines' : 'one-value',
      schema: schema ? ({ schema, source: 'flag', resources } as const) : ('none' as const),
      lists: officialLists,
    }
  if (info.startsWith('json')) return { tree: KINDS[words(info)[0] ?? ''] ?? 'table-schema' }
  const delimiter = words(info).find(word => /^[,;|]$/.test(word)) ?? (words(info).includes('tab') ? '\t' : ',')
  return {
    dialect: words(info).includes('sniffed') ? {} : { delimiter },
    ...(schema
      ? { schema: { schema, source: 'flag', resources } as const }
      : !words(info).includes('recognised') && { schema: 'none' as const }),
    lists: officialLists,
  }
}

/** The rule itself and those that it speaks instead of: a new rule must not change the pages of others. */
function heard(rule: Rule): Rule[] {
  return [rule, ...(rule.insteadOf ?? []).flatMap(id => ruleById(id) ?? [])]
}

/** The kinds of document that a `json` block may be tagged with. */
const KINDS: Readonly<Record<string, TreeKind>> = {
  package: 'data-package',
  dialect: 'table-dialect',
  csvw: 'csvw',
  dcat: 'dcat',
  'data-gouv': 'data-gouv',
  'schema-org': 'schema-org',
}

const ESCAPES: Readonly<Record<string, string>> = { '\\r': '\r', '\\t': '\t', '\\0': '\0' }

/** The bytes of an example; under `bytes`, `\xE9` is that byte and `\r`, `\t`, `\0`, `\uFEFF` those characters. */
function bytesOf(text: string, info: string): Uint8Array {
  if (!words(info).includes('bytes')) return new TextEncoder().encode(ended(text, info))
  const parts = ended(text, info).split(/(\\x[0-9A-F]{2}|\\u[0-9A-F]{4}|\\[rt0])/)
  return Buffer.concat(
    parts.map(part => {
      if (part.startsWith('\\x')) return Buffer.of(Number.parseInt(part.slice(2), 16))
      if (part.startsWith('\\u')) return Buffer.from(String.fromCharCode(Number.parseInt(part.slice(2), 16)))
      return Buffer.from(ESCAPES[part] ?? part)
    }),
  )
}

/** A text as it ends in a file: every example ends its last row, but for those under `unended`. */
function ended(text: string, info: string): string {
  return words(info).includes('unended') ? text : `${text}\n`
}

/** A text as a page shows it. */
function printed(text: string, info: string): string {
  return words(info).includes('bytes') ? text.replaceAll('\r', '\\r').replaceAll('\uFEFF', '\\uFEFF') : text
}

function marksOf(dataset: Dataset, found: readonly Diagnostic[]): Mark[] {
  return found.map(({ span, rule }) => {
    const start = dataset.lines.position(span.start)
    const end = dataset.lines.position(span.end)
    return {
      line: start.line,
      from: start.character,
      to: end.line === start.line ? end.character : start.character + 1,
      rule,
    }
  })
}
