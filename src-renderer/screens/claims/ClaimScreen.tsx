import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useApiCommand, useApiQuery, type ApiOutput } from '../../api.ts'
import { day } from '../../format.ts'
import { BearerDialog } from '../../frame/BearerDialog.tsx'
import { useMay } from '../../frame/session.ts'
import { useBack } from '../../frame/use-back.ts'
import { useText, useWord } from '../../messages/index.ts'
import { atRevision, tookRevision } from '../../own-changes.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { useHotkey } from '../../ui/hotkeys.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { StepHistory } from '../../ui/StepHistory.tsx'
import { Facts, FrameNumber, StatusTag } from '../../ui/values.tsx'
import { ClaimAmounts } from './ClaimAmounts.tsx'
import { ClaimChecks } from './ClaimChecks.tsx'
import { useBatchWords } from './claim-words.ts'
import { PaperView } from './PaperView.tsx'
import { Refused, type RefusedClaim } from './Refused.tsx'

type Claim = ApiOutput<'claims', 'get'>

/** One claim: every check left, the frozen voucher right. */
export function ClaimScreen({ id }: { readonly id: number }) {
  const text = useText('claims')
  const navigate = useNavigate()
  const { data: claim, error, refetch } = useApiQuery('claims', 'get', { id })
  const { eventWord } = useBatchWords()
  const back = useBack('/claims')
  useHotkey('Escape', back, text('title'))
  return (
    <Page
      title={text('claim')}
      fill
      onBack={back}
      beside={
        claim && (
          <>
            <span className="figures">{claim.no}</span>
            <StatusTag table="claimStatus" code={claim.status} />
          </>
        )
      }
      actions={claim && <ClaimActs claim={claim} />}
    >
      <Notice refusal={error} onRetry={() => void refetch()} />
      {!claim && !error && <Loading />}
      {claim && (
        <div className="claim-columns">
          <div className="claim-left">
            <ClaimChecks checks={claim.checks} workOrderId={claim.workOrderId} />
            <ClaimFacts claim={claim} />
            <ClaimAmounts claim={claim} />
            <StepHistory rows={claim.history} eventWord={eventWord} />
          </div>
          <div className="claim-right">
            {claim.voucherPaperId === null ? (
              <Empty
                title={text('voucherNone')}
                hint={text('voucherNoneHint')}
                action={
                  <Button hotkey="Ctrl+O" onClick={() => void navigate(`/work-orders/${claim.workOrderId}`)}>
                    {text('openOrder')}
                  </Button>
                }
              />
            ) : (
              <PaperView paperId={claim.voucherPaperId} name={`${text('voucher')} ${claim.voucherNo}`} />
            )}
          </div>
        </div>
      )}
    </Page>
  )
}

function ClaimActs({ claim }: { readonly claim: Claim }) {
  const text = useText('claims')
  const navigate = useNavigate()
  const mayEdit = useMay('editClaim')
  const mayVoid = useMay('voidClaim')
  const ready = useApiCommand('claims', 'ready')
  const sendBack = useApiCommand('claims', 'sendBack')
  const voiding = useApiCommand('claims', 'void')
  const [asking, setAsking] = useState(false)
  const [refused, setRefused] = useState<readonly RefusedClaim[] | null>(null)
  const { id, revision, no, status, batchId, batchNo, workOrderId } = claim
  const open = status === 'draft' || status === 'sentBack'
  const complete = async () => {
    const answer = await ready.run({ ids: [id] })
    if (answer === null) return
    for (const { revision: made } of answer.ready) tookRevision(`claim:${id}`, made)
    setRefused(answer.refused.length > 0 ? answer.refused.map((each) => ({ ...each, workOrderId })) : null)
  }
  const reopen = () => atRevision(`claim:${id}`, revision, (now) => sendBack.run({ id, revision: now }))
  return (
    <div className="claim-acts">
      <div className="page-actions">
        <Button kind="quiet" onClick={() => void navigate(`/work-orders/${workOrderId}`)}>
          {text('orderOf', { no: claim.workOrderNo })}
        </Button>
        {batchId !== null && (
          <Button kind="quiet" onClick={() => void navigate(`/batches/${batchId}`)}>
            {text('batch')} {batchNo}
          </Button>
        )}
        {mayVoid && (open || status === 'ready') && batchId === null && (
          <Button kind="danger" onClick={() => setAsking(true)}>
            {text('void')}
          </Button>
        )}
        {mayEdit && status === 'ready' && batchId === null && (
          <Button running={sendBack.running} onClick={reopen}>
            {text('sendBack')}
          </Button>
        )}
        {mayEdit && open && (
          <Button kind="primary" hotkey="Ctrl+Enter" running={ready.running} onClick={complete}>
            {text('complete')}
          </Button>
        )}
      </div>
      <Notice
        refusal={ready.refusal ?? sendBack.refusal}
        onClose={() => {
          ready.clear()
          sendBack.clear()
        }}
      />
      {refused !== null && <Refused ready={0} refused={refused} onClose={() => setRefused(null)} />}
      {asking && (
        <BearerDialog
          title={text('voidTitle', { no })}
          hint={text('voidHint')}
          label={text('voidBearer')}
          onClose={() => setAsking(false)}
          word={text('void')}
          running={voiding.running}
          refusal={voiding.refusal}
          onBorne={async (reason, bearer) => {
            const voided = await atRevision(`claim:${id}`, revision, (now) => voiding.run({ id, revision: now, reason, bearer }))
            if (voided !== null) setAsking(false)
          }}
        />
      )}
    </div>
  )
}

function ClaimFacts({ claim }: { readonly claim: Claim }) {
  const text = useText('claims')
  const word = useWord()
  return (
    <Section id="facts" title={text('claim')}>
      <Facts
        columns={2}
        facts={[
          { label: text('type'), value: word('claimType', claim.type) },
          { label: text('customer'), value: claim.customerName },
          { label: text('voucherNo'), value: claim.voucherNo, wide: true },
          { label: text('model'), value: claim.modelName },
          { label: text('frameNo'), value: <FrameNumber value={claim.frameNo} /> },
          { label: text('mainPart'), value: claim.mainPart },
          { label: text('finishedAt'), value: day(claim.finishedAt) },
          { label: text('dueOn'), value: claim.dueOn ?? '' },
        ]}
      />
    </Section>
  )
}
