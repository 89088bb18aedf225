import type { ConceptId } from '../concepts'
import type { Accept } from '../model/accept'
import type { Change, TreeChange } from '../model/change'
import type { Conventions } from '../model/conventions'
import type { CustomCheck } from '../model/custom-check'
import type { DescribedTree } from '../model/described-tree'
import type { Place, Preset, Severity } from '../model/diagnostic'
import type { FarPlace } from '../model/far-place'
import type { Fault, FaultKind, FaultOf } from '../model/fault'
import type { Said } from '../model/language'
import type { PartBefore } from '../model/other-parts'
import type { KeyPart, ReferredKeys } from '../model/reference'
import type { Distribution } from '../model/distribution'
import type { DefectOf, SchemaDefect } from '../model/schema-defect'
import type { Rival } from '../model/schema-doubt'
import type { Span } from '../model/span'
import type { Column, Described } from '../model/table'
import type { Flaw } from '../model/tree'

interface Declared<Facts> {
  readonly id: string
  readonly severity: Severity | ((facts: Facts) => Severity)
  /** The smallest preset in which the rule runs. */
  readonly preset: Preset
  /** Glossary pages that answer “why does it matter here?”, the nearest first. */
  readonly concepts: readonly [ConceptId, ...ConceptId[]]
  /** The error type of Frictionless v5 that means the same. */
  readonly frictionless?: string
  /** True for what `--only-schema` runs. */
  readonly schema?: true
  /**
   * The check that a schema may ask for and that the rule is. Where a schema does so, the rule runs under
   * `--only-schema` and in every preset: in the columns that the schema names, or in the rows of its table.
   */
  readonly customCheck?: CustomCheck['kind']
  /** Rules that stay silent where this one speaks of the same cell, or of the whole row when this one speaks of the row. */
  readonly insteadOf?: readonly string[]
  /** Whether what was found is why that one of those rules would speak; absent: it always is. */
  isCause?(facts: Facts, of: string): boolean
  /** One sentence: what is wrong with the value in view, then why it matters or what to do. */
  readonly message: Said<Facts>
  /** Other spots that explain the finding, which is at a place itself: the first duplicate, say. */
  readonly related?: {
    readonly places: (facts: Facts, at: Place) => readonly (Place | FarPlace)[]
    readonly message: Said<Facts>
  }
  /**
   * Of a rule about personal data: whether a column is made of what it looks for, so that none of its values is told.
   * No rule tells a value in which this one finds something; its own message may not either.
   */
  personal?(column: Column): boolean
  /** True when it tells labels, counts and rows only: it is then told of a column too of which no value is. */
  readonly tellsLabels?: true
  /** True when it compares the table with the former version of its file, which must then be looked for. */
  readonly readsFormer?: true
  /** True when every fix of the rule is provably the same information in another spelling; else decided by the facts. */
  readonly safe?: true | ((facts: Facts) => boolean)
  /**
   * Rules whose findings in the same column may be read by the values that a safe repair of this one writes anew, and no
   * longer once it has: such repairs are not carried out by themselves while a person has not decided about the others.
   * `tells`: whether the value of a finding says anything of how they are read; absent: each does.
   */
  readonly evidenceFor?: { readonly rules: readonly string[]; readonly tells?: (facts: Facts) => boolean }
}

/** Reads one cell at a time; stale only for the cells that were edited. */
export interface CellRule<Facts = any> extends Declared<Facts> {
  readonly scope: 'cell'
  /** Signatures that the rule can be about: a cell that shares no bit with it is never shown to the rule. Absent: all cells. */
  readonly concerns?: number
  /** Whether the rule reads cells that hold no value: empty, or spelt as one of the field's missing values. */
  readonly missing?: true
  /** Whether it is shown lists and objects too, where a format has them; a rule of the schema always is. */
  readonly nested?: true
  /** Whether it judges the labels too, as it does cells of which no schema says anything. */
  readonly labels?: true
  /**
   * The test for the cells of this column, or nothing when the rule does not concern it.
   * `today`: YYYY-MM-DD, where the caller tells it; `conventions`: what the person has set where no law decides.
   */
  check(column: Column, today?: string, conventions?: Conventions): CellTest<Facts> | undefined
  /** The same for cells that their format tells from text: numbers, booleans, lists and objects. They meet both tests. */
  checkNative?(column: Column): CellTest<Facts> | undefined
  /** JSON pointer (RFC 6901) of the part at fault in a list or an object: the nearest one that is there is marked. */
  at?(facts: Facts): string
  /** Whether what `fix` gives is a text, whatever stood there. */
  readonly asText?: true
  /** What each of the values that `fix` lets choose from would mean for the whole column, in order; a cell may have the last ones only. */
  readonly choices?: readonly Said<Facts>[]
  /** Whether the whole column may be taken out instead. */
  readonly mayGo?: true
  /** The value to write instead, or several to choose from, the best first. */
  fix?(text: string, facts: Facts): string | readonly string[] | undefined
}

/** What a test says of a value, or of a row, that it could not check in reasonable time; it is told once per column, or once. */
export const unchecked = Symbol('unchecked')

/** Facts when the value is wrong. `accept`: true only for bytes in which the test surely finds nothing. */
export type CellTest<Facts> =
  | ((text: string) => Facts | typeof unchecked | undefined)
  | {
      readonly accept: Accept
      readonly test: (text: string) => Facts | typeof unchecked | undefined
    }

/** A row as row rules see it. */
export interface Row {
  readonly index: number
  /** Values as written between the delimiters, unquoted; read when first asked for. */
  readonly cells: readonly string[]
  /** One of the values, read without the others; empty when the row has no such cell. */
  text(column: number): string
  /** Cells that the row has, without reading them. */
  readonly width: number
  /** Whether each cell surely holds something, without reading them. */
  readonly isFull: boolean
  /** The row as it is written; read when first asked for. */
  readonly written: string
}

/** What a row rule found: `column` when one cell is to be marked, else the whole row is. */
export interface RowFinding<Facts> {
  readonly facts: Facts
  readonly column?: number
  /** Columns whose cells it compares: what is found in any other cell of the row does not speak instead of it. Absent: all. */
  readonly reads?: readonly number[]
  /** JSON pointer (RFC 6901) of the part of the record at fault: the nearest one that is there is marked. */
  readonly at?: string
}

/**
 * Rows that are told apart without decoding them:
 * `ragged` has another number of cells than the header, `blank` has nothing in them; `suspect` is ragged or has several
 * cells unlike their columns; `sparse` leaves half or more of the columns empty that nearly all rows fill; `header`
 * begins with the first label in whatever case; `first` is one of the first three data rows; in `total` one of the first three cells
 * begins as a total is named.
 */
export type RowKind = 'ragged' | 'blank' | 'suspect' | 'sparse' | 'header' | 'first' | 'total'

/** What is found in a row. */
type RowTest<Facts> = (row: Row) => RowFinding<Facts> | readonly RowFinding<Facts>[] | typeof unchecked | undefined

/** Reads one row at a time; stale only for the rows that were edited. */
export interface RowRule<Facts = any> extends Declared<Facts> {
  readonly scope: 'row'
  /** Which rows the rule reads: those of any of these kinds. Absent: all rows, each of which must then be decoded. */
  readonly when?: RowKind | readonly RowKind[]
  /**
   * Rows before and after it that the rule reads as well, when it is shown a row: an edit there makes it stale. Nothing
   * else of the table may be read but the labels and what the columns have learnt, which is asked for anew for each row.
   */
  readonly around?: number
  check(described: Described): RowTest<Facts> | undefined
  fix?(facts: Facts, place: Place): readonly Change[] | undefined
}

/** Judges a cell by the company it keeps: counts what the cells of a column are, then says which kinds are at fault. */
export interface ColumnRule<Facts = any> extends Declared<Facts> {
  readonly scope: 'column'
  /** Signatures that the rule can be about, as for a cell rule. */
  readonly concerns?: number
  /** Whether cells without a value count. */
  readonly missing?: true
  /** What each of the values that `fix` lets choose from would mean for the whole column, in order. */
  readonly choices?: readonly Said<Facts>[]
  /** The spelling that `fix` gives, where a person may rather keep the one at fault and write it in the whole column. */
  usual?(facts: Facts): string
  /** How the cells of this column are counted, or nothing when the rule does not concern it. */
  check(column: Column): Census<Facts> | undefined
  /** The value to write instead, or several to choose from, the best first. */
  fix?(text: string, facts: Facts): string | readonly string[] | undefined
}

/** How a column rule counts. Both functions depend on nothing but what they are given. */
export interface Census<Facts> {
  /** True only for bytes of a cell that surely does not count. */
  readonly accept?: Accept
  /** What a cell counts as; undefined when it does not count. */
  readonly kindOf: (text: string) => string | undefined
  /** Kinds beyond which the rule says nothing of the column. Default: 1,000. */
  readonly most?: number
  /** The kinds at fault, with the facts of a cell of that kind. Linear in the number of kinds: it runs after every edit. */
  readonly judge: (counts: ReadonlyMap<string, number>) => ReadonlyMap<string, (text: string) => Facts>
  /** What is said of the column as a whole, at its label. */
  readonly ofColumn?: (counts: ReadonlyMap<string, number>) => Facts | undefined
}

/** Judges a column by how its numbers are spread: by their quartiles, their mean, their sum. */
export interface NumberRule<Facts = any> extends Declared<Facts> {
  readonly scope: 'numbers'
  /** What is made of the numbers of this column, or nothing when the rule does not concern it. It runs after every edit of one. */
  check(column: Column): ((numbers: Distribution) => NumberVerdict<Facts> | undefined) | undefined
  /** The value to write instead, or several to choose from, the best first. */
  fix?(text: string, facts: Facts): string | readonly string[] | undefined
}

/** What a number rule makes of a column. */
export interface NumberVerdict<Facts> {
  /** What is said of the column as a whole, at its label. */
  readonly ofColumn?: Facts | undefined
  /** Where every number is at fault, with what is told of one. */
  readonly ofCells?: readonly Beyond<Facts>[]
}

/** Numbers from one to another, both included. */
export interface Beyond<Facts> {
  readonly from: number
  readonly to: number
  readonly facts: (text: string, number: number) => Facts
}

/**
 * Compares rows by their keys. All rows but the first that have a key in common are at fault, or, where the key names
 * what it refers to, those whose key is not found there.
 */
export interface KeyRule<Facts = any, Kept extends Key = Key> extends Declared<Facts> {
  readonly scope: 'key'
  /** The keys that no two rows may share, or that refer to others; none when the rule does not concern the table. */
  check(described: Described): readonly Kept[]
  fix?(facts: Facts, place: Place): readonly Change[] | undefined
  /** Values to write in the marked cell instead, the best first. */
  values?(facts: Facts): readonly string[]
}

/** What tells rows apart, or what they refer to, and how it is compared. */
export interface Key {
  /** Columns whose values make the key, in order. */
  readonly columns: readonly number[]
  /** What is marked: the cell of the key's first column, or the row. */
  readonly marks: 'cell' | 'row'
  /** Whether a row counts in whose key a value is missing: `none` of these rows does, or `all` but those without any value. */
  readonly missing: 'none' | 'all'
  /** Whether spaces round a value make it another one. */
  readonly edgeSpace: 'counts' | 'ignored'
  /** How the parts are read before they are compared; a row with a part that cannot be read does not count. Absent: all are text. */
  readonly reads?: readonly KeyPart[]
  /** Parallel: the decimal mark of numbers that are read as they are written where `isPlainKey` of `model/key-value` says so. */
  readonly plainMarks?: readonly (number | undefined)[]
  /** A column in which rows of the same key must be near to each other, or nothing is said: it is marked, and the first row of a key is compared with the others. */
  readonly near?: { readonly column: number; readonly isNear: (one: string, other: string) => boolean }
  /** Whether repeats are told at all, asked each time that they are; absent: they always are. */
  readonly isTold?: (described: Described) => boolean
  /** What the key refers to: columns of the same table, or the keys of another. Absent: each row has its own key. */
  readonly refersTo?: OwnKeys | ReferredKeys
  /** Set where it is found in a file of the same table that comes before. */
  readonly part?: PartBefore
}

/** The keys of columns of the same table; `elsewhere`: those that its other files have. */
interface OwnKeys {
  readonly columns: readonly number[]
  readonly reads: readonly KeyPart[]
  readonly elsewhere?: Pick<ReferredKeys, 'has'> | undefined
}

/** A key that refers to others. */
export type Reference = Key & Required<Pick<Key, 'refersTo'>>

/** What a rule about references tells of a row whose key is not found. */
export interface Dangling<Kept extends Reference = Reference> {
  readonly key: Kept
  /** The values of the key as written. */
  readonly values: readonly string[]
  /** Values that it could refer to, from the first rows referred to; none when several columns make the key. */
  readonly candidates: readonly string[]
}

/** What a key rule tells. */
export interface Repeated<Kept extends Key = Key> {
  readonly key: Kept
  /** Row from 0 that had the key first. */
  readonly first: number
  /** The values of the key as written; those of the missing cells are empty. */
  readonly values: readonly string[]
  /** Whether that row writes them otherwise. */
  readonly isRespelt: boolean
  /** Labels of the key's columns. */
  readonly labels: readonly string[]
  /** What is near, where the key asks for it: in this row and in the first. */
  readonly near?: { readonly column: number; readonly value: string; readonly first: string }
}

/** What a rule found that reads more than one row. `span` when the place alone does not say what to mark. */
export interface Finding<Facts> extends Place {
  readonly facts: Facts
  readonly span?: Span
  /** The text of the cell, where the finding is about one. */
  readonly value?: string
}

/** Reads the labels and the first 1,000 rows; stale after any edit there. */
export interface TableRule<Facts = any> extends Declared<Facts> {
  readonly scope: 'table'
  /**
   * For a rule that reads on, at once or when the first rows are at fault: stale after any edit, or after any edit then.
   * For one that reads so many rows of data and no more, at once or then: stale after an edit there.
   */
  readonly reads?: 'all-rows' | 'all-rows-when-found' | number | { readonly whenFound: number }
  check(described: Described): Iterable<Finding<Facts>>
  fix?(facts: Facts, place: Place): readonly Change[] | undefined
  /** Schemas of the catalogue among which a person may choose. */
  schemas?(facts: Facts): readonly Rival[]
}

/** Words the faults that the reader met; stale when the file was read anew. */
export interface FileRule<Facts = any> extends Declared<Facts> {
  readonly scope: 'file'
  readonly fault: FaultKind
  check(faults: readonly Fault[], described: Described): Iterable<Finding<Facts>>
  fix?(facts: Facts, place: Place): readonly Change[] | undefined
}

/** What a rule found in a tree. */
export interface TreeFinding<Facts> {
  /** JSON pointer (RFC 6901) of the value. */
  readonly pointer: string
  /** Whether the key is marked or the value itself, which is usual. */
  readonly marks?: 'key'
  /** What is marked, where the value alone does not say it. */
  readonly span?: Span
  /** JSON pointer of what it is said of: it speaks instead of another only of the same. */
  readonly about?: string
  readonly facts: Facts
}

/** Reads a document of metadata as a tree; stale after any edit. */
export interface TreeRule<Facts = any> extends Declared<Facts> {
  readonly scope: 'tree'
  /** `today`: YYYY-MM-DD, where the caller tells it. */
  check(described: DescribedTree, today?: string): Iterable<TreeFinding<Facts>>
  /** What a flaw of the text means for it, where a table is written in such a text. */
  ofFlaw?(flaw: Flaw): Facts | undefined
  /** The flaw that its facts tell, which editors of JSON may name by themselves. */
  flawOf?(facts: Facts): Flaw['kind']
  fix?(facts: Facts, pointer: string): readonly TreeChange[] | undefined
  /** Repairs among which a person chooses, the best first, instead of one. */
  choices?(facts: Facts, pointer: string): readonly TreeChange[]
}

/** A rule of any scope. */
export type Rule = CellRule | RowRule | ColumnRule | NumberRule | KeyRule | TableRule | FileRule | TreeRule

/** True for a rule that judges the cells of a column by the whole of it. */
export function judgesColumns(rule: Rule): rule is ColumnRule | NumberRule {
  return rule.scope === 'column' || rule.scope === 'numbers'
}

type Plain<R> = Omit<R, 'scope'>

/** Ties the facts that a check finds to the messages that tell them. */
export const cellRule = <Facts>(rule: Plain<CellRule<Facts>>): CellRule<Facts> => ({ scope: 'cell', ...rule })
export const rowRule = <Facts>(rule: Plain<RowRule<Facts>>): RowRule<Facts> => ({ scope: 'row', ...rule })
export const columnRule = <Facts>(rule: Plain<ColumnRule<Facts>>): ColumnRule<Facts> => ({ scope: 'column', ...rule })
export const numberRule = <Facts>(rule: Plain<NumberRule<Facts>>): NumberRule<Facts> => ({ scope: 'numbers', ...rule })
export const keyRule = <Kept extends Key>(
  rule: Plain<KeyRule<Repeated<Kept>, Kept>>,
): KeyRule<Repeated<Kept>, Kept> => ({ scope: 'key', ...rule })
export const referenceRule = <Kept extends Reference>(
  rule: Plain<KeyRule<Dangling<Kept>, Kept>>,
): KeyRule<Dangling<Kept>, Kept> => ({ scope: 'key', ...rule })
export const tableRule = <Facts>(rule: Plain<TableRule<Facts>>): TableRule<Facts> => ({ scope: 'table', ...rule })

export const treeRule = <Facts>(rule: Plain<TreeRule<Facts>>): TreeRule<Facts> => ({ scope: 'tree', ...rule })

/** A rule about some kinds of defect of the schemas in a tree, which are its facts. */
export const defectRule = <Kind extends SchemaDefect['kind'], Facts = DefectOf<Kind>>(
  rule: Omit<TreeRule<Facts>, 'scope' | 'check'> & {
    readonly defects: readonly Kind[]
    /** Whether the key is marked rather than the value. */
    readonly marks?: 'key'
  },
): TreeRule<Facts> => ({
  scope: 'tree',
  ...rule,
  *check({ schemas }) {
    for (const { defects } of schemas)
      for (const defect of defects)
        if ((rule.defects as readonly string[]).includes(defect.kind))
          yield {
            pointer: defect.path,
            facts: defect as Facts,
            ...(rule.marks && { marks: rule.marks }),
          }
  },
})

/** A rule about one kind of fault: `find` gives what to say of each, or nothing to stay silent. */
export const fileRule = <Facts, Kind extends FaultKind>(
  rule: Omit<FileRule<Facts>, 'scope' | 'check' | 'fault'> & {
    readonly fault: Kind
    find(fault: FaultOf<Kind>, described: Described): Finding<Facts> | undefined
  },
): FileRule<Facts> => ({
  scope: 'file',
  ...rule,
  *check(faults, described) {
    for (const fault of faults)
      if (fault.kind === rule.fault) {
        const found = rule.find(fault as FaultOf<Kind>, described)
        if (found) yield found
      }
  },
})
