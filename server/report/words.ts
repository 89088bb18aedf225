import { numberIn } from '../engine/figure-words'
import { partInPercent } from '../engine/model/counted'
import { shown } from '../engine/model/shown'
import type { Dataset } from '../engine/dataset'
import { fixesOf, isChoice } from '../engine/fix'
import type { Diagnostic, Severity } from '../engine/model/diagnostic'
import type { Language } from '../engine/model/language'
import type { Schema, SchemaSource } from '../engine/model/schema'
import { titleOfAny } from '../engine/say'
import { fieldName } from './entry'
import { rowsOf } from '../engine/rows-of'

type Words = Readonly<Record<Language, string>>

const severityWords: Readonly<Record<Severity, Words & { readonly several: Words }>> = {
  error: { fr: 'erreur', en: 'error', several: { fr: 'erreurs', en: 'errors' } },
  warning: { fr: 'avertissement', en: 'warning', several: { fr: 'avertissements', en: 'warnings' } },
  information: { fr: 'information', en: 'note', several: { fr: 'informations', en: 'notes' } },
  hint: { fr: 'conseil', en: 'hint', several: { fr: 'conseils', en: 'hints' } },
}

/** A severity as a word. */
export function severityWord(severity: Severity, language: Language): string {
  return severityWords[severity][language]
}

/** Counts as an enumeration, such as “3 erreurs, 1 avertissement”; what there is none of is left out. */
export function countsInWords(counts: Readonly<Record<Severity, number>>, language: Language): string {
  const parts = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => {
      const words = severityWords[severity as Severity]
      return `${numberIn(count, language)} ${count > 1 ? words.several[language] : words[language]}`
    })
  return parts.join(', ') || { fr: 'aucun constat', en: 'no finding' }[language]
}

const sources: Readonly<Record<SchemaSource, Words>> = {
  flag: { fr: 'choisi par --schema', en: 'chosen by --schema' },
  config: { fr: 'choisi par vigie.json', en: 'chosen by vigie.json' },
  datapackage: { fr: 'déclaré par datapackage.json', en: 'declared by datapackage.json' },
  neighbour: { fr: 'trouvé à côté du fichier', en: 'found beside the file' },
  detected: { fr: 'reconnu à l’en-tête', en: 'recognised by the header' },
}

/** The schema in force, and why. */
export function schemaInWords({ applied }: Dataset, language: Language): string {
  if (!applied)
    return {
      fr: 'Sans schéma, seules les règles générales s’appliquent',
      en: 'Without a schema only the general rules apply',
    }[language]
  const { schema, source } = applied
  const named = `${schemaName(schema)} (${whence(source, language)})`
  return { fr: `Schéma : ${named}`, en: `Schema: ${named}` }[language]
}

/** A schema by its id and its vintage. */
export function schemaName({ id, version }: Pick<Schema, 'id' | 'version'>): string {
  return version === undefined ? id : `${id} ${version}`
}

/** Why a schema is in force. */
export function whence(source: SchemaSource, language: Language): string {
  return sources[source][language]
}

/** Which rows many findings are in: their share of `all` data rows, and the first of them, as persons number them. */
export function rowsInWords(
  { count, all, first }: { readonly count: number; readonly all: number; readonly first: readonly number[] },
  language: Language,
): string {
  const listed = `${first.join(', ')}${count > first.length ? '…' : ''}`
  // A row may have several of them.
  if (count > all) return { fr: `lignes ${listed}`, en: `rows ${listed}` }[language]
  const share = partInPercent(count, all, language)
  return { fr: `${share} des lignes : ${listed}`, en: `${share} of the rows: ${listed}` }[language]
}

/** How the file is written, and how large it is. */
export function dialectInWords(dataset: Dataset, language: Language): string {
  const { dialect, json, table } = dataset
  const delimiter =
    dialect.delimiter === '\t' ? { fr: 'tabulation', en: 'tab' }[language] : shown[language](dialect.delimiter)
  const ends = { '\r\n': 'CRLF', '\n': 'LF', '\r': 'CR' }[dialect.lineTerminator]
  const rows = numberIn(rowsOf(dataset), language)
  const columns = numberIn(table.columnCount, language)
  if (json)
    return `${formOf(dataset)}, ${dialect.encoding}, ${rows} × ${columns} ${{ fr: '(lignes × colonnes)', en: '(rows × columns)' }[language]}`
  return {
    fr: `${dialect.encoding}, séparateur ${delimiter}, fins de ligne ${ends}, ${rows} × ${columns} (lignes × colonnes)`,
    en: `${dialect.encoding}, delimiter ${delimiter}, line ends ${ends}, ${rows} × ${columns} (rows × columns)`,
  }[language]
}

function formOf({ json, table }: Dataset): string {
  if (json === 'lines') return 'JSON Lines'
  return table.isOfFeatures ? 'GeoJSON' : 'JSON'
}

/** Where a finding is, as row and column from 1, or in words when it has no row; in JSON as line and character. */
export function placeInWords(dataset: Dataset, { row, column, span }: Diagnostic, language: Language): string {
  if (dataset.tree || dataset.json) {
    const { line, character } = dataset.lines.position(span.start)
    return `${line + 1}:${character + 1}`
  }
  if (row !== undefined) return column === undefined ? `${row + 1}` : `${row + 1}:${column + 1}`
  if (column === undefined) return { fr: 'fichier', en: 'file' }[language]
  return { fr: 'colonne', en: 'column' }[language] + ` ${fieldName(dataset, column) || column + 1}`
}

/** The ways out that are told of a finding. */
const MOST_WAYS = 3

/** The way out that `vigie fix` knows, or those among which a person must choose, or nothing. */
export function wayOut(dataset: Dataset, diagnostic: Diagnostic, language: Language): string | undefined {
  const fixes = fixesOf(dataset, diagnostic)
  const [best] = fixes
  if (!best) return undefined
  const title = titleOfAny(isChoice(diagnostic) ? fixes : [best], MOST_WAYS, language)
  return best.safe
    ? { fr: `Réparable : ${uncapitalised(title)}.`, en: `Can be repaired: ${uncapitalised(title)}.` }[language]
    : { fr: `À décider : ${uncapitalised(title)} ?`, en: `For you to decide: ${uncapitalised(title)}?` }[language]
}

/** True when `vigie fix` repairs a finding without being asked more. */
export function isRepairable(dataset: Dataset, diagnostic: Diagnostic): boolean {
  return fixesOf(dataset, diagnostic)[0]?.safe ?? false
}

function uncapitalised(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1)
}
