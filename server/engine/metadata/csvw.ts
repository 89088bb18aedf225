import type { DescribedField, DescribedResource, Description } from '../model/description'
import type { Node } from '../model/tree'
import { linked, type Linked, said } from './linked'
import { entries, member, sayings, spoken, spokenBy, nothingTold } from './reading'

/**
 * What metadata of CSV on the Web says of its tables (https://www.w3.org/TR/tabular-metadata/). It need not describe them
 * as a catalogue would, so that nothing is asked beyond what it says.
 */
export function readCsvw(root: Node | undefined): readonly Description[] {
  if (root?.kind !== 'object') return []
  const document = linked(root)
  const tables = entries(member(root, 'tables'))
  const all = tables.length > 0 ? tables : member(root, 'url') ? [root] : []
  const say = (...names: readonly string[]) => document.values(root, ...names).map(said)
  const statements = sayings({
    title: say('title'),
    description: say('description'),
    licence: say('license'),
    issued: say('issued'),
    modified: say('modified'),
    keyword: say('keyword'),
  })
  const resources = all
    .filter(({ kind }) => kind === 'object')
    .map(table => resourceIn(table, member(root, 'dialect'), document))
  return [{ node: root, said: statements, slots: new Map(), resources }]
}

function resourceIn(node: Node, dialect: Node | undefined, document: Linked): DescribedResource {
  const url = spokenBy(node, 'url')
  const schema = member(node, 'tableSchema')
  const ownDialect = member(node, 'dialect') ?? dialect
  const describes = document.first(node, 'description')
  return {
    node,
    title: document.first(node, 'title'),
    description: describes,
    paths: url ? [url] : [],
    format: 'csv',
    role: undefined,
    schema: spoken(schema),
    fields: entries(member(schema, 'columns')).flatMap(column => fieldIn(column, document)),
    told: {
      ...nothingTold,
      encoding: spokenBy(ownDialect, 'encoding'),
      others: [spoken(schema), spoken(ownDialect)].filter(figure => figure !== undefined),
    },
  }
}

function fieldIn(node: Node, document: Linked): readonly DescribedField[] {
  const name = spokenBy(node, 'name')
  const explains = document.values(node, 'titles', 'title', 'description', 'propertyUrl')
  return name ? [{ node, name: name.text, isExplained: explains.length > 0 }] : []
}
