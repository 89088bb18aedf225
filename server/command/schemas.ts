import { openDataset } from '../engine/dataset'
import type { Language } from '../engine/model/language'
import { catalogue } from '../engine/schema/catalogue'
import type { Candidate } from '../engine/schema/recognise'
import type { Order } from '../options'
import { type Complain, inputsOf, sharedBy } from './inputs'

/** Prints the catalogue, or the schemas that each file resembles, the nearest first. */
export async function schemasCommand(order: Order, complain: Complain): Promise<void> {
  const { language, paths } = order
  if (paths.length === 0) {
    for (const { id, version, title } of catalogue)
      process.stdout.write(`${id}  ${version}  ${title[language] ?? title.fr ?? ''}\n`)
    return
  }
  const shared = await sharedBy(order, complain)
  if (!shared) return
  for await (const { path, bytes, open } of inputsOf(order, shared, complain)) {
    const { schema: _, ...others } = open
    const { candidates } = openDataset(bytes, others)
    process.stdout.write(`${path}\n${candidates.map(candidate => likeness(candidate, language)).join('')}`)
    if (candidates.length === 0)
      process.stdout.write(
        { fr: '  Aucun schéma du catalogue ne lui ressemble.\n', en: '  No schema of the catalogue resembles it.\n' }[
          language
        ],
      )
  }
}

function likeness({ schema, score, found, missing, unknown }: Candidate, language: Language): string {
  const percent = Math.round(score * 100)
  const lines = {
    fr: [
      `${percent} % : ${found.length} champs sur ${schema.fields.length}`,
      missing.length > 0 && `il manque ${missing.join(', ')}`,
      unknown.length > 0 && `hors du schéma : ${unknown.join(', ')}`,
    ],
    en: [
      `${percent}%: ${found.length} of ${schema.fields.length} fields`,
      missing.length > 0 && `missing: ${missing.join(', ')}`,
      unknown.length > 0 && `not in the schema: ${unknown.join(', ')}`,
    ],
  }[language]
  return `  ${schema.id}  ${lines.filter(Boolean).join(' ; ')}\n`
}
