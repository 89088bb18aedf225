import type { Severity } from '../engine/model/diagnostic'
import { messageOf, ruleTitle } from '../engine/say'
import { type Entry, entryOf, type Range } from './entry'
import type { Reporter, ReportStyle } from './report'

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
}

/** SARIF 2.1.0, as code scanning reads it; the rules are listed after the results, once they are known. */
export function sarifReporter({ language, version }: ReportStyle): Reporter {
  const rules: string[] = []
  let separator = '\n'
  return {
    start: () => '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"results":[',
    *file({ path, dataset, found, counts }) {
      const artifactLocation = { uri: uriOf(path) }
      for (const diagnostics of found)
        for (const diagnostic of diagnostics) {
          const { rule, severity } = diagnostic
          if (!rules.includes(rule)) rules.push(rule)
          const entry = entryOf(dataset, diagnostic, language)
          const result = {
            ruleId: rule,
            ruleIndex: rules.indexOf(rule),
            level: levels[severity],
            message: { text: messageOf(diagnostic, language) },
            locations: [{ physicalLocation: { artifactLocation, region: regionOf(entry.range) } }],
            ...fixesOf(entry, artifactLocation),
            properties: propertiesOf(entry),
          }
          yield separator + JSON.stringify(result)
          separator = ',\n'
        }
      return { path, counts, repairable: 0 }
    },
    separator: '',
    end() {
      const driver = {
        name: 'vigie',
        version,
        rules: rules.map(id => ({ id, shortDescription: { text: ruleTitle(id, language) } })),
      }
      return `\n],"columnKind":"utf16CodeUnits","tool":${JSON.stringify({ driver })}}]}\n`
    },
  }
}

function regionOf({ start, end }: Range): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  }
}

function fixesOf({ fix, message }: Entry, artifactLocation: object): object {
  if (!fix || 'operation' in fix || !fix.safe) return {}
  const replacements = fix.edits.map(({ range, newText }) => ({
    deletedRegion: regionOf(range),
    insertedContent: { text: newText },
  }))
  return { fixes: [{ description: { text: message }, artifactChanges: [{ artifactLocation, replacements }] }] }
}

function propertiesOf({ row, column, field }: Entry): object {
  return { ...(row && { row }), ...(column && { column }), ...(field && { field }) }
}

/** A path as an address (RFC 3986): relative when the path is. */
function uriOf(path: string): string {
  const slashed = path.replaceAll('\\', '/')
  const encoded = slashed.split('/').map(encodeURIComponent).join('/')
  if (slashed.startsWith('/')) return `file://${encoded}`
  if (/^[a-z]:\//i.test(slashed)) return `file:///${encoded.replace('%3A', ':')}`
  return encoded.replace(/^\.\//, '')
}
