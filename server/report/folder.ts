import { numberIn } from '../engine/figure-words'
import type { Language } from '../engine/model/language'
import type { Reader } from '../engine/model/reader'
import { rowsOf } from '../engine/rows-of'
import { verdictWords } from '../engine/verdict-words'
import type { Block, Line } from './block'
import { schemaTitle } from './dataset-words'
import type { Reported, Section } from './reported'

/** What the table of contents says of a dataset. */
export function contentsRow({ name, dataset, verdict }: Reported, { language, number }: Section): readonly Line[] {
  const say = verdictWords[language]
  const { error: errors, warning: warnings } = verdict.counts
  return [
    [{ link: name, to: `#f${number}` }],
    [say.headline[verdict.state]],
    [verdict.state === 'yes' ? '' : say.brief({ errors, warnings })],
    [dataset.tree ? '' : numberIn(rowsOf(dataset), language)],
    [schemaTitle(dataset, language) ?? ''],
  ]
}

/** The table of contents of a report on several datasets, with their verdicts. */
export function* contentsBlocks(
  rows: readonly (readonly Line[])[],
  { language }: Pick<Reader, 'language'>,
): Generator<Block> {
  const { title, columns } = words[language]
  yield { heading: title, level: 2 }
  yield { caption: title, columns, rows, isTold: true }
}

const words: Readonly<Record<Language, { readonly title: string; readonly columns: readonly string[] }>> = {
  fr: {
    title: 'Les jeux de données',
    columns: ['Jeu de données', 'Prêt à publier ?', 'À traiter', 'Lignes', 'Modèle suivi'],
  },
  en: {
    title: 'The datasets',
    columns: ['Dataset', 'Ready to publish?', 'To deal with', 'Rows', 'Model followed'],
  },
}
