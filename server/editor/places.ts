import {
  type CancellationToken,
  ErrorCodes,
  type Location,
  ResponseError,
  type TextDocumentPositionParams,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import { offsetOf, rangeOf, textEdits } from './convert'
import { labelAt, labelEdits, labelsNamed } from '../engine/labels'
import { referredRow } from '../engine/referred-row'
import { knownField, nameEdits } from '../engine/schema-names'
import { declarations, type Named } from './declarations'
import { type Asked, type Follower, followers, schemaReading } from './followers'
import type { Session } from './one-client'
import { untilCancelled } from './reports'

/** Answers where a label or a field is declared, where it is named, and what has to change when it is renamed. */
export function answerPlaces(session: Session): void {
  const { connection } = session
  const answer = async <Result>(
    { textDocument, position }: TextDocumentPositionParams,
    token: CancellationToken,
    work: (named: Named, asked: Asked) => Promise<Result | null> | Result | null,
  ): Promise<Result | null> => {
    const file = session.file(textDocument.uri)
    const reading = await untilCancelled(file.reading(), token)
    if (!reading) return null
    const asked: Asked = { file, reading, offset: offsetOf(reading.source, position) }
    const named = namedAt(session, asked)
    return named ? untilCancelled(Promise.resolve(work(named, asked)), token) : null
  }

  connection.onDefinition((params, token) =>
    answer(params, token, async (named, asked) => {
      const row = referredLocation(session, asked)
      return row ? [row] : (await declarations(session, named)).slice(0, 1)
    }),
  )
  connection.onReferences((params, token) =>
    answer(params, token, async (named, asked) => {
      const declared = await declarations(session, named)
      const labels = await labelsOf(session, named, asked)
      return [...(params.context.includeDeclaration ? declared : declared.slice(1)), ...labels]
    }),
  )
  connection.onPrepareRename((params, token) =>
    answer(params, token, ({ name }, asked) => {
      const range = rangeAt(asked)
      return range ? { range, placeholder: name } : null
    }),
  )
  connection.onRenameRequest((params, token) =>
    answer(params, token, async (named, asked) => {
      const newName = params.newName.trim()
      const { language } = session.reader()
      if (newName === '') throw new ResponseError(ErrorCodes.InvalidParams, nameless[language])
      if (!rangeAt(asked)) return null
      if (newName !== named.name && (await isTaken(session, named, newName, asked)))
        throw new ResponseError(ErrorCodes.InvalidParams, taken[language](newName))
      if (newName !== named.name && !canBeNamed(asked, named, newName))
        throw new ResponseError(ErrorCodes.InvalidParams, elsewhere[language](named.name))
      return renamed(session, named, newName, asked)
    }),
  )
}

const nameless = { fr: 'Un champ a besoin d’un nom.', en: 'A field needs a name.' } as const
const taken = {
  fr: (name: string) => `Une autre colonne s’appelle déjà « ${name} ».`,
  en: (name: string) => `Another column is called “${name}” already.`,
} as const

const elsewhere = {
  fr: (name: string) =>
    `De « ${name} », seule la dernière clé peut changer : ce qui précède le dernier point dit dans quel objet elle est.`,
  en: (name: string) =>
    `Of “${name}” only the last key can change: what stands before its last point says which object it is in.`,
} as const

/** Whether a label of the text can have another name: one of a key inside objects must still lead into them. */
function canBeNamed({ reading: { source } }: Asked, { name }: Named, newName: string): boolean {
  const { dataset } = source
  return labelsNamed(dataset, name).length === 0 || labelEdits(dataset, name, newName).length > 0
}

/** What a place of a text names: a label or a cell names its field, and so does a field in its schema. */
function namedAt(session: Session, { file, reading, offset }: Asked): Named | undefined {
  const { dataset } = reading.source
  if (dataset.tree) {
    const known = knownField(dataset.tree, offset)
    return known && { name: known.name, schema: { file: session.platform.pathOf(file.uri), pointer: known.at } }
  }
  const found = labelAt(dataset, offset)
  if (!found) return undefined
  const { name, isField } = found
  const { applied } = dataset
  if (!isField || !applied) return { name, schema: undefined }
  return applied.at ? { name, schema: applied.at } : { name, schema: undefined, bundled: applied.schema.id }
}

/** The row to which the cell under the cursor refers by a foreign key. */
function referredLocation({ platform }: Session, { file, reading: { source }, offset }: Asked): Location | undefined {
  const found = source.dataset.tree ? undefined : referredRow(source.dataset, offset)
  if (!found) return undefined
  if (!('file' in found)) return { uri: file.uri, range: rangeOf(source, found) }
  return { uri: platform.uriOf(found.file), range: { start: found.start, end: found.end } }
}

/** The label or the name under the cursor, which is what a renaming replaces; none in a list, whose elements have the same keys. */
function rangeAt({ reading: { source }, offset }: Asked): Location['range'] | undefined {
  const { dataset } = source
  const found = dataset.tree ? undefined : labelAt(dataset, offset)
  const isInList = ({ column }: { readonly column: number }) => dataset.table.listsAt[column] !== undefined
  if (found && labelsNamed(dataset, found.name).some(isInList)) return undefined
  const span = dataset.tree ? knownField(dataset.tree, offset)?.span : found?.span
  return span && rangeOf(source, span)
}

async function filesOf(session: Session, { schema, bundled }: Named, asked: Asked): Promise<readonly Follower[]> {
  if (schema || bundled !== undefined) return followers(session, { schema, bundled })
  return [asked]
}

/** The labels of the field in every file that is known to follow its schema. */
async function labelsOf(session: Session, named: Named, asked: Asked): Promise<readonly Location[]> {
  return (await filesOf(session, named, asked)).flatMap(({ file, reading: { source } }) =>
    labelsNamed(source.dataset, named.name).map(({ span }) => ({ uri: file.uri, range: rangeOf(source, span) })),
  )
}

/** Whether a name is that of another column, in the data or in the schema: two of one name could not be told apart. */
async function isTaken(session: Session, named: Named, name: string, asked: Asked): Promise<boolean> {
  const followed = await filesOf(session, named, asked)
  if (followed.some(({ reading: { source } }) => labelsNamed(source.dataset, name).length > 0)) return true
  const { schema } = named
  const reading = schema && (await schemaReading(session, schema))
  const known = reading?.source.dataset.tree?.schemas.find(({ at }) => at === schema?.pointer)
  return known?.schema?.fields.some(field => field.name === name) ?? false
}

/** One edit of all files: the labels of the data, and the name in the schema with all that mentions it. */
async function renamed(session: Session, named: Named, newName: string, asked: Asked): Promise<WorkspaceEdit> {
  const edits: (Follower & { readonly edits: TextEdit[] })[] = []
  for (const { file, reading } of await filesOf(session, named, asked)) {
    const { source } = reading
    edits.push({ file, reading, edits: textEdits(source, labelEdits(source.dataset, named.name, newName)) })
  }
  const { schema } = named
  const reading = schema && (await schemaReading(session, schema))
  const tree = reading?.source.dataset.tree
  if (schema && reading && tree) {
    const names = nameEdits(tree, schema.pointer, named.name, newName)
    const file = session.file(session.platform.uriOf(schema.file))
    edits.push({ file, reading, edits: textEdits(reading.source, names) })
  }
  const some = edits.filter(one => one.edits.length > 0)
  if (!session.client().workspace?.workspaceEdit?.documentChanges)
    return { changes: Object.fromEntries(some.map(one => [one.file.uri, one.edits])) }
  return {
    documentChanges: some.map(one => ({
      textDocument: { uri: one.file.uri, version: one.file.isOpen ? one.reading.version : null },
      edits: one.edits,
    })),
  }
}
