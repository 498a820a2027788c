import { Modal } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { AppError } from '#domain/errors'
import { useText } from '../messages/index.ts'
import { Button } from './Button.tsx'
import { KeyPlaceContext } from './hotkeys.ts'
import { focusNextField } from './focus-next.ts'
import { Notice } from './Notice.tsx'
import { TextAreaInput } from './fields/inputs.tsx'

type Props = {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** left out: the dialog has only 关闭 */
  readonly act?: { readonly word: string; readonly run: () => unknown; readonly danger?: boolean; readonly disabled?: boolean; readonly running?: boolean }
  readonly width?: number
  readonly refusal?: AppError | null
}

/** Enter goes to the next field, as in a form; only Ctrl+Enter acts. */
function onEnter(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.nativeEvent.isComposing) return
  if (!(event.target instanceof HTMLInputElement)) return
  event.preventDefault()
  focusNextField(event.target)
}

/** The cursor stands in the first field, or in the one (or the row) marked `data-first`; where someone already types, it stays. */
function toFirstField(body: HTMLElement | null): void {
  const present = document.activeElement
  if (body === null || (present !== null && present.closest('.dialog-body, .dialog-foot') !== null)) return
  const first = body.querySelector<HTMLElement>('[data-first] input, [data-first] tr[tabindex="0"]') ?? body.querySelector<HTMLElement>('input:not([disabled]), textarea:not([disabled]), select:not([disabled])')
  first?.focus()
}

/** A question or a small form over the page. Esc closes, Ctrl+Enter acts. */
export function Dialog({ title, open, onClose, children, act, width = 520, refusal = null }: Props) {
  const text = useText('ui')
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!open) return undefined
    // One frame later the library shows the dialog; its own moment, when the movement ends, is too late for who types on.
    const frame = requestAnimationFrame(() => toFirstField(body.current))
    return () => cancelAnimationFrame(frame)
  }, [open])
  return (
    <KeyPlaceContext.Provider value="dialog">
    <Modal
      afterOpenChange={(isOpen) => { if (isOpen) toFirstField(body.current) }} title={title} open={open} onCancel={onClose} width={width} destroyOnHidden mask={{ closable: false }}
      footer={<div className="dialog-foot">
        <Button onClick={onClose}>{act ? text('cancel') : text('close')}</Button>
        {act && <Button kind={act.danger ? 'danger' : 'primary'} hotkey="Ctrl+Enter" disabled={act.disabled ?? false} running={act.running ?? false} onClick={act.run}>{act.word}</Button>}
      </div>}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears what bubbles up from its fields */}
      <div className="dialog-body" ref={body} onKeyDown={onEnter}>
        <Notice refusal={refusal} />
        {children}
      </div>
    </Modal>
    </KeyPlaceContext.Provider>
  )
}

type ReasonProps = Omit<Props, 'children' | 'act'> & {
  readonly word: string
  readonly onReason: (reason: string) => unknown
  readonly children?: ReactNode
  readonly running?: boolean
  readonly maxLength?: number
  readonly placeholder?: string
}

/** For what cannot be undone (作废, 撤回 …): asks for a reason, which is recorded. */
export function ReasonDialog({ word, onReason, children, running = false, maxLength = 200, placeholder, ...dialog }: ReasonProps) {
  const text = useText('ui')
  const [reason, setReason] = useState('')
  return (
    <Dialog {...dialog} act={{ word, danger: true, running, disabled: reason.trim().length < 2, run: () => onReason(reason.trim()) }}>
      {children}
      <div>
        <label className="field-label" htmlFor="reason">{text('reason')}</label>
        <TextAreaInput id="reason" value={reason} onChange={setReason} maxLength={maxLength} rows={3} autoFocus placeholder={placeholder ?? text('reasonHint')} />
      </div>
    </Dialog>
  )
}
