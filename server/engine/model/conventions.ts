/** What an organisation has agreed on where no law decides. */
export interface Conventions {
  /** The least number of persons that it publishes. */
  readonly leastCount?: number
}

/** The least number of persons that is published where nobody has said otherwise. */
export const usualLeastCount = 5
