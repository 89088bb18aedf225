export { addSpelling } from './accept'
export { readNumbers, readStretches } from './column-numbers'
export { CONTENTS_ROOM, countContents } from './contents'
export { MEMO_ROOM } from './fine-memo'
export { find, HASHES, scatter } from './hash-room'
export { hashKeys } from './keys'
export {
  CELL_ROOM,
  ENDS,
  KEY,
  KEY_ROOM,
  NUMBERS,
  PROGRAM,
  PROGRAM_ROOM,
  ROWS,
  SIGNATURES,
  STARTS,
  STRETCHES,
  TEXT,
  TEXT_ROOM,
  TOLD,
} from './room'
export { suspects } from './rows'
export { cellCount, crlfs, crs, lfs, lineCount, reach, rowCount, scan } from './scan'
export { haveSignatures, signAll, signed } from './signed'
