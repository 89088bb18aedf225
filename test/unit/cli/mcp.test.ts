import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Ajv } from 'ajv'
import { Agent, agentIn, allLeave } from './agent'
import { bread, folderWith, vigie } from './run'

/** What every request bears since the revision that greets nobody. */
const modern = {
  _meta: {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientCapabilities': {},
  },
}

/** A table that takes long enough to be interrupted. */
const long = () => `a;b;c\n${Array.from({ length: 200_000 }, (_, row) => `${row}; x${row};${row % 7},5\n`).join('')}`

function isProgress({ method }: { readonly method?: string }): boolean {
  return method === 'notifications/progress'
}

afterEach(allLeave)

describe('vigie mcp', () => {
  it('agrees on a revision of the protocol, and says in a language what it is for', async () => {
    const agent = new Agent(folderWith({}))
    const greeted = await agent.greet('2025-03-26')
    equal(greeted.protocolVersion, '2025-03-26')
    equal(greeted.serverInfo.name, 'vigie')
    match(greeted.instructions, /what needs a choice is for a person/i)
    equal((await new Agent(folderWith({})).greet('1999-01-01')).protocolVersion, '2025-11-25')
    match((await new Agent(folderWith({}), ['--language', 'fr']).greet()).instructions, /revient à une personne/)
  })

  it('serves who greets nobody, as the newest revision has it', async () => {
    const agent = new Agent(folderWith({ 'a.csv': bread }))
    const { result } = await agent.ask('server/discover', modern)
    deepEqual(result.supportedVersions, ['2026-07-28'])
    const called = await agent.ask('tools/call', { name: 'vigie_lint', arguments: { paths: ['a.csv'] }, ...modern })
    equal(called.result.structuredContent.files[0].path, 'a.csv')
    equal(await agent.leave(), 0)
  })

  it('describes its tools to an agent, in both languages', async () => {
    const names = ['vigie_lint', 'vigie_fix', 'vigie_profile', 'vigie_explain', 'vigie_schema']
    for (const language of ['fr', 'en']) {
      const agent = await agentIn(folderWith({}), ['--language', language])
      const { tools } = (await agent.ask('tools/list')).result
      deepEqual(
        tools.map((tool: any) => tool.name),
        names,
      )
      for (const { name, title, description, annotations, inputSchema, outputSchema } of tools) {
        ok(title && description.length > 80, name)
        deepEqual(annotations, {
          readOnlyHint: name !== 'vigie_fix',
          destructiveHint: name === 'vigie_fix',
          idempotentHint: true,
          openWorldHint: false,
        })
        for (const schema of [inputSchema, outputSchema]) ok(new Ajv({ allowUnionTypes: true }).compile(schema))
        for (const member of Object.values<any>(inputSchema.properties)) ok(member.description, name)
      }
      match(tools[0].title, language === 'fr' ? /Vérifier/ : /Check/)
    }
  })

  it('leaves aside what is no message, and goes on', async () => {
    const agent = await agentIn(folderWith({}))
    for (const line of ['{"jsonrpc":"2.0","id":', 'jeanne.martin@example.org', '[]', '{"id":7}', '']) agent.write(line)
    equal((await agent.ask('no/such')).error.code, -32601)
    match((await agent.ask('tools/call', { name: 'vigie_none', arguments: {} })).error.message, /vigie_none/)
    equal((await agent.ask('tools/call', { name: 'vigie_lint', arguments: [] })).error.code, -32602)
    deepEqual((await agent.ask('ping')).result, {})
    equal(await agent.leave(), 0)
    match(agent.stderr, /^vigie: message left aside \(\w+\)\.$/m)
    doesNotMatch(agent.stderr, /jeanne/)
  })

  it('says in one sentence what is wrong with arguments', async () => {
    const agent = await agentIn(folderWith({ 'a.csv': bread }))
    const cases: [string, object, string][] = [
      ['vigie_lint', { paths: 'a.csv' }, 'The argument paths must be: array.'],
      [
        'vigie_lint',
        { paths: ['a.csv'], preset: 'strict' },
        'The argument preset takes: “essentiel”, “standard” and “complet”.',
      ],
      ['vigie_lint', { cells: 1000 }, 'The argument cells is out of bounds: maximum 50.'],
      ['vigie_lint', { path: 'a.csv' }, 'There is no argument path.'],
      ['vigie_lint', { paths: [] }, 'The argument paths is not of the form expected.'],
      [
        'vigie_lint',
        { rules: { required: 'loud' } },
        'The argument rules.required takes: “error”, “warning”, “information”, “hint” and “off”.',
      ],
      ['vigie_fix', {}, 'The argument path is missing.'],
      ['vigie_profile', { path: 'a.csv', columns: ['none'] }, 'No column is called “none”.'],
      ['vigie_schema', { id: 'a', search: 'b' }, 'Give either search, or path, or id.'],
    ]
    for (const [name, args, said] of cases) equal(await agent.refusal(name, args), said)
    const french = await agentIn(folderWith({}), ['--language=fr'])
    equal(await french.refusal('vigie_fix', {}), 'Il manque l’argument path.')
  })

  it('stops a check that nobody waits for, and answers others meanwhile', async () => {
    const agent = await agentIn(folderWith({ 'long.csv': long(), 'a.csv': bread }))
    const params = { name: 'vigie_lint', arguments: { paths: ['long.csv'] }, _meta: { progressToken: 'p' } }
    agent.write(JSON.stringify({ jsonrpc: '2.0', id: 'long', method: 'tools/call', params }))
    while (!agent.heard.some(isProgress)) await agent.ask('ping')
    ok(!agent.heard.some(({ id }) => id === 'long'))
    const before = agent.heard.length
    agent.tell('notifications/cancelled', { requestId: 'long' })
    equal((await agent.facts('vigie_lint', { paths: ['a.csv'] })).files.length, 1)
    ok(!agent.heard.some(({ id }) => id === 'long'))
    ok(agent.heard.slice(before).filter(isProgress).length < 3)
    const told = agent.heard.filter(isProgress).map(({ params: told }) => told)
    ok(told.every(({ progressToken, progress }) => progressToken === 'p' && progress > 0 && progress <= 1))
  }).timeout(120_000)

  it('writes nothing once nobody waits for the repair', async () => {
    const folder = folderWith({ 'long.csv': long() })
    const agent = await agentIn(folder)
    const params = { name: 'vigie_fix', arguments: { path: 'long.csv', dryRun: false } }
    agent.write(JSON.stringify({ jsonrpc: '2.0', id: 'long', method: 'tools/call', params }))
    // By then it is under way.
    await setTimeout(500)
    agent.tell('notifications/cancelled', { requestId: 'long' })
    await agent.facts('vigie_explain', { id: 'accuracy' })
    equal(readFileSync(join(folder, 'long.csv'), 'utf8'), long())
    ok(!agent.heard.some(({ id }) => id === 'long'))
  }).timeout(120_000)

  it('ends when nobody writes to it any longer, even in the midst of a check', async () => {
    const agent = await agentIn(folderWith({ 'long.csv': long() }))
    void agent.ask('tools/call', { name: 'vigie_lint', arguments: { paths: ['long.csv'] } })
    await agent.ask('ping')
    equal(await agent.leave(), 0)
  }).timeout(120_000)

  it('serves folders only, and takes no option of other commands', () => {
    const folder = folderWith({ 'a.csv': bread })
    const said = (...args: string[]) => {
      const { status, stdout, stderr } = vigie(folder, ['mcp', ...args])
      deepEqual([status, stdout], [2, ''])
      return stderr
    }
    equal(said('a.csv'), 'vigie: a.csv is not a folder.\n')
    equal(said('none'), 'vigie: none is not a folder.\n')
    match(said('--unsafe'), /^vigie: vigie mcp has no option --unsafe: it is one of vigie fix\.\n$/)
    equal(vigie(folder, ['mcp']).status, 0)
  })
})
