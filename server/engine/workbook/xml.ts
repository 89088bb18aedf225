import sax from 'sax'

/** What is told of a document while it is read. Names come without their prefix. */
interface XmlReader {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

/** Bytes that are decoded at once: a sheet is no single text. */
const SLICE = 1 << 20

/** Reads a document of XML in UTF-8; what follows a fault is not read. Entities of a DOCTYPE are not expanded. */
export function readXml(bytes: Uint8Array | undefined, reader: XmlReader): void {
  if (!bytes) return
  const text = (part: string) => reader.text?.(part)
  const parser = Object.assign(sax.parser(true, { position: false }), {
    onopentag: ({ name, attributes }: Tag) => reader.open(local(name), attributes),
    ontext: text,
    oncdata: text,
    onclosetag: (name: string) => reader.close?.(local(name)),
  })
  const decoder = new TextDecoder()
  try {
    for (let at = 0; at < bytes.length; at += SLICE)
      parser.write(decoder.decode(bytes.subarray(at, at + SLICE), { stream: true }))
    parser.close()
  } catch {
    // What was read stands.
  }
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
