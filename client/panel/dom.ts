type Content = Node | string | undefined | false

/** An element with its attributes and what is in it; texts are texts, whatever they hold. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number | boolean | undefined>> = {},
  ...contents: readonly Content[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : String(value))
  made.append(...contents.filter(content => content !== undefined && content !== false))
  return made
}

/** A button that does something. */
export function button(
  text: string,
  press: () => void,
  attributes: Readonly<Record<string, string>> = {},
): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, text)
  made.addEventListener('click', press)
  return made
}

/** An element of a picture. */
export function shape(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...contents: Node[]
): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  made.append(...contents)
  return made
}

/** The name of a column in a spreadsheet: A, B, … Z, AA. */
export function letterOf(column: number): string {
  const rest = Math.floor(column / 26) - 1
  return (rest >= 0 ? letterOf(rest) : '') + String.fromCharCode(65 + (column % 26))
}
