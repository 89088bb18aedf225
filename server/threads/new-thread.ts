import type { Worker, WorkerOptions } from 'node:worker_threads'

/** A thread that runs a program, or a text as one. What makes it is loaded here: most commands are over without any. */
export function newThread(program: string, options: WorkerOptions): Worker {
  const threads = require('node:worker_threads') as typeof import('node:worker_threads')
  return new threads.Worker(program, options)
}
