import { useCallback, useEffect, useState } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { unitEntry } from '#contract/customers'
import { useApiCommand, useApiQuery, type ApiOutput } from '../../api.ts'
import { count, phone } from '../../format.ts'
import { useMay } from '../../frame/session.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Form, useSchemaForm } from '../../ui/Form.tsx'
import { jumpToField } from '../../ui/form-context.ts'
import { useHotkey } from '../../ui/hotkeys.ts'
import { Message, Notice } from '../../ui/Notice.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { OdometerDialog } from './OdometerDialog.tsx'
import { OwnerDialog } from './OwnerDialog.tsx'
import { UnitFieldSet } from './SubjectFields.tsx'
import { UnitStory } from './UnitStory.tsx'
import { newCustomer, subjectSchema, underPart, useSubjectCheck } from './subject-form.ts'
import './customers.css'

type Unit = ApiOutput<'customers', 'getUnit'>

/** `/units/:id`: the whole story of one vehicle. */
export function UnitScreen() {
  const { id } = useParams()
  const text = useText('customers')
  const navigate = useNavigate()
  const back = useCallback(() => void navigate('/customers?view=units'), [navigate])
  const { data, error } = useApiQuery('customers', 'getUnit', { id: Number(id) || 0 })
  if (data) return <UnitPage key={data.id} unit={data} onBack={back} />
  return <Page title={text('unit')} onBack={back}><Notice refusal={error} />{error === null && <Loading />}</Page>
}

function UnitPage({ unit, onBack }: { readonly unit: Unit; readonly onBack: () => void }) {
  const text = useText('customers')
  const mayEdit = useMay('editCustomer')
  const [seen, setSeen] = useState(unit)
  const [asking, setAsking] = useState<'owner' | 'odometer' | null>(null)
  const [wasSaved, setWasSaved] = useState(false)
  const form = useSchemaForm(subjectSchema, { customer: newCustomer, unit: unitEntry.parse(unit) })
  const dirty = form.formState.isDirty
  const found = useSubjectCheck(form, { customer: false, unit: dirty }, true)
  const save = useApiCommand('customers', 'saveUnit')
  const load = () => {
    setSeen(unit)
    save.clear()
    form.reset({ customer: newCustomer, unit: unitEntry.parse(unit) })
  }
  // A clean form follows what other seats save.
  if (unit !== seen && !dirty) {
    setSeen(unit)
    form.reset({ customer: newCustomer, unit: unitEntry.parse(unit) })
  }
  const put = async () => {
    const values = unitEntry.safeParse(form.getValues('unit'))
    if (!values.success) return void form.trigger('unit', { shouldFocus: true })
    const answer = await save.run({ ...values.data, id: unit.id, revision: seen.revision, ownerId: unit.ownerId })
    if (answer === null) return undefined
    form.reset({ customer: newCustomer, unit: values.data })
    setWasSaved(true)
    return undefined
  }
  const close = () => setAsking(null)
  const asked = useSearchParams()[0].get('field')
  useEffect(() => {
    if (asked !== null) jumpToField(asked)
  }, [asked])
  useHotkey('Escape', onBack, text('back'))
  return (
    <Page title={unit.modelName} onBack={onBack} beside={<span className="mono strong">{unit.frameNo}{unit.plateNo !== '' && ` · ${unit.plateNo}`}</span>}>
      <Notice refusal={save.refusal} onClose={save.clear} />
      {dirty && unit.revision !== seen.revision && <Message tone="warn" action={<Button size="small" onClick={load}>{text('takeTheirs')}</Button>}>{text('conflict')}</Message>}
      <Form label={text('unit')} problems={[...found, ...underPart(save.refusal?.problems ?? [])]} readOnly={!mayEdit} onSubmit={() => void put()}>
        <Section id="unit" title={text('detail')} beside={mayEdit ? wasSaved && !dirty && <span className="tone-ok">✓ {text('saved')}</span> : text('readOnly')}
          actions={mayEdit && <Button kind="primary" hotkey="Ctrl+S" running={save.running} disabled={!dirty} onClick={() => void put()}>{text('save')}</Button>}>
          <p className="unit-owner">{text('owner')} <Link className="link strong" to={`/customers/${unit.ownerId}`}>{unit.ownerName}</Link> <span className="figures">{phone(unit.ownerPhone)}</span>
            {unit.lastMileage !== null && <span className="muted">{text('lastMileage')} <span className="figures">{count(unit.lastMileage)} km</span></span>}
            {unit.mileageOffset > 0 && <span className="muted">{text('offset')} <span className="figures">{count(unit.mileageOffset)} km</span></span>}</p>
          <UnitFieldSet form={form} />
        </Section>
      </Form>
      <UnitStory unit={unit} mayEdit={mayEdit} onOwner={() => setAsking('owner')} onOdometer={() => setAsking('odometer')} />
      {asking === 'owner' && <OwnerDialog unit={unit} onClose={close} />}
      {asking === 'odometer' && <OdometerDialog unit={unit} onClose={close} />}
    </Page>
  )
}
