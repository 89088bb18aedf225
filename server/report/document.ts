import type { Language } from '../engine/model/language'
import { nameOf } from '../path'
import { agentBlocks } from './agent'
import { agentWords } from './agent-words'
import type { Block, Writer } from './block'
import { dayInWords } from './dataset-words'
import type { ReportReader } from './document-format'
import { eluBlocks } from './elu'
import { eluWords } from './elu-words'
import type { Reported, Section } from './reported'
import { successorBlocks } from './successor'
import { successorWords } from './successor-words'

interface Style {
  readonly language: Language
  readonly reader: ReportReader
  readonly today: string
}

/** A report for one reader, written in one way, piece by piece. */
export function reportIn(writer: Writer, { language, reader, today }: Style) {
  const titles = { elu: eluWords, agent: agentWords, successor: successorWords }[reader][language]
  const blocks = { elu: eluBlocks, agent: agentBlocks, successor: successorBlocks }[reader]
  return {
    /** `about`: the name of the only dataset, or how many there are. */
    start: (about: string | number): string =>
      writer.start(
        typeof about === 'string'
          ? titles.title(reader === 'agent' ? about : nameOf(about))
          : titles.titleOfSeveral(about),
      ) + [...writer.block({ paragraph: [eluWords[language].drawnUp(dayInWords(today, language))] })].join(''),
    *section(reported: Reported, section: Section): Generator<string> {
      for (const block of blocks(reported, section)) yield* writer.block(block)
    },
    written: (block: Block): Generator<string> => writer.block(block),
    end: (): string => writer.end(),
  }
}
