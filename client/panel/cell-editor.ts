import { element } from './dom'

/** Lets the person write another text into a cell, by a field of that name; `done` is given it, or nothing when it is to stay as it was. */
export function editIn(
  cell: HTMLElement,
  { name, text }: { readonly name: string; readonly text: string },
  done: (text: string | undefined) => void,
): void {
  const input = element('input', { type: 'text', value: text, 'aria-label': name, class: 'editing' })
  let isDone = false
  const finish = (isKept: boolean) => {
    if (isDone) return
    isDone = true
    done(isKept && input.value !== text ? input.value : undefined)
  }
  input.addEventListener('keydown', event => {
    if (event.key === 'Enter') finish(true)
    else if (event.key === 'Escape') finish(false)
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  input.addEventListener('blur', () => finish(true))
  cell.replaceChildren(input)
  input.select()
}
