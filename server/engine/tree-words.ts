import type { TreeKind } from './model/described-tree'
import type { Language } from './model/language'

/** What a schema or a document of metadata is, in a sentence. */
export const treeWords: Readonly<Record<TreeKind, Readonly<Record<Language, string>>>> = {
  'table-schema': { fr: 'Ce fichier est lui-même un schéma.', en: 'This file is a schema itself.' },
  'data-package': { fr: 'Ce fichier décrit un paquet de données.', en: 'This file describes a package of data.' },
  'data-resource': { fr: 'Ce fichier décrit un fichier de données.', en: 'This file describes a data file.' },
  'table-dialect': { fr: 'Ce fichier dit comment un tableau est écrit.', en: 'This file says how a table is written.' },
  csvw: {
    fr: 'Ce fichier décrit des tableaux, comme CSVW le demande.',
    en: 'This file describes tables, as CSVW asks for.',
  },
  'csvw-schema': {
    fr: 'Ce fichier est lui-même un schéma, comme CSVW le demande.',
    en: 'This file is a schema itself, as CSVW asks for.',
  },
  dcat: { fr: 'Ce fichier est une fiche de métadonnées DCAT.', en: 'This file is metadata in DCAT.' },
  'data-gouv': { fr: 'Ce fichier est une fiche de data.gouv.fr.', en: 'This file is a dataset of data.gouv.fr.' },
  'schema-org': {
    fr: 'Ce fichier est une fiche schema.org, pour les moteurs de recherche.',
    en: 'This file is metadata of schema.org, for search engines.',
  },
}
