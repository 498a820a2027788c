import { Modal } from 'antd'
import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import type { AppError } from '#domain/errors'
import { useText } from '../messages/index.ts'
import { Button } from './Button.tsx'
import { KeyPlaceContext } from './hotkeys.ts'
import { focusNextField } from './focus-next.ts'
import { Notice } from './Notice.tsx'
import { TextAreaInput } from './fields/inputs.tsx'

type Props = {
  readonly title: ReactNode
  readonly open: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** left out: the dialog has only 关闭 */
  readonly act?: {
    readonly word: string
    readonly run: () => unknown
    readonly danger?: boolean
    readonly disabled?: boolean
    /** the names of what is still to be filled in: said beside the button, which waits for it */
    readonly missing?: readonly string[]
    readonly running?: boolean
  }
  readonly width?: number
  readonly refusal?: AppError | null
  /** another dialog stands on top: the cursor is no longer kept in this one */
  readonly covered?: boolean
  /** what was asked for is done and may be done again: there is nothing left to cancel */
  readonly isDone?: boolean
}

/** Enter goes to the next field, as in a form; only Ctrl+Enter acts. */
function onEnter(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.nativeEvent.isComposing)
    return
  if (!(event.target instanceof HTMLInputElement)) return
  event.preventDefault()
  focusNextField(event.target)
}

/** The cursor stands in the first field, or in the one (or the row) marked `data-first`; where someone already types, it stays. */
function toFirstField(body: HTMLElement | null): void {
  const present = document.activeElement
  const there = present?.closest('.dialog-body, .dialog-foot')?.closest('.ant-modal')
  if (body === null || (there !== undefined && there === body.closest('.ant-modal'))) return
  const first =
    body.querySelector<HTMLElement>('[data-first] input, [data-first] tr[tabindex="0"]') ??
    body.querySelector<HTMLElement>('input:not([disabled]), textarea:not([disabled]), select:not([disabled])')
  first?.focus()
}

/** Back to where the cursor was, unless it has already been put somewhere else. */
function giveBack(from: Element | null): void {
  const present = document.activeElement
  const isLost = present === null || present === document.body || present.closest('.dialog-body, .dialog-foot, .ant-modal') !== null
  if (isLost && from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true })
}

/** What the dialog holds; says once it is there, and where the cursor had been before. */
function DialogBody({
  body,
  onThere,
  children,
}: {
  readonly body: Ref<HTMLDivElement>
  readonly onThere: (before: Element | null) => void
  readonly children: ReactNode
}) {
  // Looked at while the content is made: a field with autoFocus takes the cursor before any effect runs.
  const [before] = useState(() => document.activeElement)
  useEffect(() => onThere(before), [onThere, before])
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears what bubbles up from its fields
    <div className="dialog-body" ref={body} onKeyDown={onEnter}>
      {children}
    </div>
  )
}

/** A question or a small form over the page. Esc closes, Ctrl+Enter acts; then the cursor is where it was. */
export function Dialog({ title, open, onClose, children, act, width = 520, refusal = null, covered = false, isDone = false }: Props) {
  const text = useText('ui')
  const body = useRef<HTMLDivElement>(null)
  const from = useRef<Element>(null)
  const missing = act?.missing ?? []
  // The first field has the cursor before the next key arrives; the library's own moment, when the movement ends, is too late for who types on.
  const onThere = useCallback((before: Element | null) => {
    from.current = before
    toFirstField(body.current)
  }, [])
  useEffect(() => (open ? () => giveBack(from.current) : undefined), [open])
  return (
    <KeyPlaceContext.Provider value="dialog">
      <Modal
        afterOpenChange={(isOpen) => {
          if (isOpen) toFirstField(body.current)
        }}
        title={title}
        open={open}
        onCancel={onClose}
        width={width}
        destroyOnHidden
        focusable={{ trap: !covered }}
        mask={{ closable: false }}
        footer={
          <div className="dialog-foot">
            {missing.length > 0 && (
              <span className="dialog-missing" role="status">
                {text('missingWhat', { what: missing.join(' · ') })}
              </span>
            )}
            <Button onClick={onClose}>{act && !isDone ? text('cancel') : text('close')}</Button>
            {act && (
              <Button
                kind={act.danger ? 'danger' : 'primary'}
                hotkey="Ctrl+Enter"
                disabled={act.disabled === true || missing.length > 0}
                running={act.running ?? false}
                onClick={act.run}
              >
                {act.word}
              </Button>
            )}
          </div>
        }
      >
        <DialogBody body={body} onThere={onThere}>
          <Notice refusal={refusal} />
          {children}
        </DialogBody>
      </Modal>
    </KeyPlaceContext.Provider>
  )
}

export type ReasonProps = Omit<Props, 'children' | 'act'> & {
  readonly word: string
  readonly onReason: (reason: string) => unknown
  readonly children?: ReactNode
  /** a second question under the reason, answered beforehand in the usual way */
  readonly after?: ReactNode
  readonly running?: boolean
  readonly maxLength?: number
  readonly placeholder?: string
}

/** For what cannot be undone (作废, 撤回 …): asks for a reason, which is recorded. */
export function ReasonDialog({ word, onReason, children, after, running = false, maxLength = 200, placeholder, ...dialog }: ReasonProps) {
  const text = useText('ui')
  const [reason, setReason] = useState('')
  return (
    <Dialog
      {...dialog}
      act={{ word, danger: true, running, missing: reason.trim().length < 2 ? [text('reason')] : [], run: () => onReason(reason.trim()) }}
    >
      {children}
      <div>
        <label className="field-label" htmlFor="reason">
          {text('reason')}
        </label>
        <TextAreaInput
          id="reason"
          value={reason}
          onChange={setReason}
          maxLength={maxLength}
          rows={3}
          autoFocus
          placeholder={placeholder ?? text('reasonHint')}
        />
      </div>
      {after}
    </Dialog>
  )
}
