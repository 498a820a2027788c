import { customerEntry } from '#contract/customers'
import { useApiCommand } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form, useSchemaForm } from '../../ui/Form.tsx'
import { CustomerFieldSet } from './SubjectFields.tsx'
import { newUnit, subjectSchema, underPart, useSubjectCheck, type CustomerValues } from './subject-form.ts'

type Entered = { readonly id: number; readonly name: string; readonly phone: string }
type Props = {
  readonly start: CustomerValues
  readonly onDone: (customer: Entered) => void
  /** with what stands in the fields, so that it is there again when the dialog is opened anew */
  readonly onClose: (typed: CustomerValues) => void
}

/** 新客户 where one is asked for, without leaving what one is doing. */
export function NewCustomerDialog({ start, onDone, onClose }: Props) {
  const text = useText('customers')
  const form = useSchemaForm(subjectSchema, { customer: start, unit: newUnit(1) })
  const found = useSubjectCheck(form, { customer: true, unit: false })
  const save = useApiCommand('customers', 'save')
  const put = async () => {
    const values = customerEntry.safeParse(form.getValues('customer'))
    if (!values.success) return void form.trigger('customer', { shouldFocus: true })
    const answer = await save.run({ ...values.data, id: null, revision: 0 })
    if (answer) onDone({ id: answer.id, name: values.data.name, phone: values.data.phone })
    return undefined
  }
  return (
    <Dialog
      title={text('newCustomer')}
      open
      onClose={() => onClose(form.getValues('customer'))}
      width={1000}
      refusal={save.refusal}
      act={{ word: text('save'), run: put, running: save.running }}
    >
      <Form label={text('newCustomer')} problems={[...found, ...underPart(save.refusal?.problems ?? [])]} onSubmit={() => void put()}>
        <CustomerFieldSet form={form} autoFocus />
      </Form>
    </Dialog>
  )
}
