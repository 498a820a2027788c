/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus -- the list belongs to the input, which keeps the focus and the keys (combobox pattern) */
import { Input } from 'antd'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { createPortal } from 'react-dom'
import { useText } from '../../messages/index.ts'
import { stillAsked } from '../commit-typing.ts'
import { focusNextField } from '../focus-next.ts'
import { given } from '../given.ts'
import { FrameNumber } from '../values.tsx'
import type { InputBasics } from './inputs.tsx'

export type Hit = {
  readonly key: string
  readonly title: string
  /** shown behind the title as frame numbers are everywhere */ readonly frameNo?: string
  readonly detail: string
  /** what must equal the typed text to be taken at once, or when the field is left */ readonly code?: string
}

export type FinderProps<I> = InputBasics & {
  /** what stands in the field when nobody types */
  readonly value: string
  readonly search: (text: string) => Promise<readonly I[]>
  readonly hitOf: (item: I) => Hit
  readonly onPick: (item: I) => void
  /** lets a text that is not on file through (目录外) */
  readonly onFree?: ((text: string) => void) | undefined
  readonly onEmpty?: (() => void) | undefined
  /** each text as it is typed, before anything is found */
  readonly onTyped?: ((text: string) => void) | undefined
  /** the field was left with a text that is neither on file nor let through */
  readonly onLost?: ((text: string) => void) | undefined
  /** in a cell: a hit was taken by Enter or the mouse, on to the next cell */
  readonly onNext?: (() => void) | undefined
  /** leave where Enter leads after a pick to the caller */
  readonly stay?: boolean | undefined
  /** in a cell of lines: a plain input; the grid decides where Enter leads */
  readonly bare?: boolean | undefined
  /** the key that opened the cell */
  readonly start?: string | undefined
  readonly className?: string | undefined
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLInputElement>) => void) | undefined
}

type Found<I> = { readonly text: string; readonly items: readonly I[] }

/** Those whose code is exactly the text. */
function withCode<I>(items: readonly I[], hitOf: (item: I) => Hit, text: string): readonly I[] {
  return items.filter((item) => hitOf(item).code?.toUpperCase() === text.toUpperCase())
}

/**
 * Search as one types: code, name or pinyin initials. A scanner's burst and its Enter may come before the answer: then
 * the Enter waits, and takes the hit whose code is exactly the text, or the only hit. A field that is left takes what a
 * code typed whole names.
 */
export function Finder<I>({
  value,
  search,
  hitOf,
  onPick,
  onFree,
  onEmpty,
  onTyped,
  onLost,
  onNext,
  bare = false,
  stay = false,
  start,
  onKeyDown,
  onBlur,
  ...basics
}: FinderProps<I>) {
  const text = useText('ui')
  const listId = useId()
  const box = useRef<HTMLSpanElement>(null)
  const [typed, setTyped] = useState<string | null>(start ?? null)
  const [found, setFound] = useState<Found<I> | null>(null)
  const [at, setAt] = useState(0)
  const wanted = useRef(start ?? '')
  const awaited = useRef(false)
  const settled = useRef(start === undefined)

  const close = () => {
    wanted.current = ''
    awaited.current = false
    settled.current = true
    setTyped(null)
    setFound(null)
  }
  const moveOn = () => {
    const field = box.current?.querySelector('input')
    if (field && !bare && !stay) requestAnimationFrame(() => focusNextField(field))
  }
  const pick = (item: I) => {
    close()
    onPick(item)
    onNext?.()
    moveOn()
  }
  const ask = async (asked: string) => {
    const items = await search(asked).catch(() => [])
    if (wanted.current !== asked) return
    const answer = { text: asked, items }
    const named = withCode(items, hitOf, asked)[0] ?? (items.length === 1 ? items[0] : undefined)
    setFound(answer)
    setAt(
      Math.max(
        0,
        items.findIndex((item) => item === named),
      ),
    )
    if (!awaited.current) return
    awaited.current = false
    if (named !== undefined) pick(named)
    else if (items.length === 0 && onFree && !bare) {
      close()
      onFree(asked)
      moveOn()
    }
  }
  const type = (next: string) => {
    settled.current = false
    setTyped(next)
    onTyped?.(next)
    wanted.current = next.trim()
    awaited.current = false
    if (wanted.current === '') setFound(null)
  }
  useEffect(() => {
    const asked = (typed ?? '').trim()
    if (asked === '') return undefined
    const timer = setTimeout(() => void ask(asked), 90)
    return () => clearTimeout(timer)
    // Asked anew for what was typed only; the search of the last rendering is the one wanted.
    // oxlint-disable-next-line react/exhaustive-deps -- a new search function must not ask again by itself
  }, [typed])

  const settle = () => {
    if (settled.current) return
    const left = (typed ?? '').trim()
    close()
    if (typed !== null && left === '') onEmpty?.()
    else if (left !== '' && left !== value) leave(left, found)
  }
  /** Only a code that names one record; before the answer is there the text stands, and what it names comes after. */
  const leave = (left: string, shown: Found<I> | null) => {
    const only = (items: readonly I[]) => {
      const [hit, another] = withCode(items, hitOf, left)
      return another === undefined ? hit : undefined
    }
    const hit = only(shown?.items ?? [])
    if (hit !== undefined) return onPick(hit)
    onFree?.(left)
    if (shown?.text === left) return onLost?.(left)
    return stillAsked(
      search(left)
        .catch(() => [])
        .then((items) => {
          const late = only(items)
          if (wanted.current !== '') return
          if (late === undefined) onLost?.(left)
          else onPick(late)
        }),
    )
  }
  const items = found?.items ?? []
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const left = (typed ?? '').trim()
    if (typed !== null && left !== '' && !event.nativeEvent.isComposing) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault()
        event.stopPropagation()
        setAt((now) => Math.min(items.length - 1, Math.max(0, now + (event.key === 'ArrowDown' ? 1 : -1))))
        return
      }
      if (event.key === 'Enter' && !event.ctrlKey) {
        event.preventDefault()
        event.stopPropagation()
        const chosen = items[at]
        if (found?.text !== left) awaited.current = true
        else if (chosen !== undefined) pick(chosen)
        else if (onFree) {
          settle()
          moveOn()
          onKeyDown?.(event)
        }
        return
      }
      if (event.key === 'Escape') {
        event.stopPropagation()
        close()
        return
      }
      // a cell is gone with its Tab before it is left
      if (event.key === 'Tab') settle()
    }
    onKeyDown?.(event)
  }
  const open = typed !== null && typed.trim() !== '' && found !== null
  const inputProps = {
    ...basics,
    role: 'combobox',
    'aria-expanded': open,
    'aria-controls': listId,
    'aria-autocomplete': 'list' as const,
    'aria-activedescendant': open && items.length > 0 ? `${listId}-${at}` : undefined,
    value: typed ?? value,
    autoComplete: 'off',
    placeholder: basics.placeholder ?? (bare ? undefined : text('keepTyping')),
    onKeyDown: onKey,
    onChange: (event: { target: { value: string } }) => type(event.target.value),
    onFocus: (event: { target: HTMLInputElement }) => {
      // the key that opened a cell stands there already: the next one follows it
      if (typed === null) event.target.select()
    },
    onBlur: () => {
      settle()
      onBlur?.()
    },
  }
  const { status: _status, ...native } = inputProps
  return (
    <span className="finder" ref={box}>
      {bare ? <input {...native} /> : <Input {...given(inputProps)} />}
      {open && (
        <HitList
          id={listId}
          anchor={box.current}
          hits={items.map(hitOf)}
          at={at}
          asked={found.text}
          late={found.text !== typed.trim()}
          free={onFree !== undefined}
          onPick={(index) => {
            const item = items[index]
            if (item !== undefined) pick(item)
          }}
        />
      )}
    </span>
  )
}

type ListProps = {
  readonly id: string
  readonly anchor: HTMLElement | null
  readonly hits: readonly Hit[]
  readonly at: number
  readonly asked: string
  /** these are hits for less than what is typed by now */ readonly late: boolean
  readonly free: boolean
  readonly onPick: (index: number) => void
}

function HitList({ id, anchor, hits, at, asked, late, free, onPick }: ListProps) {
  const text = useText('ui')
  const place = anchor?.getBoundingClientRect()
  if (!place) return null
  const below = window.innerHeight - place.bottom > 280
  const style = {
    left: Math.min(place.left, window.innerWidth - 372),
    minWidth: Math.max(place.width, 360),
    ...(below ? { top: place.bottom + 2 } : { bottom: window.innerHeight - place.top + 2 }),
  }
  return createPortal(
    <div className="hit-list" role="listbox" id={id} aria-busy={late} style={style}>
      {hits.map((hit, index) => (
        <div
          key={hit.key}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          className="hit"
          onMouseDown={(event) => {
            event.preventDefault()
            onPick(index)
          }}
        >
          {hit.title !== '' && <span className="hit-title">{hit.title}</span>}
          {hit.frameNo !== undefined && <FrameNumber value={hit.frameNo} />}
          <span className="hit-detail">{hit.detail}</span>
        </div>
      ))}
      {hits.length === 0 && <div className="hit-none">{free ? text('takeAsTyped', { text: asked }) : text('noHit', { text: asked })}</div>}
    </div>,
    document.body,
  )
}
