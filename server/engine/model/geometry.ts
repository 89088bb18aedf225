/** A place on the globe as GeoJSON writes it (RFC 7946, section 3.1.1), with where it stands in its text. */
export interface PositionText {
  /** From its bracket to behind the closing one, in UTF-16 units. */
  readonly from: number
  readonly to: number
  readonly longitude: number
  readonly latitude: number
}

/** A ring of a polygon. */
export interface RingText {
  readonly from: number
  readonly to: number
  /** JSON pointer in the geometry. */
  readonly at: string
  readonly isExterior: boolean
  readonly positions: readonly PositionText[]
}

/** The member `bbox` of a geometry. */
interface BoxText {
  readonly from: number
  readonly to: number
  /** JSON pointer in the geometry. */
  readonly at: string
  /** Those of the geometry, or of all that a collection holds. */
  readonly positions: readonly PositionText[]
}

/** What a geometry is drawn by. */
interface GeometryText {
  readonly positions: readonly PositionText[]
  /** Those of its polygons. */
  readonly rings: readonly RingText[]
  readonly boxes: readonly BoxText[]
  /** Whether its types are known, all its positions are some, as deep as the types want them, and its lines have two. */
  readonly isSound: boolean
}

/** How deep positions stand in the coordinates of each type. */
const LEVELS: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
}

/** Levels of the coordinates of a type, undefined for one that GeoJSON does not have. */
export function levelOf(type: string): number | undefined {
  return Object.hasOwn(LEVELS, type) ? LEVELS[type] : undefined
}

/** Levels of lists and objects beyond which a text is no geometry. */
const DEEPEST = 30

let last: { readonly text: string; readonly geometry: GeometryText | undefined } | undefined

/** Reads a geometry of GeoJSON; undefined for a text that is none. The last one is remembered: several rules ask in turn. */
export function readGeometry(text: string): GeometryText | undefined {
  if (last?.text !== text) last = { text, geometry: new GeometryReader(text).read() }
  return last.geometry
}

/** A list as it stands in the text: of lists, or of numbers. */
interface ListText {
  readonly from: number
  readonly to: number
  readonly lists: readonly ListText[]
  readonly numbers: readonly number[]
}

class GeometryReader {
  readonly #text: string
  readonly #positions: PositionText[] = []
  readonly #rings: RingText[] = []
  readonly #boxes: BoxText[] = []
  #isSound = true
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  read(): GeometryText | undefined {
    try {
      this.#object('', 0)
      return { positions: this.#positions, rings: this.#rings, boxes: this.#boxes, isSound: this.#isSound }
    } catch (error) {
      if (error instanceof NoGeometry) return undefined
      throw error
    }
  }

  #next(): string {
    while (' \n\r\t'.includes(this.#text[this.#at] ?? '!')) this.#at++
    return this.#text[this.#at] ?? ''
  }

  #take(mark: string): void {
    if (this.#next() !== mark) throw new NoGeometry()
    this.#at++
  }

  #object(path: string, depth: number): void {
    if (depth > DEEPEST) throw new NoGeometry()
    this.#take('{')
    let type = ''
    let coordinates: ListText | undefined
    let hasGeometries = false
    let box: { readonly from: number; readonly to: number } | undefined
    const known = this.#positions.length
    if (this.#next() === '}') return void this.#at++
    for (;;) {
      const key = this.#string()
      this.#take(':')
      const mark = this.#next()
      if (key === 'type' && mark === '"') type = this.#string()
      else if (key === 'coordinates' && mark === '[') coordinates = this.#list(depth + 1)
      else if (key === 'geometries' && mark === '[') {
        this.#geometries(`${path}/geometries`, depth + 1)
        hasGeometries = true
      } else {
        const from = this.#at
        this.#skip(depth + 1)
        if (key === 'bbox') box = { from, to: this.#at }
      }
      if (this.#next() !== ',') break
      this.#at++
    }
    this.#take('}')
    if (coordinates) this.#draw(coordinates, type, `${path}/coordinates`)
    else if (type !== 'GeometryCollection' || !hasGeometries) this.#isSound = false
    if (box) this.#boxes.push({ ...box, at: `${path}/bbox`, positions: this.#positions.slice(known) })
  }

  #geometries(path: string, depth: number): void {
    this.#take('[')
    if (this.#next() === ']') return void this.#at++
    for (let i = 0; ; i++) {
      this.#object(`${path}/${i}`, depth)
      if (this.#next() !== ',') break
      this.#at++
    }
    this.#take(']')
  }

  #draw(list: ListText, type: string, at: string): void {
    if (type === 'Polygon') this.#polygon(list, at)
    else if (type === 'MultiPolygon') for (const [i, one] of list.lists.entries()) this.#polygon(one, `${at}/${i}`)
    this.#gather(list)
    const level = levelOf(type)
    const lines = type === 'LineString' ? [list] : type === 'MultiLineString' ? list.lists : []
    if (level === undefined || !isAtLevel(list, level) || lines.some(isSinglePosition)) this.#isSound = false
  }

  #polygon({ lists }: ListText, at: string): void {
    for (const [i, ring] of lists.entries())
      this.#rings.push({
        from: ring.from,
        to: ring.to,
        at: `${at}/${i}`,
        isExterior: i === 0,
        positions: ring.lists.map(positionOf),
      })
  }

  #gather(list: ListText): void {
    if (list.numbers.length > 1) this.#positions.push(positionOf(list))
    for (const inner of list.lists) this.#gather(inner)
  }

  #list(depth: number): ListText {
    if (depth > DEEPEST) throw new NoGeometry()
    const from = this.#at
    this.#at++
    const lists: ListText[] = []
    const numbers: number[] = []
    if (this.#next() === ']') return { from, to: ++this.#at, lists, numbers }
    for (;;) {
      if (this.#next() === '[') lists.push(this.#list(depth + 1))
      else numbers.push(this.#number())
      if (this.#next() !== ',') break
      this.#at++
    }
    this.#take(']')
    return { from, to: this.#at, lists, numbers }
  }

  #number(): number {
    const from = this.#at
    while (this.#at < this.#text.length && !',] \n\r\t}'.includes(this.#text[this.#at]!)) this.#at++
    const number = Number(this.#text.slice(from, this.#at))
    if (this.#at === from || Number.isNaN(number)) throw new NoGeometry()
    return number
  }

  #string(): string {
    this.#take('"')
    const from = this.#at
    for (; this.#text[this.#at] !== '"'; this.#at++) {
      if (this.#at >= this.#text.length) throw new NoGeometry()
      if (this.#text[this.#at] === '\\') this.#at++
    }
    return this.#text.slice(from, this.#at++)
  }

  #skip(depth: number): void {
    if (depth > DEEPEST) throw new NoGeometry()
    const mark = this.#next()
    if (mark === '"') return void this.#string()
    if (mark !== '[' && mark !== '{') {
      while (this.#at < this.#text.length && !',]}'.includes(this.#text[this.#at]!)) this.#at++
      return
    }
    this.#at++
    const end = mark === '[' ? ']' : '}'
    if (this.#next() === end) return void this.#at++
    for (;;) {
      if (mark === '{') {
        this.#string()
        this.#take(':')
      }
      this.#skip(depth + 1)
      if (this.#next() !== ',') break
      this.#at++
    }
    this.#take(end)
  }
}

class NoGeometry extends Error {}

/** Whether all that a list holds are positions, so many levels down. */
function isAtLevel({ lists, numbers }: ListText, level: number): boolean {
  if (level === 0) return lists.length === 0 && numbers.length > 1
  return numbers.length === 0 && lists.every(inner => isAtLevel(inner, level - 1))
}

function isSinglePosition({ lists }: ListText): boolean {
  return lists.length === 1
}

function positionOf({ from, to, numbers }: ListText): PositionText {
  return { from, to, longitude: numbers[0] ?? Number.NaN, latitude: numbers[1] ?? Number.NaN }
}

/** Twice the area of a ring: above zero when it runs counter-clockwise (shoelace formula). */
export function signedArea(positions: readonly PositionText[]): number {
  let area = 0
  for (let i = 0; i + 1 < positions.length; i++) {
    const one = positions[i]!
    const other = positions[i + 1]!
    area += one.longitude * other.latitude - other.longitude * one.latitude
  }
  return area
}

/** A text with other texts in place of some of its stretches, which must be in order and apart. */
export function replaced(
  text: string,
  stretches: readonly { readonly from: number; readonly to: number }[],
  written: readonly string[],
): string {
  let result = ''
  let at = 0
  for (const [i, { from, to }] of stretches.entries()) {
    result += text.slice(at, from) + written[i]!
    at = to
  }
  return result + text.slice(at)
}
