import type { Dataset } from './dataset'

/** The dataset in which a finding counts its rows and columns: the table inside a document that it is in, else the file itself. */
export function homeOf(dataset: Dataset, { inside }: { readonly inside?: string | undefined }): Dataset {
  return (inside === undefined ? undefined : dataset.inner?.().tables.get(inside)) ?? dataset
}
