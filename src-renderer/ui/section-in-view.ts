import { useCallback, useEffect, useRef, useState } from 'react'

/** How far below the upper edge of the page a section counts as read; the anchor bar stands in between. */
const readingLine = 64

const sectionOf = (id: string) => document.getElementById(`section-${id}`)

/**
 * The last section that begins above the reading line; of two beside each other the first. Over the last screenful the
 * line sinks to the lower edge, so that sections too short to reach the top have their turn too.
 */
function inView(ids: readonly string[], page: HTMLElement): string | undefined {
  const { top, height } = page.getBoundingClientRect()
  const left = page.scrollHeight - page.clientHeight - page.scrollTop
  const line = top + readingLine + (page.scrollTop === 0 ? 0 : Math.max(0, height - readingLine - left))
  let best: { readonly id: string; readonly top: number } | undefined
  for (const id of ids) {
    const start = sectionOf(id)?.getBoundingClientRect().top
    if (start !== undefined && start <= line && (best === undefined || start > best.top + 1)) best = { id, top: start }
  }
  return best?.id ?? ids[0]
}

/** Which section of a long page is read; `go` scrolls to one, which then is the one read until the page is scrolled on. */
export function useSectionInView(idList: string): { readonly at: string | undefined; readonly go: (id: string) => void } {
  const [at, setAt] = useState(idList.split(' ')[0])
  const asked = useRef<string | null>(null)
  useEffect(() => {
    const ids = idList.split(' ')
    const page = sectionOf(ids[0] ?? '')?.closest<HTMLElement>('.page')
    if (!page) return undefined
    let frame = 0
    const look = () => {
      frame = 0
      setAt(asked.current ?? inView(ids, page))
    }
    const soon = () => {
      frame ||= requestAnimationFrame(look)
    }
    // What a person does scrolls on; the jump itself does not count.
    const release = () => {
      asked.current = null
    }
    const own = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const
    soon()
    page.addEventListener('scroll', soon, { passive: true })
    for (const event of own) page.addEventListener(event, release, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      page.removeEventListener('scroll', soon)
      for (const event of own) page.removeEventListener(event, release)
    }
  }, [idList])
  const go = useCallback((id: string) => {
    asked.current = id
    setAt(id)
    sectionOf(id)?.scrollIntoView({ block: 'start' })
  }, [])
  return { at, go }
}
