import { useState, type KeyboardEvent } from 'react'

type Props = {
  readonly id: string
  readonly label: string
  readonly options: readonly string[]
  readonly value: readonly string[]
  /** several may be ticked; else one, and ticking it again takes it back */
  readonly many: boolean
  readonly disabled: boolean
  readonly describedBy: string
  readonly wrong: boolean
  readonly onChange: (value: readonly string[]) => void
}

const moves: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Words to tick as on paper, one stop for the Tab key: arrows walk, Space ticks, 1–9 tick the word at that place, Enter goes on. */
export function TickChoices({ id, label, options, value, many, disabled, describedBy, wrong, onChange }: Props) {
  const ticked = options.findIndex((option) => value.includes(option))
  const [walked, setWalked] = useState<number | null>(null)
  const at = walked ?? Math.max(0, ticked)
  const toggle = (option: string) => {
    const others = many ? value.filter((word) => word !== option) : []
    const next = value.includes(option) ? others : [...others, option]
    onChange(options.filter((word) => next.includes(word)))
  }
  const onKey = (event: KeyboardEvent<HTMLDivElement>) => {
    if (disabled || event.ctrlKey || event.metaKey || event.altKey) return
    const step = moves[event.key]
    const digit = /^[1-9]$/.test(event.key) ? options[Number(event.key) - 1] : undefined
    if (step !== undefined) {
      const next = (at + step + options.length) % options.length
      setWalked(next)
      event.currentTarget.querySelectorAll<HTMLInputElement>('input')[next]?.focus()
    } else if (digit !== undefined) toggle(digit)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus -- the boxes inside have the focus; the group only hears their keys
    <div
      className="tick-choices"
      role="group"
      aria-label={label}
      aria-describedby={describedBy}
      data-wrong={wrong}
      onKeyDown={onKey}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setWalked(null)
      }}
    >
      {options.map((option, index) => (
        <label key={option} className="tick-choice" data-ticked={value.includes(option)}>
          <input
            type="checkbox"
            aria-label={option}
            id={index === 0 ? id : undefined}
            checked={value.includes(option)}
            disabled={disabled}
            tabIndex={index === at ? 0 : -1}
            onChange={() => toggle(option)}
          />
          {option}
        </label>
      ))}
    </div>
  )
}
