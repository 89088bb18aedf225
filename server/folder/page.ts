import type { CancellationToken } from 'vscode-languageserver'
import { isLarge } from '../editor/beginnings'
import { packagesAbove } from '../described/data-package'
import { numberIn } from '../engine/figure-words'
import type { Language } from '../engine/model/language'
import { inLanguage } from '../engine/model/localised'
import { shortened } from '../engine/model/shown'
import { openTree } from '../engine/tree-dataset'
import { verdictWords } from '../engine/verdict-words'
import type { Session } from '../editor/one-client'
import { nameOf, within } from '../files/path'
import type { Requests } from '../protocol'
import type { DatasetShown, FolderShown } from '../protocol/folder'
import { htmlWriter } from '../report/block-html'
import { markdownWriter } from '../report/block-markdown'
import { dayInWords } from '../report/dataset-words'
import { eluWords } from '../report/elu-words'
import { contentsBlocks } from '../report/folder'
import { arranged, describedIn, isDocument, type Standing, states } from '../report/standing'
import { documentsTitle, freshnessOf, keeperOf, policyTitle, summaryOf } from '../report/standing-words'
import { countsInWords, schemaName, whence } from '../report/words'
import { cancelled } from '../editor/reports'
import { placedIn } from './placed-in'
import type { Placed } from './standings'
import { treeWords } from '../engine/tree-words'
import { today } from '../today'

/** Files of which the page tells; the others have their findings all the same. */
const MOST = 5_000

/** Answers what the page of a folder asks: what its files are worth that were checked. */
export function answerFolderPage(session: Session): void {
  const answer = <Method extends 'vigie/folder' | 'vigie/folderReport'>(
    method: Method,
    work: (gathered: Gathered, params: Requests[Method]['params'], language: Language) => Requests[Method]['result'],
  ) =>
    session.connection.onRequest(
      method,
      async (params: Requests[Method]['params'], token: CancellationToken): Promise<unknown> =>
        work(await gatheredIn(session, params.folders, token), params, session.reader().language),
    )
  answer('vigie/folder', (gathered, wanted, language) => shownIn(session, gathered, wanted, language))
  answer('vigie/folderReport', ({ title, files }, { format }, language) => {
    const day = today()
    const writer = format === 'html' ? htmlWriter({ language }) : markdownWriter
    const listed = files.map(({ placed: { standing }, name }) => ({ standing, name }))
    const blocks = [
      { paragraph: [eluWords[language].drawnUp(dayInWords(day, language))] },
      ...contentsBlocks(listed, { language, today: day }),
    ]
    return { text: [writer.start(title), ...blocks.flatMap(block => [...writer.block(block)]), writer.end()].join('') }
  })
}

/** The files of folders, as far as they were checked. */
interface Gathered {
  readonly title: string
  readonly files: readonly { readonly placed: Placed; readonly name: string }[]
  /** Files that were not checked, and those of which nothing is told since there are so many. */
  readonly unchecked: number
  readonly beyond: number
}

async function gatheredIn(session: Session, wanted: readonly string[], token: CancellationToken): Promise<Gathered> {
  const { files, pathOf } = session.platform
  const folders = wanted.map(pathOf)
  const above = new Map((await Promise.all(folders.map(folder => toldAbove(session, folder)))).flat())
  const paths = [...new Set((await Promise.all(folders.map(folder => files.tables?.(folder) ?? []))).flat())]
  const found: Gathered['files'][number][] = []
  let unchecked = 0
  for (const path of paths.slice(0, MOST)) {
    const known = await knownNow(session, path)
    if (token.isCancellationRequested) throw cancelled()
    if (known === 'unchecked') unchecked++
    else if (known) found.push({ placed: withTold(known, above.get(path)), name: nameIn(folders, path) })
  }
  const title = folders.map(nameOf).join(', ')
  return { title, files: found, unchecked, beyond: Math.max(0, paths.length - MOST) }
}

/** What a file is worth now: one that changed since it was checked is checked again, unless it is too large for that. */
async function knownNow(session: Session, path: string): Promise<Placed | 'unchecked' | undefined> {
  const { standings, platform } = session
  const known = standings.of(path)
  if (!known) return 'unchecked'
  const file = session.passing(path)
  const generation = file.isOpen ? file.generation : undefined
  if (!known.isStale && known.generation === generation) return known.placed
  if (!file.isOpen && (await isLarge(platform.files, path))) {
    standings.forget(path)
    return 'unchecked'
  }
  const placed = await placedIn(session, file)
  standings.note(path, placed, file.isOpen ? file.generation : undefined)
  if (!file.isOpen) file.forget()
  return placed
}

/** What packages above a folder say of files in it, the nearest last. */
async function toldAbove(session: Session, folder: string) {
  const { files } = session.platform
  const found: (readonly [string, Standing['describes'][number][1]])[] = []
  for await (const { folder: at } of packagesAbove(folder, files)) {
    const bytes = await files.read(`${at}/datapackage.json`)
    if (bytes) found.unshift(...describedIn(openTree(bytes, 'data-package'), at))
  }
  return found
}

function withTold({ standing, ...rest }: Placed, told: Standing['told']): Placed {
  return told === undefined || standing.told ? { standing, ...rest } : { standing: { ...standing, told }, ...rest }
}

/** A file as it is called in its folder, which is named where there are several. */
function nameIn(folders: readonly string[], path: string): string {
  const folder = folders.find(one => path.startsWith(`${one}/`)) ?? ''
  return folders.length > 1 ? `${nameOf(folder)}/${within(folder, path)}` : within(folder, path)
}

function shownIn(
  session: Session,
  { title, files, unchecked, beyond }: Gathered,
  { most, state }: Requests['vigie/folder']['params'],
  language: Language,
): FolderShown {
  const say = words[language]
  const { headline } = verdictWords[language]
  const all = files.map(({ placed }) => placed.standing)
  const of = new Map(files.map(one => [one.placed.standing.path, one]))
  const { groups, documents } = arranged(all, language)
  const parts = [
    ...groups.map(({ policy, standings }) => ({
      title: policyTitle(policy, language),
      hint: policy === undefined ? say.noPolicy : undefined,
      standings,
    })),
    // A verdict that is chosen is about datasets.
    ...(state === undefined ? [{ title: documentsTitle(language), hint: undefined, standings: documents }] : []),
  ]
  const shown: FolderShown['groups'][number][] = []
  let room = most
  let left = 0
  for (const part of parts) {
    const wanted = part.standings.filter(one => state === undefined || one.state === state)
    const told = wanted.slice(0, room)
    room -= told.length
    left += wanted.length - told.length
    if (told.length === 0) continue
    shown.push({
      title: part.title,
      ...(part.hint !== undefined && { hint: part.hint }),
      datasets: told.map(one => datasetShown(session, { ...of.get(one.path)!, standing: one }, language)),
    })
  }
  return {
    title,
    summary: summaryOf(all, language),
    untold: [...(unchecked > 0 ? [say.unchecked(unchecked)] : []), ...(beyond > 0 ? [say.beyond(MOST, beyond)] : [])],
    states: states.map(one => ({
      state: one,
      name: headline[one],
      count: groups.reduce((sum, { standings }) => sum + standings.filter(({ state: of }) => of === one).length, 0),
    })),
    groups: shown,
    left,
  }
}

function datasetShown(
  session: Session,
  { standing, placed, name }: { readonly standing: Standing; readonly placed: Placed; readonly name: string },
  language: Language,
): DatasetShown {
  const { path, is, state, counts, rows, schema, told, document } = standing
  const { uriOf } = session.platform
  const say = words[language]
  const isTable = is === 'table'
  const { is: age, told: since, more } = freshnessOf(standing, language, today())
  const purpose = isDocument(standing) ? treeWords[standing.is][language] : told?.purpose
  const keeper = keeperOf(standing, language)
  const title = inLanguage(schema?.title, language)
  // One that stands in a document is called by that.
  const schemaFile = schema ? schemaName(schema).replace(/#.*$/, '') : ''
  return {
    uri: uriOf(path),
    name,
    state,
    headline: verdictWords[language].headline[state],
    told: is === 'none' ? say.unread : countsInWords(counts, language),
    ...(isTable && { rows: say.rows(rows) }),
    ...(schema && {
      schema: {
        title: title ?? schemaFile,
        told: `${title === undefined ? '' : `${schemaFile}, `}${whence(schema.source, language)}`,
      },
    }),
    ...(isTable && { freshness: { told: since, more, ...(age === 'late' && { isLate: true as const }) } }),
    ...(purpose !== undefined && { purpose: purpose.length > LONG ? `${purpose.slice(0, LONG)}…` : purpose }),
    ...(keeper !== undefined && { keeper: shortened(keeper) }),
    ...(placed.place && { place: placed.place }),
    ...(document !== undefined && { document: uriOf(document) }),
    ...(isTable && told?.policy === undefined && { lacksPolicy: true as const }),
  }
}

/** UTF-16 units of a purpose that are shown. */
const LONG = 240

interface Words {
  readonly rows: (count: number) => string
  readonly unread: string
  readonly noPolicy: string
  readonly unchecked: (count: number) => string
  readonly beyond: (most: number, count: number) => string
}

const words: Readonly<Record<Language, Words>> = {
  fr: {
    rows: count => `${numberIn(count, 'fr')} ${count > 1 ? 'lignes' : 'ligne'}`,
    unread: 'Ne se lit pas comme un tableau',
    noPolicy:
      'Rien ne dit à quelle politique publique servent ces données : dites-le dans leur fiche, elles se rangeront d’elles-mêmes.',
    unchecked: count =>
      count === 1
        ? 'Un fichier n’a pas été vérifié : vérifiez de nouveau le dossier.'
        : `${numberIn(count, 'fr')} fichiers n’ont pas été vérifiés : vérifiez de nouveau le dossier.`,
    beyond: (most, count) =>
      `Cette page montre les ${numberIn(most, 'fr')} premiers fichiers ; ${count === 1 ? 'un autre n’est' : `${numberIn(count, 'fr')} autres ne sont`} que dans la vue Problèmes.`,
  },
  en: {
    rows: count => `${numberIn(count, 'en')} ${count === 1 ? 'row' : 'rows'}`,
    unread: 'Cannot be read as a table',
    noPolicy:
      'Nothing says which public policy these data serve: say it in their description, and they will find their place.',
    unchecked: count =>
      count === 1
        ? 'One file was not checked: check the folder again.'
        : `${numberIn(count, 'en')} files were not checked: check the folder again.`,
    beyond: (most, count) =>
      `This page shows the first ${numberIn(most, 'en')} files; ${count === 1 ? 'one more is' : `${numberIn(count, 'en')} more are`} in the Problems view alone.`,
  },
}
