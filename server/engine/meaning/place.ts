import type { Language } from '../model/language'
import type { Commune, Group, Lists } from '../model/lists'
import { departmentCode } from '../model/place-group'
import { type PlaceKind, placeColumn } from '../model/place-column'
import type { Meaning } from './meaning'

/** A commune by its code or its name, a postal code, a département, a région or an intercommunality. */
export const placeMeaning: Meaning = (value, column, { language }) => {
  const kind = placeColumn(column)?.kind
  const { lists } = kind ? column : { lists: undefined }
  return kind && lists && tellers[kind](lists, value, words[language])
}

const tellers: Readonly<Record<PlaceKind, (lists: Lists, value: string, say: Words) => readonly string[] | undefined>> =
  {
    'commune-code': (lists, value, say) => communeLines(lists, lists.commune(value), say),
    'commune-name'(lists, value, say) {
      const found = lists.communesNamed(value).filter(({ kind }) => kind === 'current')
      if (found.length === 1) return communeLines(lists, found[0], say)
      return found.length === 0 ? undefined : [say.namesakes(found.slice(0, FEW).map(withCode), found.length)]
    },
    'postal-code'(lists, value, say) {
      const served = lists.communesServedBy(value)
      if (served.length === 0) return undefined
      return [say.serves(value, served.slice(0, FEW).map(withCode), served.length), say.postalYear(lists.year)]
    },
    department(lists, value, say) {
      const found = lists.department(departmentCode(lists, value) ?? '')
      return found && [`${found.name} (${found.code})`, say.region(lists.region(found.region)?.name ?? found.region)]
    },
    region(lists, value) {
      const found = lists.region(value)
      return found && [`${found.name} (${found.code})`]
    },
    group: (lists, value, say) => groupLines(lists, value, say),
  }

/** Places that one line names. */
const FEW = 8

function communeLines(lists: Lists, found: Commune | undefined, say: Words): readonly string[] | undefined {
  if (!found) return undefined
  const { code, kind, name, department, postalCodes } = found
  const today = lists.commune(found.current)
  const place = lists.department(department)
  const region = lists.region(place?.region ?? '')
  const sheet = kind === 'current' ? lists.sheet(code) : undefined
  return [
    say.is[kind](name ?? code, today ? withCode(today) : found.current),
    ...(place ? [say.within(`${place.name} (${place.code})`, region?.name ?? '')] : []),
    ...(sheet?.group ? [say.memberOf(`${sheet.group.name} (${sheet.group.siren})`)] : []),
    ...(kind !== 'former' && postalCodes.length > 0 ? [say.postalCodes(postalCodes)] : []),
    ...(sheet && sheet.formerCodes.length > 0 ? [say.formerCodes(sheet.formerCodes)] : []),
    say.year(lists.year),
  ]
}

/** An intercommunality and how many communes it has. */
export function groupLines(lists: Lists, siren: string, say: Words): readonly string[] | undefined {
  const found = lists.group(siren)
  return found && [`${found.name} (${say.groups[found.kind] ?? found.kind})`, ...membersOf(found, say)]
}

function membersOf({ members }: Group, say: Words): readonly string[] {
  return members > 0 ? [say.members(members)] : []
}

function withCode({ name, code }: Commune): string {
  return name === undefined ? code : `${name} (${code})`
}

interface Words {
  readonly is: Readonly<Record<Commune['kind'], (name: string, today: string) => string>>
  readonly within: (department: string, region: string) => string
  readonly region: (name: string) => string
  readonly memberOf: (group: string) => string
  readonly postalCodes: (codes: readonly string[]) => string
  readonly formerCodes: (codes: readonly string[]) => string
  readonly year: (year: number) => string
  readonly postalYear: (year: number) => string
  readonly namesakes: (names: readonly string[], count: number) => string
  readonly serves: (code: string, names: readonly string[], count: number) => string
  readonly members: (count: number) => string
  readonly groups: Readonly<Record<string, string>>
}

/** How places are told, by language. */
export const words: Readonly<Record<Language, Words>> = {
  fr: {
    is: {
      current: name => `${name}, commune`,
      arrondissement: (name, today) => `${name}, arrondissement de ${today}`,
      delegated: (name, today) => `${name}, commune déléguée de ${today}`,
      associated: (name, today) => `${name}, commune associée de ${today}`,
      former: (code, today) => `${code}, ancienne commune, aujourd’hui dans ${today}`,
    },
    within: (department, region) => `Département : ${department}, région ${region}`,
    region: name => `Région : ${name}`,
    memberOf: group => `Intercommunalité : ${group}`,
    postalCodes: codes => `${codes.length > 1 ? 'Codes postaux' : 'Code postal'} : ${listed(codes)}`,
    formerCodes: codes => `Codes des communes qu’elle a réunies : ${listed(codes)}`,
    year: year => `D’après la liste officielle des communes de ${year}`,
    postalYear: year => `Liste de ${year}`,
    namesakes: (names, count) => `Nom de ${count} communes : ${listed(names, count)}`,
    serves: (code, names, count) =>
      `Code postal ${code}, ${count > 1 ? `partagé par ${count} communes` : 'd’une commune'} : ${listed(names, count)}`,
    members: count => `${count} communes membres`,
    groups: {
      CC: 'communauté de communes',
      CA: 'communauté d’agglomération',
      CU: 'communauté urbaine',
      METRO: 'métropole',
      MET69: 'métropole de Lyon',
      EPT: 'établissement public territorial',
    },
  },
  en: {
    is: {
      current: name => `${name}, commune`,
      arrondissement: (name, today) => `${name}, arrondissement of ${today}`,
      delegated: (name, today) => `${name}, delegated commune within ${today}`,
      associated: (name, today) => `${name}, associated commune within ${today}`,
      former: (code, today) => `${code}, former commune, now in ${today}`,
    },
    within: (department, region) => `Département: ${department}, région ${region}`,
    region: name => `Région: ${name}`,
    memberOf: group => `Intercommunality: ${group}`,
    postalCodes: codes => `${codes.length > 1 ? 'Postal codes' : 'Postal code'}: ${listed(codes)}`,
    formerCodes: codes => `Codes of the communes that it has taken in: ${listed(codes)}`,
    year: year => `From the official list of communes of ${year}`,
    postalYear: year => `List of ${year}`,
    namesakes: (names, count) => `Name of ${count} communes: ${listed(names, count)}`,
    serves: (code, names, count) =>
      `Postal code ${code}, ${count > 1 ? `shared by ${count} communes` : 'of one commune'}: ${listed(names, count)}`,
    members: count => `${count} member communes`,
    groups: {
      CC: 'community of communes',
      CA: 'community of a conurbation',
      CU: 'urban community',
      METRO: 'metropolis',
      MET69: 'metropolis of Lyon',
      EPT: 'public territorial establishment',
    },
  },
}

/** A few names, and a mark when there are more. */
function listed(names: readonly string[], count = names.length): string {
  const first = names.slice(0, FEW)
  return `${first.join(', ')}${count > first.length ? '…' : ''}`
}
