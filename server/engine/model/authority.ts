/** The size of the local authority that the reader works for, as far as it was told. */
export interface Authority {
  readonly population?: 'under-3500' | '3500-to-20000' | 'over-20000'
  /** In full-time equivalents. */
  readonly staff?: 'under-50' | '50-or-more'
}
