import type { Complain } from './command/inputs'
import type { Language } from './engine/model/language'
import { type Order, orderOf } from './options'
import { usage } from './usage'
import { ownVersion } from './version'
import { expanded } from './wildcards'
import type { Problem } from './files'

type Command = (order: Order, complain: Complain) => Promise<unknown>

/** Each verb is loaded when it is asked for: what the others need costs the start nothing. */
const verbs = new Map<string | undefined, () => Promise<Command>>([
  ['lint', async () => failing((await import('./command/lint')).lintCommand)],
  ['fix', async () => failing((await import('./command/fix')).fixCommand)],
  ['report', async () => (await import('./command/report')).reportCommand],
  ['profile', async () => (await import('./command/profile')).profileCommand],
  ['describe', async () => (await import('./command/describe')).describeCommand],
  ['infer', async () => (await import('./command/infer')).inferCommand],
  ['schemas', async () => (await import('./command/schemas')).schemasCommand],
  ['convert', async () => (await import('./command/convert')).convertCommand],
  ['explain', async () => (await import('./command/explain')).explainCommand],
  ['mcp', async () => (await import('./command/mcp')).mcpCommand],
  ['server', async () => serverCommand],
])

// A reader that leaves early, such as `head`, is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? process.exitCode : 2),
)
void main()

async function main(): Promise<void> {
  // Editors add options of their own, which the server's library reads.
  if (process.argv[2] === 'server' && tellsChannel()) return void (await import('./server'))
  if (process.argv[2] === 'check-apart' && process.connected) return void (await import('./from-disk/other-side'))
  if (process.argv[2] === 'lint-thread' && (await isThread())) return void (await import('./command/lint-thread'))
  const order = orderOf(process.argv.slice(2), process.env)
  const complain: Complain = (problem, weight) => {
    process.stderr.write(`vigie: ${problem[order.language]}\n`)
    if (weight === 'serious') process.exitCode = 2
  }
  if ('problem' in order) complain(order.problem, 'serious')
  else if (order.help) process.stdout.write(usage[order.language])
  else if (order.version) process.stdout.write(`${ownVersion()}\n`)
  else await carryOut(order, complain)
}

async function serverCommand(_order: Order, complain: Complain): Promise<void> {
  if (tellsChannel()) return void (await import('./server'))
  complain(
    {
      fr: 'Il manque la voie par laquelle parler : vigie server --stdio',
      en: 'The channel to talk through is missing: vigie server --stdio',
    },
    'serious',
  )
}

/** Whether the command line says how an editor and the server talk. */
function tellsChannel(): boolean {
  return process.argv.some(told => /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/.test(told))
}

async function isThread(): Promise<boolean> {
  return !(await import('node:worker_threads')).isMainThread
}

async function carryOut(order: Order, complain: Complain): Promise<void> {
  const load = verbs.get(order.verb)
  if (!load) return complain(unknownVerb(order.verb), 'serious')
  try {
    const command = await load()
    await command({ ...order, paths: await expanded(order.paths) }, complain)
  } catch (error) {
    complain(broken(error), 'serious')
  }
}

/** The same command, which fails for what it finds; what could not be carried out outweighs that. */
function failing(command: (...asked: Parameters<Command>) => Promise<boolean>): Command {
  return async (order, complain) => {
    if (await command(order, complain)) process.exitCode ??= 1
  }
}

function unknownVerb(verb: string | undefined): Problem {
  const hint: Readonly<Record<Language, string>> = { fr: 'vigie --help les montre', en: 'vigie --help shows them' }
  if (verb === undefined) return { fr: `Il manque une commande : ${hint.fr}.`, en: `A command is missing: ${hint.en}.` }
  return { fr: `La commande ${verb} n’existe pas : ${hint.fr}.`, en: `There is no command ${verb}: ${hint.en}.` }
}

function broken(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error)
  // What we throw ourselves is told in both languages.
  const reason = error instanceof Error && isProblem(error.cause) ? error.cause : { fr: message, en: message }
  return { fr: `Vigie s’est arrêtée sur une erreur : ${reason.fr}`, en: `Vigie stopped on an error: ${reason.en}` }
}

function isProblem(cause: unknown): cause is Problem {
  return typeof cause === 'object' && cause !== null && 'fr' in cause && 'en' in cause
}
