import { columnConcept } from './column-concept'
import { conceptMarkdown } from './concept-words'
import type { ConceptId } from './concepts'
import type { Dataset } from './dataset'
import { columnIdentifier } from './model/column-identifier'
import type { Field } from './model/field'
import type { Language } from './model/language'
import { layoutOf } from './model/layout'
import { plain } from './markdown'
import { inLanguage } from './model/localised'
import type { ColumnProfile } from './model/profile'
import type { Reader } from './model/reader'
import { shownList } from './model/shown'
import { rulePage } from './pages'
import { typeWords } from './type-words'

/** What a column is for, how it is filled in, and the concept behind it, as Markdown; undefined without such a column. */
export function hoverLabel(dataset: Dataset, column: number, reader: Reader): string | undefined {
  const { labels } = dataset.table
  const label = labels[column]
  if (label === undefined) return undefined
  const field = dataset.described.header.fields[column]
  const parts = field ? meaningOf(field, reader) : [`**${plain(label)}**`]
  if (!field && dataset.applied) parts.push(words[reader.language].unknown)
  return parts.join('\n\n')
}

/** What the schema says of a field that has no column yet, and the concept that it is about, as Markdown. */
export function fieldMarkdown({ applied }: Dataset, field: Field, reader: Reader): string {
  const { name: label, identifier } = field
  const concept = columnConcept({ label, field, identifier, schema: applied?.schema.id })
  return [...meaningOf(field, reader), conceptMarkdown(concept, reader)].join('\n\n')
}

/** The concept that a column is about, by what the schema and what its values say. */
export function hoverConcept(
  { table, described, applied }: Dataset,
  column: number,
  known?: { readonly profile: ColumnProfile; readonly rows: number },
): ConceptId {
  const told = described.columns[column]
  return columnConcept({
    label: table.labels[column] ?? '',
    field: described.header.fields[column],
    identifier: told && columnIdentifier(told),
    schema: applied?.schema.id,
    ...known,
  })
}

/** What the schema says of a field, part by part. */
function meaningOf(field: Field, { language, level }: Reader): string[] {
  const title = inLanguage(field.title, language)
  const description = inLanguage(field.description, language)
  const head = title && title !== field.name ? `**${plain(title)}** — ${plain(field.name)}` : `**${plain(field.name)}**`
  const parts = [head, ...(description ? [plain(description)] : [])]
  if (level === 'agent')
    parts.push(
      asked(field, language)
        .map(line => `- ${line}`)
        .join('\n'),
    )
  else parts.push(field.constraints.required ? words[language].required : words[language].optional)
  if (field.example !== undefined) parts.push(words[language].example(plain(field.example)))
  return parts
}

/** The beginning of a rule's page: why it matters, in at most two paragraphs of Markdown. */
export function ruleInShort(id: string, language: Language): string {
  const [body = ''] = rulePage(id, language)
    .replace(/^# .*\n/m, '')
    .split(/^(?:```|## )/m)
  return body
    .trim()
    .split(/\n{2,}/)
    .slice(0, 2)
    .join('\n\n')
}

function asked(field: Field, language: Language): string[] {
  const { constraints } = field
  const say = words[language]
  const layout = ['date', 'datetime', 'time'].includes(field.type) ? layoutOf(field)[language] : undefined
  const lines = [
    layout === undefined ? typeWords[field.type][language] : `${typeWords[field.type][language]} (${plain(layout)})`,
    constraints.required ? say.required : say.optional,
  ]
  if (constraints.unique) lines.push(say.unique)
  if (constraints.enum) lines.push(say.among(plain(shownList[language](constraints.enum))))
  if (constraints.pattern) lines.push(say.pattern(plain(constraints.pattern.source)))
  const least = constraints.minimum ?? constraints.exclusiveMinimum
  if (least !== undefined) lines.push(say.least(plain(least)))
  const most = constraints.maximum ?? constraints.exclusiveMaximum
  if (most !== undefined) lines.push(say.most(plain(most)))
  if (constraints.minLength !== undefined) lines.push(say.shortest(constraints.minLength))
  if (constraints.maxLength !== undefined) lines.push(say.longest(constraints.maxLength))
  return lines
}

const words = {
  fr: {
    unknown: 'Le schéma ne connaît pas cette colonne.',
    required: 'Valeur obligatoire.',
    optional: 'Valeur facultative.',
    unique: 'Chaque valeur n’apparaît qu’une fois.',
    among: (values: string) => `Valeurs admises : ${values}.`,
    pattern: (source: string) => `Écriture vérifiée par les logiciels : ${source}`,
    least: (value: string) => `Pas en dessous de ${value}.`,
    most: (value: string) => `Pas au-dessus de ${value}.`,
    shortest: (count: number) => `Au moins ${count} caractère${count > 1 ? 's' : ''}.`,
    longest: (count: number) => `Au plus ${count} caractère${count > 1 ? 's' : ''}.`,
    example: (value: string) => `Exemple : ${value}`,
  },
  en: {
    unknown: 'The schema does not know this column.',
    required: 'A value is required.',
    optional: 'The value is optional.',
    unique: 'Each value appears only once.',
    among: (values: string) => `Allowed values: ${values}.`,
    pattern: (source: string) => `Spelling that software checks: ${source}`,
    least: (value: string) => `Not below ${value}.`,
    most: (value: string) => `Not above ${value}.`,
    shortest: (count: number) => `At least ${count} character${count > 1 ? 's' : ''}.`,
    longest: (count: number) => `At most ${count} character${count > 1 ? 's' : ''}.`,
    example: (value: string) => `Example: ${value}`,
  },
} as const
