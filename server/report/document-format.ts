/** In what a report is written. */
export const documentFormats = ['html', 'markdown'] as const

export type DocumentFormat = (typeof documentFormats)[number]

/** For whom a report on a dataset is: an elected official, the agent who keeps it, whoever keeps it next. */
export const readers = ['elu', 'agent', 'successor'] as const

export type ReportReader = (typeof readers)[number]
