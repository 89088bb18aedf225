import type { FieldType } from '../model/field'
import type { Language } from '../model/language'

/** Where a property stands in a Table Schema. */
export type Level = 'schema' | 'field' | 'constraints' | 'foreign-key' | 'reference' | 'custom-check'

/** A property of Table Schema and what it is for, in one or two sentences of Markdown. */
export interface Property {
  readonly kind: 'text' | 'list' | 'object' | 'truth' | 'number' | 'any'
  readonly words: Readonly<Record<Language, string>>
  /** Types to which it applies; absent: all. */
  readonly types?: readonly FieldType[]
}

const ordered: readonly FieldType[] = ['integer', 'number', 'date', 'time', 'datetime', 'duration', 'year', 'yearmonth']
const long: readonly FieldType[] = ['string', 'array', 'object', 'list']

const missingValues: Property = {
  kind: 'list',
  words: {
    fr: 'Ce qui, dans une cellule, veut dire « pas de valeur » : la cellule vide si rien n’est dit ici. Une valeur comme `NC` ou `-99` qui n’y figure pas est prise pour une donnée.',
    en: 'What says “no value” in a cell: the empty cell when nothing is said here. A value such as `NC` or `-99` that is not listed is taken for data.',
  },
}

/**
 * The properties of Table Schema, versions 1 and 2 (https://datapackage.org/standard/table-schema/), and those that
 * French schemas and Validata add.
 */
export const properties: Readonly<Record<Level, Readonly<Record<string, Property>>>> = {
  schema: {
    $schema: {
      kind: 'text',
      words: {
        fr: 'L’adresse de la norme que ce schéma suit : elle dit aux outils dans quelle version le lire.',
        en: 'The address of the standard that this schema follows: it tells tools in which version to read it.',
      },
    },
    name: {
      kind: 'text',
      words: {
        fr: 'Le nom court du schéma, en minuscules et sans accents : il sert d’identifiant aux outils.',
        en: 'The short name of the schema, in lower case and without accents: tools use it as an identifier.',
      },
    },
    title: {
      kind: 'text',
      words: { fr: 'Le titre du schéma, pour les personnes.', en: 'The title of the schema, for people.' },
    },
    description: {
      kind: 'text',
      words: {
        fr: 'À quoi servent les données que ce schéma décrit, et ce qu’elles recouvrent. Le Markdown est admis.',
        en: 'What the data that this schema describes is for, and what it covers. Markdown is allowed.',
      },
    },
    fields: {
      kind: 'list',
      words: {
        fr: 'Les champs, un par colonne, dans l’ordre des colonnes. Chacun a au moins un `name`.',
        en: 'The fields, one for each column, in the order of the columns. Each has at least a `name`.',
      },
    },
    fieldsMatch: {
      kind: 'text',
      words: {
        fr: 'Comment les colonnes répondent aux champs (version 2) : `exact` (les mêmes, dans l’ordre), `equal` (les mêmes), `subset` (tous les champs, d’autres colonnes admises), `superset` (des champs peuvent manquer), `partial` (au moins un en commun).',
        en: 'How columns answer to fields (version 2): `exact` (the same, in order), `equal` (the same), `subset` (all fields, other columns allowed), `superset` (fields may be missing), `partial` (at least one in common).',
      },
    },
    primaryKey: {
      kind: 'list',
      words: {
        fr: 'Le ou les champs qui, ensemble, désignent une ligne et une seule : ils ne sont jamais vides et leurs valeurs ne se répètent pas.',
        en: 'The field or fields that together identify one row and only one: they are never empty and their values do not repeat.',
      },
    },
    uniqueKeys: {
      kind: 'list',
      words: {
        fr: 'D’autres groupes de champs dont les valeurs réunies ne se répètent pas (version 2) : une liste de listes de noms.',
        en: 'Other groups of fields whose values taken together do not repeat (version 2): a list of lists of names.',
      },
    },
    foreignKeys: {
      kind: 'list',
      words: {
        fr: 'Les champs dont chaque valeur doit exister dans un autre tableau, ou ailleurs dans celui-ci.',
        en: 'Fields each of whose values must exist in another table, or elsewhere in this one.',
      },
    },
    missingValues,
    version: {
      kind: 'text',
      words: {
        fr: 'La version du schéma, par exemple `1.2.0` : elle change dès qu’un champ ou une règle change.',
        en: 'The version of the schema, such as `1.2.0`: it changes as soon as a field or a rule does.',
      },
    },
    created: {
      kind: 'text',
      words: { fr: 'La date de création du schéma, AAAA-MM-JJ.', en: 'The day the schema was made, YYYY-MM-DD.' },
    },
    lastModified: {
      kind: 'text',
      words: {
        fr: 'La date de la dernière modification du schéma, AAAA-MM-JJ.',
        en: 'The day the schema was last changed, YYYY-MM-DD.',
      },
    },
    homepage: {
      kind: 'text',
      words: { fr: 'La page où ce schéma est présenté.', en: 'The page on which this schema is presented.' },
    },
    path: {
      kind: 'text',
      words: {
        fr: 'L’adresse où ce fichier de schéma est publié, dans cette version.',
        en: 'The address at which this schema file is published, in this version.',
      },
    },
    countryCode: {
      kind: 'text',
      words: {
        fr: 'Le pays pour lequel le schéma est fait, en deux lettres : `FR`.',
        en: 'The country that the schema is made for, in two letters: `FR`.',
      },
    },
    contributors: {
      kind: 'list',
      words: {
        fr: 'Ceux qui ont fait le schéma, chacun avec `title`, et au besoin `email`, `organisation` et `role`.',
        en: 'Those who made the schema, each with `title` and, as needed, `email`, `organisation` and `role`.',
      },
    },
    licenses: {
      kind: 'list',
      words: {
        fr: 'Les licences du schéma lui-même (pas des données), chacune avec `name`, `title` ou `path`.',
        en: 'The licences of the schema itself (not of the data), each with `name`, `title` or `path`.',
      },
    },
    keywords: {
      kind: 'list',
      words: { fr: 'Les mots par lesquels on cherche ce schéma.', en: 'The words by which one looks for this schema.' },
    },
    sources: {
      kind: 'list',
      words: {
        fr: 'Les textes et référentiels dont le schéma découle, chacun avec `title` et `path`.',
        en: 'The texts and reference data from which the schema derives, each with `title` and `path`.',
      },
    },
    resources: {
      kind: 'list',
      words: {
        fr: 'Des fichiers d’exemple qui suivent le schéma, chacun avec `title` et `path` (usage de schema.data.gouv.fr).',
        en: 'Sample files that follow the schema, each with `title` and `path` (a usage of schema.data.gouv.fr).',
      },
    },
    custom_checks: {
      kind: 'list',
      words: {
        fr: 'Les vérifications que Validata ajoute à la norme, par exemple celle d’un SIRET : chacune a un `name` et des `params`.',
        en: 'The checks that Validata adds to the standard, of a SIRET for example: each has a `name` and `params`.',
      },
    },
  },
  field: {
    name: {
      kind: 'text',
      words: {
        fr: 'Le nom du champ : exactement l’en-tête de la colonne, casse et accents compris.',
        en: 'The name of the field: exactly the label of the column, case and accents included.',
      },
    },
    title: {
      kind: 'text',
      words: { fr: 'Le nom du champ pour les personnes.', en: 'The name of the field for people.' },
    },
    description: {
      kind: 'text',
      words: {
        fr: 'Ce que le champ veut dire et comment on le remplit. Le Markdown est admis.',
        en: 'What the field means and how it is filled in. Markdown is allowed.',
      },
    },
    type: {
      kind: 'text',
      words: {
        fr: 'Ce que sont les valeurs : texte, nombre, date… Toutes les cellules de la colonne doivent se lire ainsi.',
        en: 'What the values are: text, number, date… Every cell of the column must read as such.',
      },
    },
    format: {
      kind: 'text',
      words: {
        fr: 'Comment le type est écrit : `email` ou `uri` pour un texte, `%d/%m/%Y` pour une date. Sans lui, l’écriture usuelle du type.',
        en: 'How the type is written: `email` or `uri` for a text, `%d/%m/%Y` for a date. Without it, the usual spelling of the type.',
      },
    },
    example: {
      kind: 'text',
      words: {
        fr: 'Une valeur juste, que l’on pourra recopier : elle doit passer les règles du champ.',
        en: 'A right value that people can copy: it must pass the rules of the field.',
      },
    },
    examples: {
      kind: 'list',
      words: {
        fr: 'Des valeurs justes, que l’on pourra recopier (version 2).',
        en: 'Right values that people can copy (version 2).',
      },
    },
    rdfType: {
      kind: 'text',
      words: {
        fr: 'L’adresse d’un vocabulaire public qui définit ce que le champ contient.',
        en: 'The address in a public vocabulary of what the field holds.',
      },
    },
    constraints: {
      kind: 'object',
      words: {
        fr: 'Les règles que chaque valeur doit suivre en plus de son type. Une contrainte posée à côté n’est pas vérifiée.',
        en: 'The rules that each value must follow besides its type. A constraint that stands beside it is not checked.',
      },
    },
    missingValues,
    trueValues: {
      kind: 'list',
      types: ['boolean'],
      words: {
        fr: 'Les écritures de « vrai » : `true`, `True`, `TRUE` et `1` si rien n’est dit ici.',
        en: 'The spellings of “true”: `true`, `True`, `TRUE` and `1` when nothing is said here.',
      },
    },
    falseValues: {
      kind: 'list',
      types: ['boolean'],
      words: {
        fr: 'Les écritures de « faux » : `false`, `False`, `FALSE` et `0` si rien n’est dit ici.',
        en: 'The spellings of “false”: `false`, `False`, `FALSE` and `0` when nothing is said here.',
      },
    },
    decimalChar: {
      kind: 'text',
      types: ['number'],
      words: {
        fr: 'Le signe qui précède les décimales : le point si rien n’est dit ici.',
        en: 'The sign before the decimals: a point when nothing is said here.',
      },
    },
    groupChar: {
      kind: 'text',
      types: ['number', 'integer'],
      words: {
        fr: 'Le signe entre les milliers : aucun si rien n’est dit ici.',
        en: 'The sign between thousands: none when nothing is said here.',
      },
    },
    bareNumber: {
      kind: 'truth',
      types: ['number', 'integer'],
      words: {
        fr: '`false` quand les nombres ont autre chose autour d’eux, comme `€` ou `%` ; `true` sinon.',
        en: '`false` when numbers have something round them, such as `€` or `%`; `true` otherwise.',
      },
    },
    categories: {
      kind: 'list',
      types: ['string', 'integer'],
      words: {
        fr: 'Les catégories entre lesquelles le champ choisit (version 2), nues ou sous la forme `{ "value": 1, "label": "bon" }`.',
        en: 'The categories from which the field chooses (version 2), plain or as `{ "value": 1, "label": "good" }`.',
      },
    },
    categoriesOrdered: {
      kind: 'truth',
      types: ['string', 'integer'],
      words: {
        fr: '`true` quand l’ordre des catégories a un sens, comme petit, moyen, grand (version 2).',
        en: '`true` when the order of the categories means something, as in small, medium, large (version 2).',
      },
    },
    delimiter: {
      kind: 'text',
      types: ['list'],
      words: {
        fr: 'Le signe entre les éléments d’une liste : la virgule si rien n’est dit ici (version 2).',
        en: 'The sign between the items of a list: a comma when nothing is said here (version 2).',
      },
    },
    itemType: {
      kind: 'text',
      types: ['list'],
      words: {
        fr: 'Le type de chaque élément d’une liste : texte si rien n’est dit ici (version 2).',
        en: 'The type of each item of a list: text when nothing is said here (version 2).',
      },
    },
    arrayItem: {
      kind: 'object',
      types: ['array'],
      words: {
        fr: 'Ce que doit être chaque élément d’un tableau JSON, écrit comme un champ (usage français, hors norme).',
        en: 'What each item of a JSON array must be, written as a field is (a French usage, outside the standard).',
      },
    },
  },
  constraints: {
    required: {
      kind: 'truth',
      words: {
        fr: '`true` quand la cellule ne doit jamais être vide.',
        en: '`true` when the cell must never be empty.',
      },
    },
    unique: {
      kind: 'truth',
      words: {
        fr: '`true` quand une valeur ne doit apparaître qu’une fois dans la colonne.',
        en: '`true` when a value must appear only once in the column.',
      },
    },
    enum: {
      kind: 'list',
      words: {
        fr: 'Les seules valeurs admises. Elles sont comparées à la lettre, casse et accents compris.',
        en: 'The only values allowed. They are compared letter by letter, case and accents included.',
      },
    },
    pattern: {
      kind: 'text',
      types: ['string'],
      words: {
        fr: 'L’expression régulière que la valeur entière doit suivre. Pensez à doubler les barres obliques inversées : `\\\\d`.',
        en: 'The regular expression that the whole value must follow. Remember to double backslashes: `\\\\d`.',
      },
    },
    minimum: {
      kind: 'any',
      types: ordered,
      words: { fr: 'La plus petite valeur admise, elle comprise.', en: 'The least value allowed, itself included.' },
    },
    maximum: {
      kind: 'any',
      types: ordered,
      words: { fr: 'La plus grande valeur admise, elle comprise.', en: 'The greatest value allowed, itself included.' },
    },
    exclusiveMinimum: {
      kind: 'any',
      types: ordered,
      words: {
        fr: 'La valeur que toutes doivent dépasser, elle non comprise (version 2).',
        en: 'The value that all must be above, itself excluded (version 2).',
      },
    },
    exclusiveMaximum: {
      kind: 'any',
      types: ordered,
      words: {
        fr: 'La valeur sous laquelle toutes doivent rester, elle non comprise (version 2).',
        en: 'The value that all must stay below, itself excluded (version 2).',
      },
    },
    minLength: {
      kind: 'number',
      types: long,
      words: {
        fr: 'Le plus petit nombre de caractères, ou d’éléments pour une liste.',
        en: 'The least number of characters, or of items in a list.',
      },
    },
    maxLength: {
      kind: 'number',
      types: long,
      words: {
        fr: 'Le plus grand nombre de caractères, ou d’éléments pour une liste.',
        en: 'The greatest number of characters, or of items in a list.',
      },
    },
    jsonSchema: {
      kind: 'object',
      types: ['array', 'object'],
      words: {
        fr: 'Le schéma JSON Schema que la valeur, qui est du JSON, doit suivre.',
        en: 'The JSON Schema that the value, which is JSON itself, must follow.',
      },
    },
  },
  'foreign-key': {
    fields: {
      kind: 'list',
      words: {
        fr: 'Le ou les champs de ce tableau dont les valeurs viennent d’ailleurs.',
        en: 'The field or fields of this table whose values come from elsewhere.',
      },
    },
    reference: {
      kind: 'object',
      words: {
        fr: 'D’où viennent ces valeurs : une ressource et ses champs.',
        en: 'Where these values come from: a resource and its fields.',
      },
    },
  },
  reference: {
    resource: {
      kind: 'text',
      words: {
        fr: 'Le nom de la ressource du même paquet ; vide pour ce tableau même.',
        en: 'The name of the resource in the same package; empty for this very table.',
      },
    },
    fields: {
      kind: 'list',
      words: {
        fr: 'Les champs de l’autre tableau, dans le même ordre.',
        en: 'The fields of the other table, in the same order.',
      },
    },
  },
  'custom-check': {
    name: {
      kind: 'text',
      words: {
        fr: 'La vérification de Validata, par exemple `french-siret-value`.',
        en: 'The check of Validata, such as `french-siret-value`.',
      },
    },
    params: {
      kind: 'object',
      words: {
        fr: 'Ce que la vérification doit savoir, au moins la colonne : `{ "column": "siret" }`.',
        en: 'What the check must know, at least the column: `{ "column": "siret" }`.',
      },
    },
  },
}

/** The formats that Table Schema gives each type, the usual one first; those of dates are also any `strptime` pattern. */
export const formats: Readonly<Partial<Record<FieldType, readonly string[]>>> = {
  string: ['default', 'email', 'uri', 'uuid', 'binary'],
  date: ['default', '%Y-%m-%d', '%d/%m/%Y', 'any'],
  time: ['default', '%H:%M', 'any'],
  datetime: ['default', '%Y-%m-%d %H:%M:%S', '%d/%m/%Y %H:%M', 'any'],
  geopoint: ['default', 'array', 'object'],
  geojson: ['default', 'topojson'],
}
