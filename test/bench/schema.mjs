const siret = { required: true, pattern: '^\\d{14}$' }

/**
 * The Table Schema of the table of grants, in a spelling.
 * @param {{ format: string, decimal: string }} spelling
 */
export function grants({ format, decimal }) {
  const number = { type: 'number', ...(decimal === '.' ? {} : { decimalChar: decimal }) }
  const [first, last] = format === '%Y-%m-%d' ? ['2000-01-01', '2100-12-31'] : ['01/01/2000', '31/12/2100']
  return {
    fields: [
      { name: 'nomAttribuant', type: 'string', constraints: { required: true } },
      { name: 'idAttribuant', type: 'string', constraints: siret },
      {
        name: 'dateConvention',
        type: 'date',
        ...(format === '%Y-%m-%d' ? {} : { format }),
        constraints: { required: true, minimum: first, maximum: last },
      },
      { name: 'referenceDecision', type: 'string', constraints: { required: true } },
      { name: 'nomBeneficiaire', type: 'string', constraints: { required: true, maxLength: 256 } },
      { name: 'idBeneficiaire', type: 'string', constraints: { ...siret, unique: true } },
      { name: 'objet', type: 'string', constraints: { required: true } },
      { name: 'montant', ...number, constraints: { required: true, minimum: 0 } },
      {
        name: 'nature',
        type: 'string',
        constraints: {
          required: true,
          enum: ['aide en numéraire', 'aide en nature', 'aide en nature et en numéraire'],
        },
      },
      {
        name: 'conditionsVersement',
        type: 'string',
        constraints: { required: true, enum: ['unique', 'échelonné', 'autre'] },
      },
      {
        name: 'notificationUE',
        type: 'boolean',
        trueValues: ['oui'],
        falseValues: ['non'],
        constraints: { required: true },
      },
      { name: 'pourcentageSubvention', ...number, constraints: { minimum: 0, maximum: 100 } },
    ],
    missingValues: [''],
    primaryKey: ['referenceDecision'],
  }
}
