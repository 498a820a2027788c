import { mayEditPart, orderParts, type OrderPart } from '#domain/order-rights'
import { mayCorrect, mayIssueVoucher, signedAfterwards } from '#domain/work-order'
import { codesOf } from '#domain/words'
import { LockOutlined } from '@ant-design/icons'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useApiQuery } from '../../api.ts'
import { dayTime, now } from '../../format.ts'
import { KeptNumber } from '../../frame/print/KeptNumber.tsx'
import { useMay, useMe } from '../../frame/session.ts'
import { useBack } from '../../frame/use-back.ts'
import { useText, useWord } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Form, ReadOnly } from '../../ui/Form.tsx'
import { useHotkey } from '../../ui/hotkeys.ts'
import { Message, Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { StatusTag } from '../../ui/values.tsx'
import { AttachmentsSection } from './attachments/AttachmentsSection.tsx'
import { ConflictPanel } from './ConflictPanel.tsx'
import { FaultSection } from './FaultSection.tsx'
import { FeesSection } from './FeesSection.tsx'
import { FormChoice } from './FormChoice.tsx'
import { HistorySection } from './HistorySection.tsx'
import { IntakeSection } from './IntakeSection.tsx'
import { LabourSection } from './LabourSection.tsx'
import { OldPartsSection } from './OldPartsSection.tsx'
import { OrderAnchors } from './OrderAnchors.tsx'
import { OrderDialogs } from './OrderDialogs.tsx'
import { CopyButtons, OrderLinks } from './OrderLinks.tsx'
import { OrderFoot } from './OrderFoot.tsx'
import { OrderSteps } from './OrderSteps.tsx'
import { OthersTyping } from './OthersTyping.tsx'
import { OutingsSection } from './OutingsSection.tsx'
import { PartsSection } from './PartsSection.tsx'
import { PapersSection } from './RecordSections.tsx'
import { UnitCard } from './UnitCard.tsx'
import { VerdictCard } from './VerdictCard.tsx'
import { VerdictActions } from './VerdictActions.tsx'
import { contentOf, frozenFields, type OrderDetail, type PartLine } from './order-form.ts'
import { copyOrder, type CopyKind } from './order-copy.ts'
import { useAssessment } from './use-assessment.ts'
import type { Draft } from './use-draft.ts'
import { useFieldJump } from './use-field-jump.ts'
import { useOrderActs } from './use-order-acts.ts'
import { useOrderEditor, type OrderDraft } from './use-order-editor.ts'
import './work-orders.css'

type Props = { readonly detail: OrderDetail; readonly draft: Draft<OrderDraft>; readonly refetch: () => Promise<OrderDetail | undefined> }

const allParts = codesOf(orderParts)

/** The order people live in: steps, verdict, and all sections on one page in the order of the work. */
export function OrderView({ detail, draft, refetch }: Props) {
  const text = useText('workOrders')
  const word = useWord()
  const [restored, setRestored] = useState(draft.found?.savedAt ?? null)
  const editor = useOrderEditor(detail, draft, refetch)
  const { form, dirty, conflict, save } = editor
  const live = useAssessment(form, { id: detail.id, unitId: detail.unit.id, unit: null }, detail.revision, dirty)
  const { verdict, totals, problems, steps } = live ?? detail
  const acts = useOrderActs(detail, editor)
  const { data: story } = useApiQuery('customers', 'getUnit', { id: detail.unit.id })
  const { data: manufacturers } = useApiQuery('catalogue', 'manufacturers', {})
  const mayBorrow = useMay('editRequest')
  const mayIssue = useMay('issueVoucher')
  const mayDeliver = useMay('deliver')
  const mayOpen = useMay('openWorkOrder')
  const { role } = useMe()
  const readsOnly = text('readOnlyRole', { role: word('role', role) })
  const mayEditAny = allParts.some((part) => mayEditPart(role, part))
  const rights = (part: OrderPart) => ({ when: !mayEditPart(role, part), why: mayEditAny ? readsOnly : null })

  const earlier = useMemo(() => (story?.orders ?? []).filter((order) => order.id !== detail.id), [story, detail.id])
  const readOnly = !mayCorrect(detail.status, detail.papers)
  const { frozenBy } = detail
  const onFile = useMemo(() => contentOf(detail), [detail])
  const frozen = useMemo(() => (frozenBy === null ? null : { by: frozenBy, fields: frozenFields }), [frozenBy])
  const locked = readOnly || frozenBy !== null || !mayEditPart(role, 'lines')
  const navigate = useNavigate()
  const copy = async (kind: CopyKind) => {
    const saved = await save()
    if (saved) await navigate('/work-orders/new', { state: await copyOrder(saved, kind, now()) })
  }
  const back = useBack('/work-orders')
  const [asked] = useSearchParams()
  const field = asked.get('field')
  const jump = useFieldJump(detail.unit.id)
  useEffect(() => {
    if (field !== null) jump(field)
  }, [field, jump])
  useHotkey('Ctrl+S', () => void save(), text('save'), !readOnly)
  useHotkey('Escape', back, text('back'))

  const keeps = useCallback(
    (line: PartLine) => {
      const piece = detail.returnedParts.find(({ partLineId, labelNo }) => partLineId === line.id && labelNo !== '')
      return piece === undefined ? null : (
        <>
          {text('lineLabelled', { part: line.partName, label: piece.labelNo })}{' '}
          <Link className="link" to={`/old-parts?part=${piece.id}`}>
            {text('openOldPart')} →
          </Link>
        </>
      )
    },
    [detail.returnedParts, text],
  )
  const canBorrow = mayBorrow && !readOnly && detail.partLines.length > 0
  const canIssue = mayIssue && frozenBy === null && detail.nature !== 'paid' && mayIssueVoucher(detail.status, detail.papers)
  const canSign = mayDeliver && frozenBy !== null && !detail.userSigned && signedAfterwards.includes(detail.status)
  return (
    <Page
      title={text('order')}
      onBack={back}
      beside={
        <>
          <span className="order-number figures">{detail.no}</span>
          <StatusTag table="workOrderStatus" code={detail.status} />
          {detail.voucherNo !== '' && (
            <span className="order-voucher muted small figures" title={`${text('voucher')} ${detail.voucherNo}`}>
              {text('voucher')} {detail.voucherNo}
            </span>
          )}
        </>
      }
    >
      <OrderSteps detail={detail} steps={steps} acts={acts} canIssue={canIssue && detail.status === 'inspected'} />
      {conflict !== null ? (
        <ConflictPanel {...conflict} onTake={editor.resolve} />
      ) : (
        <Notice
          refusal={editor.refusal ?? acts.refusal}
          onClose={() => {
            editor.clear()
            acts.clear()
          }}
        />
      )}
      <OthersTyping workOrderId={detail.id} onFile={onFile} onTake={readOnly ? null : editor.put} />
      {restored !== null && dirty && conflict === null && (
        <Message
          tone="now"
          action={
            <Button
              size="small"
              onClick={() => {
                setRestored(null)
                editor.takeTheirs()
              }}
            >
              {text('dropDraft')}
            </Button>
          }
        >
          {text('draftRestored', { time: dayTime(restored) })}
        </Message>
      )}
      {frozen === null && <KeptNumber kind="workOrder" id={detail.id} />}
      {acts.done !== null && (
        <Message tone="ok" action={acts.done.action}>
          {acts.done.words}
        </Message>
      )}
      <Form label={text('order')} problems={problems} readOnly={readOnly} frozen={frozen} onSubmit={() => void save()} className="order">
        <div className="order-cards">
          <UnitCard
            customer={detail.customer}
            unit={detail.unit}
            lastMileage={detail.lastMileage}
            orderCount={story?.orders.length ?? null}
          >
            <OrderLinks detail={detail} />
            {mayOpen && <CopyButtons isFinished={detail.finishedAt !== null} onCopy={(kind) => void copy(kind)} />}
          </UnitCard>
          <VerdictCard
            verdict={verdict}
            override={detail.eligibilityOverride}
            earlier={earlier}
            actions={
              <VerdictActions
                form={form}
                verdict={verdict}
                locked={readOnly || frozenBy !== null}
                onOverride={() => void acts.ask('override')}
              />
            }
          />
        </div>
        <OrderAnchors
          detail={detail}
          form={form}
          problems={problems}
          beside={
            !mayEditAny &&
            !readOnly && (
              <span className="group-lock">
                <LockOutlined aria-hidden /> {readsOnly}
              </span>
            )
          }
        />
        <ReadOnly {...rights('intake')}>
          <IntakeSection form={form} earlier={earlier} />
        </ReadOnly>
        <ReadOnly {...rights('diagnosis')}>
          <FaultSection form={form} faultText={detail.faultText} />
        </ReadOnly>
        <ReadOnly {...rights('lines')}>
          <PartsSection
            form={form}
            problems={problems}
            readOnly={locked}
            startedAt={detail.startedAt}
            totals={totals}
            verdict={verdict}
            keeps={keeps}
            actions={
              canBorrow && (
                <Button size="small" hotkey="Ctrl+B" onClick={() => acts.ask('borrow')}>
                  {text('borrow')}
                </Button>
              )
            }
          />
        </ReadOnly>
        <ReadOnly when={!mayEditPart(role, 'lines')}>
          <LabourSection
            form={form}
            problems={problems}
            readOnly={locked}
            totals={totals}
            manufacturer={manufacturers?.find(({ id }) => id === detail.manufacturerId)}
          />
          <OutingsSection form={form} problems={problems} readOnly={locked} totals={totals} />
          <FeesSection form={form} problems={problems} readOnly={locked} totals={totals} />
        </ReadOnly>
        <OldPartsSection
          pieces={detail.returnedParts}
          onLabel={(pieces) => void acts.label(pieces)}
          onShowLabel={(piece) => void acts.showLabel(piece)}
          running={acts.running}
        />
        <AttachmentsSection workOrderId={detail.id} />
        <PapersSection
          detail={detail}
          onShow={acts.showPaper}
          actions={
            <>
              <FormChoice workOrderId={detail.id} manufacturerId={detail.manufacturerId} />
              {canIssue && (
                <Button size="small" hotkey="Ctrl+I" running={acts.running} onClick={() => void acts.issueVoucher()}>
                  {text('issueVoucher')}
                </Button>
              )}
              {canSign && (
                <Button size="small" running={acts.running} onClick={() => void acts.recordSignature()}>
                  {text('recordSignature')}
                </Button>
              )}
            </>
          }
        />
        <HistorySection detail={detail} />
      </Form>
      <OrderFoot
        totals={totals}
        dirty={dirty}
        savedAt={draft.savedAt}
        saving={editor.saving}
        onSave={readOnly ? null : () => void save()}
      />
      <OrderDialogs detail={detail} acts={acts} />
    </Page>
  )
}
