import type { CodeLens, Command } from 'vscode-languageserver'
import type { Checked } from './checked'
import { rangeOf } from './convert'
import { numberIn } from '../engine/figure-words'
import type { Language } from '../engine/model/language'
import { inLanguage } from '../engine/model/localised'
import { verdictWords } from '../engine/verdict-words'
import type { Session } from './one-client'
import { repairableIn, verdictOn } from '../preview/overview'
import { untilCancelled } from './reports'

/** Answers what stands above the header of a table: the verdict, what is safe to fix, the schema in force. */
export function answerLenses(session: Session): void {
  session.connection.onCodeLens(async ({ textDocument: { uri } }, token) => {
    const checked = await untilCancelled(session.file(uri).checked(), token)
    return checked ? lensesOf(checked, uri, session.reader().language) : []
  })
}

/** Their commands are those of our client; what they say is of use without them. */
function lensesOf(checked: Checked, uri: string, language: Language): CodeLens[] {
  const { dataset } = checked.source
  const { table, applied } = dataset
  if (!checked.isText || !dataset.readable || dataset.tree) return []
  const { error, warning } = verdictOn(checked).verdict.counts
  const say = words[language]
  const safe = repairableIn(checked)
  const schema = applied && (inLanguage(applied.schema.title, language) ?? applied.schema.id)
  const verdict = verdictWords[language].brief({ errors: error, warnings: warning })
  const commands: (Command | false)[] = [
    { title: verdict, command: 'vigie.preview', arguments: [uri] },
    safe > 0 && { title: say.safe(safe), command: 'vigie.fixAll', arguments: [uri] },
    {
      title: schema === undefined ? say.noSchema : say.schema(schema),
      command: 'vigie.chooseSchema',
      arguments: [uri],
    },
  ]
  const { start } = table.rowSpan(table.headerRow ?? 0)
  const range = rangeOf(checked.source, { start, end: start })
  return commands.flatMap(command => (command ? [{ range, command }] : []))
}

const words = {
  fr: {
    safe: (count: number) => `Corriger tout ce qui est sûr (${numberIn(count, 'fr')})`,
    schema: (title: string) => `Schéma : ${title}`,
    noSchema: 'Aucun schéma : en choisir un',
  },
  en: {
    safe: (count: number) => `Fix everything that is safe (${numberIn(count, 'en')})`,
    schema: (title: string) => `Schema: ${title}`,
    noSchema: 'No schema: choose one',
  },
} as const
