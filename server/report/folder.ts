import { numberIn } from '../engine/figure-words'
import type { Language } from '../engine/model/language'
import { inLanguage } from '../engine/model/localised'
import { shortened } from '../engine/model/shown'
import { verdictWords } from '../engine/verdict-words'
import type { Block, Line } from './block'
import type { Section } from './reported'
import { arranged, type Standing } from './standing'
import { documentsTitle, freshnessOf, keeperOf, policyTitle, summaryOf } from './standing-words'

/** A file among others, as it is called and, where a section is about it, the anchor of that. */
export interface Listed {
  readonly standing: Standing
  readonly name: string
  readonly anchor?: string
}

/** What several files are worth, by public policy, what stands in the way of publication first. */
export function* contentsBlocks(
  listed: readonly Listed[],
  { language, today }: Pick<Section, 'language' | 'today'>,
): Generator<Block> {
  const { title, columns } = words[language]
  const of = new Map(listed.map(one => [one.standing.path, one]))
  const { groups, documents } = arranged(
    listed.map(({ standing }) => standing),
    language,
  )
  yield { heading: title, level: 2 }
  yield {
    paragraph: [
      summaryOf(
        [...of.values()].map(({ standing }) => standing),
        language,
      ),
    ],
  }
  const parts = [
    ...groups.map(({ policy, standings }) => ({ heading: policyTitle(policy, language), standings })),
    ...(documents.length > 0 ? [{ heading: documentsTitle(language), standings: documents }] : []),
  ]
  // Of a folder that says nothing of policies there is nothing to tell apart.
  const isOne = groups.length === 1 && groups[0]!.policy === undefined
  for (const { heading, standings } of parts) {
    if (!isOne || standings === documents) yield { heading, level: 3 }
    const rows = standings.map(one => rowOf({ ...of.get(one.path)!, standing: one }, language, today))
    // A column in which nothing stands takes the room of others.
    const filled = columns.flatMap((_, i) => (i < ALWAYS || rows.some(row => row[i]!.join('') !== '') ? [i] : []))
    yield {
      caption: isOne && standings !== documents ? title : heading,
      columns: filled.map(i => columns[i]!),
      rows: rows.map(row => filled.map(i => row[i]!)),
      isTold: true,
    }
  }
}

/** Columns that are there whatever stands in them. */
const ALWAYS = 5

function rowOf({ standing, name, anchor }: Listed, language: Language, today: string): readonly Line[] {
  const { state, counts, is, rows, schema, told } = standing
  const say = verdictWords[language]
  const { is: age, told: since } = freshnessOf(standing, language, today)
  return [
    anchor === undefined ? [name] : [{ link: name, to: `#${anchor}` }],
    [say.headline[state]],
    [state === 'yes' ? '' : say.brief({ errors: counts.error, warnings: counts.warning })],
    [is === 'table' || is === 'none' ? numberIn(rows, language) : ''],
    [schema ? (inLanguage(schema.title, language) ?? schema.id) : ''],
    [is !== 'table' || age === 'unknown' ? '' : since],
    [told?.purpose === undefined ? '' : shortened(told.purpose)],
    [keeperOf(standing, language) ?? ''],
  ]
}

const words: Readonly<Record<Language, { readonly title: string; readonly columns: readonly string[] }>> = {
  fr: {
    title: 'Les jeux de données',
    columns: [
      'Jeu de données',
      'Prêt à publier\u00A0?',
      'À traiter',
      'Lignes',
      'Modèle suivi',
      'De quand',
      'À quoi il sert',
      'Tenu par',
    ],
  },
  en: {
    title: 'The datasets',
    columns: [
      'Dataset',
      'Ready to publish?',
      'To deal with',
      'Rows',
      'Model followed',
      'How old',
      'What it is for',
      'Kept by',
    ],
  },
}
