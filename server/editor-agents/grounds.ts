import { isLarge } from '../editor/beginnings'
import { textEdits } from '../editor/convert'
import { decoded, type Place, placesAt } from './places'
import { isJson } from '../engine/open'
import { type Problem, unwritten } from '../files/files'
import type { Session } from '../editor/one-client'
import type { Taken } from '../editor/reading'
import { within } from '../files/path'
import type { ClientRequests } from '../protocol'
import type { Grounds, Refusal, Subject } from '../tools/grounds'
import { type Judging, noRule, unguarded, withGuards } from '../tools/judging'
import { namedSchema } from '../tools/named-schema'

/** Least number of bytes in a chunk: between two of them a keystroke is answered. */
const CHUNK = 1 << 14

/**
 * What tools may read and write in an editor: what it shows and what lies in its folders, judged as the person who works
 * there has it judged. A text that is shown is the editor's, saved or not, and is changed there.
 */
export function editorGrounds(session: Session): Grounds {
  const sources = new WeakMap<Subject, Source>()
  return {
    async inputs({ paths, ...judging }, verb) {
      const places: Place[] = []
      for (const path of paths) {
        const found = await placesAt(session, path)
        if ('problem' in found) return found
        places.push(...found.places)
      }
      const schema =
        judging.schema === undefined ? undefined : await namedSchema(judging.schema, path => fileAt(session, path))
      if (schema && 'problem' in schema) return schema
      const problem = unguarded(judging.rules)
      if (problem) return { problem }
      const told: Problem[] = Object.keys(judging.rules ?? {}).flatMap(id => noRule(id) ?? [])
      const files = async function* (): AsyncGenerator<Subject> {
        for (const place of places) {
          const read = await subjectAt(session, place, { ...judging, ...(schema && { schema: schema.path }) }, verb)
          if (!read) continue
          if ('problem' in read) {
            told.push(read.problem)
            continue
          }
          sources.set(read.subject, read.source)
          yield read.subject
        }
      }
      return { files: files(), told }
    },
    async replace(subject, { first, edits, bytes }) {
      const { path } = subject
      const { at, uri, shown } = sources.get(subject)!
      if (session.passing(at).isOpen !== (shown !== undefined)) return { problem: changedMeanwhile(path) }
      if (!shown)
        return isWritten(session, at, bytes).then(isDone => (isDone ? { notes: [] } : { problem: unwritten(path) }))
      const { version, shift, misread } = shown
      if (misread !== undefined) return { problem: inAnotherEncoding(path, misread) }
      const method: keyof ClientRequests = 'vigie/changeText'
      const change: ClientRequests[typeof method]['params'] = {
        uri,
        version,
        edits: textEdits({ dataset: first, shift }, edits),
      }
      const isDone = await session.connection.sendRequest<boolean>(method, change)
      return isDone ? { notes: [unsaved] } : { problem: changedMeanwhile(path) }
    },
  }
}

/** Where a subject comes from: the disk, or the editor, if it shows it. */
interface Source extends Pick<Taken, 'shown'> {
  readonly at: string
  readonly uri: string
}

/** One file to work on; undefined for JSON in a folder that is no data. */
async function subjectAt(
  session: Session,
  { path: at, isNamed }: Place,
  { schema, preset, rules }: Judging,
  verb: string,
): Promise<{ readonly subject: Subject; readonly source: Source } | Refusal | undefined> {
  const { files } = session.platform
  const path = toldPath(session, at)
  const file = session.passing(at)
  if (!file.isOpen && (await isLarge(files, at))) return { problem: tooLarge(path) }
  const taken = await file.taken(schema)
  if (!file.isOpen) file.forget()
  if (!taken) return isJson(at) && !isNamed ? undefined : { problem: noData(path) }
  const { project, shown } = taken
  if (schema !== undefined && project.schema === undefined && project.problem) return { problem: project.problem }
  // What they turn off or accept would be written anew.
  if (project.unsettled && verb === 'fix') return { problem: project.unsettled }
  const lint = withGuards({
    ...taken.lint,
    ...(preset && { preset }),
    severities: { ...taken.lint.severities, ...rules },
  })
  const open = { chunkSize: CHUNK, ...taken.open, heard: lint }
  const subject = { path, bytes: taken.bytes, paged: undefined, open, lint, before: taken.onDisk }
  return { subject, source: { at, uri: file.uri, ...(shown && { shown }) } }
}

async function fileAt(session: Session, written: string): Promise<Place | Refusal> {
  const found = await placesAt(session, written)
  return 'problem' in found ? found : (found.places[0] ?? { problem: noData(written) })
}

/** A path as it is told, and may be asked for again: from the first folder. */
function toldPath(session: Session, path: string): string {
  const [folder] = session.folders()
  return folder === undefined ? path : within(decoded(folder), decoded(path))
}

async function isWritten({ platform }: Session, path: string, bytes: Uint8Array): Promise<boolean> {
  if (!platform.replace) return false
  return platform.replace(path, bytes).then(
    () => true,
    () => false,
  )
}

/** What is to be known of a text that was repaired in the editor. */
const unsaved: Problem = {
  fr: 'Le texte est réparé dans l’éditeur, en une étape qui s’annule ; il n’est pas encore enregistré.',
  en: 'The text is repaired in the editor, in one step that can be undone; it is not saved yet.',
}

function noData(path: string): Problem {
  return {
    fr: `${path} ne contient pas de données que Vigie sache lire.`,
    en: `${path} holds no data that Vigie can read.`,
  }
}

function tooLarge(path: string): Problem {
  return {
    fr: `${path} est trop lourd pour être lu d’un coup dans l’éditeur : « vigie lint » le lit par morceaux dans un terminal, et la commande « Vigie : Vérifier ce fichier » le fait pour la personne.`,
    en: `${path} is too large to be read at once in the editor: vigie lint reads it piece by piece in a terminal, and the command “Vigie: Check this file” does it for the person.`,
  }
}

function changedMeanwhile(path: string): Problem {
  return {
    fr: `${path} a changé pendant le calcul : rien n’est réparé, redemandez.`,
    en: `${path} changed meanwhile: nothing is repaired, ask again.`,
  }
}

function inAnotherEncoding(path: string, encoding: string): Problem {
  return {
    fr: `L’éditeur lit ${path} dans un autre encodage que le sien (${encoding}) : ce qu’il en montre ne se répare pas. Que la personne le rouvre avec cet encodage.`,
    en: `The editor reads ${path} in another encoding than its own (${encoding}): what it shows of it cannot be repaired. The person should reopen it with that encoding.`,
  }
}
