import type { Dataset } from '../engine/dataset'
import { inferInSteps, schemaText } from '../engine/infer'
import { replaceFile, wroteNew } from '../files/disk'
import type { Problem } from '../files/files'
import type { Order } from './options'
import { neighbourOf } from '../workspace'
import { type Complain, inputsOf, sharedBy } from './inputs'
import { opened } from '../files/opened'
import { Progress } from './progress'

/** Prints the Table Schema that the data of one file allow, or writes it beside each of several. */
export async function inferCommand(order: Order, complain: Complain): Promise<void> {
  // The data alone speak: a schema that is in force would only repeat itself.
  const shared = await sharedBy({ ...order, schema: 'none' }, complain)
  if (!shared) return
  let printed = 0
  for await (const input of inputsOf(order, shared, complain)) {
    const { path, paged } = input
    try {
      const dataset = opened(input)
      if (!dataset.readable) complain({ fr: `${path} n’est pas un tableau.`, en: `${path} is not a table.` }, 'serious')
      else if (order.write) await write(path, inferred(path, dataset), order, complain)
      else if (printed++ > 0) return void complain(several, 'serious')
      else process.stdout.write(inferred(path, dataset))
    } finally {
      paged?.close()
    }
  }
}

function inferred(path: string, dataset: Dataset): string {
  const progress = new Progress()
  const steps = inferInSteps(dataset)
  for (;;) {
    const step = steps.next()
    if (!step.done) {
      progress.show(path, step.value)
      continue
    }
    progress.clear()
    return schemaText(step.value)
  }
}

const several = {
  fr: 'Un seul schéma s’écrit sur la sortie standard : nommez un seul fichier, ou ajoutez --write.',
  en: 'Only one schema is printed on standard output: name one file, or add --write.',
}

/** Never over a file that is there, unless it is asked for: somebody may have worked on it. */
async function write(path: string, text: string, { language, overwrite }: Order, complain: Complain): Promise<void> {
  if (path === '-')
    return complain(
      {
        fr: 'Rien n’est à côté de l’entrée standard : retirez --write.',
        en: 'Nothing is beside standard input: leave out --write.',
      },
      'serious',
    )
  const beside = neighbourOf(path)
  const bytes = new TextEncoder().encode(text)
  try {
    if (!(await wroteNew(beside, bytes))) {
      if (!overwrite) return complain(isThere(beside), 'serious')
      await replaceFile(beside, bytes)
    }
    process.stdout.write({ fr: `${beside} : écrit\n`, en: `${beside}: written\n` }[language])
  } catch {
    complain({ fr: `${beside} ne peut pas être écrit.`, en: `${beside} cannot be written.` }, 'serious')
  }
}

function isThere(beside: string): Problem {
  return {
    fr: `${beside} existe déjà : --overwrite le remplace.`,
    en: `${beside} is there already: --overwrite replaces it.`,
  }
}
