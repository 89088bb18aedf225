import { candidatesTold } from '../candidates-told'
import { openDataset } from '../engine/dataset'
import type { Field, Localised } from '../engine/model/field'
import type { Language } from '../engine/model/language'
import { inPercent } from '../engine/model/counted'
import type { Schema } from '../engine/model/schema'
import { bundledSchema, catalogue } from '../engine/schema/catalogue'
import { type Candidate, clearLeader, tied } from '../engine/schema/recognise'
import type { Problem } from '../files/files'
import type { Refusal } from './grounds'
import { count, flag, type JsonSchema, listOf, objectOf, text } from './json-schema'
import type { Answer, Around, Tool } from './tool'

interface Asked {
  readonly search?: string
  readonly path?: string
  readonly id?: string
  readonly cursor?: number
}

/** Schemas, or fields of one, that are told at once. */
const MOST = 30
/** Values of an enumeration that are told. */
const MOST_VALUES = 20
/** Schemas that are told of a file, the likeness from which another than the nearest is, and names of each kind. */
const MOST_LIKE = 3
const LEAST_LIKE = 0.1
const MOST_NAMES = 20

const schema: Readonly<Record<string, JsonSchema>> = { id: text, 'version?': text, 'title?': text }

export const schemaTool: Tool = {
  name: 'vigie_schema',
  title: { fr: 'Trouver un schéma', en: 'Find a schema' },
  description: {
    fr: 'Les schémas nationaux livrés avec Vigie. Avec search : ceux dont parlent ces mots ; avec path : ceux qui ressemblent à un fichier, et pourquoi ; avec id : les champs d’un schéma. Sans argument : le catalogue.',
    en: 'The national schemas that come with Vigie. With search: those that speak of these words; with path: those that resemble a file, and why; with id: the fields of a schema. Without argument: the catalogue.',
  },
  input: language => {
    const say = members[language]
    return objectOf({
      'search?': { type: 'string', description: say.search },
      'path?': { type: 'string', description: say.path },
      'id?': { type: 'string', description: say.id },
      'cursor?': { type: 'integer', minimum: 0, description: say.cursor },
    })
  },
  output: objectOf({
    'schemas?': listOf(objectOf(schema)),
    'candidates?': listOf(
      objectOf({
        ...schema,
        likeness: { type: 'number', minimum: 0, maximum: 1 },
        found: listOf(text),
        misspelt: listOf(text),
        former: listOf(objectOf({ label: text, name: text })),
        missing: listOf(text),
        unknown: listOf(text),
        values: objectOf({ checked: count, agreeing: count }),
      }),
    ),
    'applies?': text,
    'schema?': objectOf({ ...schema, fieldCount: count, primaryKey: listOf(text) }),
    'fields?': listOf(
      objectOf({
        name: text,
        type: text,
        'format?': text,
        required: flag,
        'title?': text,
        'description?': text,
        'example?': text,
        'enum?': listOf(text),
        'moreValues?': count,
        'pattern?': text,
        'minimum?': text,
        'maximum?': text,
      }),
    ),
    'nextCursor?': count,
  }),
  writes: false,
  run: schemaAsked,
}

async function schemaAsked(asked: Asked, around: Around): Promise<Answer | Refusal> {
  const { search, path, id, cursor = 0 } = asked
  const { language } = around
  if ([search, path, id].filter(one => one !== undefined).length > 1) return { problem: oneOf }
  if (path !== undefined) return likenesses(path, around)
  if (id === undefined) return searched(search ?? '', cursor, language)
  const known = bundledSchema(id)
  return known ? fieldsTold(known, cursor, language) : { problem: unknown(id) }
}

function searched(words: string, cursor: number, language: Language): Answer | Refusal {
  const sought = folded(words).split(/\s+/).filter(Boolean)
  const found = catalogue.filter(({ id, title }) => {
    const told = folded([id, title.fr, title.en].join(' '))
    return sought.every(word => told.includes(word))
  })
  if (found.length === 0) return { problem: nothing(words) }
  const schemas = found
    .slice(cursor, cursor + MOST)
    .map(({ id, version, title }) => ({ id, version, title: inLanguage(title, language) ?? id }))
  const lines = schemas.map(({ id, version, title }) => `${id} ${version} ${title}`)
  return paged({ schemas }, lines, { cursor, total: found.length }, language)
}

function fieldsTold({ id, version, title, fields, primaryKey }: Schema, cursor: number, language: Language): Answer {
  const shown = fields.slice(cursor, cursor + MOST).map(field => fieldTold(field, language))
  const named = {
    id,
    ...(version !== undefined && { version }),
    ...(title && { title: inLanguage(title, language) }),
  }
  const told = { schema: { ...named, fieldCount: fields.length, primaryKey: [...primaryKey] }, fields: shown }
  const star = { fr: 'obligatoire', en: 'required' }[language]
  const lines = [
    Object.values(named).join(' '),
    ...shown.map(
      ({ name, type, required, title: of }) => `${name} (${type}${required ? `, ${star}` : ''}) ${of ?? ''}`,
    ),
  ]
  return paged(told, lines, { cursor, total: fields.length }, language)
}

function fieldTold(field: Field, language: Language) {
  const { name, type, format, title, description, example, constraints } = field
  const { required = false, enum: values, pattern, minimum, maximum } = constraints
  const told = { title: inLanguage(title, language), description: inLanguage(description, language) }
  return {
    name,
    type,
    ...(format !== 'default' && { format }),
    required,
    ...(told.title && { title: told.title }),
    ...(told.description && { description: told.description }),
    ...(example !== undefined && { example }),
    ...(values && { enum: values.slice(0, MOST_VALUES) }),
    ...(values && values.length > MOST_VALUES && { moreValues: values.length - MOST_VALUES }),
    ...(pattern && { pattern: pattern.source }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
  }
}

async function likenesses(path: string, around: Around): Promise<Answer | Refusal> {
  const { language } = around
  const inputs = await around.grounds.inputs({ paths: [path] }, 'schemas')
  if ('problem' in inputs) return inputs
  const { value: input } = await inputs.files.next()
  await inputs.files.return(undefined)
  if (!input) return { problem: inputs.told.at(-1) ?? nothingLike(path) }
  const { schema: _, ...others } = input.open
  const dataset = openDataset(input.bytes, others)
  const all = candidatesTold(dataset)
  if (all.length === 0) return { problem: nothingLike(path) }
  const near = all.filter(({ score }, rank) => rank === 0 || score >= LEAST_LIKE)
  const candidates = near.slice(0, MOST_LIKE).map(candidate => candidateTold(candidate, language))
  const leader = clearLeader(all)?.schema.id
  const rivals = tied(all).map(({ schema: { id } }) => id)
  const facts = { candidates, ...(leader !== undefined && { applies: leader }) }
  const lines = candidates.map(({ id, likeness, missing, unknown: others }) =>
    [
      `${id} ${inPercent(likeness, language)}`,
      missing.length > 0 && `− ${missing.join(', ')}`,
      others.length > 0 && `+ ${others.join(', ')}`,
    ]
      .filter(Boolean)
      .join('; '),
  )
  return { text: [...lines, verdict(leader, rivals)[language]].join('\n'), facts }
}

function candidateTold({ schema: { id, version, title }, score, ...names }: Candidate, language: Language) {
  const { found, misspelt, former, missing, unknown: others, values } = names
  return {
    id,
    ...(version !== undefined && { version }),
    ...(title && { title: inLanguage(title, language) }),
    likeness: Math.round(100 * score) / 100,
    found: few(found),
    misspelt: few(misspelt),
    former: few(former),
    missing: few(missing),
    unknown: few(others),
    values,
  }
}

function few<Name>(list: readonly Name[]): readonly Name[] {
  return list.slice(0, MOST_NAMES)
}

function paged(
  facts: Answer['facts'],
  lines: readonly string[],
  { cursor, total }: { readonly cursor: number; readonly total: number },
  language: Language,
): Answer {
  const next = cursor + MOST
  if (total <= next) return { text: lines.join('\n'), facts }
  const more = {
    fr: `cursor ${next} montre la suite (${total} en tout).`,
    en: `cursor ${next} shows more (${total} in all).`,
  }
  return { text: [...lines, more[language]].join('\n'), facts: { ...facts, nextCursor: next } }
}

function inLanguage(words: Localised | undefined, language: Language): string | undefined {
  return words?.[language] ?? words?.fr ?? words?.en
}

function folded(words: string): string {
  return words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

function verdict(leader: string | undefined, rivals: readonly string[]): Problem {
  if (leader !== undefined)
    return { fr: `${leader} s’applique, sauf avis contraire.`, en: `${leader} applies, unless you say otherwise.` }
  if (rivals.length > 0)
    return {
      fr: `Aucun ne se détache : une personne doit choisir entre ${rivals.join(' et ')}.`,
      en: `None stands out: a person must choose between ${rivals.join(' and ')}.`,
    }
  return {
    fr: 'Aucun ne ressemble assez au fichier pour s’appliquer.',
    en: 'None is enough like the file to apply.',
  }
}

const oneOf: Problem = {
  fr: 'Donnez soit search, soit path, soit id.',
  en: 'Give either search, or path, or id.',
}

function unknown(id: string): Problem {
  return {
    fr: `Le catalogue n’a pas de schéma ${id} ; search en cherche.`,
    en: `The catalogue has no schema ${id}; search looks for some.`,
  }
}

function nothing(words: string): Problem {
  return {
    fr: `Aucun schéma du catalogue ne parle de « ${words} ».`,
    en: `No schema of the catalogue speaks of “${words}”.`,
  }
}

function nothingLike(path: string): Problem {
  return {
    fr: `Aucun schéma du catalogue ne ressemble à ${path}.`,
    en: `No schema of the catalogue resembles ${path}.`,
  }
}

const members = {
  fr: {
    search: 'Des mots : subventions, bornes de recharge, délibérations…',
    path: 'Un fichier à reconnaître.',
    id: 'Un identifiant du catalogue, par exemple scdl/subventions.',
    cursor: 'Combien passer : le nextCursor de la réponse d’avant.',
  },
  en: {
    search: 'Words, in French or English: subventions, charging points, délibérations…',
    path: 'A file to recognise.',
    id: 'An id of the catalogue, for example scdl/subventions.',
    cursor: 'How many to skip: the nextCursor of the answer before.',
  },
} as const
