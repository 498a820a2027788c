import { useCallback, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { customerEntry } from '#contract/customers'
import { useApiCommand, useApiQuery, type ApiOutput } from '../../api.ts'
import { count, dayTime } from '../../format.ts'
import { useMay } from '../../frame/session.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Form, useSchemaForm } from '../../ui/Form.tsx'
import { useHotkey } from '../../ui/hotkeys.ts'
import { Message, Notice } from '../../ui/Notice.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { FrameNumber } from '../../ui/values.tsx'
import { CustomerFieldSet } from './SubjectFields.tsx'
import { NewUnitDialog } from './NewUnitDialog.tsx'
import { newCustomer, newUnit, subjectSchema, underPart, useSubjectCheck } from './subject-form.ts'
import './customers.css'

type Customer = ApiOutput<'customers', 'get'>

/** `/customers/:id`; `new` is a customer not yet on file. */
export function CustomerScreen() {
  const { id } = useParams()
  const text = useText('customers')
  const navigate = useNavigate()
  const back = useCallback(() => void navigate('/customers'), [navigate])
  const isNew = id === 'new'
  const { data, error } = useApiQuery('customers', 'get', { id: Number(id) || 0 }, { enabled: !isNew })
  if (isNew) return <CustomerPage key="new" customer={null} onBack={back} />
  if (data) return <CustomerPage key={data.id} customer={data} onBack={back} />
  return <Page title={text('customer')} onBack={back}><Notice refusal={error} />{error === null && <Loading />}</Page>
}

function CustomerPage({ customer, onBack }: { readonly customer: Customer | null; readonly onBack: () => void }) {
  const text = useText('customers')
  const navigate = useNavigate()
  const mayEdit = useMay('editCustomer')
  const [seen, setSeen] = useState(customer)
  const [adding, setAdding] = useState(false)
  const [savedAt, setSavedAt] = useState(false)
  const form = useSchemaForm(subjectSchema, { customer: customer === null ? newCustomer : customerEntry.parse(customer), unit: newUnit(1) })
  const dirty = form.formState.isDirty
  const found = useSubjectCheck(form, { customer: dirty, unit: false }, customer !== null)
  const save = useApiCommand('customers', 'save')
  const outdated = customer !== null && seen !== null && customer.revision !== seen.revision && dirty
  // A clean form follows what other seats save.
  if (customer !== null && customer !== seen && !dirty) {
    setSeen(customer)
    form.reset({ customer: customerEntry.parse(customer), unit: newUnit(1) })
  }
  const put = async () => {
    const values = customerEntry.safeParse(form.getValues('customer'))
    if (!values.success) return void form.trigger('customer', { shouldFocus: true })
    const answer = await save.run({ ...values.data, id: customer?.id ?? null, revision: seen?.revision ?? 0 })
    if (answer === null) return undefined
    form.reset({ customer: values.data, unit: newUnit(1) })
    setSavedAt(true)
    if (customer === null) void navigate(`/customers/${answer.id}`, { replace: true })
    return undefined
  }
  const load = () => {
    if (customer === null) return
    setSeen(customer)
    save.clear()
    form.reset({ customer: customerEntry.parse(customer), unit: newUnit(1) })
  }
  useHotkey('Escape', onBack, text('back'))
  const problems = [...found, ...underPart(save.refusal?.problems ?? [])]
  return (
    <Page title={customer?.name ?? text('newCustomer')} onBack={onBack} beside={customer && <span className="muted small">{text('orders')} {count(customer.orderCount)}{customer.lastOrderAt && ` · ${text('lastOrder')} ${dayTime(customer.lastOrderAt)}`}</span>}>
      <Notice refusal={save.refusal} onClose={save.clear} />
      {outdated && <Message tone="warn" action={<Button size="small" onClick={load}>{text('takeTheirs')}</Button>}>{text('conflict')}</Message>}
      <Form label={text('customer')} problems={problems} readOnly={!mayEdit} onSubmit={() => void put()}>
        <Section id="customer" title={text('detail')} beside={mayEdit ? savedAt && !dirty && <span className="tone-ok">✓ {text('saved')}</span> : text('readOnly')}
          actions={mayEdit && <Button kind="primary" hotkey="Ctrl+S" running={save.running} disabled={!dirty} onClick={() => void put()}>{text('save')}</Button>}>
          <CustomerFieldSet form={form} autoFocus={customer === null} />
        </Section>
      </Form>
      {customer && (
        <Section id="units" title={text('unitsOf')} beside={count(customer.units.length)} actions={mayEdit && <Button size="small" hotkey="Ctrl+U" onClick={() => setAdding(true)}>{text('newUnit')}</Button>}>
          {customer.units.length === 0 ? <p className="muted">{text('unitsNone')}</p> : (
            <table className="story">
              <thead><tr><th>{text('frameNo')}</th><th>{text('plateNo')}</th><th>{text('model')}</th><th>{text('purchasedOn')}</th><th>{text('lastMileage')}</th></tr></thead>
              <tbody>
                {customer.units.map((unit) => (
                  <tr key={unit.id}><td><Link className="link" to={`/units/${unit.id}`}><FrameNumber value={unit.frameNo} /></Link></td><td>{unit.plateNo}</td><td>{unit.modelName}</td><td className="figures">{unit.purchasedOn ?? ''}</td><td className="figures">{unit.lastMileage === null ? '' : `${count(unit.lastMileage)} km`}</td></tr>
                ))}
              </tbody>
            </table>
          )}
        </Section>
      )}
      {adding && customer && <NewUnitDialog ownerId={customer.id} onClose={() => setAdding(false)} onDone={(unitId) => void navigate(`/units/${unitId}`)} />}
    </Page>
  )
}
