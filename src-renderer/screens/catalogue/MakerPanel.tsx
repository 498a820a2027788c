import { useEffect, useMemo, useState } from 'react'
import { useWatch, type Control, type FieldPath } from 'react-hook-form'
import { formIds } from '#domain/form-ids'
import { fillIn } from '#domain/sentences/index'
import { useApiCommand } from '../../api.ts'
import { useMay } from '../../frame/session.ts'
import { useText, type TextKey } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { FieldGrid, Form } from '../../ui/Form.tsx'
import { jumpToField } from '../../ui/form-context.ts'
import { MoneyField, SelectField, TextField, TickField } from '../../ui/fields/fields.tsx'
import { SelectInput } from '../../ui/fields/inputs.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Page.tsx'
import { RecordFormState, useRecordForm } from '../../ui/record-form.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'
import { countOwn, makerForm, toForm, toWords, type FormDefaults, type FormWords, type Maker, type MakerForm } from './maker-form.ts'

const nameKeys: Readonly<Record<string, TextKey<'catalogue'>>> = {
  company: 'word.company', product: 'word.product', vehicle: 'word.vehicle', serviceDept: 'word.serviceDept', lendingSection: 'word.lendingSection', voucherDept: 'word.voucherDept', sectionChief: 'word.sectionChief',
  returnsDept: 'word.returnsDept', stationWord: 'word.stationWord', importedPart: 'word.importedPart', domesticPart: 'word.domesticPart',
}

/** One manufacturer: what it is called, and the words of each form that differ from the default. */
export function MakerPanel({ maker, defaults, called }: { readonly maker: Maker; readonly defaults: FormWords; /** the field a finding leads to */ readonly called: string | null }) {
  const text = useText('catalogue')
  const formName = useText('formNames')
  const nameOf = (id: string) => [id, ...formIds.filter((each) => each === id).map((each) => formName(each))].join(' ')
  const mayManage = useMay('manageStation')
  const save = useApiCommand('catalogue', 'saveManufacturer')
  const [saved, setSaved] = useState(false)
  const [removing, setRemoving] = useState(false)
  const [shown, setShown] = useState(defaults.forms[0]?.id ?? '')
  const stored = useMemo(() => toForm(maker, defaults), [maker, defaults])
  const record = useRecordForm(makerForm, stored, { key: `maker:${maker.id}`, title: text('makerDraft', { name: maker.name }) })
  const { control, handleSubmit, formState: { isDirty } } = record.form
  const said = useWatch({ control })
  const submit = handleSubmit(async ({ names, forms, ...fields }) => {
    const answer = await save.run({ ...fields, words: toWords({ ...fields, names, forms }, maker.words, defaults) })
    if (answer === null) return
    record.settle(answer.revision)
    setSaved(true)
  })
  useEffect(() => {
    if (called !== null) jumpToField(called)
  }, [called])
  const form = defaults.forms.find(({ id }) => id === shown)
  const names = Object.fromEntries(Object.entries(defaults.names).map(([key, standard]) => [key, said.names?.[key] || standard]))
  return (
    <Form label={maker.name} readOnly={!mayManage} problems={save.refusal?.problems ?? []} onSubmit={() => void submit()}>
      <RecordFormState record={record} />
      <Notice refusal={save.refusal} onClose={save.clear} />
      <Section id="maker" title={text('makerBasics')} beside={<span className="mono">{maker.code}</span>} actions={mayManage && <><Button kind="quiet" onClick={() => setRemoving(true)}>{text('remove')}</Button>{saved && !isDirty && <span className="tone-ok" role="status">✓ {text('saved')}</span>}<Button kind="primary" hotkey="Ctrl+S" running={save.running} disabled={!isDirty || record.stale} onClick={() => submit()}>{text('save')}</Button></>}>
        <FieldGrid columns={4}>
          <TextField control={control} name="name" label={text('makerName')} maxLength={60} span={2} autoFocus={mayManage} />
          <TextField control={control} name="shortName" label={text('shortName')} maxLength={30} />
          <TextField control={control} name="phone" label={text('phone')} maxLength={30} inputMode="tel" />
          <TextField control={control} name="serviceDept" label={text('serviceDept')} maxLength={60} />
          <TextField control={control} name="address" label={text('address')} maxLength={80} />
          <SelectField control={control} name="returnTemplate" label={text('returnTemplate')} choices={(['F17', 'F31'] as const).map((value) => ({ value, label: text(`template.${value}`) }))} />
          <MoneyField control={control} name="hourRateFen" label={text('hourRate')} />
          <TickField control={control} name="active" label={text('makerActive')} />
        </FieldGrid>
      </Section>
      <Section id="names" title={text('names')} beside={text('namesHint', { serviceDept: '{serviceDept}' })}>
        <FieldGrid columns={4}>
          {Object.entries(defaults.names).map(([key, standard]) => <WordsField key={key} control={control} name={`names.${key}`} label={text(nameKeys[key] ?? 'names')} standard={standard} />)}
        </FieldGrid>
      </Section>
      <Section id="forms" title={text('forms')} beside={text('formsHint')}>
        <div className="maker-form-choice"><SelectInput aria-label={text('forms')} value={shown} onChange={(next) => setShown(next ?? shown)} choices={defaults.forms.map(({ id }) => ({ value: id, label: `${nameOf(id)}${countOwn(stored.forms[id]) > 0 ? ` · ${text('changed', { count: countOwn(stored.forms[id]) })}` : ''}` }))} /></div>
        {form && <FormFields key={form.id} form={form} control={control} names={names} />}
      </Section>
      <RemoveDialog list="manufacturers" record={removing ? maker : null} name={maker.name} onClose={() => setRemoving(false)} />
    </Form>
  )
}

type MakerControl = Control<MakerForm, unknown, MakerForm>

function FormFields({ form: { id, title, code, note, copies, signatories }, control, names }: { readonly form: FormDefaults; readonly control: MakerControl; readonly names: Readonly<Record<string, string>> }) {
  const text = useText('catalogue')
  const filled = (standard: string) => fillIn(standard, names)
  return (
    <div className="maker-form">
      <FieldGrid columns={4}>
        {[0, 1].map((line) => <WordsField key={line} control={control} name={`forms.${id}.title.${line}`} label={text('titleLine', { line: line + 1 })} standard={filled(title[line] ?? '')} />)}
        <WordsField control={control} name={`forms.${id}.code`} label={text('formCode')} standard={code} />
        <WordsField control={control} name={`forms.${id}.note`} label={text('note')} standard={filled(note)} span="all" />
        {copies.map(({ key, label }, index) => <WordsField key={key} control={control} name={`forms.${id}.copies.${index}`} label={text('copy', { copy: index + 1 })} standard={filled(label)} />)}
        {signatories.map((standard, index) => <WordsField key={standard} control={control} name={`forms.${id}.signatories.${index}`} label={text('signatory', { place: index + 1 })} standard={filled(standard)} />)}
      </FieldGrid>
    </div>
  )
}

/** A text with its default: shown in the empty field, and below it once something else is typed. */
function WordsField({ control, name, label, standard, span = 1 }: { readonly control: MakerControl; readonly name: FieldPath<MakerForm>; readonly label: string; readonly standard: string; readonly span?: number | 'all' }) {
  const text = useText('catalogue')
  const value = useWatch({ control, name })
  return <TextField control={control} name={name} label={label} placeholder={standard} span={span} {...(typeof value === 'string' && value !== '' && standard !== '' ? { hint: text('defaultIs', { text: standard }) } : {})} />
}
