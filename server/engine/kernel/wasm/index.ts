export { cellCount, crlfs, crs, lfs, reach, rowCount, scan } from './scan'
export { CELL_ROOM, ENDS, ROWS, SIGNATURES, STARTS, TEXT, TEXT_ROOM } from './room'
