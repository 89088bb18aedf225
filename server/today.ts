/** The day where the reader is, as YYYY-MM-DD. */
export function today(): string {
  const now = new Date()
  return `${now.getFullYear()}-${inTwo(now.getMonth() + 1)}-${inTwo(now.getDate())}`
}

function inTwo(part: number): string {
  return String(part).padStart(2, '0')
}
