import { FLAGS } from './room'

/** The flag of a row at which to look; of any other, how many of the columns that are usually filled are empty. */
export const FLAGGED: u8 = 0x80

export function isFlagged(row: i32): bool {
  return load<u8>(FLAGS + row) >= FLAGGED
}

/** Takes the flag from a row. */
export function pass(row: i32): void {
  store<u8>(FLAGS + row, load<u8>(FLAGS + row) & ~FLAGGED)
}
