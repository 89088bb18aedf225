import { openDataset } from '../engine/dataset'
import type { Language } from '../engine/model/language'
import { catalogue } from '../engine/schema/catalogue'
import { type Candidate, clearLeader, tied } from '../engine/schema/recognise'
import { candidatesTold } from '../candidates-told'
import type { Order } from './options'
import type { Problem } from '../files/files'
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
    const candidates = candidatesTold(openDataset(bytes, others))
    process.stdout.write(`${path}\n${candidates.map(candidate => likeness(candidate, language)).join('')}`)
    if (candidates.length > 0) process.stdout.write(`  ${verdict(candidates)[language]}\n`)
    if (candidates.length === 0)
      process.stdout.write(
        { fr: '  Aucun schéma du catalogue ne lui ressemble.\n', en: '  No schema of the catalogue resembles it.\n' }[
          language
        ],
      )
  }
}

/** What comes of the ranking. */
function verdict(candidates: readonly Candidate[]): Problem {
  const leader = clearLeader(candidates)?.schema.id
  const rivals = tied(candidates).map(({ schema }) => schema.id)
  if (leader !== undefined)
    return { fr: `→ ${leader} s’applique, sauf avis contraire.`, en: `→ ${leader} applies, unless you say otherwise.` }
  if (rivals.length > 0)
    return {
      fr: `→ Aucun ne se détache : choisissez par --schema entre ${rivals.join(' et ')}.`,
      en: `→ None stands out: choose with --schema between ${rivals.join(' and ')}.`,
    }
  return {
    fr: '→ Aucun ne ressemble assez au fichier pour s’appliquer ; --schema en impose un.',
    en: '→ None is enough like the file to apply; --schema imposes one.',
  }
}

function likeness({ schema, score, values, ...names }: Candidate, language: Language): string {
  const { found, misspelt, former, missing, unknown } = names
  const percent = Math.round(score * 100)
  const fields = schema.fields.length
  const share = values.checked === 0 ? undefined : Math.round((100 * values.agreeing) / values.checked)
  const renamed = former.map(({ label, name }) => `${label} → ${name}`).join(', ')
  const lines = {
    fr: [
      `${percent} %`,
      `colonnes connues : ${found.length}, pour ${fields} champs`,
      misspelt.length > 0 && `presque le nom attendu : ${misspelt.join(', ')}`,
      former.length > 0 && `noms d’une ancienne version : ${renamed}`,
      missing.length > 0 && `colonnes obligatoires absentes : ${missing.join(', ')}`,
      unknown.length > 0 && `hors du schéma : ${unknown.join(', ')}`,
      share !== undefined && `valeurs conformes : ${share} % des ${values.checked} examinées`,
    ],
    en: [
      `${percent}%`,
      `known columns: ${found.length}, for ${fields} fields`,
      misspelt.length > 0 && `almost the name: ${misspelt.join(', ')}`,
      former.length > 0 && `names of an earlier version: ${renamed}`,
      missing.length > 0 && `required columns missing: ${missing.join(', ')}`,
      unknown.length > 0 && `not in the schema: ${unknown.join(', ')}`,
      share !== undefined && `values that fit: ${share}% of the ${values.checked} looked at`,
    ],
  }[language].filter(line => line !== false)
  const [score100, ...reasons] = lines
  const title = [schema.id, schema.version].filter(Boolean).join(' ')
  return `  ${title}  ${score100}\n${reasons.map(reason => `      ${reason}\n`).join('')}`
}
