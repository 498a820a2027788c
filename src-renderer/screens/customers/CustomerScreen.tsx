import { useMemo, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { customerEntry } from '#contract/customers'
import { useApiCommand, useApiQuery, type ApiOutput } from '../../api.ts'
import { count, dayTime } from '../../format.ts'
import { useMay } from '../../frame/session.ts'
import { useBack } from '../../frame/use-back.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
import { useHotkey } from '../../ui/hotkeys.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Page, Section, Toolbar } from '../../ui/Page.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { RecordFormState, useRecordForm } from '../../ui/record-form.tsx'
import { CustomerOrders, CustomerUnits } from './CustomerLists.tsx'
import { DoublesHint } from './DoublesHint.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { NewUnitDialog } from './NewUnitDialog.tsx'
import { CustomerFieldSet } from './SubjectFields.tsx'
import { newCustomer, newUnit, subjectSchema, underPart, useSubjectCheck } from './subject-form.ts'
import './customers.css'

type Customer = ApiOutput<'customers', 'get'>

/** `/customers/:id`; `new` is a customer not yet on file. */
export function CustomerScreen() {
  const { id } = useParams()
  const text = useText('customers')
  const back = useBack('/customers')
  const isNew = id === 'new'
  const { data, error } = useApiQuery('customers', 'get', { id: Number(id) || 0 }, { enabled: !isNew })
  if (isNew) return <CustomerPage key="new" customer={null} onBack={back} />
  if (data) return <CustomerPage key={data.id} customer={data} onBack={back} />
  return (
    <Page title={text('customer')} onBack={back}>
      <Notice refusal={error} />
      {error === null && <Loading />}
    </Page>
  )
}

type Asking = { readonly what: 'unit' } | { readonly what: 'merge'; readonly otherId: number | null }
type PageProps = { readonly customer: Customer | null; readonly onBack: () => void }

function CustomerPage({ customer, onBack }: PageProps) {
  const text = useText('customers')
  const navigate = useNavigate()
  const mayEdit = useMay('editCustomer')
  const mayOpen = useMay('openWorkOrder')
  const [asking, setAsking] = useState<Asking | null>(null)
  const { kept, found, save, put, wasSaved } = useCustomerForm(customer)
  const { form } = kept
  useHotkey('Escape', onBack, text('back'))
  const takeIn = async (id: number) => {
    if (!form.formState.isDirty || (await put())) await navigate(`/work-orders/new?customer=${id}`)
  }
  const close = () => setAsking(null)
  return (
    <Page
      title={customer?.name ?? text('newCustomer')}
      onBack={onBack}
      beside={
        customer && (
          <span className="muted small">
            {text('orders')} {count(customer.orderCount)}
            {customer.lastOrderAt && ` · ${text('lastOrder')} ${dayTime(customer.lastOrderAt)}`}
          </span>
        )
      }
    >
      {customer && (
        <Toolbar
          actions={
            mayEdit && (
              <>
                <Button hotkey="Ctrl+U" onClick={() => setAsking({ what: 'unit' })}>
                  {text('newUnit')}
                </Button>
                <Button hotkey="Ctrl+G" onClick={() => setAsking({ what: 'merge', otherId: null })}>
                  {text('merge')}
                </Button>
              </>
            )
          }
        >
          {mayOpen && (
            <Button hotkey="Ctrl+Enter" running={save.running} onClick={() => void takeIn(customer.id)}>
              {text('newOrder')}
            </Button>
          )}
        </Toolbar>
      )}
      {customer && mayEdit && <DoublesHint of="customer" id={customer.id} onCompare={(otherId) => setAsking({ what: 'merge', otherId })} />}
      <Notice refusal={save.refusal} onClose={save.clear} />
      <RecordFormState record={kept} />
      <Form
        label={text('customer')}
        problems={[...found, ...underPart(save.refusal?.problems ?? [])]}
        readOnly={!mayEdit}
        onSubmit={() => void put()}
      >
        <Section
          id="customer"
          title={text('detail')}
          beside={mayEdit ? wasSaved && <span className="tone-ok">✓ {text('saved')}</span> : text('readOnly')}
          actions={
            mayEdit && (
              <Button
                kind="primary"
                hotkey="Ctrl+S"
                running={save.running}
                disabled={!form.formState.isDirty || kept.stale}
                onClick={() => void put()}
              >
                {text('save')}
              </Button>
            )
          }
        >
          <CustomerFieldSet form={form} autoFocus={customer === null} />
        </Section>
      </Form>
      {customer && (
        <>
          <CustomerUnits customer={customer} />
          <CustomerOrders customer={customer} />
        </>
      )}
      {customer && asking?.what === 'unit' && (
        <NewUnitDialog ownerId={customer.id} onClose={close} onDone={(unitId) => void navigate(`/units/${unitId}`)} />
      )}
      {customer && asking?.what === 'merge' && (
        <MergeDialog
          of="customer"
          id={customer.id}
          otherId={asking.otherId}
          onClose={close}
          onDone={(id) => {
            close()
            void navigate(`/customers/${id}`, { replace: true })
          }}
        />
      )}
    </Page>
  )
}

/** The fields of a customer as they are typed: kept as a draft, checked a moment after each change, saved at the revision they were read. */
function useCustomerForm(customer: Customer | null) {
  const navigate = useNavigate()
  const record = useMemo(
    () => ({
      customer: customer === null ? newCustomer : customerEntry.parse(customer),
      unit: newUnit(1),
      revision: customer?.revision ?? 0,
    }),
    [customer],
  )
  const kept = useRecordForm(subjectSchema, record, { key: `customer:${customer?.id ?? 'new'}`, title: customer?.name ?? '' })
  const { form } = kept
  const found = useSubjectCheck(form, { customer: form.formState.isDirty, unit: false }, customer !== null)
  const save = useApiCommand('customers', 'save')
  const [wasSaved, setWasSaved] = useState(false)
  const put = async () => {
    const values = customerEntry.safeParse(form.getValues('customer'))
    if (!values.success) {
      void form.trigger('customer', { shouldFocus: true })
      return false
    }
    const settle = kept.sending()
    const answer = await save.run({ ...values.data, id: customer?.id ?? null, revision: form.getValues('revision') ?? 0 })
    if (answer === null) return false
    settle(answer.revision)
    setWasSaved(true)
    if (customer === null) void navigate(`/customers/${answer.id}`, { replace: true })
    return true
  }
  return { kept, found, save, put, wasSaved: wasSaved && !form.formState.isDirty }
}
