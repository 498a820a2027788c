import { useState, type ReactNode } from 'react'
import type { AppError } from '#domain/errors'
import { useText } from '../messages/index.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { TextAreaInput } from '../ui/fields/inputs.tsx'

const opinions = ['opinionGood', 'opinionFair', 'opinionPoor'] as const

/** The usual opinions of a customer, taken over by a click. */
export function OpinionChips({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const text = useText('workOrders')
  return (
    <div className="chips">
      {opinions.map((key) => (
        <button key={key} type="button" className="chip" aria-pressed={value === text(key)} onClick={() => onChange(text(key))}>
          {text(key)}
        </button>
      ))}
    </div>
  )
}

type Props = {
  readonly title: string
  readonly running: boolean
  readonly refusal: AppError | null
  readonly onResult: (result: string) => unknown
  readonly onClose: () => void
  /** whom to call */ readonly children?: ReactNode
}

/** 回访: what the customer said. */
export function CallBackDialog({ title, running, refusal, onResult, onClose, children }: Props) {
  const text = useText('workOrders')
  const [result, setResult] = useState('')
  return (
    <Dialog
      title={title}
      open
      onClose={onClose}
      refusal={refusal}
      act={{
        word: text('event_callBack'),
        running,
        missing: result.trim().length < 2 ? [text('callBackResult')] : [],
        run: () => onResult(result.trim()),
      }}
    >
      {children}
      <label className="field-label" htmlFor="callback">
        {text('callBackResult')}
      </label>
      <TextAreaInput
        id="callback"
        value={result}
        onChange={setResult}
        maxLength={200}
        rows={3}
        autoFocus
        placeholder={text('callBackHint')}
      />
      <OpinionChips value={result} onChange={setResult} />
    </Dialog>
  )
}
