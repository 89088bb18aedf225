import { mailboxIn } from './mailbox'
import { holdsMobile } from './mobile'

/** Whether what a description says would tell a person: a mailbox in somebody’s name or of a private provider, a mobile telephone. */
export function tellsPerson(text: string): boolean {
  const mailbox = mailboxIn(text)
  return mailbox === 'named' || mailbox === 'given' || mailbox === 'private' || holdsMobile(text)
}
