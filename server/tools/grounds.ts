import type { Input } from '../command/inputs'
import type { Problem } from '../files'
import type { Repaired } from '../repair'
import type { Judging } from './judging'

/** What may be read and written: nothing else is, whatever a path or a link says. */
export interface Grounds {
  /** The files of some paths, read and judged as the command line would for a verb; or why nothing can be done. */
  inputs(
    asked: Judging & { readonly paths: readonly string[] },
    verb: 'lint' | 'fix' | 'profile' | 'schemas',
  ): Promise<Inputs | Refusal>
  /** Has a file hold what it was repaired to; or says why that is not possible. */
  replace(input: Input, repaired: Repaired): Promise<Replaced | Refusal>
}

/** Files to work on, and what was said of those that are left alone, which grows as they are read. */
export interface Inputs {
  readonly files: AsyncGenerator<Input>
  readonly told: readonly Problem[]
}

/** What is to be known of a file once it holds something else. */
export interface Replaced {
  readonly notes: readonly Problem[]
}

/** Why a tool cannot do what it is asked. */
export interface Refusal {
  readonly problem: Problem
}
