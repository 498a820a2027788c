import { MutedOutlined, ScanOutlined, SoundOutlined } from '@ant-design/icons'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Tag } from '../../ui/values.tsx'
import { isMuted, setMuted } from './beep.ts'
import type { ScanSaid } from './use-packing.ts'

type Props = {
  readonly said: readonly ScanSaid[]
  readonly isIdle: boolean
  readonly mayPack: boolean
  readonly onScan: (scan: string) => void
  /** Enter with nothing typed takes the marked piece on the left */
  readonly onEmptyEnter: () => void
  readonly onMove: (by: number) => void
  readonly onTurn: (by: number) => void
  readonly onBack: () => void
}

const takesKeys = (element: Element | null) => element !== null && /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName)

/**
 * The gun's field: it has the cursor whenever nothing else is being typed, and a burst that begins elsewhere lands here.
 * Below it, what the last scans did.
 */
export function ScanLine({ said, isIdle, mayPack, onScan, onEmptyEnter, onMove, onTurn, onBack }: Props) {
  const text = useText('oldParts')
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [muted, mute] = useState(isMuted)
  useEffect(() => {
    if (!isIdle) return undefined
    input.current?.focus()
    const catchBurst = (event: globalThis.KeyboardEvent) => {
      if (
        event.key.length === 1 &&
        event.key !== ' ' &&
        !event.ctrlKey &&
        !event.metaKey &&
        !event.altKey &&
        !takesKeys(document.activeElement)
      )
        input.current?.focus()
    }
    window.addEventListener('keydown', catchBurst, true)
    return () => window.removeEventListener('keydown', catchBurst, true)
  }, [isIdle])
  const comeBack = () =>
    setTimeout(() => {
      if (isIdle && document.activeElement === document.body) input.current?.focus()
    }, 0)
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const moves: Readonly<Record<string, () => void>> = {
      Enter: () => {
        const scan = typed.trim()
        setTyped('')
        return scan === '' ? onEmptyEnter() : onScan(scan)
      },
      ArrowDown: () => onMove(1),
      ArrowUp: () => onMove(-1),
      PageDown: () => onTurn(1),
      PageUp: () => onTurn(-1),
      Escape: () => (typed === '' ? onBack() : setTyped('')),
    }
    const move = moves[event.key]
    if (move === undefined) return
    event.preventDefault()
    event.stopPropagation()
    move()
  }
  const [latest, ...earlier] = said
  return (
    <section className="scan" aria-label={text('scan')} data-tone={latest?.tone ?? 'wait'} data-field="boxes">
      <label className="scan-field">
        <ScanOutlined aria-hidden />
        <input
          ref={input}
          className="scan-input mono"
          value={typed}
          disabled={!mayPack}
          maxLength={300}
          aria-label={text('scan')}
          placeholder={text('scan')}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKey}
          onBlur={comeBack}
        />
      </label>
      <div className="scan-said" role="status" aria-live="assertive">
        {latest === undefined ? (
          <span className="muted">{text('scanHint')}</span>
        ) : (
          <p key={latest.at} className="scan-latest">
            <Tag tone={latest.tone}>{text(latest.tone === 'ok' ? 'scanPacked' : latest.tone === 'stop' ? 'scanRefused' : 'unpack')}</Tag>{' '}
            {latest.words}
          </p>
        )}
        {earlier.length > 0 && (
          <p className="scan-earlier">
            {earlier.map(({ at, tone, words }) => (
              <span key={at} data-tone={tone}>
                {words}
              </span>
            ))}
          </p>
        )}
      </div>
      <Button
        size="small"
        kind="quiet"
        icon={muted ? <MutedOutlined /> : <SoundOutlined />}
        onClick={() => {
          setMuted(!muted)
          mute(!muted)
          input.current?.focus()
        }}
      >
        {text(muted ? 'soundOff' : 'sound')}
      </Button>
    </section>
  )
}
