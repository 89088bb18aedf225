import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { foldersAbove } from './path'

/** Milliseconds after which git is no longer waited for. */
const LONGEST = 2_000
/** Bytes beyond which a former version is not read. */
const LARGEST = 8 * 1_048_576

/**
 * The bytes of a file as git's last commit has it, by its path from the root with `/`; undefined where there is no git,
 * where it does not know the file, and where reading takes too long.
 */
export function lastCommitted(path: string): Promise<Uint8Array | undefined> {
  return answerOf(path, ['cat-file', 'blob', `HEAD:./${basename(path)}`])
}

/** The day of the last commit that changed a file, YYYY-MM-DD; undefined where git does not know it. */
export async function lastChanged(path: string): Promise<string | undefined> {
  const answer = await answerOf(path, ['rev-list', '--max-count=1', '--format=%cs', 'HEAD', '--', basename(path)])
  return /^\d{4}-\d{2}-\d{2}$/m.exec(new TextDecoder().decode(answer))?.[0]
}

/** What git answers about a file, asked in its folder. */
async function answerOf(path: string, question: readonly string[]): Promise<Uint8Array | undefined> {
  if (!foldersAbove(path).some(folder => existsSync(`${folder}/.git`))) return undefined
  const { execFile } = await import('node:child_process')
  // These commands run no filter, hook or pager of the repository, which may be somebody else's.
  const args = ['-C', dirname(path), '--literal-pathspecs', ...question]
  const options = {
    // Windows looks for programs in the folder of work first: never in that of the data.
    cwd: dirname(process.execPath),
    env: environment(),
    timeout: LONGEST,
    maxBuffer: LARGEST,
    windowsHide: true,
    encoding: 'buffer',
  } as const
  return new Promise(resolve => {
    execFile('git', args, options, (error, bytes) => resolve(error ? undefined : bytes))
  })
}

/** The environment in which git finds the repository by the folder and opens no connection. */
function environment(): NodeJS.ProcessEnv {
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, ...rest } = process.env
  // A partial clone would fetch what it lacks.
  return { ...rest, GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none', GIT_TERMINAL_PROMPT: '0' }
}
