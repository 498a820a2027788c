import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { contract } from '#contract/index'
import { readTaxNumber } from '#domain/identity'
import { codesOf, stationKind } from '#domain/words'
import { useApiCommand, useApiQuery, type ApiOutput } from '../../api.ts'
import { useMay } from '../../frame/session.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { FieldGrid, Form } from '../../ui/Form.tsx'
import { TextField, WordField } from '../../ui/fields/fields.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Page.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { RecordFormState, useRecordForm } from '../../ui/record-form.tsx'

const schema = contract.station.save.input

/** What papers print about the station. */
export function StationPart() {
  const { data: station, error, refetch } = useApiQuery('station', 'get', {})
  if (error) return <Notice refusal={error} onRetry={() => void refetch()} />
  return station ? <StationForm station={station} /> : <Loading />
}

function StationForm({ station: { codeLocked, demo: _demo, ...station } }: { readonly station: ApiOutput<'station', 'get'> }) {
  const text = useText('settings')
  const mayManage = useMay('manageStation')
  const save = useApiCommand('station', 'save')
  const [saved, setSaved] = useState(false)
  const record = useRecordForm(schema, station, { key: 'station', title: text('stationDraft') })
  const {
    control,
    handleSubmit,
    formState: { isDirty },
  } = record.form
  const taxNo = useWatch({ control, name: 'taxNo' })
  const submit = handleSubmit(async (values) => {
    const settle = record.sending()
    const answer = await save.run(values)
    if (answer === null) return
    settle(answer.revision)
    setSaved(true)
  })
  return (
    <Form
      label={text('station')}
      readOnly={!mayManage}
      problems={taxNo === '' ? (save.refusal?.problems ?? []) : [...(save.refusal?.problems ?? []), ...readTaxNumber(taxNo).problems]}
      onSubmit={() => void submit()}
    >
      <RecordFormState record={record} />
      <Section id="papers" title={text('onPapers')} beside={text('stationHint')}>
        <FieldGrid columns={3}>
          <TextField
            control={control}
            name="code"
            label={text('code')}
            hint={text(codeLocked ? 'codeLocked' : 'codeOpen')}
            maxLength={12}
            mono
            upperCase
            disabled={codeLocked}
          />
          <TextField control={control} name="name" label={text('name')} maxLength={60} autoFocus={mayManage} />
          <TextField control={control} name="stampName" label={text('stampName')} hint={text('stampHint')} maxLength={60} />
          <WordField control={control} name="kind" label={text('kind')} table="stationKind" codes={codesOf(stationKind)} />
          <TextField control={control} name="contact" label={text('contact')} maxLength={60} />
          <TextField control={control} name="phone" label={text('phone')} maxLength={30} inputMode="tel" />
          <TextField control={control} name="address" label={text('address')} maxLength={80} />
          <TextField control={control} name="warrantyClerk" label={text('warrantyClerk')} maxLength={60} />
          <TextField control={control} name="warrantyClerkPhone" label={text('warrantyClerkPhone')} maxLength={30} inputMode="tel" />
        </FieldGrid>
      </Section>
      <Section id="money" title={text('money')}>
        <FieldGrid columns={3}>
          <TextField control={control} name="bank" label={text('bank')} maxLength={60} />
          <TextField control={control} name="account" label={text('account')} maxLength={40} mono />
          <TextField control={control} name="taxNo" label={text('taxNo')} maxLength={18} mono upperCase />
        </FieldGrid>
      </Section>
      <Notice refusal={save.refusal} onClose={save.clear} />
      {mayManage && (
        <div className="settings-save">
          <Button kind="primary" hotkey="Ctrl+S" running={save.running} disabled={!isDirty || record.stale} onClick={() => submit()}>
            {text('save')}
          </Button>
          {saved && !isDirty && (
            <span className="tone-ok" role="status">
              ✓ {text('saved')}
            </span>
          )}
        </div>
      )}
    </Form>
  )
}
