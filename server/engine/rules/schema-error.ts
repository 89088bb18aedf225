import type { Language } from '../model/language'
import type { DefectOf } from '../model/schema-defect'
import type { SchemaFault } from '../model/schema-fault'
import { shown } from '../model/shown'
import { defectRule } from './rule'

const kinds = [
  'wrong-kind',
  'no-fields',
  'no-name',
  'duplicate-name',
  'unknown-type',
  'unknown-format',
  'bad-pattern',
  'bad-bound',
  'unordered-type',
  'unknown-field',
  'unknown-check',
  'deprecated-check',
  'bad-check',
  'unfit-constraint',
  'bad-json-schema',
  'unequal-keys',
  'unknown-match',
  'crossed-bounds',
  'no-choice',
  'both-answers',
] as const

type Kind = (typeof kinds)[number]
/** A defect of the schema where it stands, or what of a schema beside the data cannot be relied on. */
export type SchemaErrorFacts = DefectOf<Kind> | SchemaFault

/** Defects with which the schema is still read as it was meant. */
const MILD: ReadonlySet<SchemaErrorFacts['kind']> = new Set([
  'wrong-kind',
  'duplicate-name',
  'unordered-type',
  'unfit-constraint',
  'unknown-check',
  'deprecated-check',
  'defects',
])

/** A schema that says what it cannot mean: part of it will not be checked, or checked by each tool in its own way. */
export const schemaError = defectRule<Kind, SchemaErrorFacts>({
  id: 'schema-error',
  severity(facts) {
    // Nothing is wrong with a schema that is only out of reach.
    if (facts.kind === 'unusable' && facts.because === 'on-network') return 'information'
    return MILD.has(facts.kind) ? 'warning' : 'error'
  },
  preset: 'standard',
  concepts: ['data-schema'],
  frictionless: 'schema-error',
  defects: kinds,

  message: {
    fr: facts => said[facts.kind].fr(facts as never),
    en: facts => said[facts.kind].en(facts as never),
  },

  fix: (facts, node) =>
    'meant' in facts && facts.meant !== undefined ? [{ set: 'value', node, value: facts.meant }] : [],
})

type Sentences = {
  readonly [K in SchemaErrorFacts['kind']]: Readonly<
    Record<Language, (facts: Extract<SchemaErrorFacts, { readonly kind: K }>) => string>
  >
}

const kindWords = {
  object: { fr: 'un objet { }', en: 'an object { }' },
  array: { fr: 'une liste [ ]', en: 'a list [ ]' },
  string: { fr: 'un texte entre guillemets', en: 'a text between quotes' },
  number: { fr: 'un nombre sans guillemets', en: 'a number without quotes' },
  boolean: { fr: 'true ou false, sans guillemets', en: 'true or false, without quotes' },
} as const

const said: Sentences = {
  'wrong-kind': {
    fr: ({ expected }) =>
      `Table Schema attend ici ${kindWords[expected].fr} : les outils stricts refuseront ce schéma.`,
    en: ({ expected }) => `Table Schema expects ${kindWords[expected].en} here: strict tools will refuse this schema.`,
  },
  'no-fields': {
    fr: () => 'Ce schéma ne déclare aucun champ : il lui faut une liste « fields » d’objets qui ont chacun un nom.',
    en: () => 'This schema declares no field: it needs a list “fields” of objects each of which has a name.',
  },
  'no-name': {
    fr: () => 'Il manque ici un « name » : sans lui, rien ne dit à quelle colonne ceci s’applique.',
    en: () => 'A “name” is missing here: without it nothing says which column this is about.',
  },
  'duplicate-name': {
    fr: ({ name }) =>
      `Deux champs portent le nom ${shown.fr(name)} : un seul des deux trouvera sa colonne, renommez l’autre.`,
    en: ({ name }) => `Two fields have the name ${shown.en(name)}: only one will find its column, so rename the other.`,
  },
  'unknown-type': {
    fr: ({ type, meant }) =>
      `Table Schema n’a pas de type ${shown.fr(type)} : le champ n’est pas vérifié, ${meant === undefined ? 'choisissez un type de la norme' : `écrivez sans doute ${shown.fr(meant)}`}.`,
    en: ({ type, meant }) =>
      `Table Schema has no type ${shown.en(type)}: the field is not checked, ${meant === undefined ? 'choose a type of the standard' : `write ${shown.en(meant)} perhaps`}.`,
  },
  'unknown-format': {
    fr: ({ type, format, meant }) =>
      `Le type ${shown.fr(type)} n’a pas de format ${shown.fr(format)} : ${meant === undefined ? 'aucune valeur ne sera vérifiée ainsi, choisissez-en un de la norme' : `écrivez sans doute ${shown.fr(meant)}`}.`,
    en: ({ type, format, meant }) =>
      `The type ${shown.en(type)} has no format ${shown.en(format)}: ${meant === undefined ? 'no value will be checked by it, so choose one of the standard' : `write ${shown.en(meant)} perhaps`}.`,
  },
  'bad-pattern': {
    fr: ({ pattern }) =>
      `Le motif ${shown.fr(pattern)} n’est pas une expression régulière qui se lise : aucune valeur n’y sera comparée, cherchez une parenthèse ou un crochet sans pareil.`,
    en: ({ pattern }) =>
      `The pattern ${shown.en(pattern)} is no regular expression that can be read: no value will be compared with it, so look for a bracket without its other half.`,
  },
  'bad-bound': {
    fr: ({ bound }) =>
      `La limite ${shown.fr(bound)} ne se lit pas comme une valeur du champ : elle n’est pas vérifiée, écrivez-la comme dans les données.`,
    en: ({ bound }) =>
      `The limit ${shown.en(bound)} does not read as a value of the field: it is not checked, so write it as in the data.`,
  },
  'unordered-type': {
    fr: ({ type }) =>
      `Les valeurs de type ${shown.fr(type)} n’ont pas d’ordre : cette limite n’est pas vérifiée, changez le type ou retirez-la.`,
    en: ({ type }) =>
      `Values of type ${shown.en(type)} have no order: this limit is not checked, so change the type or remove it.`,
  },
  'unknown-field': {
    fr: ({ name, meant }) =>
      `Le schéma n’a pas de champ ${shown.fr(name)} : ce qui le cite ici ne peut pas être vérifié, ${meant === undefined ? 'citez un de ses champs' : `écrivez sans doute ${shown.fr(meant)}`}.`,
    en: ({ name, meant }) =>
      `The schema has no field ${shown.en(name)}: what names it here cannot be checked, ${meant === undefined ? 'name one of its fields' : `write ${shown.en(meant)} perhaps`}.`,
  },
  'unknown-check': {
    fr: ({ name }) =>
      `Le contrôle ${shown.fr(name)} n’est connu ni de Vigie ni de Validata : il n’est pas fait, corrigez son nom ou retirez-le.`,
    en: ({ name }) =>
      `Neither Vigie nor Validata knows a check ${shown.en(name)}: it is not run, so correct its name or remove it.`,
  },
  'deprecated-check': {
    fr: ({ name, meant }) =>
      `Le contrôle ${shown.fr(name)} est fait, mais il s’appelle maintenant ${shown.fr(meant)} : écrivez son nouveau nom, car l’ancien ne sera pas toujours compris.`,
    en: ({ name, meant }) =>
      `The check ${shown.en(name)} is run, but it is now called ${shown.en(meant)}: write its new name, since the old one will not always be understood.`,
  },
  'bad-check': {
    fr: ({ name, parameter }) =>
      `Le contrôle ${shown.fr(name)} n’est pas fait : son paramètre ${shown.fr(parameter)} manque ou n’est pas utilisable.`,
    en: ({ name, parameter }) =>
      `The check ${shown.en(name)} is not run: its parameter ${shown.en(parameter)} is absent or no use.`,
  },
  'unfit-constraint': {
    fr: ({ constraint, type }) =>
      `La contrainte ${shown.fr(constraint)} ne dit rien des valeurs de type ${shown.fr(type)} : elle n’est pas vérifiée, changez le type ou retirez-la.`,
    en: ({ constraint, type }) =>
      `The constraint ${shown.en(constraint)} says nothing of values of type ${shown.en(type)}: it is not checked, so change the type or remove it.`,
  },
  'bad-json-schema': {
    fr: ({ trouble }) =>
      trouble === 'too-large'
        ? 'Ce JSON Schema est trop grand pour être essayé : il n’est pas vérifié, simplifiez-le.'
        : 'Ce JSON Schema est mal formé ou renvoie à ce qui n’existe pas : il n’est pas vérifié, corrigez-le.',
    en: ({ trouble }) =>
      trouble === 'too-large'
        ? 'This JSON Schema is too large to be tried: it is not checked, so simplify it.'
        : 'This JSON Schema is malformed or refers to what is not there: it is not checked, so correct it.',
  },
  'unequal-keys': {
    fr: ({ fields, referred }) =>
      `Cette clé a ${fields} champ${fields > 1 ? 's' : ''} ici et ${referred} dans l’autre tableau : elle n’est pas vérifiée, il en faut autant des deux côtés.`,
    en: ({ fields, referred }) =>
      `This key has ${fields} ${fields === 1 ? 'field' : 'fields'} here and ${referred} in the other table: it is not checked, for it needs as many on both sides.`,
  },
  'unknown-match': {
    fr: ({ match }) =>
      `Table Schema ne connaît pas ${shown.fr(match)} : écrivez exact, equal, subset, superset ou partial.`,
    en: ({ match }) =>
      `Table Schema does not know ${shown.en(match)}: write exact, equal, subset, superset or partial.`,
  },
  'crossed-bounds': {
    fr: ({ least, most, values: [low, high] }) =>
      `« ${least} » vaut ${low} et « ${most} » ${high} : aucune valeur n’est entre les deux, échangez-les ou corrigez l’une d’elles.`,
    en: ({ least, most, values: [low, high] }) =>
      `“${least}” is ${low} and “${most}” ${high}: no value lies between them, so swap them or correct one.`,
  },
  'both-answers': {
    fr: ({ value }) =>
      `${shown.fr(value)} dit oui et non à la fois : il est parmi « trueValues » comme parmi « falseValues », retirez-le de l’une des deux listes.`,
    en: ({ value }) =>
      `${shown.en(value)} says yes and no at once: it is among “trueValues” and among “falseValues”, so take it out of one of the two lists.`,
  },
  'no-choice': {
    fr: () =>
      'Cette liste de valeurs permises est vide : toute valeur sera refusée, et les outils stricts refuseront ce schéma, donnez-en une au moins ou retirez la liste.',
    en: () =>
      'This list of allowed values is empty: every value will be refused, and strict tools will refuse this schema, so give at least one or remove the list.',
  },
  unusable: {
    fr: ({ problem }) => problem.fr,
    en: ({ problem }) => problem.en,
  },
  defects: {
    fr: ({ schema, count }) =>
      `Le schéma ${shown.fr(schema)} a ${count === 1 ? 'un défaut' : `${count} défauts`} : une partie de ce qu’il demande n’est pas vérifiée ici, ouvrez-le pour le corriger.`,
    en: ({ schema, count }) =>
      `The schema ${shown.en(schema)} has ${count === 1 ? 'a defect' : `${count} defects`}: part of what it asks is not checked here, so open it and correct it.`,
  },
}
