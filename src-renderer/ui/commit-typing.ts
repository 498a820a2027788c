const asked = new Set<Promise<unknown>>()

/** What the host is still asked (what a code typed whole names, what a step made of the order): a save waits for it. */
export function stillAsked(answer: Promise<unknown>): void {
  asked.add(answer)
  void answer.finally(() => asked.delete(answer))
}

/**
 * Amounts, days and cells of lines are taken over when they are left. A key that saves from within such a field leaves
 * it for a moment, so that what stands there is saved as well, and comes back.
 */
export async function commitTyping(): Promise<void> {
  leaveField()
  await Promise.all(asked)
}

function leaveField(): void {
  const active = document.activeElement
  if (!(active instanceof HTMLElement) || active === document.body) return
  const cell = active.closest<HTMLElement>('.line-cell')
  active.blur()
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body && document.activeElement !== null) return
    if (active.isConnected) active.focus({ preventScroll: true })
    else cell?.focus({ preventScroll: true })
  })
}
