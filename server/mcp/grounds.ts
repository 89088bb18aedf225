import type { Input } from '../files/input'
import { inputsOf, sharedBy } from '../command/inputs'
import { replaceFile } from '../files/disk'
import { type Problem, unwritten } from '../files/files'
import type { Order } from '../command/options'
import type { Grounds } from '../tools/grounds'
import { unguarded, withGuards } from '../tools/judging'
import { namedSchema } from '../tools/named-schema'
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
      const named = schema === undefined ? undefined : await namedSchema(schema, folders.placed)
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

async function* guarded(inputs: AsyncGenerator<Input>): AsyncGenerator<Input> {
  for await (const input of inputs) {
    const lint = withGuards(input.lint)
    yield { ...input, lint, open: { ...input.open, heard: lint } }
  }
}
