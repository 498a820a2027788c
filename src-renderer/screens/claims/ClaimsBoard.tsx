import { useRef, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { api, refusalOf, useApiCommand, useApiQuery } from '../../api.ts'
import type { AppError } from '#domain/errors'
import { useMay } from '../../frame/session.ts'
import { useText } from '../../messages/index.ts'
import { tookRevision } from '../../own-changes.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page, Toolbar } from '../../ui/Page.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { BatchColumn } from './BatchColumn.tsx'
import { useBoardRoom } from './board-room.ts'
import { BuildBatchDialog } from './BuildBatchDialog.tsx'
import { MoneyColumn } from './MoneyColumn.tsx'
import { PoolColumn, PoolTools, usePoolFilter } from './PoolColumn.tsx'
import { Refused, type RefusedClaim } from './Refused.tsx'

/** Claims checked in one call: few enough that the bar moves and other seats are not kept waiting. */
const atOnce = 100

/** Three columns of the money: what waits to be claimed, what was claimed in batches, what came of it. */
export function ClaimsBoard() {
  const text = useText('claims')
  const navigate = useNavigate()
  const mayEdit = useMay('editClaim')
  const mayBuild = useMay('sealBatch')
  const atBatches = useSearchParams()[0].get('view') === 'batches'
  const pool = usePoolFilter()
  const room = useBoardRoom()
  const [chosen, setChosen] = useState<readonly number[]>([])
  const [building, setBuilding] = useState(false)
  const [outcome, setOutcome] = useState<{
    readonly ready: number
    readonly refused: readonly RefusedClaim[]
    readonly title?: string
  } | null>(null)
  const [failure, setFailure] = useState<AppError | null>(null)
  /** how far the checking of many claims is; what was checked stays when it is stopped */
  const [checked, setChecked] = useState<{ readonly done: number; readonly of: number } | null>(null)
  const wanted = useRef(true)
  const { data: lanes } = useApiQuery('claims', 'lanes', {})
  const ready = useApiCommand('claims', 'ready')
  const { filter, search } = pool

  /** The chosen ones, else everything the view and the search show. */
  const toCheck = async () =>
    chosen.length > 0
      ? chosen
      : (
          await api.lists.ids({
            list: 'claims.list',
            question: { sort: [], text: search, filter: { ...filter, statuses: ['draft', 'sentBack'] } },
          })
        ).ids
  const complete = async () => {
    setFailure(null)
    try {
      const ids = await toCheck()
      const refused: RefusedClaim[] = []
      let passed = 0
      wanted.current = true
      for (let at = 0; at < ids.length && wanted.current; at += atOnce) {
        setChecked({ done: at, of: ids.length })
        const answer = await ready.run({ ids: ids.slice(at, at + atOnce) })
        if (answer === null) return
        passed += answer.ready.length
        for (const { id, revision } of answer.ready) tookRevision(`claim:${id}`, revision)
        refused.push(...answer.refused)
      }
      setOutcome({ ready: passed, refused })
    } catch (error) {
      setFailure(refusalOf(error))
    } finally {
      setChecked(null)
    }
  }
  const built = (id: number | null, refused: readonly RefusedClaim[]) => {
    if (id !== null) return void navigate(`/batches/${id}`, { state: { refused } })
    setBuilding(false)
    setOutcome({ ready: 0, refused, title: text(refused.length > 0 ? 'builtNone' : 'builtNothing', { count: refused.length }) })
  }
  return (
    <Page title={text('title')} fill>
      <Toolbar
        actions={
          <>
            {mayEdit && (
              <Button kind={pool.view === 'ready' ? 'plain' : 'primary'} hotkey="Ctrl+Enter" running={checked !== null} onClick={complete}>
                {chosen.length > 0 ? text('completeChosen', { count: chosen.length }) : text('complete')}
              </Button>
            )}
            {mayBuild && (
              <Button kind={pool.view === 'ready' ? 'primary' : 'plain'} hotkey="Ctrl+B" onClick={() => setBuilding(true)}>
                {chosen.length > 0 ? text('buildOf', { count: chosen.length }) : text('build')}
              </Button>
            )}
          </>
        }
      >
        <PoolTools pool={pool} />
      </Toolbar>
      <Notice
        refusal={ready.refusal ?? failure}
        onClose={() => {
          ready.clear()
          setFailure(null)
        }}
      />
      {checked !== null && checked.of > atOnce && (
        <Progress
          label={text('completing')}
          done={checked.done}
          of={checked.of}
          onStop={() => {
            wanted.current = false
          }}
        />
      )}
      {outcome !== null && (
        <Refused ready={outcome.ready} refused={outcome.refused} title={outcome.title ?? null} onClose={() => setOutcome(null)} />
      )}
      <div className="claims-board" data-room={room}>
        <PoolColumn autoFocus={!atBatches} pool={pool} onChosen={setChosen} />
        <BatchColumn autoFocus={atBatches} manufacturerId={filter.manufacturerId} />
        <MoneyColumn lanes={lanes ?? []} />
      </div>
      {building && (
        <BuildBatchDialog
          manufacturerId={filter.manufacturerId}
          period={filter.period}
          chosen={chosen}
          onClose={() => setBuilding(false)}
          onBuilt={built}
        />
      )}
    </Page>
  )
}
