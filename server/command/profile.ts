import type { Dataset } from '../engine/dataset'
import type { TableProfile } from '../engine/model/profile'
import { profileInSteps } from '../engine/profile'
import type { Problem } from '../files/files'
import type { Order } from './options'
import { type ProfileFormat, profileReporter } from '../report/profile'
import { ownVersion } from '../version'
import { type Complain, inputsOf, sharedBy } from './inputs'
import { opened } from '../files/opened'
import { Output } from './output'
import { Progress } from './progress'

const formats: readonly string[] = ['text', 'json', 'html'] satisfies readonly ProfileFormat[]

/** Prints the facts of each column of the tables named. */
export async function profileCommand(order: Order, complain: Complain): Promise<void> {
  const { format, language } = order
  if (!isFormat(format)) return complain(unfit(format), 'serious')
  const shared = await sharedBy(order, complain)
  if (!shared) return
  const output = new Output()
  const progress = new Progress()
  const reporter = profileReporter(format, { language, version: ownVersion(), colours: 'off' })
  const spoken: Complain = (problem, weight) => {
    progress.clear()
    complain(problem, weight)
  }
  await output.write(reporter.start())
  for await (const input of inputsOf(order, shared, spoken)) {
    const { path, paged } = input
    const dataset = opened(input)
    if (dataset.readable && !dataset.tree) {
      const profile = profiled(dataset, done => progress.show(path, done))
      progress.clear()
      await output.write(reporter.file({ path, dataset, profile }))
    } else spoken({ fr: `${path} n’est pas un tableau.`, en: `${path} is not a table.` }, 'serious')
    paged?.close()
  }
  await output.write(reporter.end())
  await output.flush()
}

function profiled(dataset: Dataset, tell: (done: number) => void): TableProfile {
  const steps = profileInSteps(dataset)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    tell(value)
  }
}

function isFormat(format: string): format is ProfileFormat {
  return formats.includes(format)
}

function unfit(format: string): Problem {
  return {
    fr: `vigie profile ne s’écrit pas en ${format} ; --format prend : ${formats.join(', ')}.`,
    en: `vigie profile does not print ${format}; --format takes: ${formats.join(', ')}.`,
  }
}
