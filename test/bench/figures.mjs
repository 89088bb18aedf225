/** The figure that a share of all figures, from 0 to 1, does not exceed: one of them. */
export function quantile(figures, share) {
  return figures.toSorted((a, b) => a - b)[Math.min(figures.length - 1, Math.floor(figures.length * share))]
}
