import type { Reader } from '../engine/model/reader'
import { nameOf } from '../path'
import { agentBlocks } from './agent'
import { agentWords } from './agent-words'
import type { Block } from './block'
import { htmlWriter } from './block-html'
import { markdownWriter } from './block-markdown'
import { dayInWords } from './dataset-words'
import type { DocumentFormat } from './document-format'
import { eluBlocks } from './elu'
import { eluWords } from './elu-words'
import type { Reported, Section } from './reported'

interface Style extends Pick<Reader, 'language' | 'level'> {
  readonly today: string
  readonly version: string
}

/** A report for one reader in one format, piece by piece. */
export function reportIn(format: DocumentFormat, { language, level, today, version }: Style) {
  const writer = format === 'html' ? htmlWriter({ language, version }) : markdownWriter
  const titles = { elu: eluWords, agent: agentWords }[level][language]
  const blocks = { elu: eluBlocks, agent: agentBlocks }[level]
  return {
    /** `about`: the name of the only dataset, or how many there are. */
    start: (about: string | number): string =>
      writer.start(
        typeof about === 'string'
          ? titles.title(level === 'elu' ? nameOf(about) : about)
          : titles.titleOfSeveral(about),
      ) + [...writer.block({ paragraph: [eluWords[language].drawnUp(dayInWords(today, language))] })].join(''),
    *section(reported: Reported, section: Section): Generator<string> {
      for (const block of blocks(reported, section)) yield* writer.block(block)
    },
    written: (block: Block): Generator<string> => writer.block(block),
    end: (): string => writer.end(),
  }
}
