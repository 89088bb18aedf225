import { closeSync, openSync, readSync } from 'node:fs'

// What cannot be done faster: reads a file and counts its lines. Prints no finding.

const bytes = Buffer.allocUnsafe(1 << 18)
const file = openSync(process.argv[2], 'r')
let lines = 0
for (let count = readSync(file, bytes); count > 0; count = readSync(file, bytes))
  for (let at = bytes.indexOf(10); at >= 0 && at < count; at = bytes.indexOf(10, at + 1)) lines++
closeSync(file)
if (lines === 0) throw new Error('There are no lines to count.')
console.log('[]')
