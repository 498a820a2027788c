import { contract } from '#contract/index'
import { useApiCommand, useApiQuery, type ApiInput, type ApiOutput } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { MoneyField, SelectField, TextField } from '../../ui/fields/fields.tsx'
import { FieldGrid, Form, useSchemaForm } from '../../ui/Form.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { forgetTyped, useKeptTyping } from './kept-typing.ts'
import { SetUpFoot, type StepProps } from './SetUpFrame.tsx'

const schema = contract.station.nameMaker.input
/** the maker every station begins with stands under this code until it is named */
const openCode = 'OEM'

/** The maker whose forms the station fills; further ones are added under 资料. */
export function MakerStep(props: StepProps) {
  const { data } = useApiQuery('catalogue', 'manufacturers', {})
  const [maker] = data ?? []
  return maker ? <Fields key={maker.revision} maker={maker} {...props} /> : <Loading />
}

type Maker = ApiOutput<'catalogue', 'manufacturers'>[number]

/** The open maker is offered with empty fields, or its makeshift name would stay on papers. */
function valuesOf({
  id,
  revision,
  code,
  name,
  shortName,
  serviceDept,
  phone,
  address,
  returnTemplate,
  hourRateFen,
}: Maker): ApiInput<'station', 'nameMaker'> {
  const isOpen = code === openCode
  return {
    id,
    revision,
    code: isOpen ? '' : code,
    name: isOpen ? '' : name,
    shortName,
    serviceDept,
    phone,
    address,
    returnTemplate,
    hourRateFen,
  }
}

const keptFields = ['code', 'name', 'shortName', 'serviceDept', 'phone', 'address', 'returnTemplate', 'hourRateFen'] as const

function Fields({ maker, onDone, foot }: StepProps & { readonly maker: Maker }) {
  const text = useText('catalogue')
  const step = useText('session')
  const save = useApiCommand('station', 'nameMaker')
  const form = useSchemaForm(schema, valuesOf(maker))
  const { control, handleSubmit } = form
  useKeptTyping('maker', form, keptFields)
  const submit = handleSubmit(async (values) => {
    if ((await save.run(values)) === null) return
    forgetTyped('maker')
    await onDone()
  })
  const skip = () => {
    forgetTyped('maker')
    return onDone()
  }
  return (
    <Form label={step('stepMaker')} problems={save.refusal?.problems ?? []} onSubmit={() => void submit()}>
      <Notice refusal={save.refusal} onClose={save.clear} />
      <FieldGrid columns={3}>
        <TextField
          control={control}
          name="code"
          label={step('makerCode')}
          hint={step('makerCodeHint')}
          maxLength={12}
          mono
          upperCase
          autoFocus
        />
        <TextField control={control} name="name" label={text('makerName')} maxLength={60} span={2} />
        <TextField control={control} name="shortName" label={text('shortName')} maxLength={30} />
        <TextField control={control} name="serviceDept" label={text('serviceDept')} maxLength={60} />
        <TextField control={control} name="phone" label={text('phone')} maxLength={30} inputMode="tel" />
        <TextField control={control} name="address" label={text('address')} maxLength={80} />
        <SelectField
          control={control}
          name="returnTemplate"
          label={text('returnTemplate')}
          choices={(['F17', 'F31'] as const).map((value) => ({ value, label: text(`template.${value}`) }))}
        />
        <MoneyField control={control} name="hourRateFen" label={text('hourRate')} />
      </FieldGrid>
      <SetUpFoot>
        {foot}
        <Button kind="plain" onClick={skip}>
          {step('stepSkip')}
        </Button>
        <Button kind="primary" hotkey="Ctrl+Enter" running={save.running} onClick={() => submit()}>
          {step('stepSaveNext')}
        </Button>
      </SetUpFoot>
    </Form>
  )
}
