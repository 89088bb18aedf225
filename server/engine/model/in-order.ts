/** What lists hold that are in order, in order: of what is alike first what an earlier list has. */
export function* merged<One>(lists: readonly Iterable<One>[], order: (one: One, other: One) => number): Generator<One> {
  const iterators = lists.map(list => list[Symbol.iterator]())
  const heads = iterators.map(iterator => iterator.next())
  for (;;) {
    let least: number | undefined
    for (const [i, { done, value }] of heads.entries())
      if (!done && (least === undefined || order(value, heads[least]!.value) < 0)) least = i
    if (least === undefined) return
    yield heads[least]!.value
    heads[least] = iterators[least]!.next()
  }
}

/** What a list holds, in pieces of what follows each other and belongs together. */
export function* pieces<One>(
  list: Iterable<One>,
  belong: (first: One, next: One, count: number) => boolean,
): Generator<readonly One[]> {
  let piece: One[] = []
  for (const one of list) {
    if (piece.length > 0 && !belong(piece[0]!, one, piece.length)) {
      yield piece
      piece = []
    }
    piece.push(one)
  }
  if (piece.length > 0) yield piece
}
