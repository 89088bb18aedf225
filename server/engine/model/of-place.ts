/** “Of a place” in French: d’Angers, du Mans, des Andelys, de Rennes. */
export function ofPlace(name: string): string {
  if (/^Les? /.test(name)) return name.startsWith('Les') ? `des ${name.slice(4)}` : `du ${name.slice(3)}`
  // Before an H nobody can tell without knowing the place.
  return /^[AEIOUYÀÂÉÈÊÎÔÛŒ]/.test(name) ? `d’${name}` : `de ${name}`
}
