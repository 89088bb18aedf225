import { type Input, inputsOf, sharedBy } from '../command/inputs'
import { isAddress } from '../described-files'
import { replaceFile } from '../disk'
import { bundledSchema } from '../engine/schema/catalogue'
import type { Problem } from '../files'
import type { Order } from '../options'
import type { Grounds } from '../tools/grounds'
import { noSchema, offline, unguarded, withGuards } from '../tools/judging'
import type { Folders } from './folders'

/** What tools may read and write on this disk: some folders, by the options of a command line without verb nor paths. */
export function groundsIn(folders: Folders, base: Order): Grounds {
  return {
    async inputs({ paths, schema, preset, rules: asked = {} }, verb) {
      const found: string[] = []
      for (const path of paths) {
        const place = await folders.placed(path)
        if ('problem' in place) return place
        found.push(place.path)
      }
      const named = schema === undefined ? undefined : await schemaNamed(schema, folders)
      if (named && 'problem' in named) return named
      const problem = unguarded(asked)
      if (problem) return { problem }
      const order: Order = {
        ...base,
        verb,
        paths: found,
        rules: { ...base.rules, ...asked },
        ...(preset && { preset }),
        ...(named && { schema: named.path }),
      }
      const told: Problem[] = []
      const complain = (problem: Problem) => void told.push(problem)
      const shared = await sharedBy(order, complain)
      if (!shared) return { problem: told.at(-1)! }
      return { files: guarded(inputsOf(order, { ...shared, tried: 'before' }, complain)), told }
    },
    replace: ({ path }, { bytes }) =>
      replaceFile(path, bytes).then(
        () => ({ notes: [] }),
        () => ({ problem: unwritten(path) }),
      ),
  }
}

/** A schema as the command line takes it; an address would have to be fetched. */
async function schemaNamed(written: string, folders: Folders) {
  if (written === 'none' || bundledSchema(written)) return { path: written }
  if (isAddress(written)) return { problem: offline(written) }
  const place = await folders.placed(written)
  // It looks like a name of the catalogue.
  return 'problem' in place && /^[\w-]+\/[\w-]+$/.test(written) ? { problem: noSchema(written) } : place
}

async function* guarded(inputs: AsyncGenerator<Input>): AsyncGenerator<Input> {
  for await (const input of inputs) {
    const lint = withGuards(input.lint)
    yield { ...input, lint, open: { ...input.open, heard: lint } }
  }
}

function unwritten(path: string): Problem {
  return { fr: `${path} ne peut pas être écrit.`, en: `${path} cannot be written.` }
}
