import type { SchemaDefect } from '../model/schema-defect'

/** Takes note of a defect. */
export type Report = (defect: SchemaDefect) => void
