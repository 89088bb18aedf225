import type { Input } from '../files/input'
import type { Diagnostic } from '../engine/model/diagnostic'
import type { Problem } from '../files/files'
import type { Repaired } from '../repair/repair'
import type { Judging } from './judging'

/** What may be read and written: nothing else is, whatever a path or a link says. */
export interface Grounds {
  /** The files of some paths, read and judged as the command line would for a verb; or why nothing can be done. */
  inputs(
    asked: Judging & { readonly paths: readonly string[] },
    verb: 'lint' | 'fix' | 'profile' | 'schemas',
  ): Promise<Inputs | Refusal>
  /** Has a file hold what it was repaired to; or says why that is not possible. */
  replace(subject: Subject, repaired: Repaired): Promise<Replaced | Refusal>
}

/** A file to work on. */
export interface Subject extends Input {
  /** What is found already: of the bytes on disk, where the text is an editor's. */
  readonly before?: readonly Diagnostic[]
}

/** Files to work on, and what was said of those that are left alone, which grows as they are read. */
interface Inputs {
  readonly files: AsyncGenerator<Subject>
  readonly told: readonly Problem[]
}

/** What is to be known of a file once it holds something else. */
interface Replaced {
  readonly notes: readonly Problem[]
}

/** Why a tool cannot do what it is asked. */
export interface Refusal {
  readonly problem: Problem
}
