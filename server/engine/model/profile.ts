import type { FieldType } from './field'

/** The facts found in the columns of a table. `vigie profile --format json` prints it as it is. */
export interface TableProfile {
  /** Data rows in which something stands. */
  readonly rows: number
  /** False when only the first rows were read: all that is told is of them. */
  readonly isWhole: boolean
  /** One for each column, in their order. */
  readonly columns: readonly ColumnProfile[]
}

/** The facts found in one column. */
export interface ColumnProfile {
  /** From 0. */
  readonly column: number
  readonly label: string
  /** What the schema in force declares; absent without a field. */
  readonly declared?: TypeFound
  /** What most of the first values look like; a string where they look like nothing else. */
  readonly found: TypeFound
  /** True when the values name things, as numbers of files or SIRETs do: their sum and mean mean nothing. */
  readonly isCode: boolean
  /** Cells that hold a value. */
  readonly filled: number
  /** Cells in which a word says that there is no value, as NC or N/A; all others are empty. */
  readonly absent: number
  /** Cells that hold a value that is not of the type declared, or without declaration of the type found. */
  readonly unread: number
  /** Those of them that can mean one number or day only: the figures count them in. */
  readonly understood: number
  /** Different values, as read: 1.5 and 1.50 are one number. */
  readonly distinct: Estimate
  /** True when a privacy rule has found personal data here: no value is told, nor a figure that is made of values. */
  readonly isWithheld: boolean
  /** Of text. */
  readonly texts?: TextProfile
  /** Of numbers. */
  readonly numbers?: NumberProfile
  /** Of dates, moments and years. */
  readonly dates?: DateProfile
  /** The values that come most often, at most ten; those that come once only where all are shown. */
  readonly top: readonly TopValue[]
  /** How many more cells may hold a value than `top` says; 0 when it is exact, which it is with fewer than 100,000 different values. */
  readonly topMargin: number
}

/** A type and its format, as declared or as found. */
export interface TypeFound {
  readonly type: FieldType
  /** Absent for the type's usual one. */
  readonly format?: string
}

/** A count, and the share of it by which it may be wrong either way in 19 cases of 20; 0 when it is exact. */
export interface Estimate {
  readonly count: number
  readonly margin: number
}

/** A value and how many cells hold it. */
export interface TopValue {
  /** As text, cut after 200 characters: a number as it is read, a date as ISO 8601 writes it. */
  readonly value: string
  readonly count: number
}

/** Figures of texts. */
export interface TextProfile {
  /** First and last in the order of Unicode. */
  readonly least: string
  readonly greatest: string
  /** Lengths in characters. */
  readonly shortest: number
  readonly longest: number
}

/** Figures of numbers; those that are not finite are left out. */
export interface NumberProfile {
  readonly count: number
  readonly least: number
  readonly greatest: number
  readonly sum: number
  readonly mean: number
  readonly lowerQuartile: number
  readonly median: number
  readonly upperQuartile: number
  /** The share of a quartile by which it may be wrong either way; 0 when the quartiles are exact. */
  readonly margin: number
  /** The standard deviation of a sample (n − 1); absent for a single number. */
  readonly deviation?: number
  readonly histogram: Histogram<number>
  readonly outliers: Outliers
  /** From 0, all have the same, to 1, one has all; only of what is shared out, of which none is below zero and one is above. */
  readonly gini?: number
}

/** Values farther from the quartiles than one and a half times the distance between them (Tukey, Exploratory Data Analysis, 1977). */
interface Outliers {
  readonly below: number
  readonly above: number
  /** The bounds beyond which they lie. */
  readonly lowerFence: number
  readonly upperFence: number
  /** Those that lie farthest beyond them, at most five, the farthest first; rows count every record of the file from 0. */
  readonly farthest: readonly { readonly value: number; readonly row: number }[]
}

/** Values by size, in stretches of the same width from the least on; each holds its beginning, the last one its end too. */
export interface Histogram<Bound> {
  readonly from: Bound
  readonly to: Bound
  readonly counts: readonly number[]
}

/** Figures of dates (YYYY-MM-DD), of moments (YYYY-MM-DDThh:mm:ss), of months (YYYY-MM) or of years. */
export interface DateProfile {
  readonly first: string
  readonly last: string
  readonly median: string
  /** From the first to the last: days of dates and moments, months, or years. */
  readonly span: number
  readonly unit: 'day' | 'month' | 'year'
  /** The median distance from one value to the next other one; absent when all are the same. */
  readonly usualStep?: number
  /** The longest stretch in which none lies, when it is longer than twice the usual step. */
  readonly gap?: { readonly after: string; readonly before: string; readonly length: number }
  readonly histogram: Histogram<string>
}
