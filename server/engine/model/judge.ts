/**
 * Tries an expression that can run away at the start of texts, under a budget of time that all of them share; undefined for a text
 * that the budget does not let it decide. The platform lends it, since the engine has no clock.
 */
export type Judge = (expression: string, flags: string) => (text: string) => boolean | undefined
