import type { Commune, CommuneKind, CommuneSheet, Department, Group, Lists, Region } from '../model/lists'
import { isSiren } from '../model/siret'
import { codeOf, departmentOf, numberAt, numberOf, NUMBERS } from './commune-number'
import { NameIndex } from './name-index'
import { ascending, openPacked, type Packed, signed } from './packed'
import { PostalCodes } from './postal-codes'

/** Reads packed lists; undefined for bytes that are none. What nobody asks for is not unpacked. */
export function readLists(bytes: Uint8Array): Lists | undefined {
  const packed = openPacked(bytes)
  return packed && new PackedLists(packed)
}

const KINDS: readonly CommuneKind[] = ['current', 'arrondissement', 'delegated', 'associated', 'former']

class PackedLists implements Lists {
  readonly year: number
  readonly #departments: ReadonlyMap<string, Department>
  readonly #regions: ReadonlyMap<string, Region>
  /** By the number of a code: what it is, as its place in `KINDS` plus 1, and where it stands among those. */
  readonly #kindAt = new Uint8Array(NUMBERS)
  readonly #indexAt = new Uint16Array(NUMBERS)
  /** Numbers of the communes of today. */
  readonly #numbers: Uint32Array
  readonly #names: () => readonly string[]
  readonly #postal: PostalCodes
  readonly #sirens: { readonly distances: () => Uint32Array; readonly others: () => readonly string[] }
  readonly #groups: { readonly rows: () => readonly (readonly string[])[]; readonly distances: () => Uint32Array }
  readonly #arrondissements: () => readonly (readonly string[])[]
  /** Parallel: numbers of the parts of communes, and of the communes that they are part of. */
  readonly #parts: { readonly numbers: Uint32Array; readonly kinds: Uint8Array; readonly now: Uint32Array }
  readonly #partNames: () => readonly string[]
  readonly #former: { readonly numbers: Uint32Array; readonly now: Uint32Array }
  /** Communes whose SIREN are not as usual, with their place among those. */
  #unusual: ReadonlyMap<number, number> | undefined
  #groupAt: Uint16Array | undefined
  #groupOf: ReadonlyMap<string, Group> | undefined
  #byName: NameIndex | undefined

  constructor(packed: Packed) {
    this.year = packed.year
    this.#departments = new Map(
      packed
        .rows()()
        .map(([code = '', region = '', , name = '']) => [code, { code, name, region }]),
    )
    this.#regions = new Map(
      packed
        .rows()()
        .map(([code = '', , name = '']) => [code, { code, name }]),
    )
    this.#numbers = ascending(packed.numbers()())
    this.#names = packed.lines()
    this.#postal = new PostalCodes(packed, this.#numbers)
    this.#sirens = { distances: packed.numbers(), others: packed.lines() }
    this.#groups = { rows: packed.rows(), distances: packed.numbers() }
    this.#arrondissements = packed.rows()
    const parts = ascending(packed.numbers()())
    this.#parts = { numbers: parts, kinds: packed.bytes(), now: movedBy(parts, packed.numbers()()) }
    this.#partNames = packed.lines()
    const former = ascending(packed.numbers()())
    this.#former = { numbers: former, now: movedBy(former, packed.numbers()()) }
    this.#mark(this.#former.numbers, 'former')
    this.#mark(parts, index => (this.#parts.kinds[index] === 0 ? 'delegated' : 'associated'))
    this.#mark(
      this.#arrondissements().map(([code = '']) => numberOf(code)),
      'arrondissement',
    )
    this.#mark(this.#numbers, 'current')
  }

  commune(code: string): Commune | undefined {
    const number = numberOf(code)
    const kind = this.#kindOf(number)
    if (kind === undefined) return undefined
    const index = this.#indexAt[number]!
    if (kind === 'current') return this.#current(index)
    if (kind === 'arrondissement') return this.#arrondissement(index)
    if (kind === 'former') return { ...this.#within(this.#former.now[index]!), code, kind, name: undefined }
    return this.#part(index)
  }

  communeKind(bytes: Uint8Array, from: number, to: number): CommuneKind | undefined {
    return this.#kindOf(numberAt(bytes, from, to))
  }

  communePart(code: string): Commune | undefined {
    const index = this.#parts.numbers.indexOf(numberOf(code))
    return index < 0 ? undefined : this.#part(index)
  }

  communesNamed(name: string): readonly Commune[] {
    return this.#index()
      .named(name)
      .flatMap(entry => this.#entry(entry))
  }

  isCommuneName(name: string): boolean {
    return this.#index().named(name).length > 0
  }

  communesBeginning(text: string, most: number): readonly Commune[] {
    if (/^(?:\d|2[AB])[\dAB]*$/.test(text)) return this.#codesBeginning(text, most)
    return this.#index()
      .beginning(text, most)
      .flatMap(entry => this.#entry(entry))
  }

  communesServedBy(postalCode: string): readonly Commune[] {
    const served = [...this.#postal.communesOf(postalCode)].map(index => this.#current(index))
    const parts = this.#arrondissements().flatMap(([, , postal], index) =>
      postal!.split(' ').includes(postalCode) ? this.#arrondissement(index) : [],
    )
    return [...served, ...parts]
  }

  postalCodesBeginning(digits: string, most: number): readonly string[] {
    return this.#postal.beginning(digits, most)
  }

  isPostalCode(bytes: Uint8Array, from: number, to: number): boolean {
    return this.#postal.has(bytes, from, to)
  }

  department(code: string): Department | undefined {
    return this.#departments.get(code)
  }

  departments(): readonly Department[] {
    return [...this.#departments.values()]
  }

  region(code: string): Region | undefined {
    return this.#regions.get(code)
  }

  regions(): readonly Region[] {
    return [...this.#regions.values()]
  }

  group(siren: string): Group | undefined {
    this.#groupOf ??= this.#groupsBySiren()
    return this.#groupOf.get(siren)
  }

  communeOfSiren(siren: string): Commune | undefined {
    const distances = this.#sirens.distances()
    const isUsual = siren.startsWith('21')
    for (let index = 0; index < distances.length; index++) {
      // Nearly all SIREN that begin so tell the département of their commune.
      const isNear = distances[index] === 1 || (isUsual && codeOf(this.#numbers[index]!).startsWith(siren.slice(2, 4)))
      if (isNear && this.#siren(index) === siren) return this.#current(index)
    }
    return undefined
  }

  sheet(code: string): CommuneSheet | undefined {
    const number = numberOf(code)
    if (this.#kindOf(number) !== 'current') return undefined
    const index = this.#indexAt[number]!
    const group = this.#memberships()[index]!
    const { numbers, now } = this.#former
    return {
      siren: this.#siren(index),
      group: group === 0 ? undefined : this.group(this.#groups.rows()[group - 1]![0]!),
      formerCodes: [...numbers].filter((_, i) => now[i] === number).map(codeOf),
    }
  }

  /** Later marks go over earlier ones. */
  #mark(numbers: ArrayLike<number>, kind: CommuneKind | ((index: number) => CommuneKind)): void {
    for (let index = 0; index < numbers.length; index++) {
      this.#kindAt[numbers[index]!] = KINDS.indexOf(typeof kind === 'string' ? kind : kind(index)) + 1
      this.#indexAt[numbers[index]!] = index
    }
  }

  #kindOf(number: number): CommuneKind | undefined {
    return number < 0 ? undefined : KINDS[this.#kindAt[number]! - 1]
  }

  #current(index: number): Commune {
    const code = codeOf(this.#numbers[index]!)
    return { ...this.#within(this.#numbers[index]!), code, kind: 'current', name: this.#names()[index] }
  }

  #arrondissement(index: number): Commune {
    const [code = '', current = '', postal = '', name] = this.#arrondissements()[index]!
    const postalCodes = postal.split(' ')
    return { code, kind: 'arrondissement', name, current, postalCodes, department: departmentOf(code) }
  }

  #part(index: number): Commune {
    const { numbers, kinds, now } = this.#parts
    const kind = kinds[index] === 0 ? 'delegated' : 'associated'
    return { ...this.#within(now[index]!), code: codeOf(numbers[index]!), kind, name: this.#partNames()[index] }
  }

  /** What a place has from the commune of today in which it lies. */
  #within(number: number): Pick<Commune, 'current' | 'postalCodes' | 'department'> {
    const current = codeOf(number)
    return { current, postalCodes: this.#postal.codesOf(this.#indexAt[number]!), department: departmentOf(current) }
  }

  #codesBeginning(text: string, most: number): readonly Commune[] {
    const found: Commune[] = []
    for (let index = 0; index < this.#numbers.length && found.length < most; index++)
      if (codeOf(this.#numbers[index]!).startsWith(text)) found.push(this.#current(index))
    return found
  }

  #index(): NameIndex {
    return (this.#byName ??= new NameIndex([
      ...this.#names(),
      ...this.#arrondissements().map(([, , , name = '']) => name),
      ...this.#partNames(),
    ]))
  }

  /** The place that stands there among the names of the index. */
  #entry(at: number): Commune {
    const communes = this.#numbers.length
    const arrondissements = this.#arrondissements().length
    if (at < communes) return this.#current(at)
    if (at < communes + arrondissements) return this.#arrondissement(at - communes)
    return this.#part(at - communes - arrondissements)
  }

  #siren(index: number): string | undefined {
    const { others } = this.#sirens
    const distances = this.#sirens.distances()
    const distance = distances[index]!
    if (distance === 0) return undefined
    if (distance === 1) {
      this.#unusual ??= new Map([...distances.keys()].filter(i => distances[i] === 1).map((i, at) => [i, at]))
      return others()[this.#unusual.get(index)!]
    }
    const code = codeOf(this.#numbers[index]!)
    const number = Number(code.slice(2)) + signed(distance - 2)
    const digits = `21${code.slice(0, 2)}0${String(number).padStart(3, '0')}`
    return Array.from('0123456789', key => digits + key).find(isSiren) ?? digits
  }

  #groupsBySiren(): ReadonlyMap<string, Group> {
    const members = new Uint16Array(this.#groups.rows().length + 1)
    for (const group of this.#memberships()) members[group]!++
    return new Map(
      this.#groups.rows().map(([siren = '', kind = '', name = ''], i) => {
        return [siren, { siren, kind, name, members: members[i + 1]! }]
      }),
    )
  }

  /** By commune of today: 1 more than the place of its intercommunality; 0 for none. */
  #memberships(): Uint16Array {
    if (this.#groupAt) return this.#groupAt
    const groupAt = new Uint16Array(this.#numbers.length)
    let place = -1
    let first = 0
    this.#groups.distances().forEach((distance, index) => {
      if (distance === 0) return
      const group = first + signed(distance - 1)
      const own = Math.floor(this.#numbers[index]! / 1000)
      if (own !== place) first = group
      place = own
      groupAt[index] = group + 1
    })
    return (this.#groupAt = groupAt)
  }
}

function movedBy(numbers: Uint32Array, distances: Uint32Array): Uint32Array {
  return numbers.map((number, i) => number + signed(distances[i]!))
}
