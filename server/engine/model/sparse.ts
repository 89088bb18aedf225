/** Whether a row with `filled` cells leaves half or more of the columns empty that nearly all rows fill; `usual` of them. */
export function isSparse(filled: number, usual: number): boolean {
  return usual > 0 && 2 * filled <= usual
}
