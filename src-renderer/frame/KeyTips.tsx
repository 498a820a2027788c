import { useCallback, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useText } from '../messages/index.ts'

type Tip = { readonly letters: string; readonly place: HTMLElement; readonly left: number; readonly top: number }

const pressable =
  'button:not(:disabled), a[href], [role="tab"], [role="combobox"], .ant-segmented-item:not(.ant-segmented-item-disabled), input:not(:disabled), textarea:not(:disabled)'
const alphabet = 'ASDFGHJKLQWERTYUIOPZXCVBNM'

/** One letter while they last, else two: none is the beginning of another. */
function lettersFor(count: number): readonly string[] {
  if (count <= alphabet.length) return [...alphabet].slice(0, count)
  return [...alphabet].flatMap((first) => [...alphabet].map((second) => first + second)).slice(0, count)
}

function tipsNow(): readonly Tip[] {
  const dialog = [...document.querySelectorAll<HTMLElement>('.ant-modal-wrap')].findLast((each) => each.style.display !== 'none')
  const seen = [...(dialog ?? document.body).querySelectorAll<HTMLElement>(pressable)].filter((place) => {
    const box = place.getBoundingClientRect()
    if (box.width === 0 || box.bottom < 0 || box.top > window.innerHeight || box.right < 0 || box.left > window.innerWidth) return false
    const top = document.elementFromPoint(
      Math.min(Math.max(box.left + box.width / 2, 0), window.innerWidth - 1),
      Math.min(Math.max(box.top + box.height / 2, 0), window.innerHeight - 1),
    )
    return top !== null && (place.contains(top) || top.contains(place)) && place.closest('.ant-segmented-item') !== place.parentElement
  })
  const letters = lettersFor(seen.length)
  return seen.map((place, index) => {
    const { left, top } = place.getBoundingClientRect()
    return { letters: letters[index] ?? '', place, left: Math.max(0, left - 4), top: Math.max(0, top - 6) }
  })
}

/** F10: a letter on everything that can be pressed or filled in; typing it presses it. So every command has a key, shown where it acts. */
export function KeyTips({ on, onClose }: { readonly on: boolean; readonly onClose: () => void }) {
  const text = useText('keys')
  const [tips, setTips] = useState<readonly Tip[]>([])
  const [typed, setTyped] = useState('')
  const close = useCallback(() => {
    setTyped('')
    onClose()
  }, [onClose])
  useEffect(() => setTips(on ? tipsNow() : []), [on])
  useEffect(() => {
    if (!on) return undefined
    const onKey = (event: KeyboardEvent) => {
      if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      const next = typed + event.key.toUpperCase()
      const hit = tips.find(({ letters }) => letters === next)
      if (hit === undefined && tips.some(({ letters }) => letters.startsWith(next))) return setTyped(next)
      close()
      hit?.place.focus()
      if (hit !== undefined && !hit.place.matches('input:not([type="checkbox"], [type="radio"]), textarea')) hit.place.click()
    }
    window.addEventListener('keydown', onKey, true)
    for (const event of ['mousedown', 'wheel', 'resize']) window.addEventListener(event, close)
    return () => {
      window.removeEventListener('keydown', onKey, true)
      for (const event of ['mousedown', 'wheel', 'resize']) window.removeEventListener(event, close)
    }
  }, [on, tips, typed, close])
  if (!on) return null
  return createPortal(
    <div className="key-tips" role="status">
      <span className="visually-hidden">{text(tips.length === 0 ? 'noTips' : 'tipsOn')}</span>
      {tips
        .filter(({ letters }) => letters.startsWith(typed))
        .map(({ letters, left, top }) => (
          <kbd key={letters} style={{ left, top }}>
            {letters.slice(typed.length)}
          </kbd>
        ))}
    </div>,
    document.body,
  )
}
