import type { Complain } from './command/inputs'
import type { Language } from './engine/model/language'
import { reasonOf } from './files/failure'
import { type Order, orderOf } from './command/options'
import { usage } from './command/usage'
import { ownVersion } from './version'
import { expanded } from './command/wildcards'
import type { Problem } from './files/files'

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

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  const order = orderOf(process.argv.slice(2), process.env)
  // A reader that leaves early, such as `head`, is no fault: what the exit code says is still to be found out.
  if (error.code === 'EPIPE' && !('verb' in order && isTalk(order.verb))) return
  if (error.code !== 'EPIPE') complainTo(order)(unprinted(error), 'serious')
  process.exit()
})
void main()

async function main(): Promise<void> {
  // Editors add options of their own, which the server's library reads.
  if (process.argv[2] === 'server' && tellsChannel()) return void (await import('./server'))
  if (process.argv[2] === 'check-apart' && process.connected) return void (await import('./from-disk/other-side'))
  if (process.argv[2] === 'lint-thread' && (await isThread())) return void (await import('./command/lint-thread'))
  const order = orderOf(process.argv.slice(2), process.env)
  const complain = complainTo(order)
  if ('problem' in order) complain(order.problem, 'serious')
  else if (order.help) process.stdout.write(usage[order.language])
  else if (order.version) process.stdout.write(`${ownVersion()}\n`)
  else await carryOut(order, complain)
}

/** Whether a verb only ever answers whoever reads. */
function isTalk(verb: string | undefined): boolean {
  return verb === 'mcp' || verb === 'server'
}

function complainTo({ language }: { readonly language: Language }): Complain {
  return (problem, weight) => {
    process.stderr.write(`vigie: ${problem[language]}\n`)
    if (weight === 'serious') process.exitCode = 2
  }
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
  const reason = reasonOf(error)
  return { fr: `Vigie s’est arrêtée sur une erreur : ${reason.fr}`, en: `Vigie stopped on an error: ${reason.en}` }
}

function unprinted({ code = '' }: NodeJS.ErrnoException): Problem {
  return {
    fr: `Ce que Vigie avait à dire n’a pas pu être écrit jusqu’au bout (${code}) : s’il va dans un fichier, le disque est sans doute plein.`,
    en: `What Vigie had to say could not be written to its end (${code}): if it goes to a file, the disk is probably full.`,
  }
}
