import type { Field } from './model/field'
import type { Language } from './model/language'
import { layoutOf } from './model/layout'
import { shownList } from './model/shown'
import { typeWords } from './type-words'

/** What a field asks of its values, a line each; `spelt`: a value of the schema as the format at hand writes it. */
export function fieldInWords(
  field: Field,
  language: Language,
  spelt: (value: string) => string = value => value,
): readonly string[] {
  const { constraints } = field
  const say = words[language]
  const layout = ['date', 'datetime', 'time'].includes(field.type) ? layoutOf(field)[language] : undefined
  const lines = [
    layout === undefined ? typeWords[field.type][language] : `${typeWords[field.type][language]} (${spelt(layout)})`,
    requiredInWords(field, language),
  ]
  if (constraints.unique) lines.push(say.unique)
  if (constraints.enum) lines.push(say.among(spelt(shownList[language](constraints.enum))))
  if (constraints.pattern) lines.push(say.pattern(spelt(constraints.pattern.source)))
  const least = constraints.minimum ?? constraints.exclusiveMinimum
  if (least !== undefined) lines.push(say.least(spelt(least)))
  const most = constraints.maximum ?? constraints.exclusiveMaximum
  if (most !== undefined) lines.push(say.most(spelt(most)))
  const { minLength, maxLength } = constraints
  if (minLength !== undefined && minLength === maxLength) return [...lines, say.length(minLength)]
  if (minLength !== undefined) lines.push(say.shortest(minLength))
  if (maxLength !== undefined) lines.push(say.longest(maxLength))
  return lines
}

/** Whether a field may stay empty. */
export function requiredInWords({ constraints }: Field, language: Language): string {
  return constraints.required ? words[language].required : words[language].optional
}

const words = {
  fr: {
    required: 'Valeur obligatoire.',
    optional: 'Valeur facultative.',
    unique: 'Chaque valeur n’apparaît qu’une fois.',
    among: (values: string) => `Valeurs admises : ${values}.`,
    pattern: (source: string) => `Écriture vérifiée par les logiciels : ${source}`,
    least: (value: string) => `Pas en dessous de ${value}.`,
    most: (value: string) => `Pas au-dessus de ${value}.`,
    shortest: (count: number) => `Au moins ${count} caractère${count > 1 ? 's' : ''}.`,
    longest: (count: number) => `Au plus ${count} caractère${count > 1 ? 's' : ''}.`,
    length: (count: number) => `${count} caractère${count > 1 ? 's' : ''}, ni plus ni moins.`,
  },
  en: {
    required: 'A value is required.',
    optional: 'The value is optional.',
    unique: 'Each value appears only once.',
    among: (values: string) => `Allowed values: ${values}.`,
    pattern: (source: string) => `Spelling that software checks: ${source}`,
    least: (value: string) => `Not below ${value}.`,
    most: (value: string) => `Not above ${value}.`,
    shortest: (count: number) => `At least ${count} character${count > 1 ? 's' : ''}.`,
    longest: (count: number) => `At most ${count} character${count > 1 ? 's' : ''}.`,
    length: (count: number) => `${count} character${count > 1 ? 's' : ''}, no more and no less.`,
  },
} as const
