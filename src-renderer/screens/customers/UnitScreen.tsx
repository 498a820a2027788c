import { useEffect, useMemo, useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { unitEntry } from '#contract/customers'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { useMay } from '../../frame/session.ts'
import { useBack } from '../../frame/use-back.ts'
import { useText } from '../../messages/index.ts'
import { atRevision } from '../../own-changes.ts'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
import { jumpToField } from '../../ui/form-context.ts'
import { useHotkey } from '../../ui/hotkeys.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Page, Section, Toolbar } from '../../ui/Page.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { FrameNumber } from '../../ui/values.tsx'
import { RecordFormState, useRecordForm } from '../../ui/record-form.tsx'
import { DoublesHint } from './DoublesHint.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { OdometerDialog } from './OdometerDialog.tsx'
import { OwnerDialog } from './OwnerDialog.tsx'
import { UnitFieldSet } from './SubjectFields.tsx'
import { UnitMoney, UnitOdometer, UnitTerms } from './UnitFacts.tsx'
import { UnitStory } from './UnitStory.tsx'
import type { UnitStory as Unit } from './story-events.ts'
import { newCustomer, subjectSchema, underPart, useSubjectCheck } from './subject-form.ts'
import './customers.css'

/** `/units/:id`: the whole story of one vehicle. */
export function UnitScreen() {
  const { id } = useParams()
  const text = useText('customers')
  const back = useBack('/customers?view=units')
  const { data, error } = useApiQuery('customers', 'getUnit', { id: Number(id) || 0 })
  if (data) return <UnitPage key={data.id} unit={data} onBack={back} />
  return (
    <Page title={text('unit')} onBack={back}>
      <Notice refusal={error} />
      {error === null && <Loading />}
    </Page>
  )
}

type Asking = { readonly what: 'owner' | 'odometer' } | { readonly what: 'merge'; readonly otherId: number | null }

function UnitPage({ unit, onBack }: { readonly unit: Unit; readonly onBack: () => void }) {
  const text = useText('customers')
  const navigate = useNavigate()
  const mayEdit = useMay('editCustomer')
  const mayOpen = useMay('openWorkOrder')
  const [asking, setAsking] = useState<Asking | null>(null)
  const record = useMemo(() => ({ customer: newCustomer, unit: unitEntry.parse(unit), revision: unit.revision }), [unit])
  const kept = useRecordForm(subjectSchema, record, { key: `unit:${unit.id}`, title: unit.frameNo })
  const { form } = kept
  const dirty = form.formState.isDirty
  const found = useSubjectCheck(form, { customer: false, unit: dirty }, true)
  const save = useApiCommand('customers', 'saveUnit')
  const [wasSaved, setWasSaved] = useState(false)
  const put = async () => {
    const values = unitEntry.safeParse(form.getValues('unit'))
    if (!values.success) {
      void form.trigger('unit', { shouldFocus: true })
      return false
    }
    const settle = kept.sending()
    const answer = await atRevision(`unit:${unit.id}`, form.getValues('revision') ?? unit.revision, (revision) =>
      save.run({ ...values.data, id: unit.id, revision, ownerId: unit.ownerId }),
    )
    if (answer === null) return false
    settle(answer.revision)
    setWasSaved(true)
    return true
  }
  const takeIn = async () => {
    if (!dirty || (await put())) await navigate(`/work-orders/new?unit=${unit.id}`)
  }
  const close = () => setAsking(null)
  const asked = useSearchParams()[0].get('field')
  useEffect(() => {
    if (asked !== null) jumpToField(asked)
  }, [asked])
  useHotkey('Escape', onBack, text('back'))
  return (
    <Page
      title={unit.modelName}
      onBack={onBack}
      beside={
        <span className="unit-names">
          <FrameNumber value={unit.frameNo} />
          {unit.plateNo !== '' && <b>{unit.plateNo}</b>}
        </span>
      }
    >
      <Toolbar
        actions={
          mayEdit && (
            <>
              <Button hotkey="Ctrl+O" onClick={() => setAsking({ what: 'owner' })}>
                {text('changeOwner')}
              </Button>
              <Button hotkey="Ctrl+M" onClick={() => setAsking({ what: 'odometer' })}>
                {text('changeOdometer')}
              </Button>
              <Button hotkey="Ctrl+G" onClick={() => setAsking({ what: 'merge', otherId: null })}>
                {text('merge')}
              </Button>
            </>
          )
        }
      >
        {mayOpen && (
          <Button hotkey="Ctrl+Enter" running={save.running} onClick={() => void takeIn()}>
            {text('newOrder')}
          </Button>
        )}
      </Toolbar>
      {mayEdit && <DoublesHint of="unit" id={unit.id} onCompare={(otherId) => setAsking({ what: 'merge', otherId })} />}
      <Notice refusal={save.refusal} onClose={save.clear} />
      <RecordFormState record={kept} />
      <div className="story-columns">
        <div className="story-facts">
          <UnitStory unit={unit} />
          <Form
            label={text('unit')}
            problems={[...found, ...underPart(save.refusal?.problems ?? [])]}
            readOnly={!mayEdit}
            onSubmit={() => void put()}
          >
            <Section
              id="unit"
              title={text('detail')}
              beside={mayEdit ? wasSaved && !dirty && <span className="tone-ok">✓ {text('saved')}</span> : text('readOnly')}
              actions={
                mayEdit && (
                  <Button kind="primary" hotkey="Ctrl+S" running={save.running} disabled={!dirty || kept.stale} onClick={() => void put()}>
                    {text('save')}
                  </Button>
                )
              }
            >
              <UnitFieldSet form={form} columns={3} />
            </Section>
          </Form>
        </div>
        <div className="story-facts">
          <UnitTerms unit={unit} />
          <UnitMoney unit={unit} />
          <UnitOdometer unit={unit} />
        </div>
      </div>
      {asking?.what === 'owner' && <OwnerDialog unit={unit} onClose={close} />}
      {asking?.what === 'odometer' && <OdometerDialog unit={unit} onClose={close} />}
      {asking?.what === 'merge' && (
        <MergeDialog
          of="unit"
          id={unit.id}
          otherId={asking.otherId}
          onClose={close}
          onDone={(id) => {
            close()
            void navigate(`/units/${id}`, { replace: true })
          }}
        />
      )}
    </Page>
  )
}
