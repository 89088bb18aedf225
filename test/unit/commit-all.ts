import { execFileSync } from 'node:child_process'

/** Commits all that lies in a folder, which becomes a repository with settings of its own, whoever runs the test. */
export function commitAll(folder: string): void {
  const own = ['-c', 'user.name=test', '-c', 'user.email=test@localhost', '-c', 'commit.gpgsign=false']
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', folder, ...own, ...args], {
      env: { PATH: process.env['PATH'], GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    })
  git('init', '--quiet')
  git('add', '.')
  git('commit', '--quiet', '--message', 'next')
}
