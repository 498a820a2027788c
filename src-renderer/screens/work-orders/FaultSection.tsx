import { useState, type KeyboardEvent } from 'react'
import { useController, useWatch } from 'react-hook-form'
import { orderParts } from '#domain/order-rights'
import { codesOf, exclusion, responsibility, severity } from '#domain/words'
import { api, useApiQuery, type ApiOutput } from '../../api.ts'
import { useText, useWord } from '../../messages/index.ts'
import { useFormSetting } from '../../ui/form-context.ts'
import { FieldGrid } from '../../ui/Form.tsx'
import { Section } from '../../ui/Page.tsx'
import { FinderField } from '../../ui/fields/FinderField.tsx'
import { TextAreaField, TextField, WordField } from '../../ui/fields/fields.tsx'
import type { OrderForm } from './order-form.ts'

type Fault = ApiOutput<'catalogue', 'faultCodes'>[number]

const shownFault = ({ code, text }: Fault) => `${code} ${text}`

/** 检查与故障: one fault code fills symptom, cause and measure, and how the main part failed, where they are still empty. */
export function FaultSection({
  form,
  faultText = '',
}: {
  readonly form: OrderForm
  /** what the code of an order on file says */ readonly faultText?: string
}) {
  const text = useText('workOrders')
  const word = useWord()
  const { control, setValue, getValues } = form
  const [picked, setPicked] = useState<{ readonly id: number; readonly shown: string } | null>(null)
  const faultCodeId = useWatch({ control, name: 'faultCodeId' })
  const isPicked = picked?.id === faultCodeId
  // a copy or a draft brings the code alone
  const { data: fault } = useApiQuery(
    'catalogue',
    'fault',
    { id: faultCodeId ?? 1 },
    { enabled: faultCodeId !== null && faultText === '' && !isPicked },
  )
  const onFile = fault?.id === faultCodeId && fault !== undefined ? shownFault(fault) : ''
  const nature = useWatch({ control, name: 'nature' })
  const grave = useWatch({ control, name: 'severity' }) !== 'ordinary'
  const manufacturerId = useWatch({ control, name: 'manufacturerId' })
  const change = { shouldDirty: true, shouldTouch: true } as const
  const take = (fault: Fault) => {
    setPicked({ id: fault.id, shown: shownFault(fault) })
    setValue('faultCodeId', fault.id, change)
    const filled = { customerStatement: fault.text, faultReason: fault.cause, repairMethod: fault.method } as const
    for (const name of ['customerStatement', 'faultReason', 'repairMethod'] as const) {
      if (getValues(name).trim() === '' && filled[name] !== '') setValue(name, filled[name], { ...change, shouldValidate: true })
    }
    const lines = getValues('partLines')
    const main = lines.findIndex(({ isMain, faultMode }) => isMain && faultMode === null)
    if (main !== -1) setValue(`partLines.${main}.faultMode`, fault.mode, change)
  }
  return (
    <Section id="fault" fields={orderParts.diagnosis.fields} title={text('fault')}>
      <FieldGrid columns={6}>
        <FinderField<Fault>
          name="faultCodeId"
          label={text('faultCode')}
          hint={text('faultCodeHint')}
          span={3}
          placeholder={text('faultCodePlaceholder')}
          value={faultCodeId === null ? '' : isPicked ? picked.shown : faultText || onFile}
          search={(typed) => api.catalogue.faultCodes({ text: typed, manufacturerId, limit: 12 })}
          hitOf={(fault) => ({
            key: String(fault.id),
            title: fault.text,
            code: fault.code,
            detail: [fault.code, fault.part, word('faultMode', fault.mode), fault.cause].join(' · '),
          })}
          onPick={take}
          onEmpty={() => setValue('faultCodeId', null, change)}
        />
        <WordField
          control={control}
          name="responsibility"
          label={text('responsibility')}
          table="responsibility"
          codes={codesOf(responsibility)}
        />
        <WordField
          control={control}
          name="severity"
          label={text('severity')}
          table="severity"
          codes={codesOf(severity)}
          {...(grave ? { hint: text('severityHint') } : {})}
        />
        <TextField
          control={control}
          name="approvalNo"
          label={text('approvalNo')}
          maxLength={40}
          mono
          {...(nature === 'special' ? { hint: text('approvalHint') } : {})}
        />
      </FieldGrid>
      <FieldGrid columns={3}>
        <TextAreaField control={control} name="checkResult" label={text('checkResult')} maxLength={200} />
        <TextAreaField control={control} name="faultReason" label={text('faultReason')} maxLength={200} />
        <TextAreaField control={control} name="repairMethod" label={text('repairMethod')} maxLength={200} />
      </FieldGrid>
      <Exclusions form={form} />
    </Section>
  )
}

/** Time and kilometres are reckoned; these a person must see with his own eyes. */
const seenByPerson = codesOf(exclusion).filter((code) => code !== 'overTime' && code !== 'overKm')

function Exclusions({ form }: { readonly form: OrderForm }) {
  const text = useText('workOrders')
  const word = useWord()
  const { readOnly, frozen } = useFormSetting()
  const { field } = useController({ control: form.control, name: 'exclusions' })
  const locked = readOnly || (frozen !== null && (frozen.fields === null || frozen.fields.includes('exclusions')))
  // One stop for Tab on the way to the parts; the arrows walk from one to the next.
  const [at, setAt] = useState(0)
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = (at + step + seenByPerson.length) % seenByPerson.length
    setAt(next)
    event.currentTarget.querySelectorAll('button')[next]?.focus()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/interactive-supports-focus -- hears the arrows that bubble up from its buttons
    <div className="exclusions" data-field="exclusions" role="group" aria-label={text('exclusions')} onKeyDown={walk}>
      <span className="field-label">{text('exclusions')}</span>
      {seenByPerson.map((code, index) => {
        const on = field.value.includes(code)
        return (
          <button
            key={code}
            type="button"
            className="chip"
            tabIndex={index === at ? 0 : -1}
            aria-pressed={on}
            disabled={locked}
            onFocus={() => setAt(index)}
            onClick={() => field.onChange(on ? field.value.filter((each) => each !== code) : [...field.value, code])}
          >
            {on && <span aria-hidden>× </span>}
            {word('exclusion', code)}
          </button>
        )
      })}
    </div>
  )
}
