import { folded } from './fold'
import type { Lists } from './lists'

/** Whether a commune, by its code, lies in a zone. */
type IsIn = (commune: string) => boolean

/**
 * The communes of a zone, told as a code of the official geographic code or as a SIREN, alone or at the end of an id, or
 * by name. `lists` are asked for only where they decide; undefined for a zone of which nobody can tell.
 */
export function zoneOf(text: string, lists: () => Lists | undefined): IsIn | undefined {
  const [, kind, code] = /^(?:.*[:/](commune|departement)[:/])?(\d{2,5}|2[AB]\d{0,3})(?:@.*)?$/i.exec(text) ?? []
  if (code?.length === 5 && kind !== 'departement') return commune => commune === code
  const isDepartment = code !== undefined && (code.length === 2 || /^9[78]\d$/.test(code)) && kind !== 'commune'
  if (isDepartment) return commune => commune.startsWith(code)
  const known = code === undefined ? lists() : undefined
  const [, region] = /[:/]region[:/](\d{2})(?:@.*)?$/i.exec(text) ?? []
  const [, siren] = /^(?:.*[:/])?(\d{9})(?:@.*)?$/.exec(text) ?? []
  if (!known) return undefined
  if (region !== undefined) return known.region(region) && (commune => regionOf(commune, known) === region)
  return siren === undefined ? named(text, known) : ofSiren(siren, known)
}

/** An intercommunality, or the commune whose town hall has it. */
function ofSiren(siren: string, lists: Lists): IsIn | undefined {
  if (lists.group(siren)) return commune => lists.sheet(commune)?.group?.siren === siren
  const own = lists.communeOfSiren(siren)
  return own && (commune => commune === own.code)
}

/** All that has a name: one name may be that of several communes, or of a commune and of a département. */
function named(name: string, lists: Lists): IsIn | undefined {
  const wanted = folded(name)
  const communes = new Set(lists.communesNamed(name).map(({ current }) => current))
  const isNamed = (place: { readonly name: string }) => folded(place.name) === wanted
  const departments = new Set(
    lists
      .departments()
      .filter(isNamed)
      .map(({ code }) => code),
  )
  const regions = new Set(
    lists
      .regions()
      .filter(isNamed)
      .map(({ code }) => code),
  )
  if (communes.size + departments.size + regions.size === 0) return undefined
  return commune =>
    communes.has(lists.commune(commune)?.current ?? commune) ||
    departments.has(lists.commune(commune)?.department ?? '') ||
    regions.has(regionOf(commune, lists) ?? '')
}

function regionOf(commune: string, lists: Lists): string | undefined {
  return lists.department(lists.commune(commune)?.department ?? '')?.region
}
