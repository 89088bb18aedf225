import type { Language } from '../engine/model/language'
import { nameOf } from '../files/path'
import { agentBlocks } from './agent'
import { agentWords } from './agent-words'
import type { Block, Writer } from './block'
import type { Changed } from './changed'
import { changesBlocks } from './changes'
import { changesWords } from './changes-words'
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
  const named = (name: string) => (reader === 'agent' ? name : nameOf(name))
  return {
    ...aroundIn(writer, { language, today, titles, named }),
    *section(reported: Reported, section: Section): Generator<string> {
      for (const block of blocks(reported, section)) yield* writer.block(block)
    },
  }
}

/** A note on files and their former versions, in the same way. */
export function noteIn(writer: Writer, { language, today }: Omit<Style, 'reader'>) {
  return {
    ...aroundIn(writer, { language, today, titles: changesWords[language], named: nameOf }),
    *section(changed: Changed, section: Section): Generator<string> {
      for (const block of changesBlocks(changed, section)) yield* writer.block(block)
    },
  }
}

interface Around extends Omit<Style, 'reader'> {
  readonly titles: {
    readonly title: (name: string) => string
    readonly titleOfSeveral: (files: number) => string
  }
  /** What a title calls a file. */
  readonly named: (name: string) => string
}

/** What stands before and after the sections of a document. */
function aroundIn(writer: Writer, { language, today, titles, named }: Around) {
  return {
    /** `about`: the name of the only dataset, or how many there are. */
    start: (about: string | number): string =>
      writer.start(typeof about === 'string' ? titles.title(named(about)) : titles.titleOfSeveral(about)) +
      [...writer.block({ paragraph: [eluWords[language].drawnUp(dayInWords(today, language))] })].join(''),
    written: (block: Block): Generator<string> => writer.block(block),
    end: (): string => writer.end(),
  }
}
