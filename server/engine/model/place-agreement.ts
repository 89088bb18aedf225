import { isPostalCode } from './commune-codes'
import type { Commune, Lists } from './lists'
import { departmentCode, type PlaceGroup } from './place-group'
import { placeKey } from './place-name'

/** What the cells of one row say of a place; undefined for what they do not tell. */
interface ToldPlace {
  readonly code?: string | undefined
  readonly name?: string | undefined
  readonly postalCode?: string | undefined
  readonly department?: string | undefined
}

/** The commune that a row tells beside its postal code, by its code or else by a name that no other has. */
export function communeBeside(
  lists: Lists,
  groups: readonly PlaceGroup[],
  postalCode: number,
  textOf: (column: number) => string | undefined,
): Commune | undefined {
  const group = groups.find(one => one['postal-code'] === postalCode)
  const [code, name] = [group?.['commune-code'], group?.['commune-name']].map(column =>
    column === undefined ? undefined : textOf(column)?.trim(),
  )
  const coded = code ? lists.commune(code) : undefined
  if (coded || !name) return coded
  const [named, ...others] = lists.communesNamed(name)
  return others.length === 0 ? named : undefined
}

/** Two cells that cannot speak of the same commune. */
export interface Disagreement {
  readonly between: 'code-name' | 'code-postal' | 'code-department' | 'name-postal'
  /** The place that the code stands for, by its name. */
  readonly place: string
  /** The communes that the other cell may mean, a few of them. */
  readonly others: readonly Commune[]
}

/** Where the cells of a row disagree; undefined when they agree, and when one of them is not known well enough to tell. */
export function disagreement(lists: Lists, told: ToldPlace): Disagreement | undefined {
  const { name = '', postalCode = '', department = '' } = told
  const found = told.code ? lists.commune(told.code) : undefined
  const postal = postalCode !== '' && isPostalCode(lists, postalCode) ? postalCode : undefined
  if (!found) return told.code || !postal || name === '' ? undefined : nameAgainstPostal(lists, name, postal)
  const place = found.name ?? lists.commune(found.current)?.name ?? found.code
  if (name !== '' && !isNameOf(lists, found, name)) {
    const others = lists.communesNamed(name)
    const isOther = others.length > 0 && others.every(({ current }) => current !== found.current)
    if (isOther) return { between: 'code-name', place, others }
  }
  const isWhole = found.kind === 'current' || found.kind === 'arrondissement'
  if (postal && isWhole && found.postalCodes.length > 0 && !found.postalCodes.includes(postal))
    return { between: 'code-postal', place, others: lists.communesServedBy(postal) }
  const own = department === '' ? undefined : departmentCode(lists, department)
  if (own !== undefined && isWhole && own !== found.department) return { between: 'code-department', place, others: [] }
  return undefined
}

/** A name and a postal code of two départements: within one, a hamlet may have either. */
function nameAgainstPostal(lists: Lists, name: string, postal: string): Disagreement | undefined {
  const named = lists.communesNamed(name)
  const served = lists.communesServedBy(postal)
  if (named.length === 0 || served.length === 0) return undefined
  const departments = new Set(served.map(({ department }) => department))
  if (named.some(({ department }) => departments.has(department))) return undefined
  // “Saint-Sébastien” beside the postal code of Saint-Sébastien-sur-Loire is a name cut short.
  if (served.some(commune => isNameOf(lists, commune, name))) return undefined
  return { between: 'name-postal', place: name, others: served }
}

function isNameOf(lists: Lists, found: Commune, text: string): boolean {
  const key = placeKey(text)
  const names = [found.name, lists.commune(found.current)?.name, lists.communePart(found.code)?.name]
  return names.some(name => {
    if (name === undefined) return false
    const own = placeKey(name)
    // “Lyon 3e”, “Saint-Malo Paramé”, a name cut short.
    return own === key || own.startsWith(`${key} `) || key.startsWith(`${own} `)
  })
}
