import { counted } from './model/counted'
import type { ReadyFix } from './fix'
import type { Diagnostic, Place } from './model/diagnostic'
import type { FarPlace } from './model/far-place'
import type { Language, Said } from './model/language'
import { shownList, shown as shownValue } from './model/shown'
import type { Flaw } from './model/tree'
import { rulePage } from './pages'
import { ruleById } from './rules/by-id'

/** The sentence of a finding. */
export function messageOf(diagnostic: Diagnostic, language: Language): string {
  const rule = ruleById(diagnostic.rule)
  const message =
    diagnostic.isWithheld && !rule?.personal
      ? withheldInWords(ruleTitle(diagnostic.rule, language), language)
      : (rule?.message[language](diagnostic.facts) ?? diagnostic.rule)
  return diagnostic.accepted ? `${message} ${acceptedInWords(diagnostic.accepted, language)}` : message
}

/** A finding of which nothing can be told but its rule: its sentence would hold the value. */
function withheldInWords(title: string, language: Language): string {
  return {
    fr: `${title} : la valeur n’est pas montrée, car elle contient des données personnelles.`,
    en: `${title}: the value is not shown, because it holds personal data.`,
  }[language]
}

function acceptedInWords({ acceptance, isOver }: NonNullable<Diagnostic['accepted']>, language: Language): string {
  const { reason, author, until } = acceptance
  return {
    fr: isOver
      ? `(Écart accepté par ${author} jusqu’au ${until}, ce délai est passé : corrigez-le, ou acceptez-le de nouveau.)`
      : `(Écart accepté par ${author} jusqu’au ${until} : ${reason})`,
    en: isOver
      ? `(Deviation accepted by ${author} until ${until}, which is over: correct it, or accept it again.)`
      : `(Deviation accepted by ${author} until ${until}: ${reason})`,
  }[language]
}

/** Other spots that explain a finding, each with its sentence. */
export function relatedOf(
  diagnostic: Diagnostic,
  language: Language,
): readonly { readonly place: Place | FarPlace; readonly message: string }[] {
  const { rule, facts, row, column } = diagnostic
  const related = ruleById(rule)?.related
  if (!related || diagnostic.isWithheld) return []
  const message = related.message[language](facts)
  const at = { ...(row !== undefined && { row }), ...(column !== undefined && { column }) }
  return related.places(facts, at).map(place => ({ place, message }))
}

/** What a repair does, as the title of an action. */
export function titleOf({ changes, isWithheld }: Pick<ReadyFix, 'changes' | 'isWithheld'>, language: Language): string {
  if (isWithheld) return { fr: 'Corriger sans montrer la valeur', en: 'Correct without showing the value' }[language]
  const cells = changes.flatMap(change => ('set' in change && change.set === 'cell' ? [change.value] : []))
  if (cells.length > 1 && cells.length === changes.length)
    return { fr: `Remplacer par ${shownList.fr(cells)}`, en: `Replace with ${shownList.en(cells)}` }[language]
  const [first] = changes
  if (cells.length > 1 && first && 'remove' in first && first.remove === 'rows' && cells.length + 1 === changes.length)
    return {
      fr: `Remplacer par ${shownList.fr(cells)}, puis supprimer ${first.count === 1 ? 'la ligne du dessus' : 'les lignes du dessus'}`,
      en: `Replace with ${shownList.en(cells)}, then delete ${first.count === 1 ? 'the row above' : 'the rows above'}`,
    }[language]
  return first ? titles[keyOf(first)][language](first as never) : ''
}

/** What any of some repairs does: the first `most` values among which a person chooses, or what the first would do, and how many others there are. */
export function titleOfAny(fixes: readonly ReadyFix[], most: number, language: Language): string {
  const values = fixes.slice(0, most).map(fix => (fix.isWithheld ? undefined : valueOf(fix)))
  const [first] = fixes
  if (!first) return ''
  const areTold = values.length > 1 && values.every(value => value !== undefined && value !== '')
  const told = areTold ? values.map(value => shownValue[language](value!)) : []
  const title = areTold
    ? { fr: `Remplacer par ${told.join(' ou ')}`, en: `Replace with ${told.join(' or ')}` }[language]
    : titleOf(first, language)
  const others = fixes.length - (areTold ? told.length : 1)
  if (others === 0) return title
  return {
    fr: `${title}, ou ${others === 1 ? 'une autre réparation' : `${counted(others, 'fr')} autres réparations`}`,
    en: `${title}, or ${others === 1 ? 'another repair' : `${counted(others, 'en')} other repairs`}`,
  }[language]
}

/** The value that a repair writes into one cell, if that is all that it does. */
export function valueOf({ changes }: Pick<ReadyFix, 'changes'>): string | undefined {
  const [change] = changes
  return changes.length === 1 && change && 'set' in change && change.set === 'cell' ? change.value : undefined
}

/** What each repair of a finding would mean for its whole column; none when there is but one. */
export function choicesOf(
  { rule: id, facts }: Pick<Diagnostic, 'rule' | 'facts'>,
  language: Language,
): readonly string[] {
  const rule = ruleById(id)
  return rule?.scope === 'column' || rule?.scope === 'cell'
    ? (rule.choices ?? []).map(choice => choice[language](facts))
    : []
}

/** The title of a rule's page. */
export function ruleTitle(id: string, language: Language): string {
  return /^# (.+)$/m.exec(rulePage(id, language))?.[1] ?? id
}

type Key =
  | 'cell'
  | 'quotes'
  | 'row'
  | 'order'
  | 'add cells'
  | 'header'
  | 'line-end'
  | 'column'
  | 'rows'
  | 'remove cells'
  | 'columns'
  | 'operation'
  | 'member'
  | 'item'
  | 'key'
  | 'value'
  | 'move'
  | 'mend'
  | 'drop'

function keyOf(change: ReadyFix['changes'][number]): Key {
  if ('operation' in change) return 'operation'
  if ('move' in change) return 'move'
  if ('mend' in change) return 'mend'
  if ('drop' in change) return 'drop'
  if ('set' in change) return change.set
  if ('add' in change) return change.add === 'cells' ? 'add cells' : change.add
  return change.remove === 'cells' ? 'remove cells' : change.remove
}

const shown = (value: string) => (value.length > 60 ? `${value.slice(0, 59)}…` : value)

const titles: Readonly<Record<Key, Said<never>>> = {
  cell: {
    fr: ({ value }: { value: string }) => (value === '' ? 'Vider la cellule' : `Remplacer par « ${shown(value)} »`),
    en: ({ value }: { value: string }) => (value === '' ? 'Empty the cell' : `Replace with “${shown(value)}”`),
  },
  quotes: {
    fr: () => 'Mettre la cellule entre guillemets et protéger ceux qu’elle contient',
    en: () => 'Quote the cell and escape the quotes it holds',
  },
  row: { fr: () => 'Réécrire la ligne', en: () => 'Rewrite the row' },
  order: {
    fr: () => 'Remettre les colonnes dans l’ordre du schéma',
    en: () => 'Put the columns in the schema’s order',
  },
  'add cells': {
    fr: ({ count }: { count: number }) =>
      count === 1
        ? 'Ajouter une cellule vide en fin de ligne'
        : `Ajouter ${counted(count, 'fr')} cellules vides en fin de ligne`,
    en: ({ count }: { count: number }) =>
      count === 1
        ? 'Add an empty cell at the end of the row'
        : `Add ${counted(count, 'en')} empty cells at the end of the row`,
  },
  header: { fr: () => 'Ajouter la ligne d’en-tête', en: () => 'Add the header row' },
  'line-end': { fr: () => 'Terminer la dernière ligne', en: () => 'End the last line' },
  column: {
    fr: ({ label }: { label: string }) => `Ajouter la colonne « ${shown(label)} », vide`,
    en: ({ label }: { label: string }) => `Add the column “${shown(label)}”, empty`,
  },
  rows: {
    fr: ({ count }: { count: number }) =>
      count === 1 ? 'Supprimer la ligne' : `Supprimer les ${counted(count, 'fr')} lignes`,
    en: ({ count }: { count: number }) => (count === 1 ? 'Delete the row' : `Delete the ${counted(count, 'en')} rows`),
  },
  'remove cells': { fr: () => 'Supprimer les cellules en trop', en: () => 'Delete the extra cells' },
  columns: {
    fr: ({ count }: { count: number }) =>
      count === 1 ? 'Supprimer la colonne' : `Supprimer les ${counted(count, 'fr')} colonnes`,
    en: ({ count }: { count: number }) =>
      count === 1 ? 'Delete the column' : `Delete the ${counted(count, 'en')} columns`,
  },
  member: {
    fr: ({ name, value }: { name: string; value: unknown }) =>
      `Ajouter « ${shown(name)} » : ${shown(JSON.stringify(value))}`,
    en: ({ name, value }: { name: string; value: unknown }) => `Add “${shown(name)}”: ${shown(JSON.stringify(value))}`,
  },
  item: {
    fr: ({ value }: { value: unknown }) => `Ajouter ${shown(JSON.stringify(value))}`,
    en: ({ value }: { value: unknown }) => `Add ${shown(JSON.stringify(value))}`,
  },
  key: {
    fr: ({ name }: { name: string }) => `Renommer en « ${shown(name)} »`,
    en: ({ name }: { name: string }) => `Rename to “${shown(name)}”`,
  },
  value: {
    fr: ({ value }: { value: unknown }) => `Remplacer par ${shown(JSON.stringify(value))}`,
    en: ({ value }: { value: unknown }) => `Replace with ${shown(JSON.stringify(value))}`,
  },
  move: {
    fr: ({ move }: { move: string }) => `Déplacer dans « ${shown(lastStep(move))} »`,
    en: ({ move }: { move: string }) => `Move into “${shown(lastStep(move))}”`,
  },
  mend: {
    fr: ({ mend: { kind } }: { mend: Flaw }) => mendings[kind]?.fr ?? 'Écrire en JSON',
    en: ({ mend: { kind } }: { mend: Flaw }) => mendings[kind]?.en ?? 'Write as JSON',
  },
  drop: {
    fr: ({ drop, value }: { drop: 'earlier' | 'later'; value: string }) =>
      drop === 'earlier'
        ? `Garder la dernière valeur et supprimer ${shown(value)}`
        : `Garder la première valeur et supprimer ${shown(value)}`,
    en: ({ drop, value }: { drop: 'earlier' | 'later'; value: string }) =>
      drop === 'earlier'
        ? `Keep the last value and remove ${shown(value)}`
        : `Keep the first value and remove ${shown(value)}`,
  },
  operation: {
    fr: ({ operation }: { operation: keyof typeof operations }) => operations[operation].fr,
    en: ({ operation }: { operation: keyof typeof operations }) => operations[operation].en,
  },
}

const lastStep = (path: string) => path.slice(path.lastIndexOf('/') + 1)

const mendings: Readonly<Partial<Record<Flaw['kind'], Readonly<Record<Language, string>>>>> = {
  'trailing-comma': { fr: 'Supprimer la virgule', en: 'Remove the comma' },
  'missing-comma': { fr: 'Ajouter la virgule', en: 'Add the comma' },
  comment: { fr: 'Supprimer le commentaire', en: 'Remove the comment' },
  'single-quotes': { fr: 'Mettre des guillemets droits doubles', en: 'Use double quotes' },
  'single-quoted-key': { fr: 'Mettre des guillemets droits doubles', en: 'Use double quotes' },
  'unescaped-quote': { fr: 'Écrire \\" dans le texte', en: 'Write \\" inside the text' },
  'missing-quote': { fr: 'Fermer le texte par un guillemet', en: 'Close the text with a quote' },
  'unquoted-key': { fr: 'Mettre la clé entre guillemets', en: 'Quote the key' },
}

const operations = {
  reencode: { fr: 'Réenregistrer le fichier en UTF-8', en: 'Save the file again as UTF-8' },
  'remove-byte-order-mark': { fr: 'Retirer la marque d’ordre des octets', en: 'Remove the byte order mark' },
  'line-endings': { fr: 'Unifier les fins de ligne', en: 'Make all line ends alike' },
} as const
