import type { Files } from './files'

/** Documents as an editor shows them, else as they are kept, each read once, with a list of all that was looked for, there or not. */
interface Consulted {
  readonly files: Files
  readonly paths: () => readonly string[]
}

/** `shown`: the text of a file that is open in an editor. */
export function consulted(files: Files, shown?: (path: string) => Uint8Array | undefined): Consulted {
  const known = new Map<string, Promise<Uint8Array | undefined>>()
  const read = (path: string) => {
    // The tab of a deleted file may stay open.
    const bytes = known.get(path) ?? files.read(path).then(kept => kept && (shown?.(path) ?? kept))
    known.set(path, bytes)
    return bytes
  }
  return { files: { ...files, read }, paths: () => [...known.keys()] }
}
