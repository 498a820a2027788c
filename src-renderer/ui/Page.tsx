import { createContext, useContext, useEffect, useRef, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { Button } from './Button.tsx'
import { GroupLock } from './GroupLock.tsx'
import { useSectionInView } from './section-in-view.ts'
import { useText } from '../messages/index.ts'

/** Where the frame keeps the page's title; a page writes into it. */
export const TitlePlace = createContext<HTMLElement | null>(null)

type PageProps = {
  readonly title: string
  /** beside the title: number, status */
  readonly beside?: ReactNode
  /** right end: buttons */
  readonly actions?: ReactNode
  readonly children: ReactNode
  readonly onBack?: () => void
  /** list pages fill the window; others scroll */
  readonly fill?: boolean
}

const scrollKeys: ReadonlySet<string> = new Set(['PageDown', 'PageUp', 'Home', 'End', 'ArrowDown', 'ArrowUp', ' '])

/**
 * A page that puts the cursor nowhere gets it itself, so that the keys scroll it and Tab goes on inside it. Only until
 * the cursor moves on: a click beside everything stays on the body, until a key is to scroll.
 */
function useFirstFocus() {
  const page = useRef<HTMLElement>(null)
  useEffect(() => {
    const take = () => {
      const place = page.current
      if (place === null || document.activeElement !== document.body) return
      place.tabIndex = -1
      place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true })
      place.focus({ preventScroll: true })
    }
    const timer = setTimeout(take, 150)
    const onKey = (event: KeyboardEvent) => {
      if (scrollKeys.has(event.key)) take()
    }
    window.addEventListener('keydown', onKey, true)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('keydown', onKey, true)
    }
  }, [])
  return page
}

/** One screen: its title in the frame's top line, its content below. */
export function Page({ title, beside, actions, children, onBack, fill = false }: PageProps) {
  const text = useText('ui')
  const place = useContext(TitlePlace)
  const page = useFirstFocus()
  useEffect(() => {
    document.title = `${title} · 三包站`
  }, [title])
  const line = (
    <>
      {onBack && (
        <Button size="small" kind="quiet" onClick={onBack} label={text('back')}>
          ←
        </Button>
      )}
      <h1>{title}</h1>
      {beside}
    </>
  )
  return (
    <main className="page" data-fill={fill} ref={page}>
      {place && createPortal(line, place)}
      {actions !== undefined && <div className="page-actions">{actions}</div>}
      {children}
    </main>
  )
}

/** Above a list: views and filters left, buttons right. */
export function Toolbar({ children, actions }: { readonly children?: ReactNode; readonly actions?: ReactNode }) {
  return (
    <div className="toolbar">
      <div className="toolbar-left">{children}</div>
      <div className="toolbar-right">{actions}</div>
    </div>
  )
}

/** List and detail in one place: beside each other on a wide window, below each other on a narrow one. */
export function Split({ list, detail }: { readonly list: ReactNode; readonly detail: ReactNode | null }) {
  return (
    <div className="split" data-detail={detail !== null}>
      <div className="split-list">{list}</div>
      {detail !== null && <aside className="split-detail">{detail}</aside>}
    </div>
  )
}

type SectionProps = {
  readonly id: string
  readonly title: string
  /** beside the title: a count, a verdict */
  readonly beside?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
  readonly tone?: 'ok' | 'warn' | 'stop'
  /** the form fields in it: what froze them, or why they are only read, is said once at the head */
  readonly fields?: readonly string[]
}

/** A card of the page; `id` is its anchor. */
export function Section({ id, title, beside, actions, children, tone, fields }: SectionProps) {
  return (
    <section className="section" id={`section-${id}`} aria-labelledby={`section-${id}-title`} data-tone={tone}>
      <header className="section-head">
        <h2 id={`section-${id}-title`}>{title}</h2>
        {beside !== undefined && <span className="section-beside">{beside}</span>}
        <span className="spring" />
        {fields && <GroupLock fields={fields} />}
        {actions}
      </header>
      <div className="section-body">{children}</div>
    </section>
  )
}

export type Anchor = { readonly id: string; readonly title: string; readonly count?: number; readonly problem?: boolean }

/** Names of the sections on top of a long page; follows the scroll. */
export function AnchorBar({ anchors, beside }: { readonly anchors: readonly Anchor[]; readonly beside?: ReactNode }) {
  const text = useText('ui')
  const { at, go } = useSectionInView(anchors.map(({ id }) => id).join(' '))
  return (
    <nav className="anchor-bar" aria-label={text('sections')}>
      {anchors.map(({ id, title, count, problem = false }) => (
        <button key={id} type="button" aria-current={id === at ? 'location' : undefined} data-problem={problem} onClick={() => go(id)}>
          {title}
          {count !== undefined && <span className="figures"> {count}</span>}
          {problem && <span className="tone-stop"> !</span>}
        </button>
      ))}
      {beside !== undefined && (
        <>
          <span className="spring" />
          {beside}
        </>
      )}
    </nav>
  )
}
