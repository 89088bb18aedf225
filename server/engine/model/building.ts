/** True for the identifier of a building in the national register (RNB): twelve signs of which none is 0, I, L, O or U. */
export function isBuildingId(text: string): boolean {
  return /^[1-9A-HJKMNP-TV-Z]{12}$/.test(text)
}
