import type { Files } from './files'

/** Files of which it is remembered which are not there, for a run that asks for the same ones again beside each file and writes none. */
export function rememberingAbsent<F extends Files>(files: F): F {
  const absent = new Set<string>()
  return {
    ...files,
    async read(path: string) {
      if (absent.has(path)) return undefined
      const bytes = await files.read(path)
      if (!bytes) absent.add(path)
      return bytes
    },
  }
}
