/** The files of each situation in `client/situations/ID`, the one to begin with first. */
export const situationFiles = {
  S0: ['marches.csv'],
  S1: ['deliberations.csv'],
  S2: ['frequentation_mediatheque.csv'],
  S3: ['aires_de_jeux.csv', 'datapackage.json'],
  S4: ['candidatures.csv', 'communes.csv'],
  S5: ['menus.csv', 'plats.csv', 'datapackage.json'],
  S6: ['delais_urbanisme.csv'],
  S7: ['projet_ecole.csv'],
  S8: ['resultats.csv', 'resultats.schema.json'],
  S9: ['export_periscolaire.csv'],
  S10: ['equipements.csv'],
  S11: ['signalements.csv'],
  S12: ['nappe.csv'],
  S13: ['subventions.csv'],
  S14: ['consommations.csv'],
  S15: ['contributions.csv'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type Situation = keyof typeof situationFiles

/** Whether this names a situation. */
export function isSituation(id: unknown): id is Situation {
  return typeof id === 'string' && Object.hasOwn(situationFiles, id)
}
