import { columnConcept } from './column-concept'
import { conceptMarkdown } from './concept-words'
import type { ConceptId } from './concepts'
import type { Dataset } from './dataset'
import { fieldInWords, requiredInWords } from './field-words'
import { columnIdentifier } from './model/column-identifier'
import type { Field } from './model/field'
import type { Language } from './model/language'
import { plain } from './markdown'
import { inLanguage } from './model/localised'
import type { ColumnProfile } from './model/profile'
import type { Reader } from './model/reader'
import { rulePage } from './pages'

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
      fieldInWords(field, language, plain)
        .map(line => `- ${line}`)
        .join('\n'),
    )
  else parts.push(requiredInWords(field, language))
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

const words = {
  fr: {
    unknown: 'Le schéma ne connaît pas cette colonne.',
    example: (value: string) => `Exemple : ${value}`,
  },
  en: {
    unknown: 'The schema does not know this column.',
    example: (value: string) => `Example: ${value}`,
  },
} as const
