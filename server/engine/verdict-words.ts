import type { Dataset } from './dataset'
import type { Dimension } from './dimensions'
import { numberIn } from './figure-words'
import type { Language } from './model/language'
import type { State } from './model/verdict'
import type { Verdict } from './verdict'

interface Words {
  readonly dimensions: Readonly<Record<Dimension, string>>
  readonly headline: Readonly<Record<State, string>>
  readonly sentence: (counts: { readonly errors: number; readonly warnings: number; readonly rows: number }) => string
  /** The same in a line that has little room. */
  readonly brief: (counts: { readonly errors: number; readonly warnings: number }) => string
  readonly told: (state: State, count: number) => string
  readonly undescribed: string
  /** Said of a document that meets so many of the nine criteria and no more. */
  readonly halfTold: (points: number) => string
  readonly times: (count: number, label: string | undefined) => string
  readonly formula: string
  /** `rows`: those that are checked. */
  readonly sampled: (rows: number) => string
  readonly score: (points: number, document: string) => string
  readonly scoreFormula: string
}

const fr: Words = {
  dimensions: {
    structure: 'Structure du fichier',
    validity: 'Validité des valeurs',
    completeness: 'Complétude',
    uniqueness: 'Unicité',
    consistency: 'Cohérence',
    freshness: 'Fraîcheur',
    privacy: 'Vie privée',
    documentation: 'Documentation',
  },
  headline: { yes: 'Prêt à publier', nearly: 'Presque prêt', no: 'Pas encore prêt' },
  sentence({ errors, warnings, rows }) {
    const lines = `${numberIn(rows, 'fr')} ${rows > 1 ? 'lignes vérifiées' : 'ligne vérifiée'}`
    if (errors > 0) return `${lines} : ${fr.brief({ errors, warnings })} avant de publier.`
    if (warnings > 0)
      return `${lines}, aucune erreur : relisez ${many(warnings, 'avertissement', 'avertissements')} avant de publier.`
    return `${lines} : rien ne s’oppose à la publication.`
  },
  brief({ errors, warnings }) {
    const read = warnings > 0 ? many(warnings, 'avertissement', 'avertissements') : ''
    if (errors === 0) return read ? `${read} à relire` : fr.headline.yes
    return `${many(errors, 'erreur', 'erreurs')}${read && ` et ${read}`} à traiter`
  },
  told: (state, count) =>
    state === 'yes'
      ? 'rien à signaler'
      : `${many(count, 'constat', 'constats')}${state === 'no' ? (count > 1 ? ', dont au moins une erreur' : ', une erreur') : ''}`,
  undescribed: 'aucun schéma ne décrit ces colonnes',
  halfTold: points => `les métadonnées remplissent ${many(points, 'critère', 'critères')} sur 9`,
  times: (count, label) => `${numberIn(count, 'fr')} fois${label ? ` dans la colonne « ${label} »` : ''}`,
  formula:
    'Ce verdict n’est pas une note. Une seule erreur suffit pour « pas encore prêt » : une valeur qu’un logiciel lira de travers ne se compense pas. ' +
    'Sans erreur, un avertissement donne « presque prêt » : il peut être légitime, mais quelqu’un doit l’avoir lu. ' +
    'Chaque dimension suit la même règle pour ses propres constats ; les informations et les conseils ne comptent pas.',
  sampled: rows => `D’après les ${numberIn(rows, 'fr')} premières lignes ; le reste est en cours de vérification.`,
  score: (points, document) => `${points} sur 9, d’après ${document}`,
  scoreFormula:
    'data.gouv.fr donne un point à chacun de ces neuf critères, que les données soient justes ou non. ' +
    'Les liens ne sont pas suivis : ils comptent comme disponibles.',
}

const en: Words = {
  dimensions: {
    structure: 'Structure of the file',
    validity: 'Validity of the values',
    completeness: 'Completeness',
    uniqueness: 'Uniqueness',
    consistency: 'Consistency',
    freshness: 'Freshness',
    privacy: 'Privacy',
    documentation: 'Documentation',
  },
  headline: { yes: 'Ready to publish', nearly: 'Nearly ready', no: 'Not ready yet' },
  sentence({ errors, warnings, rows }) {
    const lines = `${numberIn(rows, 'en')} ${rows === 1 ? 'row' : 'rows'} checked`
    if (errors > 0) return `${lines}: ${en.brief({ errors, warnings })} before it is published.`
    if (warnings > 0)
      return `${lines}, no error: read ${manyIn(warnings, 'warning', 'warnings')} again before it is published.`
    return `${lines}: nothing stands in the way of publication.`
  },
  brief({ errors, warnings }) {
    const read = warnings > 0 ? manyIn(warnings, 'warning', 'warnings') : ''
    if (errors === 0) return read ? `${read} to read again` : en.headline.yes
    return `${manyIn(errors, 'error', 'errors')}${read && ` and ${read}`} to deal with`
  },
  told: (state, count) =>
    state === 'yes'
      ? 'nothing to report'
      : `${manyIn(count, 'finding', 'findings')}${state === 'no' ? (count > 1 ? ', at least one an error' : ', an error') : ''}`,
  undescribed: 'no schema describes these columns',
  halfTold: points => `the metadata meet ${manyIn(points, 'criterion', 'criteria')} of 9`,
  times: (count, label) => `${manyIn(count, 'time', 'times')}${label ? ` in the column “${label}”` : ''}`,
  formula:
    'This verdict is no mark. A single error is enough for “not ready yet”: nothing makes up for a value that software will misread. ' +
    'Without errors, a warning gives “nearly ready”: it may be right as it is, but somebody must have read it. ' +
    'Each dimension follows the same rule for its own findings; information and hints do not count.',
  sampled: rows => `By the first ${numberIn(rows, 'en')} rows; the rest is being checked.`,
  score: (points, document) => `${points} of 9, from ${document}`,
  scoreFormula:
    'data.gouv.fr gives one point for each of these nine criteria, whether the data are right or not. ' +
    'Links are not followed: they count as available.',
}

export const verdictWords: Readonly<Record<Language, Words>> = { fr, en }

/**
 * The verdict by dimension, in words; columns that no schema describes are documented nearly, at best, and so are data whose
 * document has less than nine points; what is no table has no columns to describe.
 */
export function dimensionsInWords(
  { dimensions }: Verdict,
  { applied, readable, tree }: Pick<Dataset, 'applied' | 'readable' | 'tree'>,
  language: Language,
  points = 9,
): readonly { readonly name: string; readonly state: State; readonly told: string }[] {
  const say = verdictWords[language]
  return dimensions.map(({ dimension, state, count }) => {
    const name = say.dimensions[dimension]
    const isDocumented = dimension === 'documentation' && state === 'yes'
    if (isDocumented && readable && !applied && !tree) return { name, state: 'nearly', told: say.undescribed }
    if (isDocumented && points < 9) return { name, state: 'nearly', told: say.halfTold(points) }
    return { name, state, told: say.told(state, count) }
  })
}

function many(count: number, one: string, several: string): string {
  return `${numberIn(count, 'fr')} ${count > 1 ? several : one}`
}

function manyIn(count: number, one: string, several: string): string {
  return `${numberIn(count, 'en')} ${count === 1 ? one : several}`
}
