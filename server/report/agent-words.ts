import { numberIn } from '../engine/figure-words'
import type { Language } from '../engine/model/language'

const fr = {
  title: (name: string) => `${name} : rapport pour l’agent`,
  titleOfSeveral: (files: number) => `${numberIn(files, 'fr')} jeux de données : rapport pour l’agent`,
  aspects: 'Par dimension',
  aspect: 'Dimension',
  state: 'Verdict',
  found: 'Constats',
  each: 'Constats un par un',
  finding: 'Constat',
  column: 'Colonne',
  severity: 'Gravité',
  count: 'Nombre',
  repairable: 'Réparables',
  row: 'Ligne',
  lineAndCharacter: 'Ligne : caractère',
  place: 'Place',
  value: 'Valeur',
  withheld: 'non montrée',
  repair: 'Réparation',
  none: 'Aucun constat.',
  rule: 'Règle',
  notion: 'Notion',
  notions: 'Notions',
  leftOut: (count: number) =>
    `${count === 1 ? 'Un autre constat n’est pas énuméré' : `${numberIn(count, 'fr')} autres constats ne sont pas énumérés`} ici ; « vigie lint --format json » les donne tous.`,
  caption: (label: string | undefined, count: number) =>
    `${label ? `Colonne ${label} : ` : ''}${numberIn(count, 'fr')} ${count > 1 ? 'constats' : 'constat'}`,
  mistake: 'Erreur fréquente : ',
  mend: 'Pour corriger : ',
  question: 'La question à poser : ',
  references: 'Références : ',
  score: (points: number, document: string) =>
    `Note de qualité de data.gouv.fr : ${points} sur 9, d’après ${document}.`,
}

const en: typeof fr = {
  title: name => `${name}: report for the agent`,
  titleOfSeveral: files => `${numberIn(files, 'en')} datasets: report for the agent`,
  aspects: 'By dimension',
  aspect: 'Dimension',
  state: 'Verdict',
  found: 'Findings',
  each: 'Findings one by one',
  finding: 'Finding',
  column: 'Column',
  severity: 'Severity',
  count: 'Number',
  repairable: 'Repairable',
  row: 'Row',
  lineAndCharacter: 'Line: character',
  place: 'Place',
  value: 'Value',
  withheld: 'not shown',
  repair: 'Repair',
  none: 'No finding.',
  rule: 'Rule',
  notion: 'Concept',
  notions: 'Concepts',
  leftOut: count =>
    `${count === 1 ? 'One more finding is' : `${numberIn(count, 'en')} more findings are`} not listed here; “vigie lint --format json” gives them all.`,
  caption: (label, count) =>
    `${label ? `Column ${label}: ` : ''}${numberIn(count, 'en')} ${count === 1 ? 'finding' : 'findings'}`,
  mistake: 'Usual mistake: ',
  mend: 'To put it right: ',
  question: 'The question to ask: ',
  references: 'References: ',
  score: (points, document) => `Quality score of data.gouv.fr: ${points} of 9, from ${document}.`,
}

/** What a report tells an agent. */
export const agentWords: Readonly<Record<Language, typeof fr>> = { fr, en }
