import type { SyntheticEvent } from 'react'

const isCut = ({ scrollWidth, clientWidth }: Element) => clientWidth > 0 && scrollWidth > clientWidth

/** A cell whose words are cut says all of them when the pointer or the cursor comes to it. */
export function tellCutWords({ target }: SyntheticEvent): void {
  const cell = target instanceof Element ? target.closest<HTMLElement>('.ag-cell') : null
  if (cell === null) return
  if ([cell, ...cell.querySelectorAll('*')].some(isCut)) cell.title = cell.textContent
  else cell.removeAttribute('title')
}
