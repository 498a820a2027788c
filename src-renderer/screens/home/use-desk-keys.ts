import { useCallback, type RefObject } from 'react'
import { useText } from '../../messages/index.ts'
import { useHotkey } from '../../ui/hotkeys.ts'

type Side = 'act' | 'record'

const selectors: Readonly<Record<Side, string>> = { act: '.desk-act button, .desk-no', record: '.desk-no' }

/** ↓ ↑ walk through what waits, from wherever one is on the page; ← goes to the record of a line, → back to its act. */
export function useDeskKeys(desk: RefObject<HTMLElement | null>): void {
  const text = useText('home')
  const go = useCallback(
    (by: number, wanted: Side | null) => {
      const lines = [...(desk.current?.querySelectorAll<HTMLElement>('.desk-line') ?? [])]
      const active = document.activeElement
      const isOver = active?.closest('[role=dialog], [role=menu], [role=listbox]') instanceof Element
      const at = lines.findIndex((line) => line.contains(active))
      if (isOver || (at === -1 && by === 0)) return
      const side =
        wanted ??
        (active?.matches(selectors.record) === true && at !== -1 && lines[at]?.querySelector('.desk-act button') !== null
          ? 'record'
          : 'act')
      const line = at === -1 ? lines.at(by > 0 ? 0 : -1) : lines[at + by]
      // the number stands before its act
      const places = [...(line?.querySelectorAll<HTMLElement>(selectors[side]) ?? [])]
      places.at(-1)?.focus()
    },
    [desk],
  )
  useHotkey('ArrowDown', () => go(1, null), text('nextWaiting'))
  useHotkey('ArrowUp', () => go(-1, null), text('lastWaiting'))
  useHotkey('ArrowLeft', () => go(0, 'record'), text('toRecord'))
  useHotkey('ArrowRight', () => go(0, 'act'), text('toAct'))
}
