import { shown } from '../model/shown'
import type { Fault, FaultOf } from '../model/fault'
import type { Described } from '../model/table'
import type { FileRule, Finding } from './rule'

interface Facts {
  /** The cell as read: U+FFFD where bytes could not be. */
  readonly text: string
  /** The cell with these bytes read as Windows-1252; undefined when that gives no plain text. */
  readonly meant: string | undefined
}

/** Bytes that are not UTF-8 in a file that otherwise is, one finding for each cell that holds some. */
export const mixedEncoding: FileRule<Facts> = {
  scope: 'file',
  id: 'mixed-encoding',
  severity: 'error',
  preset: 'standard',
  concepts: ['text-encoding'],
  frictionless: 'encoding-error',
  schema: true,
  insteadOf: ['legacy-encoding', 'lost-character', 'enum', 'pattern'],
  fault: 'broken-bytes',

  *check(faults, described) {
    let cell: FaultOf<'broken-bytes'>[] = []
    for (const fault of faults) {
      if (!isBroken(fault)) continue
      if (cell.length > 0 && !sameCell(described, cell[0]!, fault)) {
        yield finding(described, cell)
        cell = []
      }
      cell.push(fault)
    }
    if (cell.length > 0) yield finding(described, cell)
  },

  message: {
    fr: ({ text, meant }) =>
      meant === undefined
        ? `${shown.fr(text)} contient des octets qui ne sont pas de l’UTF-8, l’encodage du reste du fichier : retapez cette valeur, des lettres y sont illisibles.`
        : `${shown.fr(text)} n’est pas écrit en UTF-8 comme le reste du fichier et se lirait ${shown.fr(meant)} en Windows-1252 : corrigez cette valeur, dont des lettres sont illisibles.`,
    en: ({ text, meant }) =>
      meant === undefined
        ? `${shown.en(text)} holds bytes that are not UTF-8, the encoding of the rest of the file: type this value again, as some of its letters cannot be read.`
        : `${shown.en(text)} is not written in UTF-8 like the rest of the file and would read ${shown.en(meant)} in Windows-1252: correct this value, as some of its letters cannot be read.`,
  },

  fix: ({ meant }, { row, column }) =>
    meant === undefined || row === undefined || column === undefined
      ? undefined
      : [{ set: 'cell', row, column, value: meant }],
}

function isBroken(fault: Fault): fault is FaultOf<'broken-bytes'> {
  return fault.kind === 'broken-bytes'
}

function sameCell({ table }: Described, one: FaultOf<'broken-bytes'>, other: FaultOf<'broken-bytes'>): boolean {
  const { row, column } = table.locate(one.span.start)
  const cell = table.cellSpan(row, column)
  return cell !== undefined && other.span.start < cell.end
}

function finding({ table }: Described, faults: readonly FaultOf<'broken-bytes'>[]): Finding<Facts> {
  const { row, column } = table.locate(faults[0]!.span.start)
  const text = table.text(row, column) ?? ''
  const read = faults.map(({ bytes }) => new TextDecoder('windows-1252').decode(new Uint8Array(bytes)))
  const parts = text.split('\uFFFD')
  const meant = parts.reduce((before, part, i) => before + read[i - 1] + part)
  // A true U+FFFD in the cell, or a control character: what was meant is anyone’s guess.
  const isPlain = parts.length === faults.length + 1 && !read.some(letters => /\p{Cc}/u.test(letters))
  return { row, column, facts: { text, meant: isPlain ? meant : undefined } }
}
