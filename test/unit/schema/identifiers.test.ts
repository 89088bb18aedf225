import assert from 'node:assert/strict'
import { labelIdentifier } from '../../../server/engine/model/identifier'
import { readSchema } from '../../../server/engine/schema/table-schema'

const labels: Readonly<Record<string, readonly string[]>> = {
  siret: [
    'siret',
    'SIRET',
    'COLL_SIRET',
    'n° siret',
    'Numéro SIRET',
    'siretEtablissement',
    'id_siret',
    'Siret du bénéficiaire',
    'N°SIRET',
    'coll siret 2',
  ],
  siren: ['siren', 'SIREN', 'code_siren', 'Code Siren 2024 EPCI', 'sirenDeclarant'],
  rna: ['rna', 'RNA', 'rnaBeneficiaire', 'numéro RNA'],
  'commune-code': [
    'INSEE_COM,C,5',
    'insee',
    'code_insee',
    'Code INSEE de la commune',
    'codeInsee',
    'COM_INSEE',
    'DEPCOM',
    'code commune',
    'insee_com',
    'comm_insee',
  ],
  'postal-code': ['code postal', 'Code Postal', 'code_postal', 'ADR_CODEPOSTAL', 'postal_code'],
  phone: ['téléphone', 'EQUIP_TEL', 'tel', 'Numéro de téléphone', 'fax'],
  uai: ['UAI', 'code_uai', 'numero_uai'],
  'address-key': ['cle_interop', 'cleInterop'],
  building: ['id_rnb'],
  fantoir: ['code_fantoir', 'FANTOIR', 'Code Rivoli'],
  code: ['code', 'EQUIP_CODE', 'Code Insee 2024 Région', 'code_departement', 'cod_voie'],
  none: [
    'idAttribuant',
    'date_siret',
    'siret valide',
    'nb_siren',
    'SIRET/SIREN',
    'nom',
    'encode',
    'inseeparable',
    'hôtel',
    'libellé code postal',
    'type de téléphone',
    'statut_siret',
    'lat',
    '',
    'n°',
    'codes postaux',
    'territoire',
    'x'.repeat(100_000),
  ],
}

describe('identifiers', () => {
  for (const [identifier, all] of Object.entries(labels))
    for (const label of all)
      it(`${label.slice(0, 40)} names ${identifier}`, () =>
        assert.equal(labelIdentifier(label), identifier === 'none' ? undefined : identifier))

  it('of a field come from its checks, then its pattern, then its name', () => {
    const fields = [
      { name: 'idAttribuant', type: 'string', constraints: { pattern: '^\\d{14}$' } },
      { name: 'idBeneficiaire', type: 'string' },
      { name: 'rna', type: 'string' },
      { name: 'asso', type: 'string', constraints: { pattern: '^W[0-9]{9}$' } },
      { name: 'no_appel', type: 'string' },
      { name: 'lieu', type: 'string', constraints: { pattern: '^([013-9]\\d|2[AB1-9])\\d{3}$' } },
      { name: 'CODE_POSTAL', type: 'string', constraints: { pattern: '^([013-9]\\d|2[AB1-9])\\d{3}$' } },
      { name: 'ref', type: 'string', constraints: { pattern: '^\\d{6}$' } },
      { name: 'siret', type: 'boolean' },
      { name: 'objet', type: 'string' },
    ]
    const custom_checks = [
      { name: 'french-siret-value', params: { column: 'idBeneficiaire' } },
      { name: 'phone-number-value', params: { column: 'no_appel' } },
    ]
    const { schema } = readSchema({ fields, custom_checks }, 'test')
    assert.deepEqual(
      schema!.fields.map(({ identifier }) => identifier),
      ['siret', 'siret', 'rna', 'rna', 'phone', 'commune-code', 'postal-code', 'code', undefined, undefined],
    )
  })
})
