import { useMemo, useState, type KeyboardEvent } from 'react'
import { contract } from '#contract/index'
import { fen } from '#domain/money'
import { codesOf, oldPartDuty, origin, partCategory } from '#domain/words'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { useMay } from '../../frame/session.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { FieldGrid, Form } from '../../ui/Form.tsx'
import { MoneyField, NumberField, SelectField, TextField, TickField, WordField } from '../../ui/fields/fields.tsx'
import { useHotkey } from '../../ui/hotkeys.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { RecordFormState, useRecordForm } from '../../ui/record-form.tsx'
import type { PartRow } from './part-row.ts'

const schema = contract.catalogue.savePart.input

type Values = Omit<PartRow, 'id'> & { readonly id: number | null }

/** A part on file as it stands now; null for a new one, undefined while it is being read. */
function useStoredPart(part: PartRow | 'new' | number): PartRow | null | undefined {
  const id = typeof part === 'object' ? part.id : part === 'new' ? 0 : part
  const { data } = useApiQuery('catalogue', 'part', { id }, { enabled: id > 0, keepPrevious: true })
  if (part === 'new') return null
  return data ?? (typeof part === 'object' ? part : undefined)
}

type Props = { readonly part: PartRow | 'new' | number; readonly onClose: () => void }

/** One part beside the list. */
export function PartPanel({ part, onClose }: Props) {
  const stored = useStoredPart(part)
  const { data: makers } = useApiQuery('catalogue', 'manufacturers', {})
  const firstMaker = makers?.[0]?.id
  const values = useMemo<Values | null>(() => {
    if (stored) return stored
    if (part !== 'new' || firstMaker === undefined) return null
    return {
      id: null, code: '', name: '', unit: '个', spec: '', manufacturerId: firstMaker, supplierName: '', supplierCode: '', origin: 'domestic', priceFen: fen(0), retailPriceFen: fen(0), category: 'normal',
      warrantyMonths: null, warrantyKm: null, assembly: '', isEngine: false, serialControlled: false, oldPartReturn: 'mustReturn', active: true, revision: 0,
    }
  }, [stored, part, firstMaker])
  return values === null ? <Loading /> : <PartForm values={values} makers={makers ?? []} onClose={onClose} />
}

function PartForm({ values, makers, onClose }: { readonly values: Values; readonly makers: readonly { readonly id: number; readonly name: string }[]; readonly onClose: () => void }) {
  const text = useText('catalogue')
  const mayEdit = useMay('editCatalogue')
  const save = useApiCommand('catalogue', 'savePart')
  const [saved, setSaved] = useState(false)
  const isNew = values.id === null
  const record = useRecordForm(schema, values, { key: isNew ? 'part:new' : `part:${values.id}`, title: isNew ? text('addPart') : text('partDraft', { code: values.code }) })
  const { control, handleSubmit, formState: { isDirty } } = record.form
  const submit = handleSubmit(async (typed) => {
    if ((await save.run(typed)) === null) return
    record.settle(isNew ? 0 : typed.revision + 1)
    setSaved(true)
    if (isNew) onClose()
  })
  useHotkey('Escape', onClose, text('close'))
  // The page's keys rest while one types; Esc closes the panel from its fields too, unless a list of choices is open.
  const onEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && event.target instanceof HTMLInputElement && event.target.getAttribute('aria-expanded') !== 'true') onClose()
  }
  return (
    <div onKeyDown={onEscape} role="presentation">
      <Form label={isNew ? text('addPart') : text('editPart', { code: values.code })} readOnly={!mayEdit} problems={save.refusal?.problems ?? []} onSubmit={() => void submit()}>
        <header className="panel-head">
          <h2>{isNew ? text('addPart') : text('editPart', { code: values.code })}</h2><span className="spring" />
          {saved && !isDirty && <span className="tone-ok" role="status">✓ {text('saved')}</span>}
          <Button size="small" kind="quiet" onClick={onClose}>{text('close')} <kbd>Esc</kbd></Button>
          {mayEdit && <Button size="small" kind="primary" hotkey="Ctrl+S" running={save.running} disabled={!isDirty || record.stale} onClick={() => submit()}>{text('save')}</Button>}
        </header>
        <RecordFormState record={record} />
        <Notice refusal={save.refusal} onClose={save.clear} />
        <FieldGrid>
          <TextField control={control} name="code" label={text('code')} maxLength={40} mono upperCase autoFocus />
          <TextField control={control} name="name" label={text('name')} maxLength={40} />
          <TextField control={control} name="unit" label={text('unit')} maxLength={10} />
          <TextField control={control} name="spec" label={text('spec')} maxLength={60} />
          <WordField control={control} name="category" label={text('category')} table="partCategory" codes={codesOf(partCategory)} />
          <TextField control={control} name="assembly" label={text('assembly')} maxLength={40} />
          <MoneyField control={control} name="priceFen" label={text('price')} />
          <MoneyField control={control} name="retailPriceFen" label={text('retailPrice')} />
          <NumberField control={control} name="warrantyMonths" label={text('warrantyMonths')} suffix={text('months')} placeholder={text('byPolicy')} />
          <NumberField control={control} name="warrantyKm" label={text('warrantyKm')} suffix={text('km')} placeholder={text('byPolicy')} />
          <WordField control={control} name="oldPartReturn" label={text('oldPartReturn')} table="oldPartDuty" codes={codesOf(oldPartDuty)} />
          <WordField control={control} name="origin" label={text('origin')} table="origin" codes={codesOf(origin)} />
          <TextField control={control} name="supplierName" label={text('supplierName')} maxLength={60} />
          <TextField control={control} name="supplierCode" label={text('supplierCode')} maxLength={40} mono />
          <SelectField control={control} name="manufacturerId" label={text('maker')} choices={makers.map(({ id, name }) => ({ value: id, label: name }))} />
          <TickField control={control} name="isEngine" label={text('flags')} words={text('isEngine')} />
          <TickField control={control} name="serialControlled" label="" words={text('serialControlled')} />
          <TickField control={control} name="active" label="" words={text('active')} />
        </FieldGrid>
      </Form>
    </div>
  )
}
