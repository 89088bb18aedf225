import type { FieldType } from '../../model/field'
import { types } from './index'
import type { Reading, Spelling } from './reading'

/** How a field spells its values that says nothing of it. */
export const plainSpelling: Spelling = {
  format: 'default',
  decimalChar: '.',
  groupChar: undefined,
  bareNumber: true,
  trueValues: ['true', 'True', 'TRUE', '1'],
  falseValues: ['false', 'False', 'FALSE', '0'],
  delimiter: ',',
  itemType: 'string',
}

/** How the values of a type are read when its field says nothing but a format. */
export function plainReading(type: FieldType, format = 'default'): Reading {
  return types[type]({ ...plainSpelling, format })!
}
