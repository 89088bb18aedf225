/** Puts elements into a place in this order and takes all others out; what stands right already is not moved, nor is the focus in it. */
export function arrange(place: HTMLElement, wanted: readonly HTMLElement[]): void {
  const kept = new Set<Node>(wanted)
  for (const node of Array.from(place.childNodes)) if (!kept.has(node)) node.remove()
  wanted.forEach((node, i) => {
    if (place.childNodes[i] !== node) place.insertBefore(node, place.childNodes[i] ?? null)
  })
}
