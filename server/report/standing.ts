import { copyOf } from '../described/files'
import type { Dataset } from '../engine/dataset'
import { type Told, toldBy } from '../engine/metadata/told'
import type { TreeKind } from '../engine/model/described-tree'
import { severities, type Severity } from '../engine/model/diagnostic'
import type { Localised } from '../engine/model/field'
import { folded } from '../engine/model/fold'
import type { Language } from '../engine/model/language'
import type { SchemaSource } from '../engine/model/schema'
import type { State } from '../engine/model/verdict'
import { rowsOf } from '../engine/rows-of'
import type { Verdict } from '../engine/verdict'
import { folderOf } from '../files/path'

/** What is told of a file among others: whether it can be published, and what is said of it. */
export interface Standing {
  readonly path: string
  /** What it is; `none`: nothing that could be read. */
  readonly is: 'table' | 'none' | TreeKind
  readonly state: State
  readonly counts: Readonly<Record<Severity, number>>
  /** Data rows. */
  readonly rows: number
  readonly schema:
    | {
        readonly id: string
        readonly version: string | undefined
        readonly title: Localised | undefined
        readonly source: SchemaSource
      }
    | undefined
  /** The last day, month or year of its dates. */
  readonly last: string | undefined
  /** What the document that describes it says, and the path of that where it is among the files of the folder. */
  readonly told: Told | undefined
  readonly document?: string
  /** Of a document, what it says of files, by their paths. */
  readonly describes: readonly (readonly [path: string, told: Told])[]
}

/** The standing of a file that was read to its end; `told`: what a package above it says of it. */
export function standingOf(
  path: string,
  {
    dataset,
    verdict: { state, counts },
    last,
    told,
  }: {
    readonly dataset: Dataset
    readonly verdict: Pick<Verdict, 'state' | 'counts'>
    readonly last: string | undefined
    readonly told: Told | undefined
  },
): Standing {
  const { applied, tree, readable } = dataset
  return {
    path,
    is: tree?.kind ?? (readable ? 'table' : 'none'),
    state,
    counts,
    rows: tree ? 0 : rowsOf(dataset),
    schema: applied && {
      id: applied.schema.id,
      version: applied.schema.version,
      title: applied.schema.title,
      source: applied.source,
    },
    last,
    told,
    describes: describedIn(dataset, folderOf(path)),
  }
}

/** The standing of a file of which nothing could be read. */
export function unreadStanding(path: string): Standing {
  const counts = { error: 1, warning: 0, information: 0, hint: 0 }
  const unknown = { schema: undefined, last: undefined, told: undefined }
  return { path, is: 'none', state: 'no', counts, rows: 0, ...unknown, describes: [] }
}

/** What a document says of the files beside it. */
export function describedIn({ tree }: Dataset, folder: string): Standing['describes'] {
  const found = new Map<string, Told>()
  for (const description of tree?.descriptions ?? []) {
    const told = toldBy(description)
    for (const { text } of description.resources.flatMap(({ paths }) => paths)) {
      const path = copyOf(folder, text)
      if (path !== undefined && !found.has(path)) found.set(path, told)
    }
  }
  return [...found]
}

/** Files of one public policy; `undefined`: of none that is told. */
interface PolicyGroup {
  readonly policy: string | undefined
  readonly standings: readonly Standing[]
}

/** The files of a folder in the order in which they are told: datasets by public policy, then what describes them. */
interface Arranged {
  readonly groups: readonly PolicyGroup[]
  readonly documents: readonly Standing[]
}

/** Puts first what stands in the way of publication: in each group, and among the groups, of which the one without a policy comes last. */
export function arranged(all: readonly Standing[], language: Language): Arranged {
  const described = describedBy(all)
  const groups = new Map<string, { policy: string | undefined; standings: Standing[] }>()
  const documents: Standing[] = []
  for (const one of all) {
    if (isDocument(one)) documents.push(one)
    else {
      const known = { ...one, ...(one.told ? {} : described.get(one.path)) }
      const policy = known.told?.policy?.[language]
      const key = policy === undefined ? '' : folded(policy)
      const group = groups.get(key) ?? { policy, standings: [] }
      groups.set(key, group)
      group.standings.push(known)
    }
  }
  const inOrder = [...groups.values()].map(({ policy, standings }) => ({ policy, standings: worstFirst(standings) }))
  return {
    groups: inOrder.toSorted(
      (a, b) =>
        rank(a.standings[0]!) - rank(b.standings[0]!) ||
        Number(a.policy === undefined) - Number(b.policy === undefined) ||
        (a.policy ?? '').localeCompare(b.policy ?? '', language),
    ),
    documents: worstFirst(documents),
  }
}

/** What is said of files by documents among them: that of the nearest folder counts, a package before a catalogue. */
function describedBy(all: readonly Standing[]): ReadonlyMap<string, Pick<Standing, 'told' | 'document'>> {
  const farthestFirst = all
    .filter(({ describes }) => describes.length > 0)
    .toSorted((a, b) => depth(a) - depth(b) || Number(isPackage(a)) - Number(isPackage(b)))
  return new Map(
    farthestFirst.flatMap(({ path: document, describes }) =>
      describes.map(([path, told]) => [path, { told, document }]),
    ),
  )
}

function depth({ path }: Standing): number {
  return path.split('/').length
}

function isPackage({ is }: Standing): boolean {
  return is === 'data-package'
}

/** Whether a file describes data rather than holding some. */
export function isDocument(standing: Standing): standing is Standing & { readonly is: TreeKind } {
  return standing.is !== 'table' && standing.is !== 'none'
}

function worstFirst(standings: readonly Standing[]): readonly Standing[] {
  const of = new Map(standings.map(one => [one, severities.map(severity => one.counts[severity])]))
  return standings.toSorted((a, b) => {
    const [left, right] = [of.get(a)!, of.get(b)!]
    const worse = left.findIndex((count, i) => count !== right[i])
    return rank(a) - rank(b) || (worse < 0 ? (a.path < b.path ? -1 : 1) : right[worse]! - left[worse]!)
  })
}

function rank({ state }: Standing): number {
  return states.indexOf(state)
}

/** What stands in the way of publication comes first. */
export const states: readonly State[] = ['no', 'nearly', 'yes']
