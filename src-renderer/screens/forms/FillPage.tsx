import { useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import { stopsOf } from '#domain/errors'
import { checkForm } from '#domain/form-checks'
import type { FillSection } from '#domain/form-fill'
import type { FilledFormId } from '#domain/form-ids'
import { useApiQuery } from '../../api.ts'
import { clock } from '../../format.ts'
import { KeptNumber } from '../../frame/print/KeptNumber.tsx'
import { PaperPrint } from '../../frame/print/PaperPrint.tsx'
import { PrintDialog } from '../../frame/print/PrintDialog.tsx'
import { usePrinting } from '../../frame/print/use-printing.ts'
import { useBack } from '../../frame/use-back.ts'
import { useMay } from '../../frame/session.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { useHotkey } from '../../ui/hotkeys.ts'
import { Message, Notice } from '../../ui/Notice.tsx'
import { Page, Toolbar } from '../../ui/Page.tsx'
import { PdfPreview } from '../../ui/PdfPreview.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { useLatest } from '../../ui/use-latest.ts'
import { Tag } from '../../ui/values.tsx'
import { FillSections } from './FillSections.tsx'
import { FormOff } from './FormOff.tsx'
import { GatherPanel } from './GatherPanel.tsx'
import { useFillActs } from './use-fill-acts.ts'
import { useFilling, type FilledRecord, type Filling, type Start } from './use-filling.ts'
import { usePreview } from './use-preview.ts'

type Props = {
  readonly sheet: string
  readonly form: FilledFormId
  readonly sections: readonly FillSection[]
  readonly start: Start
  readonly stored: FilledRecord | undefined
}

/** One form being filled in, its paper beside it; once issued it is only read. */
export function FillPage({ sheet, form, sections, start, stored }: Props) {
  const text = useText('forms')
  const names = useText('formNames')
  const navigate = useNavigate()
  const back = useBack(`/forms/${form}`)
  const mayFill = useMay('fillForm')
  const filling = useFilling(form, start, stored, (id) => void navigate(`/forms/${form}/${id}`, { replace: true, state: { sheet } }))
  const { content } = filling
  const problems = useMemo(() => checkForm(form, sections, content), [form, sections, content])
  const stops = useMemo(() => stopsOf(problems), [problems])
  const problemsNow = useLatest(stops)
  const acts = useFillActs(form, filling, () => problemsNow.current)
  const { data: offered = [] } = useApiQuery('forms', 'catalogue', { manufacturerId: start.manufacturerId })
  const row = offered.find((each) => each.form === form)
  const paperId = stored?.paperId ?? null
  const isOpen = paperId === null && mayFill
  const said = useMemo(
    () => (!isOpen ? [] : acts.tried ? problems : problems.filter(({ key }) => key !== 'form.required')),
    [problems, acts.tried, isOpen],
  )
  useHotkey('Escape', back, names(form))
  useHotkey('Ctrl+S', () => void filling.save(), text('saving'), isOpen)
  return (
    <Page title={names(form)} onBack={back} fill beside={<Beside stored={stored} workOrderId={start.workOrderId} />}>
      <Toolbar
        actions={
          <>
            {stored !== undefined && (
              <Button size="small" kind="quiet" onClick={acts.copy}>
                {text('copyAsNew')}
              </Button>
            )}
            {isOpen && (
              <Button size="small" kind="quiet" onClick={acts.ask}>
                {text('discard')}
              </Button>
            )}
            {isOpen && (
              <Button kind="primary" hotkey="Ctrl+Enter" running={acts.issuing} onClick={acts.issue}>
                {text('issue')}
              </Button>
            )}
          </>
        }
      >
        {isOpen && (
          <Tag tone={stops.length === 0 ? 'ok' : 'wait'}>
            {stops.length === 0 ? text('complete') : text('missing', { count: stops.length })}
          </Tag>
        )}
        {isOpen && <Saving filling={filling} />}
      </Toolbar>
      <Said filling={filling} acts={acts} stored={stored} />
      {isOpen && row !== undefined && <FormOff row={row} manufacturerId={start.manufacturerId} />}
      {isOpen && <KeptNumber kind="filledForm" id={stored?.id ?? null} blankId={start.blankId} />}
      <div className="fill">
        <Form className="fill-form" label={names(form)} problems={said} readOnly={!isOpen} onSubmit={() => void filling.save()}>
          <GatherPanel
            form={form}
            manufacturerId={start.manufacturerId}
            sections={sections}
            content={content}
            onChange={filling.change}
            isOpen={isOpen}
          />
          <FillSections
            sections={sections}
            content={content}
            workOrderId={start.workOrderId}
            number={stored?.number ?? null}
            onChange={filling.change}
          />
        </Form>
        <aside className="fill-paper">
          {paperId === null ? (
            <LivePaper form={form} manufacturerId={start.manufacturerId} filling={filling} />
          ) : (
            <PaperPrint ids={[paperId]} beside />
          )}
        </aside>
      </div>
      {acts.showing !== null && (
        <PrintDialog
          title={text('issuedTitle', { title: names(form), number: acts.showing.number })}
          ids={[acts.showing.paperId]}
          onClose={acts.close}
        />
      )}
      <Dialog
        title={text('discardTitle')}
        open={acts.isAsking}
        onClose={acts.close}
        act={{ word: text('discard'), run: acts.discard, danger: true, running: acts.discarding }}
      >
        <p>{text('discardHint')}</p>
      </Dialog>
    </Page>
  )
}

function Beside({ stored, workOrderId }: { readonly stored: FilledRecord | undefined; readonly workOrderId: number | null }) {
  const text = useText('forms')
  const { data: order } = useApiQuery('workOrders', 'get', { id: workOrderId ?? 0 }, { enabled: workOrderId !== null })
  return (
    <>
      {stored?.number === null || stored === undefined ? (
        <span className="muted small">{text('draft')}</span>
      ) : (
        <b className="figures">{stored.number}</b>
      )}
      {order !== undefined && (
        <Link className="link small figures" to={`/work-orders/${order.id}`}>
          {text('begunFrom', { no: order.no })}
        </Link>
      )}
    </>
  )
}

function Saving({ filling: { saving, isDirty, savedAt } }: { readonly filling: Filling }) {
  const text = useText('forms')
  const words = saving
    ? text('saving')
    : isDirty
      ? text('unsaved')
      : savedAt === null
        ? text('notYet')
        : text('saved', { time: clock(savedAt) })
  return <output className="muted small figures">{words}</output>
}

/** What must be known before one goes on: a refusal, another seat, what became of its paper. */
function Said({
  filling,
  acts,
  stored,
}: {
  readonly filling: Filling
  readonly acts: ReturnType<typeof useFillActs>
  readonly stored: FilledRecord | undefined
}) {
  const text = useText('forms')
  const [voided] = stored?.voided ?? []
  return (
    <>
      {filling.conflict && (
        <Message
          tone="warn"
          action={
            <>
              <Button size="small" onClick={filling.takeTheirs}>
                {text('takeTheirs')}
              </Button>
              <Button size="small" onClick={filling.keepMine}>
                {text('keepMine')}
              </Button>
            </>
          }
        >
          {text('conflict')}
        </Message>
      )}
      <Notice
        refusal={filling.refusal ?? acts.refusal}
        onClose={() => {
          filling.clear()
          acts.clear()
        }}
      />
      {stored !== undefined && stored.paperId !== null && (
        <Message
          tone="ok"
          action={
            <Link className="link" to={`/papers/${stored.paperId}`}>
              {text('openPaper')} →
            </Link>
          }
        >
          {text('issuedAs', { number: stored.number ?? '' })}
        </Message>
      )}
      {stored?.paperId === null && voided !== undefined && (
        <Message
          tone="warn"
          action={
            <Link className="link" to={`/papers/${voided.paperId}`}>
              {text('openPaper')} →
            </Link>
          }
        >
          {text('voidedNote', { number: voided.number })}
        </Message>
      )}
    </>
  )
}

function LivePaper({
  form,
  manufacturerId,
  filling,
}: {
  readonly form: FilledFormId
  readonly manufacturerId: number
  readonly filling: Filling
}) {
  const text = useText('forms')
  const seat = usePrinting(form)
  const { drawn, error } = usePreview({ form, manufacturerId, content: filling.content, options: seat?.printing.look })
  return (
    <>
      <Notice refusal={error} />
      {drawn === null && error === null && <Loading />}
      {drawn !== null && <PdfPreview live fileId={drawn.fileId} name={`${form} ${text('previewOf')}.pdf`} copies={drawn.copies} beside />}
    </>
  )
}
