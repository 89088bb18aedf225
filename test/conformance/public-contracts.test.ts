import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { openDataset } from '../../server/engine/dataset'
import { lint } from '../../server/engine/lint'
import { nodeAt } from '../../server/engine/model/tree'
import { readTree } from '../../server/engine/json/read'
import { describeShared } from './cases'

describeShared('the essential data of a concession, an official example of nested JSON', () => {
  const file = '../shared/corpus/format-commande-pu__marches_concessions.json'
  const open = () => openDataset(readFileSync(file), { json: 'one-value' })

  it('has a column for what each object holds, and each of the first elements of a list of them', () =>
    assert.deepEqual(
      open().table.labels.filter(label => label.includes('.')),
      [
        'autoriteConcedante.id',
        'donneesExecution.0.donneesAnnuelles.datePublicationDonneesExecution',
        'donneesExecution.0.donneesAnnuelles.depensesInvestissement',
        'donneesExecution.0.donneesAnnuelles.tarifs',
        'concessionnaires.0.concessionnaire.typeIdentifiant',
        'concessionnaires.0.concessionnaire.id',
        'concessionnaires.1.concessionnaire.typeIdentifiant',
        'concessionnaires.1.concessionnaire.id',
        'considerationsSociales.considerationSociale',
        'considerationsEnvironnementales.considerationEnvironnementale',
        'modifications.0.modification.id',
        'modifications.0.modification.dateSignatureModification',
        'modifications.0.modification.datePublicationDonneesModification',
        'modifications.0.modification.dureeMois',
        'modifications.0.modification.valeurGlobale',
      ],
    ))

  it('has each value where its pointer leads', () => {
    const { table } = open()
    const tree = readTree(readFileSync(file))
    const told = [1, 2].flatMap(row =>
      table.labels.map((_, column) => nodeAt(tree, table.pointerAt(row, column)!)?.span),
    )
    const spans = [1, 2].flatMap(row => table.labels.map((_, column) => table.cellSpan(row, column)))
    assert.equal(spans.length, 50)
    assert.deepEqual(told, spans)
  })

  it('says that the other list of the file is not read, and nothing else', () =>
    assert.deepEqual(
      [...lint(open(), { preset: 'complet' })].map(({ rule }) => rule),
      ['not-checked'],
    ))
})
