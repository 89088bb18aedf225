import type { Severity } from '../engine/model/diagnostic'
import { ruleTitle } from '../engine/say'
import { entryOf } from './entry'
import type { Reporter, ReportStyle } from './report'

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
}

/** One workflow command of GitHub Actions for each finding. */
export function githubReporter({ language }: ReportStyle): Reporter {
  return {
    start: () => '',
    *file({ path, dataset, found, counts }) {
      for (const diagnostics of found)
        for (const diagnostic of diagnostics) {
          const { range, message } = entryOf(dataset, diagnostic, language)
          const onOneLine = range.start.line === range.end.line
          const places = {
            file: path,
            line: range.start.line + 1,
            endLine: range.end.line + 1,
            // GitHub refuses columns on a stretch of several lines.
            ...(onOneLine && { col: range.start.character + 1, endColumn: range.end.character + 1 }),
            title: `${ruleTitle(diagnostic.rule, language)} (${diagnostic.rule})`,
          }
          const properties = Object.entries(places).map(([name, value]) => `${name}=${property(String(value))}`)
          yield `::${commands[diagnostic.severity]} ${properties.join(',')}::${data(message)}\n`
        }
      return { path, counts, repairable: 0 }
    },
    separator: '',
    end: () => '',
  }
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
