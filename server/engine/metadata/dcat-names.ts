import type { Node } from '../model/tree'
import { localName, typesOf } from './linked'

/**
 * The labels by which the contexts of DCAT-AP name what the vocabulary names otherwise; with spaces in older ones.
 * https://semiceu.github.io/DCAT-AP/releases/3.0.1/context/dcat-ap.jsonld
 */
const LABELS: ReadonlyMap<string, string> = new Map([
  ['accessUrl', 'accessURL'],
  ['downloadUrl', 'downloadURL'],
  ['endpointUrl', 'endpointURL'],
  ['releaseDate', 'issued'],
  ['listingDate', 'issued'],
  ['modificationDate', 'modified'],
  ['licence', 'license'],
  ['frequency', 'accrualPeriodicity'],
  ['geographicalCoverage', 'spatial'],
  ['temporalCoverage', 'temporal'],
  ['spatialResolution', 'spatialResolutionInMeters'],
  ['datasetDistribution', 'distribution'],
  ['documentation', 'page'],
  ['linkedSchemas', 'conformsTo'],
  ['compressionFormat', 'compressFormat'],
  ['packagingFormat', 'packageFormat'],
  ['beginning', 'hasBeginning'],
  ['end', 'hasEnd'],
  ['Catalogue', 'Catalog'],
  ['CatalogueRecord', 'CatalogRecord'],
])

/** The name of a member or of a class in the vocabulary, without prefix or namespace. */
export function dcatName(written: string): string {
  const name = localName(written)
  // What has a prefix is no label.
  if (name !== written) return name
  const label = name.replace(/ +(\w)/g, (_, letter: string) => letter.toUpperCase())
  return LABELS.get(label) ?? label
}

/** Whether an object is of one of several classes, however the document names them. */
export function isOfDcat(node: Node, ...names: readonly string[]): boolean {
  return typesOf(node).some(type => names.includes(dcatName(type)))
}
