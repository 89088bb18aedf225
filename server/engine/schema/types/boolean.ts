import type { Reading, Spelling } from './reading'

/** The values that stand for true and for false, to the letter. */
export function boolean({ trueValues, falseValues }: Spelling): Reading {
  const spellings = [...trueValues, ...falseValues].map(value => new TextEncoder().encode(value))
  return {
    read: text => (trueValues.includes(text) ? true : falseValues.includes(text) ? false : undefined),
    accept: (bytes, from, to) => {
      for (let index = 0; index < spellings.length; index++) {
        const spelling = spellings[index]!
        if (spelling.length !== to - from) continue
        let same = 0
        while (same < spelling.length && bytes[from + same] === spelling[same]) same++
        if (same === spelling.length) return true
      }
      return false
    },
  }
}
