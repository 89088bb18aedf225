import { strToU8, zipSync } from 'fflate'

/** What an `.xlsx` file is made of, as far as tests vary it: XML within the elements of each part. */
export interface Xlsx {
  /** By name, in order: the rows within `sheetData`, then what follows it. */
  readonly sheets: Readonly<
    Record<
      string,
      string | { readonly rows: string; readonly after?: string; readonly before?: string; readonly state?: string }
    >
  >
  readonly strings?: readonly string[]
  /** Number formats by style, from 0: a built-in number or a code. */
  readonly formats?: readonly (number | string)[]
  readonly epoch?: 1904
}

/** An Excel workbook. */
export function xlsx({ sheets, strings = [], formats = [], epoch }: Xlsx): Uint8Array {
  const entries = Object.entries(sheets).map(([name, sheet]) => ({
    name,
    ...(typeof sheet === 'string' ? { rows: sheet } : sheet),
  }))
  const members: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns:r="r">${epoch ? '<workbookPr date1904="1"/>' : ''}<sheets>${entries
      .map(
        ({ name, state }, i) =>
          `<sheet name="${name}" sheetId="${i + 1}" ${state ? `state="${state}" ` : ''}r:id="rId${i + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${entries
      .map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`)
      .join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${strings.map(text => `<si>${text}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet><numFmts>${formats
      .map((format, i) => (typeof format === 'string' ? `<numFmt numFmtId="${200 + i}" formatCode="${format}"/>` : ''))
      .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${formats
      .map((format, i) => `<xf numFmtId="${typeof format === 'string' ? 200 + i : format}"/>`)
      .join('')}</cellXfs></styleSheet>`,
  }
  entries.forEach(({ rows, before = '', after = '' }, i) => {
    members[`xl/worksheets/sheet${i + 1}.xml`] =
      `<worksheet>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`
  })
  return zipped(members)
}

/** An OpenDocument spreadsheet with the tables that are given as XML. */
export function ods(tables: string, styles = ''): Uint8Array {
  return zipped({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
  })
}

function zipped(members: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(members).map(([name, text]) => [name, strToU8(text)])))
}
