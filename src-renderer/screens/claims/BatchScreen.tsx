import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { dayTime, money } from '../../format.ts'
import { KeptNumber } from '../../frame/print/KeptNumber.tsx'
import { useMay, useSession } from '../../frame/session.ts'
import { useBack } from '../../frame/use-back.ts'
import { useText } from '../../messages/index.ts'
import { atRevision } from '../../own-changes.ts'
import { Button } from '../../ui/Button.tsx'
import { Views } from '../../ui/Choices.tsx'
import { useHotkey } from '../../ui/hotkeys.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { StepHistory } from '../../ui/StepHistory.tsx'
import { Table, type TableColumn } from '../../ui/Table.tsx'
import { Facts, Money, StatusTag, Tag } from '../../ui/values.tsx'
import { isTakenBack, type Batch } from './batch.ts'
import { BatchEnd } from './BatchEnd.tsx'
import { BatchFiles } from './BatchFiles.tsx'
import { BatchPaper } from './BatchPaper.tsx'
import { BatchSteps, SwitchHint } from './BatchSteps.tsx'
import { FurtherClaims } from './FurtherClaims.tsx'
import { useBatchWords } from './claim-words.ts'
import { CheckSign } from './PoolColumn.tsx'
import { Refused, type RefusedClaim } from './Refused.tsx'

type Claim = Batch['claims'][number]
type Pane = 'paper' | 'files' | 'history'

/** What was not taken when the batch was built travels with the page's address entry. */
function refusedOf(state: unknown): readonly RefusedClaim[] {
  if (typeof state !== 'object' || state === null || !('refused' in state) || !Array.isArray(state.refused)) return []
  // Written by ClaimsBoard from the answer of batches.build.
  return state.refused as readonly RefusedClaim[]
}

/** One batch: its claims left; its summary, file and history right; the next step on top. */
export function BatchScreen({ id }: { readonly id: number }) {
  const text = useText('claims')
  const { state, pathname } = useLocation()
  const navigate = useNavigate()
  const refused = refusedOf(state)
  // in the address entry: whoever goes to an order and comes back finds what still stands
  const setRefused = (next: readonly RefusedClaim[]) => {
    if (next.length > 0 || refused.length > 0) void navigate(pathname, { replace: true, state: { refused: next } })
  }
  const [pane, setPane] = useState<Pane>('paper')
  const { data: batch, error, refetch } = useApiQuery('batches', 'get', { id })
  const { eventWord } = useBatchWords()
  const back = useBack('/claims')
  useHotkey('Escape', back, text('title'))
  return (
    <Page
      title={text('batch')}
      fill
      onBack={back}
      beside={
        batch && (
          <>
            <span className="figures">{batch.no === '' ? text('noNumber') : batch.no}</span>
            <StatusTag table="batchStatus" code={batch.status} />
            {batch.singlePerson && <Tag tone="warn">{text('singlePerson')}</Tag>}
          </>
        )
      }
    >
      <Notice refusal={error} onRetry={() => void refetch()} />
      {!batch && !error && <Loading />}
      {batch && (
        <>
          <BatchSteps batch={batch} onExported={() => setPane('files')} />
          <div className="batch-columns">
            <div className="batch-left">
              <SwitchHint batch={batch} />
              <BatchEnd batch={batch} />
              {batch.status === 'draft' && <KeptNumber kind="batch" id={batch.id} />}
              {batch.status === 'draft' && <FurtherClaims batch={batch} onRefused={setRefused} />}
              {refused.length > 0 && batch.status === 'draft' && (
                <Refused
                  ready={0}
                  refused={refused}
                  title={text('refusedAtBuild', { count: refused.length })}
                  onClose={() => setRefused([])}
                />
              )}
              <BatchFacts batch={batch} />
              {!isTakenBack(batch.status) && <BatchClaims batch={batch} />}
            </div>
            <div className="batch-right">
              <Views
                label={text('batch')}
                value={pane}
                onChange={setPane}
                views={[
                  { value: 'paper', label: text('paper') },
                  { value: 'files', label: text('files'), count: batch.files.length },
                  { value: 'history', label: text('history') },
                ]}
              />
              {pane === 'paper' && <BatchPaper batch={batch} />}
              {pane === 'files' && <BatchFiles batch={batch} />}
              {pane === 'history' && <StepHistory rows={batch.history} eventWord={eventWord} />}
            </div>
          </div>
        </>
      )}
    </Page>
  )
}

function BatchFacts({ batch }: { readonly batch: Batch }) {
  const text = useText('claims')
  const none = <span className="faint">{text('notYet')}</span>
  return (
    <div className="batch-facts">
      <Facts
        columns={2}
        facts={[
          { label: text('makerName'), value: batch.manufacturerName },
          {
            label: text('period'),
            value: (
              <span className="figures">
                {batch.periodFrom} – {batch.periodTo}
              </span>
            ),
          },
          { label: text('handler'), value: batch.handler === '' ? none : batch.handler },
          { label: text('secondHandler'), value: batch.secondHandler === '' ? none : batch.secondHandler },
          { label: text('sealedAt'), value: batch.sealedAt === null ? none : dayTime(batch.sealedAt) },
          { label: text('exportedAt'), value: batch.exportedAt === null ? none : dayTime(batch.exportedAt) },
          ...(batch.hash === ''
            ? []
            : [
                {
                  label: text('hash'),
                  value: (
                    <span className="mono hash">
                      <b>{batch.hash.slice(0, 8)}</b>
                      {batch.hash.slice(8)}
                    </span>
                  ),
                  wide: true,
                },
              ]),
        ]}
      />
    </div>
  )
}

function BatchClaims({ batch }: { readonly batch: Batch }) {
  const text = useText('claims')
  const navigate = useNavigate()
  const stem = `${useSession().stationCode}-`
  const mayRemove = useMay('sealBatch') && batch.status === 'draft'
  const remove = useApiCommand('batches', 'removeClaim')
  const removeClaim = ({ id: claimId }: Claim) =>
    void atRevision(`batch:${batch.id}`, batch.revision, (revision) => remove.run({ id: batch.id, revision, claimId }))
  const columns: readonly TableColumn<Claim>[] = [
    {
      key: 'no',
      title: text('no'),
      width: 112,
      render: ({ id, no }) => (
        <button
          type="button"
          tabIndex={-1}
          className="link batch-claim"
          title={no}
          aria-label={no}
          onClick={() => void navigate(`/claims/${id}`)}
        >
          {no.startsWith(stem) ? no.slice(stem.length) : no}
        </button>
      ),
    },
    ...(batch.status === 'draft'
      ? [{ key: 'check', title: text('check'), width: 80, render: ({ stops, warns }: Claim) => <CheckSign stops={stops} warns={warns} /> }]
      : []),
    {
      key: 'customer',
      title: text('customer'),
      width: 120,
      render: ({ customerName, frameNo }) => (
        <>
          {customerName}{' '}
          <span className="mono muted" title={frameNo}>
            {frameNo.slice(-6)}
          </span>
        </>
      ),
    },
    { key: 'mainPart', title: text('mainPart'), least: 64, wrap: true, render: ({ mainPart }) => mainPart },
    { key: 'total', title: text('totalFen'), width: 80, right: true, render: ({ totalFen }) => <Money fen={totalFen} /> },
    ...(batch.approvedFen === null
      ? []
      : [
          {
            key: 'approved',
            title: text('approvedFen'),
            width: 88,
            right: true,
            render: ({ approvedFen }: Claim) => <Money fen={approvedFen} />,
          },
        ]),
    ...(mayRemove
      ? [
          {
            key: 'act',
            title: '',
            width: 92,
            render: (claim: Claim) => (
              <Button
                size="small"
                kind="quiet"
                label={text('removeClaimOf', { no: claim.no })}
                disabled={remove.running}
                onClick={() => removeClaim(claim)}
              >
                {text('removeClaim')}
              </Button>
            ),
          },
        ]
      : []),
  ]
  const { partsFen, labourFen, outingFen, otherFen, totalFen } = batch.claimed
  return (
    <>
      <Notice refusal={remove.refusal} onClose={remove.clear} />
      <Table
        label={text('batchClaims')}
        columns={columns}
        rows={batch.claims}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate(`/claims/${id}`)}
        empty={text('batchEmpty')}
        foot={
          <span className="batch-sums figures">
            <span>{text('countOf', { count: batch.claims.length })}</span>
            <span>
              {text('parts')} {money(partsFen)}
            </span>
            <span>
              {text('labour')} {money(labourFen)}
            </span>
            <span>
              {text('outing')} {money(outingFen)}
            </span>
            <span>
              {text('other')} {money(otherFen)}
            </span>
            <span>
              {text('total')} <b>{money(totalFen)}</b>
            </span>
          </span>
        }
      />
    </>
  )
}
