import { communeCodes } from '../model/commune-codes'
import { endsBefore } from '../model/dated-table'
import type { CommuneKind } from '../model/lists'
import { isOfParts, isOfThePast } from '../model/place-column'
import { shown } from '../model/shown'
import { ofPlace } from '../model/of-place'
import { cellRule } from './rule'

interface Facts {
  readonly text: string
  readonly kind: CommuneKind
  /** Undefined where the list has no name for it. */
  readonly name: string | undefined
  readonly now: { readonly code: string; readonly name: string }
  readonly year: number
}

/** The code of what is a commune no more: merged into another one, or a part of it. */
export const formerCommune = cellRule<Facts>({
  id: 'former-commune',
  severity: 'warning',
  preset: 'standard',
  concepts: ['insee-commune-code'],
  insteadOf: ['unknown-commune', 'commune-mismatch'],

  check(column) {
    const lists = communeCodes(column)
    if (!lists || isOfParts(column) || isOfThePast(column, lists.year)) return undefined
    // Data of the past have the codes of then.
    if (endsBefore(column.beside, lists.year - 1)) return undefined
    return {
      accept(bytes, from, to) {
        const kind = lists.communeKind(bytes, from, to)
        return kind === 'current' || kind === 'arrondissement'
      },
      test(text) {
        const found = lists.commune(text.trim())
        if (!found || found.kind === 'current' || found.kind === 'arrondissement') return undefined
        const { kind, name, current } = found
        return {
          text,
          kind,
          name,
          now: { code: current, name: lists.commune(current)?.name ?? current },
          year: lists.year,
        }
      },
    }
  },

  message: {
    fr({ text, kind, name, now, year }) {
      const value = shown.fr(text)
      const today = `${now.name} (${now.code}) dans le Code officiel géographique de ${year}`
      if (kind === 'former')
        return `${value} est le code d’une ancienne commune, qui fait partie ${ofPlace(today)} : les fichiers récents ne connaissent plus que ce code-là.`
      const part = kind === 'delegated' ? 'une commune déléguée' : 'une commune associée'
      return `${value} est le code ${ofPlace(name ?? now.name)}, ${part} ${ofPlace(today)} : les fichiers récents ne connaissent plus que ce code-là pour la commune entière.`
    },
    en({ text, kind, name, now, year }) {
      const value = shown.en(text)
      const today = `${now.name} (${now.code}) in the official geographic code of ${year}`
      if (kind === 'former')
        return `${value} is the code of a former commune, now part of ${today}: recent files know that code only.`
      const part = kind === 'delegated' ? 'a delegated commune' : 'an associated commune'
      return `${value} is the code of ${name}, ${part} within ${today}: recent files know that code only for the whole commune.`
    },
  },

  fix: (_text, { now }) => now.code,
})
