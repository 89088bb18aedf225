/** The labels of a table of grants, as the common core of data has them. */
export const HEADER =
  'nomAttribuant;idAttribuant;dateConvention;referenceDecision;nomBeneficiaire;idBeneficiaire;objet;montant;nature;conditionsVersement;datesPeriodeVersement;notificationUE;pourcentageSubvention'
/** A row of grants: to whom, when and how much. */
export const row = (siret: string, date: string, amount: string) =>
  `Commune de Valbrume;${siret};${date};2024-001;Les Amis du lavoir;99991208200016;Fonctionnement;${amount};aide en numéraire;unique;2024-01-01;non;0.5`
/** A table of grants, which its header makes known. */
export const grants = (...rows: readonly string[]) => `${[HEADER, ...rows].join('\n')}\n`
/** Where the editor has it. */
export const uri = 'untitled:subventions.csv'
