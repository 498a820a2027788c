import { useEffect, useMemo, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { Link } from 'react-router'
import { unitFields } from '#contract/customers'
import { stop, warn, type Problem } from '#domain/errors'
import { isEnded } from '#domain/work-order'
import type { WorkOrderStatus } from '#domain/words'
import { useApiQuery } from '../../api.ts'
import { dayTime } from '../../format.ts'
import { useText, useWord } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { jumpToField } from '../../ui/form-context.ts'
import { Form } from '../../ui/Form.tsx'
import { useHotkey } from '../../ui/hotkeys.ts'
import { Message, Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { properPart } from '../../ui/proper-part.ts'
import { StepBar } from '../../ui/StepBar.tsx'
import { newUnit, useSubjectCheck, type SubjectForm } from '../customers/subject-form.ts'
import { CopyNotice } from './CopyNotice.tsx'
import { FaultSection } from './FaultSection.tsx'
import { FeesSection } from './FeesSection.tsx'
import { IntakeSection } from './IntakeSection.tsx'
import { IntakeSubjectCard } from './IntakeSubjectCard.tsx'
import { LabourSection } from './LabourSection.tsx'
import { OrderFoot } from './OrderFoot.tsx'
import { OutingsSection } from './OutingsSection.tsx'
import { PartsSection } from './PartsSection.tsx'
import { VerdictActions } from './VerdictActions.tsx'
import { VerdictCard } from './VerdictCard.tsx'
import { typedParts, type IntakeDraft, type IntakeHit, type IntakeSubject } from './intake-subject.ts'
import { lineStates, type Manufacturer, type OrderForm } from './order-form.ts'
import type { OrderCopy } from './order-copy.ts'
import { useAssessment } from './use-assessment.ts'
import type { Draft } from './use-draft.ts'
import { useIntake } from './use-intake.ts'
import './work-orders.css'

type Props = {
  readonly draft: Draft<IntakeDraft>
  /** asked for on another page; what is being typed goes before it */ readonly proposed: IntakeHit | null
  /** a new order made from one on file */ readonly copied: OrderCopy | null
  readonly manufacturers: readonly Manufacturer[]
  readonly onBack: () => void
}

/** 新工单: search first; for a known vehicle three fields and Ctrl+Enter are enough. */
export function IntakeView({ draft, proposed, copied, manufacturers, onBack }: Props) {
  const text = useText('workOrders')
  const word = useWord()
  const [restored, setRestored] = useState(draft.found?.savedAt ?? null)
  const intake = useIntake(
    draft,
    (manufacturers.find(({ active }) => active) ?? manufacturers[0])?.id ?? 1,
    draft.found === null ? proposed : null,
    draft.found === null ? copied : null,
  )
  const [copy, setCopy] = useState({ of: copied, taken: draft.found === null })
  const { form, typed, subject, dirty } = intake
  const parts = typedParts(subject)
  const unitId = subject.kind === 'known' ? (subject.hit.unit?.id ?? null) : null
  const typedUnit = useWatch({ control: typed.control, name: 'unit' })
  const { data: story } = useApiQuery('customers', 'getUnit', { id: unitId ?? 0 }, { enabled: unitId !== null })
  const live = useAssessment(
    form,
    { id: null, unitId, unit: parts.unit ? properPart(unitFields, typedUnit, newUnit(typedUnit.manufacturerId)) : null },
    0,
    unitId !== null || parts.unit,
  )
  const found = useSubjectCheck(typed, parts)
  const missing = useMissing(form, typed, subject)
  const problems = useMemo(() => [...(live?.problems ?? []), ...found], [live, found])
  const needed = [...missing, ...problems.filter(({ level }) => level === 'stop')]
  const manufacturerId = useWatch({ control: form.control, name: 'manufacturerId' })
  const earlier = unitId === null ? [] : (story?.orders ?? [])
  const openOrder = earlier.find((order) => !afterHandover.includes(order.status) && !isEnded(order.status))

  const subjectKey = subject.kind === 'known' ? `known-${subject.hit.customer.id}-${unitId ?? 0}` : subject.kind
  useEffect(() => {
    const first = { none: 'search', new: typed.getValues('customer.name') === '' ? 'customer.name' : 'customer.phone' }
    const name = subject.kind === 'known' ? (subject.hit.unit ? 'mileage' : 'unit.modelName') : first[subject.kind]
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-field="${name}"] input`)?.focus())
    // Moves the cursor when another subject is chosen, not while it is typed.
    // oxlint-disable-next-line react/exhaustive-deps -- the key stands for the subject
  }, [subjectKey])
  const { refusal } = intake
  useEffect(() => {
    const first = refusal?.problems.find(({ level, field }) => level === 'stop' && field !== null)
    if (first?.field) jumpToField(first.field)
  }, [refusal])
  useHotkey('Escape', onBack, text('back'))
  useHotkey('Ctrl+S', () => void intake.register(true), text('register'), subject.kind !== 'none')

  const step = (event: string) => {
    // What the host found speaks of a moment ago: it is shown, and asked again by registering.
    const first = missing.find(({ level }) => level === 'stop')
    if (subject.kind === 'none') jumpToField('search')
    else if (first?.field) jumpToField(first.field)
    else void intake.register(event === 'receive')
  }
  const states = [{ code: 'new', word: text('newOrder') }, ...lineStates.map((code) => ({ code, word: word('workOrderStatus', code) }))]
  const steps = [
    { event: 'receive', word: text('arrive'), allowed: true, problems: needed },
    { event: 'register', word: text('register'), allowed: subject.kind !== 'none', problems: [] },
  ]
  return (
    <Page title={text('newOrder')} onBack={onBack}>
      <StepBar states={states} current="new" steps={steps} running={intake.running} onStep={step} />
      <Notice refusal={intake.refusal} />
      {copy.of !== null && (
        <CopyNotice
          copy={copy.of}
          taken={copy.taken}
          onTake={() => {
            setRestored(null)
            setCopy({ ...copy, taken: true })
            if (copy.of) intake.takeCopy(copy.of)
          }}
        />
      )}
      {restored !== null && dirty && (
        <Message
          tone="now"
          action={
            <Button
              size="small"
              onClick={() => {
                setRestored(null)
                setCopy({ of: null, taken: false })
                intake.startOver()
              }}
            >
              {text('dropDraft')}
            </Button>
          }
        >
          {text('draftRestored', { time: dayTime(restored) })}
        </Message>
      )}
      {openOrder && (
        <Message
          tone="warn"
          action={
            <Link className="link" to={`/work-orders/${openOrder.id}`}>
              {text('openThat')}
            </Link>
          }
        >
          {text('openOrder', { no: openOrder.no, status: word('workOrderStatus', openOrder.status) })}
        </Message>
      )}
      <Form label={text('newOrder')} problems={problems} className="order" onSubmit={() => void intake.register(true)}>
        <div className={parts.unit || subject.kind === 'none' ? 'order-cards order-cards-stacked' : 'order-cards'}>
          <IntakeSubjectCard intake={intake} orderCount={story?.orders.length ?? null} />
          {subject.kind !== 'none' && (
            <VerdictCard
              verdict={live?.verdict ?? null}
              earlier={earlier}
              actions={<VerdictActions form={form} verdict={live?.verdict ?? null} locked={false} onOverride={null} />}
            />
          )}
        </div>
        <IntakeSection form={form} earlier={earlier} />
        <FaultSection form={form} />
        <PartsSection form={form} problems={problems} readOnly={false} totals={live?.totals ?? null} verdict={live?.verdict ?? null} />
        <LabourSection
          form={form}
          problems={problems}
          readOnly={false}
          totals={live?.totals ?? null}
          manufacturer={manufacturers.find(({ id }) => id === manufacturerId)}
        />
        <OutingsSection form={form} problems={problems} readOnly={false} totals={live?.totals ?? null} />
        <FeesSection form={form} problems={problems} readOnly={false} totals={live?.totals ?? null} />
      </Form>
      <OrderFoot totals={live?.totals ?? null} dirty={dirty} savedAt={draft.savedAt} saving={intake.running} onSave={null} />
    </Page>
  )
}

const afterHandover: readonly WorkOrderStatus[] = ['delivered', 'calledBack', 'toComplaint']

/** What 登记 needs (stop) and what 接车 needs beyond it (warn: without it the order waits at 报修). */
function useMissing(form: OrderForm, typed: SubjectForm, subject: IntakeSubject): readonly Problem[] {
  const [statement, technicianId, mileage] = useWatch({ control: form.control, name: ['customerStatement', 'technicianId', 'mileage'] })
  const [name, phone, modelName, frameNo] = useWatch({
    control: typed.control,
    name: ['customer.name', 'customer.phone', 'unit.modelName', 'unit.frameNo'],
  })
  const parts = typedParts(subject)
  return [
    ...(subject.kind === 'none' ? [stop('order.subjectMissing', 'search')] : []),
    ...(parts.customer && name.trim() === '' ? [stop('customer.nameShort', 'customer.name')] : []),
    ...(parts.customer && phone.trim() === '' ? [stop('customer.phoneMissing', 'customer.phone')] : []),
    ...(parts.unit && modelName.trim() === '' ? [stop('unit.modelMissing', 'unit.modelName')] : []),
    ...(parts.unit && frameNo.trim() === '' ? [stop('unit.frameMissing', 'unit.frameNo')] : []),
    ...(statement.trim() === '' ? [stop('order.statementMissing', 'customerStatement')] : []),
    ...(technicianId === null ? [warn('order.technicianMissing', 'technicianId')] : []),
    ...(mileage === null ? [warn('order.mileageMissing', 'mileage')] : []),
  ]
}
