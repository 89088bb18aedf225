export { addSpelling } from './accept'
export { CELL_ROOM, ENDS, PROGRAM, PROGRAM_ROOM, ROWS, SIGNATURES, STARTS, TEXT, TEXT_ROOM, TOLD } from './room'
export { suspects } from './rows'
export { cellCount, crlfs, crs, lfs, reach, rowCount, scan } from './scan'
