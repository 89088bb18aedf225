import type { Language } from './language'

/** A category of high-value datasets: regulation (EU) 2023/138, annex. */
interface HighValueCategory {
  /** As data.gouv.fr writes its tag. */
  readonly tag: string
  /** In the European list, which DCAT-AP for high-value datasets names (https://semiceu.github.io/DCAT-AP/releases/2.2.0-hvd/). */
  readonly address: string
  readonly words: Readonly<Record<Language, string>>
}

/** The six categories. */
export const highValueCategories: readonly HighValueCategory[] = [
  of('geospatiales', 'c_ac64a52d', 'géospatiales', 'geospatial'),
  of(
    'observation-de-la-terre-et-environnement',
    'c_dd313021',
    'observation de la terre et environnement',
    'earth observation and environment',
  ),
  of('meteorologiques', 'c_164e0bf5', 'météorologiques', 'meteorological'),
  of('statistiques', 'c_e1da4e07', 'statistiques', 'statistics'),
  of(
    'entreprises-et-propriete-d-entreprises',
    'c_a9135398',
    'entreprises et propriété d’entreprises',
    'companies and company ownership',
  ),
  of('mobilite', 'c_b79e35eb', 'mobilité', 'mobility'),
]

function of(tag: string, code: string, fr: string, en: string): HighValueCategory {
  return { tag, address: `http://data.europa.eu/bna/${code}`, words: { fr, en } }
}
