/** In what a report is written. */
export const documentFormats = ['html', 'markdown'] as const

export type DocumentFormat = (typeof documentFormats)[number]

/** For whom a report is. */
export const readers = ['elu', 'agent'] as const
