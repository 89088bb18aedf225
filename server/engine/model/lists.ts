/** The official lists of French places, as of one year. */
export interface Lists {
  /** Year of the official geographic code (COG), which Insee publishes each 1 January. */
  readonly year: number
  /** What a code stands for: the commune of today, else a municipal arrondissement, else what it was. */
  commune(code: string): Commune | undefined
  /** The same for the bytes from `from` up to `to`, told without reading more: undefined when no commune has the code. */
  communeKind(bytes: Uint8Array, from: number, to: number): CommuneKind | undefined
  /** The delegated or associated commune that has a code, which may be that of its whole commune too. */
  communePart(code: string): Commune | undefined
  /** Communes, arrondissements and parts of communes of that name, however it is spelt. */
  communesNamed(name: string): readonly Commune[]
  /** Whether there are any. */
  isCommuneName(name: string): boolean
  /** Communes of today whose code, or else whose name, begins so; at most that many, in the order of their names. */
  communesBeginning(text: string, most: number): readonly Commune[]
  /** Communes, and municipal arrondissements, that a postal code serves; none for one that is not listed. */
  communesServedBy(postalCode: string): readonly Commune[]
  /** Postal codes that begin so, at most that many, in order. */
  postalCodesBeginning(digits: string, most: number): readonly string[]
  isPostalCode(bytes: Uint8Array, from: number, to: number): boolean
  department(code: string): Department | undefined
  departments(): readonly Department[]
  region(code: string): Region | undefined
  regions(): readonly Region[]
  /** An intercommunality by its SIREN. */
  group(siren: string): Group | undefined
  /** The commune of today whose town hall has a SIREN. */
  communeOfSiren(siren: string): Commune | undefined
  /** More about a commune of today. */
  sheet(code: string): CommuneSheet | undefined
}

/** `delegated` and `associated` are parts of a commune; `former` is no commune any more. */
export type CommuneKind = 'current' | 'arrondissement' | 'delegated' | 'associated' | 'former'

/** A commune, of today or of before, or a part of one. */
export interface Commune {
  readonly code: string
  readonly kind: CommuneKind
  /** Not known of most former communes. */
  readonly name: string | undefined
  /** The commune of today that it is, or is part of. */
  readonly current: string
  /** Its own ones, or those of the commune of today. */
  readonly postalCodes: readonly string[]
  /** Département code. */
  readonly department: string
}

export interface Department {
  readonly code: string
  readonly name: string
  readonly region: string
}

export interface Region {
  readonly code: string
  readonly name: string
}

/** An intercommunality: `kind` as the State abbreviates it, `CC`, `CA`, `CU`, `METRO`, `MET69`, `EPT`. */
export interface Group {
  readonly siren: string
  readonly kind: string
  readonly name: string
  /** Communes in it. */
  readonly members: number
}

/** What only a person asks: who a commune is, beyond its code and its name. */
export interface CommuneSheet {
  readonly siren: string | undefined
  readonly group: Group | undefined
  /** Codes of the former communes that it has taken in. */
  readonly formerCodes: readonly string[]
}
