import { columnIdentifier } from '../model/column-identifier'
import { wordsOf } from '../model/identifier'
import { shown } from '../model/shown'
import { isSiren, isSiret } from '../model/siret'
import type { Column } from '../model/table'
import { rowRule } from './rule'

interface Facts {
  readonly siren: string
  readonly siret: string
  readonly sirenColumn: number
}

/** A SIRET that is not of the legal unit whose SIREN stands beside it. */
export const sirenSiretMismatch = rowRule<Facts>({
  id: 'siren-siret-mismatch',
  severity: 'error',
  preset: 'standard',
  concepts: ['siren-siret'],

  check({ table, columns }) {
    const pairs = pairsOf(columns)
    if (pairs.length === 0) return undefined
    return row => {
      if (row.width !== table.columnCount) return undefined
      for (const { siren, siret } of pairs) {
        const [unit, site] = [bare(row.text(siren.index)), bare(row.text(siret.index))]
        // A number that is none is said by its own rule.
        if (!isSiren(unit) || !isSiret(site) || site.startsWith(unit)) continue
        return {
          column: siret.index,
          reads: [siren.index, siret.index],
          facts: { siren: unit, siret: site, sirenColumn: siren.index },
        }
      }
      return undefined
    }
  },

  message: {
    fr: ({ siren, siret }) =>
      `Le SIRET ${shown.fr(siret)} devrait commencer par le SIREN de la ligne, ${shown.fr(siren)} : les deux numéros désignent deux organismes différents.`,
    en: ({ siren, siret }) =>
      `The SIRET ${shown.en(siret)} should begin with the SIREN of its row, ${shown.en(siren)}: the two numbers name two different organisations.`,
  },

  related: {
    places: ({ sirenColumn }, at) => [{ ...at, column: sirenColumn }],
    message: {
      fr: ({ siren }) => `${shown.fr(siren)} est le SIREN de cette ligne.`,
      en: ({ siren }) => `${shown.en(siren)} is the SIREN of this row.`,
    },
  },
})

/** Columns of SIREN and SIRET whose labels say nothing else that differs, one each. */
function pairsOf(columns: readonly Column[]) {
  const named = columns.flatMap(column => {
    const is = columnIdentifier(column)
    const of = wordsOf(column)
      .filter(word => word !== is && !SITE.test(word))
      .join(' ')
    return is === 'siren' || is === 'siret' ? { is, of, column } : []
  })
  return named.flatMap(({ is, of, column }) => {
    const same = named.filter(other => other.of === of)
    const other = same.find(one => one.is === 'siret')
    return is === 'siren' && other && same.length === 2 ? [{ siren: column, siret: other.column }] : []
  })
}

/** Words for a site of the same legal unit, and those that tie them to the number. */
const SITE = /^(?:siege|social|etablissement|principal|etab|numero|num|no|n|du|de|l)$/

function bare(text: string): string {
  return text.replace(/[\s.]/g, '')
}
