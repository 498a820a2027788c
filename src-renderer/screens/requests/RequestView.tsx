import { useMemo, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { requestAction } from '#domain/parts-request'
import { useText, useWord } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { DueTag } from '../../ui/DueTag.tsx'
import { jumpToField } from '../../ui/form-context.ts'
import { useHotkey } from '../../ui/hotkeys.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { RecordFormState } from '../../ui/record-form.tsx'
import { StepBar } from '../../ui/StepBar.tsx'
import { Facts, FrameNumber, Phone, StatusTag } from '../../ui/values.tsx'
import { PrintDialog } from '../../frame/print/PrintDialog.tsx'
import { KeptNumber } from '../../frame/print/KeptNumber.tsx'
import { useDoneBy } from '../../frame/session.ts'
import { useBack } from '../../frame/use-back.ts'
import { RequestClock } from './RequestClock.tsx'
import { RequestEnd } from './RequestEnd.tsx'
import { RequestForm } from './RequestForm.tsx'
import { RequestHistory } from './RequestHistory.tsx'
import { RequestRest } from './RequestRest.tsx'
import { StepDialog } from './StepDialog.tsx'
import { askedByDialog, concernsRest, eventWord, isClockRunning, lineStates, type RequestDetail } from './request-words.ts'
import { useRequest } from './use-request.ts'

/** One request: how far it is, who agreed, what goes where, in which number; each step asks only what it needs. */
export function RequestView({ detail, refetch }: { readonly detail: RequestDetail; readonly refetch: () => unknown }) {
  const text = useText('requests')
  const word = useWord()
  const doneBy = useDoneBy(requestAction)
  const navigate = useNavigate()
  const editor = useRequest(detail, refetch)
  const [asking, setAsking] = useState<string | null>(null)
  const [previewing, setPreviewing] = useState(false)
  const back = useBack('/requests')
  const isPlain = asking === null && editor.paperId === null && !previewing
  useHotkey('Escape', back, text('title'), isPlain)
  const steps = useMemo(
    () =>
      detail.steps
        .filter(({ event }) => event !== 'settle' || detail.status !== 'arrived' || detail.kind === 'order')
        .map((step) => ({
          ...step,
          word: eventWord(step.event, text),
          doneBy: doneBy(step.event),
          problems: step.problems.filter(({ field }) => !askedByDialog(step.event, field)),
        })),
    [detail, text, doneBy],
  )
  const jump = (field: string): boolean => {
    if (field !== 'manifest' && field !== 'oldParts') return jumpToField(field)
    void navigate(`/old-parts?view=${field === 'manifest' ? 'toPack' : 'toLabel'}`)
    return true
  }
  const ask = (event: string) => {
    const missing = steps.find((step) => step.event === event)?.problems.find(({ level, field }) => level === 'stop' && field !== null)
    if (missing?.field && !editor.isDirty && jump(missing.field)) return
    editor.clear()
    setAsking(event)
  }
  const { papers, status, workOrderId } = detail
  const ofRest = steps.filter(({ event }) => concernsRest(event, status))
  const receiveRest = ofRest.find(({ event }) => event === 'receiveRest')
  const issued = papers.find((paper) => paper.status === 'issued')
  const print = () => (issued === undefined ? setPreviewing(true) : editor.showPaper(issued.id))
  return (
    <Page
      title={text('request')}
      onBack={back}
      beside={
        <>
          <span className="figures">{detail.no}</span>
          <StatusTag table="requestStatus" code={status} />
          {isClockRunning(status) && <DueTag dueOn={detail.oldPartDueOn} state="normal" running />}
        </>
      }
    >
      <StepBar
        states={lineStates.map((code) => ({ code, word: word('requestStatus', code) }))}
        current={status}
        steps={steps.filter((step) => !ofRest.includes(step))}
        onStep={ask}
        onJump={jump}
        running={editor.running}
      />
      <RequestEnd detail={detail} />
      <RequestRest detail={detail} steps={ofRest} onStep={setAsking} />
      <RecordFormState record={editor.record} />
      {issued === undefined && <KeptNumber kind="partsRequest" id={detail.id} />}
      {asking === null && <Notice refusal={editor.refusal} onClose={editor.clear} />}
      <div className="request-head">
        <Facts
          facts={[
            {
              label: text('order'),
              value:
                workOrderId === null ? (
                  text('noOrder')
                ) : (
                  <Link className="link figures" to={`/work-orders/${workOrderId}`}>
                    {detail.workOrderNo}
                  </Link>
                ),
            },
            {
              label: text('customer'),
              value: (
                <>
                  {detail.customerName} <Phone value={detail.customerPhone} />
                </>
              ),
            },
            { label: text('model'), value: detail.modelName },
            { label: text('frameNo'), value: <FrameNumber value={detail.frameNo} /> },
          ]}
        />
        <RequestClock detail={detail} />
      </div>
      <RequestForm
        detail={detail}
        editor={editor}
        actions={
          <>
            {receiveRest !== undefined && (
              <Button size="small" disabled={!receiveRest.allowed} onClick={() => setAsking('receiveRest')}>
                {receiveRest.word}
              </Button>
            )}
            <Button size="small" hotkey={isPlain ? 'Ctrl+P' : ''} onClick={print}>
              {text(issued === undefined ? 'preview' : 'print')}
            </Button>
            {editor.isOpen && (
              <Button size="small" hotkey="Ctrl+S" disabled={!editor.isDirty} running={editor.running} onClick={editor.save}>
                {text('saveKey')}
              </Button>
            )}
          </>
        }
      />
      <RequestHistory detail={detail} onPaper={editor.showPaper} />
      {asking !== null && (
        <StepDialog
          event={asking}
          detail={detail}
          editor={editor}
          onClose={() => {
            editor.clear()
            setAsking(null)
          }}
        />
      )}
      {editor.paperId !== null && (
        <PrintDialog title={text('paperTitle', { number: detail.no })} ids={[editor.paperId]} onClose={() => editor.showPaper(null)} />
      )}
      {previewing && (
        <PrintDialog title={text('draftPreview')} draft={{ form: 'F15', ref: detail.id }} onClose={() => setPreviewing(false)} />
      )}
    </Page>
  )
}
