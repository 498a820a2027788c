import { contract } from '#contract/index'
import { codesOf, stationKind } from '#domain/words'
import { useApiCommand, useApiQuery, type ApiOutput } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField, WordField } from '../../ui/fields/fields.tsx'
import { FieldGrid, Form, useSchemaForm } from '../../ui/Form.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { SetUpFoot, type StepProps } from './SetUpFrame.tsx'

const schema = contract.station.save.input

/** What papers print about the station; gone back to, the code can still be mended. */
export function StationStep(props: StepProps) {
  const { data } = useApiQuery('station', 'get', {})
  return data ? <Fields key={data.revision} station={data} {...props} /> : <Loading />
}

function Fields({
  station: { codeLocked, demo: _demo, ...station },
  onDone,
  foot,
}: StepProps & { readonly station: ApiOutput<'station', 'get'> }) {
  const text = useText('settings')
  const step = useText('session')
  const save = useApiCommand('station', 'save')
  const { control, handleSubmit } = useSchemaForm(schema, station)
  const submit = handleSubmit(async (values) => {
    if ((await save.run(values)) !== null) await onDone()
  })
  return (
    <Form label={text('station')} problems={save.refusal?.problems ?? []} onSubmit={() => void submit()}>
      <Notice refusal={save.refusal} onClose={save.clear} />
      <FieldGrid columns={3}>
        <TextField
          control={control}
          name="code"
          label={text('code')}
          maxLength={12}
          mono
          upperCase
          disabled={codeLocked}
          hint={text(codeLocked ? 'codeLocked' : 'codeOpen')}
          autoFocus
        />
        <TextField control={control} name="name" label={text('name')} maxLength={60} span={2} />
        <WordField control={control} name="kind" label={text('kind')} table="stationKind" codes={codesOf(stationKind)} />
        <TextField control={control} name="contact" label={text('contact')} maxLength={60} />
        <TextField control={control} name="phone" label={text('phone')} maxLength={30} inputMode="tel" />
        <TextField control={control} name="address" label={text('address')} maxLength={80} span="all" />
      </FieldGrid>
      <p className="muted small">{step('restLater')}</p>
      <SetUpFoot>
        {foot}
        <Button kind="primary" hotkey="Ctrl+Enter" running={save.running} onClick={() => submit()}>
          {step('stepSaveNext')}
        </Button>
      </SetUpFoot>
    </Form>
  )
}
