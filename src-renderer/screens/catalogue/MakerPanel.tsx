import { useEffect, useMemo, useState } from 'react'
import { useWatch, type Control, type FieldPath } from 'react-hook-form'
import { Link } from 'react-router'
import { formIds } from '#domain/form-ids'
import { useApiCommand } from '../../api.ts'
import { useMay } from '../../frame/session.ts'
import { useText, type TextKey } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { FieldGrid, Form } from '../../ui/Form.tsx'
import { jumpToField } from '../../ui/form-context.ts'
import { MoneyField, SelectField, TextField, TickField } from '../../ui/fields/fields.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Page.tsx'
import { Tag } from '../../ui/values.tsx'
import { RecordFormState, useRecordForm } from '../../ui/record-form.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'
import { makerForm, reworded, toForm, toWords, type Maker, type MakerForm, type MakerNames } from './maker-form.ts'

const nameKeys: Readonly<Record<string, TextKey<'catalogue'>>> = {
  company: 'word.company',
  product: 'word.product',
  vehicle: 'word.vehicle',
  serviceDept: 'word.serviceDept',
  lendingSection: 'word.lendingSection',
  voucherDept: 'word.voucherDept',
  sectionChief: 'word.sectionChief',
  returnsDept: 'word.returnsDept',
  stationWord: 'word.stationWord',
  importedPart: 'word.importedPart',
  domesticPart: 'word.domesticPart',
}

/** One manufacturer: what it is called, the names its papers print, and the way to the words of each form. */
export function MakerPanel({
  maker,
  defaults,
  called,
}: {
  readonly maker: Maker
  readonly defaults: MakerNames
  /** the field a finding leads to */ readonly called: string | null
}) {
  const text = useText('catalogue')
  const formName = useText('formNames')
  const changed = reworded(maker)
  const mayManage = useMay('manageStation')
  const save = useApiCommand('catalogue', 'saveManufacturer')
  const [saved, setSaved] = useState(false)
  const [removing, setRemoving] = useState(false)
  const stored = useMemo(() => toForm(maker, defaults), [maker, defaults])
  const record = useRecordForm(makerForm, stored, { key: `maker:${maker.id}`, title: text('makerDraft', { name: maker.name }) })
  const {
    control,
    handleSubmit,
    formState: { isDirty },
  } = record.form
  const submit = handleSubmit(async ({ names, ...fields }) => {
    const settle = record.sending()
    const answer = await save.run({ ...fields, words: toWords({ ...fields, names }, maker.words, defaults) })
    if (answer === null) return
    settle(answer.revision)
    setSaved(true)
  })
  useEffect(() => {
    if (called !== null) jumpToField(called)
  }, [called])
  return (
    <Form label={maker.name} readOnly={!mayManage} problems={save.refusal?.problems ?? []} onSubmit={() => void submit()}>
      <RecordFormState record={record} />
      <Notice refusal={save.refusal} onClose={save.clear} />
      <Section
        id="maker"
        title={text('makerBasics')}
        beside={<span className="mono">{maker.code}</span>}
        actions={
          mayManage && (
            <>
              <Button kind="quiet" onClick={() => setRemoving(true)}>
                {text('remove')}
              </Button>
              {saved && !isDirty && (
                <span className="tone-ok" role="status">
                  ✓ {text('saved')}
                </span>
              )}
              <Button kind="primary" hotkey="Ctrl+S" running={save.running} disabled={!isDirty || record.stale} onClick={() => submit()}>
                {text('save')}
              </Button>
            </>
          )
        }
      >
        <FieldGrid columns={4}>
          <TextField control={control} name="name" label={text('makerName')} maxLength={60} span={2} autoFocus={mayManage} />
          <TextField control={control} name="shortName" label={text('shortName')} maxLength={30} />
          <TextField control={control} name="phone" label={text('phone')} maxLength={30} inputMode="tel" />
          <TextField control={control} name="serviceDept" label={text('serviceDept')} maxLength={60} />
          <TextField control={control} name="address" label={text('address')} maxLength={80} />
          <SelectField
            control={control}
            name="returnTemplate"
            label={text('returnTemplate')}
            choices={(['F17', 'F31'] as const).map((value) => ({ value, label: text(`template.${value}`) }))}
          />
          <MoneyField control={control} name="hourRateFen" label={text('hourRate')} />
          <TickField control={control} name="active" label={text('makerActive')} />
        </FieldGrid>
      </Section>
      <Section id="names" title={text('names')} beside={text('namesHint', { serviceDept: '{serviceDept}' })}>
        <FieldGrid columns={4}>
          {Object.entries(defaults).map(([key, standard]) => (
            <NameField
              key={key}
              control={control}
              name={`names.${key}`}
              label={text(nameKeys[key] ?? 'names')}
              place={`{${key}}`}
              standard={standard}
            />
          ))}
        </FieldGrid>
      </Section>
      <Section id="forms" title={text('forms')} beside={text('formsHint')}>
        <ul className="maker-forms">
          {formIds.map((id) => (
            <li key={id}>
              <Link className="link" to={`/forms/${id}/words?maker=${maker.id}`}>
                {id} {formName(id)}
              </Link>
              {changed.includes(id) && (
                <>
                  {' '}
                  <Tag tone="now">{text('changed')}</Tag>
                </>
              )}
            </li>
          ))}
        </ul>
      </Section>
      <RemoveDialog list="manufacturers" record={removing ? maker : null} name={maker.name} onClose={() => setRemoving(false)} />
    </Form>
  )
}

type MakerControl = Control<MakerForm, unknown, MakerForm>

/** A name papers print: its default in the empty field, below it the place in a form's words it fills. */
function NameField({
  control,
  name,
  label,
  place,
  standard,
}: {
  readonly control: MakerControl
  readonly name: FieldPath<MakerForm>
  readonly label: string
  readonly place: string
  readonly standard: string
}) {
  const text = useText('catalogue')
  const value = useWatch({ control, name })
  const isOwn = typeof value === 'string' && value !== ''
  return (
    <TextField
      control={control}
      name={name}
      label={label}
      placeholder={standard}
      hint={isOwn ? `${place} · ${text('defaultIs', { text: standard })}` : place}
    />
  )
}
