import type { Files } from './files'

/** Documents as an editor shows them, else as they are kept, with a list of all that was looked for, there or not. */
export interface Consulted {
  readonly files: Files
  readonly paths: ReadonlySet<string>
}

/** `shown`: the text of a file that is open in an editor. */
export function consulted(files: Files, shown?: (path: string) => Uint8Array | undefined): Consulted {
  const paths = new Set<string>()
  const read = async (path: string) => {
    paths.add(path)
    const kept = await files.read(path)
    // The tab of a deleted file may stay open.
    return kept && (shown?.(path) ?? kept)
  }
  return { files: { ...files, read }, paths }
}
