import type { Errand, News } from './process'
import { checkFromDisk } from './check'

// The process that checks one large file for the server, by whose word it begins and with which it ends.

process.once('disconnect', () => process.exit())
process.once('message', async ({ job, folder }: Errand) => {
  tell({ result: await checkFromDisk(job, folder, done => tell({ done })) })
})

function tell(news: News): void {
  process.send!(news)
}
