import type { Column } from './table'

/** Whether a column holds geometries of GeoJSON: the format has them there, or the schema says so. */
export function isGeometry({ isOwn, label, field }: Pick<Column, 'isOwn' | 'label' | 'field'>): boolean {
  return (isOwn && /^\/?geometry$/.test(label)) || (field?.type === 'geojson' && field.format !== 'topojson')
}
