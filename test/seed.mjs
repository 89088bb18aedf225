import { configureGlobal } from 'fast-check'

// Properties are tried on the same cases in every run, so that a run says of a commit what the next one will say.
// `VIGIE_SEED`, a whole number, draws others; what these bring up becomes an example of its own.
configureGlobal({ seed: Number(process.env.VIGIE_SEED ?? 1) })
