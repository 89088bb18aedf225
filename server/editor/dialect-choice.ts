import type { Dialect } from '../engine/model/dialect'
import type { DialectChoice } from '../protocol'

/** What a person chose of a dialect, as the engine takes it; the encoding goes a way of its own. */
export function dialectChosen({ delimiter, headerRow }: DialectChoice): Partial<Dialect> {
  return {
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(headerRow === undefined ? {} : { headerRows: headerRow === 'none' ? [] : [headerRow] }),
  }
}
