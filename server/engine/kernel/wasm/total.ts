/** Cells of a row that may name it a total. */
export const FIRST_CELLS: u32 = 3

/** Whether a content may begin as a total is named; the first two letters tell enough. */
export function beginsAsTotal(at: usize, end: usize): bool {
  while (at < end && (load<u8>(at) <= 0x20 || load<u8>(at) == 0x2a)) at++
  if (at >= end) return false
  if (load<u8>(at) == 0xc2) return true
  const letters = load<u16>(at) | 0x2020
  // to, so, su, en, gr, mo
  return (
    letters == 0x6f74 ||
    letters == 0x6f73 ||
    letters == 0x7573 ||
    letters == 0x6e65 ||
    letters == 0x7267 ||
    letters == 0x6f6d
  )
}
