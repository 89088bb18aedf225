import { pause } from '../slices'
import type { Dataset } from '../engine/dataset'
import { numberIn } from '../engine/figure-words'
import { fixesOf, isChoice } from '../engine/fix'
import { homeOf } from '../engine/home'
import { type Diagnostic, severities } from '../engine/model/diagnostic'
import type { Language } from '../engine/model/language'
import { shortened } from '../engine/model/shown'
import { ruleTitle, titleOf, valueOf } from '../engine/say'
import type { Problem } from '../files/files'
import { type Repaired, repairedInSteps } from '../repair/repair'
import { evidenceLost, readingsLost, repairsByRule } from '../repair/told'
import { fieldName } from '../report/entry'
import { noCounts } from '../report/report'
import { countsInWords } from '../report/words'
import { cancellable } from './cancellable'
import { type Judging, judgingMembers } from './judging'
import type { Refusal } from './grounds'
import { count, flag, listOf, objectOf, text } from './json-schema'
import { type Answer, type Around, colon, type Tool } from './tool'
import { sameBytes } from '../files/same-bytes'

interface Asked extends Judging {
  readonly path: string
  readonly dryRun?: boolean
  readonly unsafe?: boolean
  readonly only?: readonly string[]
}

/** Changed cells that are told of each rule, and groups of findings that wait for a decision. */
const EXAMPLES = 3
const MOST_WAITING = 20
/** Ways out that are told of one of them. */
const MOST_WAYS = 3

const place = { 'row?': count, 'column?': count, 'field?': text }

export const fixTool: Tool = {
  name: 'vigie_fix',
  title: { fr: 'Réparer un fichier', en: 'Repair a file' },
  description: {
    fr: 'Répare un fichier comme vigie fix. Par défaut rien n’est écrit : la réponse montre ce qui changerait, et un second appel avec dryRun: false l’écrit. Sans unsafe, seul ce qui se réécrit sans perdre d’information est réparé ; avec unsafe, aussi ce qui demande une décision quand une seule réparation est possible : à ne demander qu’avec l’accord de la personne, car des lignes ou des valeurs peuvent disparaître. Ce qui attend un choix est dit, jamais deviné.',
    en: 'Repairs a file as vigie fix does. By default nothing is written: the answer shows what would change, and a second call with dryRun: false writes it. Without unsafe only what loses no information is rewritten; with unsafe also what needs a decision, where only one repair is possible: ask for it only with the person’s consent, since rows or values may go. What waits for a choice is told, never guessed.',
  },
  input: language => {
    const say = members[language]
    return objectOf({
      path: { type: 'string', description: say.path },
      'dryRun?': { type: 'boolean', default: true, description: say.dryRun },
      'unsafe?': { type: 'boolean', default: false, description: say.unsafe },
      'only?': { ...listOf(text), minItems: 1, description: say.only },
      ...judgingMembers(language),
    })
  },
  output: objectOf({
    path: text,
    written: flag,
    repaired: listOf(
      objectOf({
        rule: text,
        title: text,
        count,
        examples: listOf(objectOf({ ...place, 'before?': text, 'after?': text, 'change?': text })),
      }),
    ),
    remaining: objectOf(Object.fromEntries(severities.map(severity => [severity, count]))),
    waiting: listOf(
      objectOf({ rule: text, title: text, count, ...place, choice: flag, ways: listOf(text), 'moreWays?': count }),
    ),
    'moreWaiting?': count,
    notes: listOf(text),
  }),
  writes: true,
  run: fixAsked,
}

async function fixAsked(asked: Asked, around: Around): Promise<Answer | Refusal> {
  const { path: named, dryRun = true, unsafe = false, only } = asked
  const { language } = around
  const inputs = await around.grounds.inputs({ ...asked, paths: [named] }, 'fix')
  if ('problem' in inputs) return inputs
  const { value: input } = await inputs.files.next()
  if (!input) return { problem: inputs.told.at(-1) ?? noFile(named) }
  // A folder has others.
  if (!(await inputs.files.next()).done) return { problem: oneFile(named) }
  const { path, bytes, open, lint, before = [] } = input
  const steps = repairedInSteps(bytes, { open, lint, unsafe, ...(only && { only: new Set(only) }) })
  const result = await cancellable(steps, around.signal, () => {})
  // Whoever gave up meanwhile is heard before anything is written.
  await pause()
  around.signal.throwIfAborted()
  const changes = !sameBytes(result.bytes, bytes)
  const replaced = changes && !dryRun ? await around.grounds.replace(input, result) : { notes: [] }
  if ('problem' in replaced) return replaced
  const notes = [
    ...[...inputs.told, ...replaced.notes].map(problem => problem[language]),
    ...(unsafe ? [] : [readingsLost(result, language), evidenceLost(result, language)]).filter(
      note => note !== undefined,
    ),
    ...result.unwritable.map(character => unwritable(character, result)[language]),
  ]
  const left = [...before, ...result.after]
  const waiting = waitingIn(left, result.last, language)
  const facts = {
    path,
    written: changes && !dryRun,
    repaired: repairsByRule(result).map(([rule, repairs]) => ({
      rule,
      title: ruleTitle(rule, language),
      count: repairs,
      examples: examplesOf(rule, result, { unsafe, language }),
    })),
    remaining: countsOf(left),
    waiting: waiting.slice(0, MOST_WAITING),
    ...(waiting.length > MOST_WAITING && { moreWaiting: waiting.length - MOST_WAITING }),
    notes,
  }
  return { text: inWords(facts, { changes, dryRun, language }), facts }
}

/** Some of the cells that were repaired, as they were and as they are; of what is not told only that it changed. */
function examplesOf(
  rule: string,
  { before, after, first }: Repaired,
  { unsafe, language }: { unsafe: boolean; language: Language },
) {
  const left = new Set(after.map(placeKey))
  const mended = before.filter(diagnostic => {
    if (diagnostic.rule !== rule || left.has(placeKey(diagnostic))) return false
    const [best] = fixesOf(first, diagnostic)
    return best !== undefined && (best.safe || (unsafe && !isChoice(diagnostic)))
  })
  return mended.slice(0, EXAMPLES).map(diagnostic => {
    const best = fixesOf(first, diagnostic)[0]!
    const value = valueOf(best)
    const isTold = !diagnostic.isWithheld && !best.isWithheld && value !== undefined && diagnostic.value !== undefined
    return {
      ...placeOf(diagnostic, first),
      ...(isTold
        ? { before: shortened(diagnostic.value), after: shortened(value) }
        : { change: titleOf(best, language) }),
    }
  })
}

function placeKey({ rule, row, column, pointer, value }: Diagnostic): string {
  return [rule, row, column, pointer, value].join(' ')
}

function placeOf(diagnostic: Diagnostic, dataset: Repaired['first']) {
  const { row, column } = diagnostic
  const field = fieldName(homeOf(dataset, diagnostic), column)
  return {
    ...(row !== undefined && { row: row + 1 }),
    ...(column !== undefined && { column: column + 1 }),
    ...(field && { field }),
  }
}

/** What is left and could be repaired, if somebody decides, by rule and column, with the place of the first. */
function waitingIn(left: readonly Diagnostic[], last: Dataset, language: Language) {
  const groups = new Map<string, { readonly first: Diagnostic; count: number }>()
  for (const diagnostic of left) {
    const key = `${diagnostic.rule} ${diagnostic.column} ${diagnostic.inside}`
    const known = groups.get(key)
    if (known) known.count++
    else if (fixesOf(last, diagnostic).length > 0) groups.set(key, { first: diagnostic, count: 1 })
  }
  return [...groups.values()].map(({ first, count: all }) => {
    const fixes = fixesOf(last, first)
    return {
      rule: first.rule,
      title: ruleTitle(first.rule, language),
      count: all,
      ...placeOf(first, last),
      choice: isChoice(first),
      ways: fixes.slice(0, MOST_WAYS).map(fix => titleOf(fix, language)),
      ...(fixes.length > MOST_WAYS && { moreWays: fixes.length - MOST_WAYS }),
    }
  })
}

function countsOf(diagnostics: readonly Diagnostic[]) {
  const counts = noCounts()
  for (const { severity } of diagnostics) counts[severity]++
  return counts
}

interface Told {
  readonly path: string
  readonly repaired: readonly { readonly title: string; readonly count: number }[]
  readonly remaining: ReturnType<typeof noCounts>
  readonly waiting: readonly { readonly rule: string; readonly count: number; readonly ways: readonly string[] }[]
  readonly notes: readonly string[]
}

function inWords(
  { path, repaired: mended, remaining, waiting, notes }: Told,
  { changes, dryRun, language }: { readonly changes: boolean; readonly dryRun: boolean; readonly language: Language },
): string {
  const head = {
    fr: !changes ? 'rien à réparer' : dryRun ? 'rien n’est écrit (dryRun), voici ce qui changerait' : 'réparé',
    en: !changes ? 'nothing to repair' : dryRun ? 'nothing is written (dryRun), this would change' : 'repaired',
  }[language]
  const left = {
    fr: `Il reste\u00A0: ${countsInWords(remaining, 'fr')}.`,
    en: `What remains: ${countsInWords(remaining, 'en')}.`,
  }
  const open = { fr: 'À décider\u00A0:', en: 'To decide:' }[language]
  return [
    `${path}${colon[language]} ${head}`,
    ...mended.map(({ title, count: all }) => `${numberIn(all, language)} × ${title}`),
    left[language],
    ...waiting.map(
      ({ rule, count: all, ways }) => `${open} ${rule} × ${numberIn(all, language)} (${ways.join(' | ')})`,
    ),
    ...notes,
  ].join('\n')
}

function noFile(path: string): Problem {
  return { fr: `${path} ne contient aucun jeu de données.`, en: `${path} holds no dataset.` }
}

function oneFile(path: string): Problem {
  return {
    fr: `${path} contient plusieurs fichiers : nommez-en un.`,
    en: `${path} holds several files: name one of them.`,
  }
}

function unwritable(character: string, { first }: Repaired): Problem {
  const { encoding } = first.dialect
  return {
    fr: `« ${character} » ne s’écrit pas en ${encoding} : ces réparations attendent que le fichier soit en UTF-8.`,
    en: `“${character}” cannot be written in ${encoding}: these repairs wait until the file is in UTF-8.`,
  }
}

const members = {
  fr: {
    path: 'Le fichier à réparer.',
    dryRun: 'true (par défaut) : montrer sans écrire ; false : écrire le fichier.',
    unsafe: 'Réparer aussi ce qui demande une décision, si une seule réparation est possible.',
    only: 'Ne réparer que ce que trouvent ces règles.',
  },
  en: {
    path: 'The file to repair.',
    dryRun: 'true (default): show and write nothing; false: write the file.',
    unsafe: 'Repair as well what needs a decision, where only one repair is possible.',
    only: 'Repair only what these rules find.',
  },
} as const
