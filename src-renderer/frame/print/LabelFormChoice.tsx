import { useState } from 'react'
import { useText } from '../../messages/index.ts'
import { Views } from '../../ui/Choices.tsx'
import './print.css'

export type LabelForm = 'F30' | 'F27'

const storageKey = 'label-form'

/** The label this seat takes: the one chosen last, because a maker asks for one or the other. */
export function labelFormHere(): LabelForm {
  return localStorage.getItem(storageKey) === 'F27' ? 'F27' : 'F30'
}

export function useLabelForm(): readonly [LabelForm, (form: LabelForm) => void] {
  const [form, setForm] = useState(labelFormHere)
  return [
    form,
    (next) => {
      localStorage.setItem(storageKey, next)
      setForm(next)
    },
  ]
}

/** Which label: F30 or F27. */
export function LabelFormChoice({ value, onChange }: { readonly value: LabelForm; readonly onChange: (form: LabelForm) => void }) {
  const text = useText('oldParts')
  return (
    <div className="label-form">
      <span className="muted">{text('form')}</span>
      <Views<LabelForm>
        label={text('form')}
        value={value}
        onChange={onChange}
        views={[
          { value: 'F30', label: text('formF30') },
          { value: 'F27', label: text('formF27') },
        ]}
      />
    </div>
  )
}
