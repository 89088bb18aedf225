import { columnIdentifier } from '../model/column-identifier'
import type { Lists } from '../model/lists'
import { isSiren, isSiret } from '../model/siret'
import type { Asker, Meaning } from './meaning'
import { groupLines, words as placeWords } from './place'

/** A SIRET or a SIREN taken apart, with the local authority that has it where the lists know one. */
export const siretMeaning: Meaning = (value, column, asker) => {
  const identifier = columnIdentifier(column)
  if (identifier !== 'siret' && identifier !== 'siren') return undefined
  const digits = value.replace(/[\s.'’-]/g, '')
  const say = words[asker.language]
  if (isSiret(digits))
    return [
      say.siret(digits.slice(0, 9), digits.slice(9)),
      ...ownerOf(column.lists, digits.slice(0, 9), asker),
      say.siretKey,
    ]
  if (isSiren(digits)) return [...ownerOf(column.lists, digits, asker), say.sirenKey]
  return undefined
}

function ownerOf(lists: Lists | undefined, siren: string, { language }: Asker): readonly string[] {
  const commune = lists?.communeOfSiren(siren)
  if (commune) return [words[language].commune(`${commune.name} (${commune.code})`)]
  return (lists && groupLines(lists, siren, placeWords[language])) ?? []
}

const words = {
  fr: {
    siret: (siren: string, nic: string) => `SIRET : organisme ${siren} (SIREN), établissement ${nic}`,
    commune: (name: string) => `Commune : ${name}`,
    siretKey: 'Les deux clés de contrôle sont justes',
    sirenKey: 'La clé de contrôle du SIREN est juste',
  },
  en: {
    siret: (siren: string, nic: string) => `SIRET: organisation ${siren} (SIREN), site ${nic}`,
    commune: (name: string) => `Commune: ${name}`,
    siretKey: 'Both check keys are right',
    sirenKey: 'The check key of the SIREN is right',
  },
} as const
