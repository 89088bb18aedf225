import { equal, ok } from 'node:assert/strict'
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { Ajv } from 'ajv'

/** A message of the protocol, as it is read. */
type Message = { readonly [key: string]: any }

/** An agent that has started `vigie mcp` in a folder and speaks with it over stdio. */
export class Agent {
  readonly heard: Message[] = []
  readonly process: ChildProcessWithoutNullStreams
  readonly ended: Promise<number | null>
  stderr = ''
  #next = 1
  readonly #waiting = new Map<number, (message: Message) => void>()
  readonly #outputs = new Map<string, (value: unknown) => boolean>()

  constructor(folder: string, args: readonly string[] = []) {
    this.process = spawn(process.env.VIGIE_NODE20 ?? process.execPath, [resolve('dist/cli.js'), 'mcp', ...args], {
      cwd: folder,
      env: { LC_ALL: 'en_GB.UTF-8', XDG_CACHE_HOME: join(tmpdir(), 'vigie-test-cache') },
    })
    agents.push(this)
    this.ended = new Promise(resolve => this.process.on('close', resolve))
    this.process.stderr.on('data', data => (this.stderr += data))
    createInterface({ input: this.process.stdout }).on('line', line => {
      // Whatever is no message throws, and so fails the test.
      const message = JSON.parse(line)
      this.heard.push(message)
      this.#waiting.get(message.id)?.(message)
    })
  }

  /** Writes a line as it is. */
  write(line: string): void {
    this.process.stdin.write(`${line}\n`)
  }

  tell(method: string, params = {}): void {
    this.write(JSON.stringify({ jsonrpc: '2.0', method, params }))
  }

  /** The answer to a request. */
  ask(method: string, params = {}): Promise<Message> {
    const id = this.#next++
    const answer = new Promise<Message>(resolve => this.#waiting.set(id, resolve))
    this.write(JSON.stringify({ jsonrpc: '2.0', id, method, params }))
    return answer
  }

  async greet(protocolVersion = '2025-06-18'): Promise<Message> {
    const { result } = await this.ask('initialize', {
      protocolVersion,
      capabilities: {},
      clientInfo: { name: 'test', version: '1' },
    })
    this.tell('notifications/initialized')
    return result
  }

  /** The facts that a tool answers with, which are of the form that it promises. */
  async facts(name: string, args = {}): Promise<Message> {
    const { result } = await this.ask('tools/call', { name, arguments: args })
    ok(!result?.isError, result?.content[0].text)
    const fits = await this.#outputOf(name)
    ok(fits(result.structuredContent), JSON.stringify((fits as { errors?: unknown }).errors))
    ok(result.content[0].text.length > 0)
    return result.structuredContent
  }

  /** The sentence by which a tool refuses. */
  async refusal(name: string, args = {}): Promise<string> {
    const { result } = await this.ask('tools/call', { name, arguments: args })
    equal(result.isError, true, JSON.stringify(result))
    equal(result.structuredContent, undefined)
    return result.content[0].text
  }

  /** What it ends with once nobody writes to it any longer. */
  leave(): Promise<number | null> {
    this.process.stdin.end()
    return this.ended
  }

  async #outputOf(name: string): Promise<(value: unknown) => boolean> {
    const known = this.#outputs.get(name)
    if (known) return known
    const { result } = await this.ask('tools/list')
    for (const tool of result.tools) this.#outputs.set(tool.name, new Ajv().compile(tool.outputSchema))
    return this.#outputs.get(name)!
  }
}

const agents: Agent[] = []

/** Every agent that was started has left. */
export async function allLeave(): Promise<void> {
  await Promise.all(agents.splice(0).map(agent => agent.leave()))
}

/** An agent that has been greeted. */
export async function agentIn(folder: string, args: readonly string[] = []): Promise<Agent> {
  const agent = new Agent(folder, args)
  await agent.greet()
  return agent
}
