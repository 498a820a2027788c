import { createContext, useContext, useEffect } from 'react'
import { useLatest } from './use-latest.ts'

/** Where a key acts; a part of the interface says so for all keys inside it. */
export type KeyPlace = 'everywhere' | 'page' | 'dialog'
export const KeyPlaceContext = createContext<KeyPlace>('page')

export type Hotkey = { readonly combo: string; readonly label: string; readonly place: KeyPlace }

type Entry = Hotkey & { readonly handler: { readonly current: () => void } }

const entries: Entry[] = []

/** `Ctrl+Shift+P`, `F2`, `?`; ⌘ counts as Ctrl. */
function comboOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  const shift = event.shiftKey && (event.key.length > 1 || /[a-z]/i.test(event.key))
  return [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '', shift ? 'Shift' : '', key]
    .filter((part) => part !== '')
    .join('+')
}

/** Keys a browser keeps for itself have a twin there; in the desktop both act. */
const twins: Readonly<Record<string, string>> = { 'Alt+N': 'Ctrl+N' }
const inBrowser = !('host' in window)

/** The combination as it works here and stands on the key: `Ctrl+N` on the desktop, `Alt+N` in a browser seat. */
export function shownCombo(combo: string): string {
  if (combo === 'Escape') return 'Esc'
  if (!inBrowser) return combo
  return Object.entries(twins).find(([, kept]) => kept === combo)?.[0] ?? combo
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

function onKeyDown(event: KeyboardEvent): void {
  const pressed = comboOf(event)
  const combo = twins[pressed] ?? pressed
  // Ctrl+Enter is the page's even where a field (a list of choices) takes every Enter for its own.
  if (event.isComposing || (event.defaultPrevented && combo !== 'Ctrl+Enter')) return
  // Esc closes the dialog or the menu that is open; only the next one acts on the page behind it.
  if (
    combo === 'Escape' &&
    document.querySelector('.ant-modal-wrap:not([style*="display: none"]), .ant-popover:not(.ant-popover-hidden)') !== null
  )
    return
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !/^F\d+$/.test(event.key)
  if (plain && typing(event.target)) return
  // What was opened last stands on top and acts first; a dialog stands above what appears on the page behind it.
  const entry =
    entries.findLast((each) => each.combo === combo && each.place === 'dialog') ?? entries.findLast((each) => each.combo === combo)
  if (!entry) return
  event.preventDefault()
  event.stopPropagation()
  entry.handler.current()
}

/** Everything that can be pressed now, for the `?` sheet. */
export function hotkeysNow(): readonly Hotkey[] {
  const seen = new Map<string, Hotkey>()
  for (const { combo, label, place } of entries) if (label !== '') seen.set(combo, { combo: shownCombo(combo), label, place })
  return [...seen.values()]
}

/** Registers a key while the component is there; the latest one wins, so a dialog's keys cover the page's. */
export function useHotkey(combo: string, handler: () => void, label: string, enabled = true): void {
  const latest = useLatest(handler)
  const place = useContext(KeyPlaceContext)
  useEffect(() => {
    if (!enabled || combo === '') return undefined
    if (entries.length === 0) window.addEventListener('keydown', onKeyDown)
    const entry: Entry = { combo, label, place, handler: latest }
    entries.push(entry)
    return () => {
      entries.splice(entries.indexOf(entry), 1)
      if (entries.length === 0) window.removeEventListener('keydown', onKeyDown)
    }
  }, [combo, label, place, enabled, latest])
}
