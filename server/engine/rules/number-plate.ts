import { byEnds, either } from '../model/accept'
import { anyNamed } from '../model/asked-once'
import { labelWords } from '../model/identifier'
import { mostlyOf } from '../model/lesson'
import { fewDigits, isPlate } from '../model/personal'
import { signature } from '../model/signature'
import { cellRule } from './rule'

/** The plate of a vehicle that is not said to be one of the authority's own. */
export const numberPlate = cellRule<Record<never, never>>({
  id: 'number-plate',
  severity: 'warning',
  preset: 'standard',
  concepts: ['personal-data', 're-identification-risk'],
  concerns: signature.letter,

  check(column) {
    if (areFleet(column.beside) || namesCode(column.label)) return undefined
    const isNamed = namesPlate(column.label)
    return { accept, test: text => (isPlate(text) && (isNamed || column.learn(arePlates)) ? {} : undefined) }
  },

  personal: ({ label, beside, learn }) => learn(arePlates) && !areFleet(beside) && !namesCode(label),

  message: {
    fr: () =>
      'Une plaque d’immatriculation se trouve ici : elle mène au propriétaire du véhicule ; videz la cellule ou supprimez la colonne, sauf pour les véhicules de la collectivité.',
    en: () =>
      'A number plate stands here: it leads to the owner of the vehicle; empty the cell or remove the column, unless the vehicles are those of the authority.',
  },

  fix: () => '',
})

/** Whether the rows are vehicles of a service. */
const areFleet = anyNamed(/^(?:flotte|parc|parcauto|fleet|affectation)$/)

function namesPlate(label: string): boolean {
  return labelWords(label).some(word => /^(?:immatriculation|immat|plaque|plate)$/.test(word))
}

/** Codes of other things have their shape. */
function namesCode(label: string): boolean {
  return !namesPlate(label) && labelWords(label).some(word => CODE.test(word))
}

const CODE = /^(?:references?|ref|articles?|code|produit|sku|lot|serie|parcelles?|section)$/

/** A plate has two digits and more, and seven to fourteen bytes. */
const accept = either(fewDigits(2), byEnds({ first: () => 0x7f80 }))

const arePlates = mostlyOf(0.8, isPlate)
