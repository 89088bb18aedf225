import { numberIn } from '../engine/figure-words'
import type { Language } from '../engine/model/language'
import { shown } from '../engine/model/shown'

const fr = {
  title: (name: string) => `${name} : note avant/après`,
  titleOfSeveral: (files: number) => `${numberIn(files, 'fr')} jeux de données : notes avant/après`,
  ofFile: (file: string) => `Version d’avant : ${file}.`,
  ofGit: (day: string | undefined) =>
    `Version d’avant : la dernière qui est gardée dans git${day === undefined ? '' : `, du ${day}`}.`,
  sameRules: (schema: string | undefined) =>
    `Les deux sont jugées par les mêmes règles${schema === undefined ? '' : ` et le même modèle de données, ${shown.fr(schema)}`}.`,
  identical: 'Les deux versions sont identiques.',
  brief: ({ before, after }: Counts) =>
    before + after === 0
      ? 'Aucun défaut, ni avant ni après.'
      : `${before === 0 ? 'Aucun défaut' : many(before, 'défaut', 'défauts')} avant, ${after === 0 ? 'aucun' : numberIn(after, 'fr')} après.`,
  atAGlance: 'D’un coup d’œil',
  what: 'Point',
  before: 'Avant',
  after: 'Après',
  verdict: 'Prêt à publier ?',
  errors: 'Erreurs',
  warnings: 'Avertissements',
  rows: 'Lignes',
  columns: 'Colonnes',
  encoding: 'Encodage',
  delimiter: 'Séparateur',
  tab: 'tabulation',
  ends: 'Fins de ligne',
  findings: 'Les constats, avant et après',
  noFindings: 'Aucun constat, ni avant ni après.',
  finding: 'Constat',
  severity: 'Gravité',
  change: 'Évolution',
  gone: 'disparu',
  none: 'inchangé',
  fresh: 'nouveau',
  fewer: (count: number) => `${numberIn(count, 'fr')} de moins`,
  more: (count: number) => `${numberIn(count, 'fr')} de plus`,
  structure: 'Les colonnes et les lignes',
  sameColumns: 'Les colonnes sont les mêmes, dans le même ordre.',
  added: (names: readonly string[]) =>
    `${names.length > 1 ? 'Colonnes ajoutées' : 'Colonne ajoutée'} : ${names.join(', ')}.`,
  removed: (names: readonly string[]) =>
    `${names.length > 1 ? 'Colonnes retirées' : 'Colonne retirée'} : ${names.join(', ')}.`,
  renamed: (before: string, after: string) => `Colonne renommée : ${shown.fr(before)} devient ${shown.fr(after)}.`,
  reordered: 'Les colonnes ne sont plus dans le même ordre.',
  unnamed: (column: number) => `colonne ${column + 1}`,
  others: (count: number) => `${numberIn(count, 'fr')} autres`,
  sameRows: (rows: number) => `${many(rows, 'ligne', 'lignes')}, avant comme après.`,
  moreRows: (count: number) => `${many(count, 'ligne', 'lignes')} de plus qu’avant.`,
  fewerRows: (count: number) => `${many(count, 'ligne', 'lignes')} de moins qu’avant.`,
  keyedRows: (added: number, removed: number) =>
    added + removed === 0
      ? 'D’après leur identifiant, ce sont les mêmes lignes.'
      : `D’après leur identifiant, ${many(added, 'ligne est nouvelle', 'lignes sont nouvelles')} et ${many(removed, 'a été retirée', 'ont été retirées')}.`,
  cells: 'Les valeurs qui ont changé',
  noCells: (compared: number) =>
    `Aucune valeur n’a changé dans ${many(compared, 'ligne comparée', 'lignes comparées')}.`,
  changedRows: (changed: number, compared: number) =>
    `${many(changed, 'ligne', 'lignes')} sur ${numberIn(compared, 'fr')} ${changed > 1 ? 'ont' : 'a'} au moins une valeur changée.`,
  column: 'Colonne',
  count: 'Valeurs changées',
  examples: 'Par exemple',
  emptied: (count: number) => `dont ${many(count, 'vidée', 'vidées')}`,
  filled: (count: number) => `dont ${many(count, 'remplie', 'remplies')}`,
  empty: '(vide)',
  untold: 'non montrées',
  inRow: (row: number) => ` (ligne ${row})`,
  moreColumns: (count: number) =>
    `${many(count, 'autre colonne a', 'autres colonnes ont')} aussi des valeurs changées.`,
  how: 'Comment la comparaison est faite',
  byKey: (names: string) => `Les lignes sont rapprochées par leur identifiant : ${names}.`,
  byPosition:
    'Les lignes sont rapprochées par leur rang, car il y en a autant avant qu’après : si elles ont été triées, des valeurs passent pour changées.',
  byNothing:
    'Le nombre de lignes a changé et aucun identifiant commun (clé primaire du schéma) ne les distingue : les valeurs n’ont pas été comparées une à une.',
  partial: (compared: number) =>
    `Seules les ${numberIn(compared, 'fr')} premières lignes ont été comparées : au-delà, ce serait trop long.`,
  uncounted: 'On ne sait donc pas combien de lignes ont été ajoutées ou retirées.',
  edges: (mark: string) => `Le signe ${mark} montre un espace au bord d’une valeur.`,
  noTables: 'Les deux versions ne sont pas des tableaux lisibles : seuls les constats sont comparés.',
  public: 'Une phrase à dire en public',
  same: 'Rien à annoncer : les constats sont les mêmes qu’avant.',
  ready: ({ name, day, before }: Public) =>
    `« ${name} a été corrigé et vérifié le ${day} : ${many(before, 'défaut y avait été trouvé', 'défauts y avaient été trouvés')}, il n’en reste aucun. »`,
  nearly: ({ name, day, before, after }: Public) =>
    `« ${name} a été corrigé et vérifié le ${day} : il y avait ${many(before, 'défaut', 'défauts')}, aucune erreur n’y reste et ${many(after, 'point est encore à relire', 'points sont encore à relire')}. »`,
  underWay: ({ name, before, after }: Public) =>
    `« ${name} est en cours de correction : de ${many(before, 'défaut', 'défauts')}, il en reste ${numberIn(after, 'fr')} ; le fichier sera publié une fois ceux-ci traités. »`,
}

/** Errors and warnings. */
interface Counts {
  readonly before: number
  readonly after: number
}

interface Public extends Counts {
  readonly name: string
  readonly day: string
}

const en: typeof fr = {
  title: name => `${name}: before and after`,
  titleOfSeveral: files => `${numberIn(files, 'en')} datasets: before and after`,
  ofFile: file => `Version before: ${file}.`,
  ofGit: day => `Version before: the last that git keeps${day === undefined ? '' : `, of ${day}`}.`,
  sameRules: schema =>
    `Both are judged by the same rules${schema === undefined ? '' : ` and the same data model, ${shown.en(schema)}`}.`,
  identical: 'Both versions are the same.',
  brief: ({ before, after }) =>
    before + after === 0
      ? 'No fault, neither before nor after.'
      : `${before === 0 ? 'No fault' : manyIn(before, 'fault', 'faults')} before, ${after === 0 ? 'none' : numberIn(after, 'en')} after.`,
  atAGlance: 'At a glance',
  what: 'Point',
  before: 'Before',
  after: 'After',
  verdict: 'Ready to publish?',
  errors: 'Errors',
  warnings: 'Warnings',
  rows: 'Rows',
  columns: 'Columns',
  encoding: 'Encoding',
  delimiter: 'Delimiter',
  tab: 'tab',
  ends: 'Line ends',
  findings: 'Findings, before and after',
  noFindings: 'No finding, neither before nor after.',
  finding: 'Finding',
  severity: 'Severity',
  change: 'Change',
  gone: 'gone',
  none: 'unchanged',
  fresh: 'new',
  fewer: count => `${numberIn(count, 'en')} fewer`,
  more: count => `${numberIn(count, 'en')} more`,
  structure: 'Columns and rows',
  sameColumns: 'The columns are the same, in the same order.',
  added: names => `${names.length > 1 ? 'Columns added' : 'Column added'}: ${names.join(', ')}.`,
  removed: names => `${names.length > 1 ? 'Columns removed' : 'Column removed'}: ${names.join(', ')}.`,
  renamed: (before, after) => `Column renamed: ${shown.en(before)} is now ${shown.en(after)}.`,
  reordered: 'The columns are in another order.',
  unnamed: column => `column ${column + 1}`,
  others: count => `${numberIn(count, 'en')} others`,
  sameRows: rows => `${manyIn(rows, 'row', 'rows')}, before as after.`,
  moreRows: count => `${manyIn(count, 'row', 'rows')} more than before.`,
  fewerRows: count => `${manyIn(count, 'row', 'rows')} fewer than before.`,
  keyedRows: (added, removed) =>
    added + removed === 0
      ? 'By their identifier these are the same rows.'
      : `By their identifier ${manyIn(added, 'row is', 'rows are')} new and ${manyIn(removed, 'was', 'were')} removed.`,
  cells: 'Values that have changed',
  noCells: compared => `No value has changed in ${manyIn(compared, 'row', 'rows')} compared.`,
  changedRows: (changed, compared) =>
    `${manyIn(changed, 'row', 'rows')} of ${numberIn(compared, 'en')} ${changed === 1 ? 'has' : 'have'} at least one changed value.`,
  column: 'Column',
  count: 'Changed values',
  examples: 'For example',
  emptied: count => `${numberIn(count, 'en')} of them emptied`,
  filled: count => `${numberIn(count, 'en')} of them filled`,
  empty: '(empty)',
  untold: 'not shown',
  inRow: row => ` (row ${row})`,
  moreColumns: count => `${manyIn(count, 'more column has', 'more columns have')} changed values too.`,
  how: 'How they were compared',
  byKey: names => `Rows are matched by their identifier: ${names}.`,
  byPosition:
    'Rows are matched by their number, as there are as many before as after: if they were sorted, values pass for changed.',
  byNothing:
    'The number of rows has changed and no common identifier (primary key of the schema) tells them apart: values were not compared one by one.',
  partial: compared => `Only the first ${numberIn(compared, 'en')} rows were compared: more would take too long.`,
  uncounted: 'How many rows were added or removed is therefore not known.',
  edges: mark => `The sign ${mark} shows a space at the edge of a value.`,
  noTables: 'Both versions are not tables that can be read: only the findings are compared.',
  public: 'A sentence to say in public',
  same: 'Nothing to announce: the findings are the same as before.',
  ready: ({ name, day, before }) =>
    `“${name} was corrected and checked on ${day}: ${manyIn(before, 'fault', 'faults')} had been found in it, none is left.”`,
  nearly: ({ name, day, before, after }) =>
    `“${name} was corrected and checked on ${day}: there ${before === 1 ? 'was' : 'were'} ${manyIn(before, 'fault', 'faults')}, no error is left in it, and ${manyIn(after, 'point is', 'points are')} still to be read again.”`,
  underWay: ({ name, before, after }) =>
    `“${name} is being corrected: of ${manyIn(before, 'fault', 'faults')}, ${numberIn(after, 'en')} ${after === 1 ? 'is' : 'are'} left; the file will be published once these are dealt with.”`,
}

/** What a note on two versions of a file tells. */
export const changesWords: Readonly<Record<Language, typeof fr>> = { fr, en }

function many(count: number, one: string, several: string): string {
  return `${numberIn(count, 'fr')} ${count > 1 ? several : one}`
}

function manyIn(count: number, one: string, several: string): string {
  return `${numberIn(count, 'en')} ${count === 1 ? one : several}`
}
