import { unitEntry } from '#contract/customers'
import { offered } from '#domain/catalogue'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form, useSchemaForm } from '../../ui/Form.tsx'
import { UnitFieldSet } from './SubjectFields.tsx'
import { newCustomer, newUnit, subjectSchema, underPart, useSubjectCheck } from './subject-form.ts'

type Props = { readonly ownerId: number; readonly onDone: (unitId: number) => void; readonly onClose: () => void }

/** 登记车辆 of a customer on file. */
export function NewUnitDialog(props: Props) {
  const { data: manufacturers } = useApiQuery('catalogue', 'manufacturers', {})
  const first = offered(manufacturers ?? [])[0] ?? manufacturers?.[0]
  return first === undefined ? null : <UnitDialog {...props} manufacturerId={first.id} />
}

function UnitDialog({ ownerId, onDone, onClose, manufacturerId }: Props & { readonly manufacturerId: number }) {
  const text = useText('customers')
  const form = useSchemaForm(subjectSchema, { customer: newCustomer, unit: newUnit(manufacturerId) })
  const found = useSubjectCheck(form, { customer: false, unit: true })
  const save = useApiCommand('customers', 'saveUnit')
  const put = async () => {
    const values = unitEntry.safeParse(form.getValues('unit'))
    if (!values.success) return void form.trigger('unit', { shouldFocus: true })
    const answer = await save.run({ ...values.data, id: null, revision: 0, ownerId })
    if (answer) onDone(answer.id)
    return undefined
  }
  return (
    <Dialog
      title={text('newUnit')}
      open
      onClose={onClose}
      width={1000}
      refusal={save.refusal}
      act={{ word: text('save'), run: put, running: save.running }}
    >
      <Form label={text('newUnit')} problems={[...found, ...underPart(save.refusal?.problems ?? [])]} onSubmit={() => void put()}>
        <UnitFieldSet form={form} autoFocus />
      </Form>
    </Dialog>
  )
}
